import { computed, signal } from '@preact/signals'
import type { Reply } from '../../shared/http.ts'
import { randomHex } from '../../shared/random-hex.ts'
import type {
  DeskCommand,
  DeskCommands,
  Entries,
  Entry,
  EntryKind,
  TrajectoryAnswer,
} from '../../shared/trajectory.ts'
import { t } from '../../text/desk.ts'
import { showToast } from '../../ui/toast.tsx'
import { approach, loadApproach } from '../portfolio/approach-store.ts'
import { ask, organiser } from '../store.ts'
import { all, type Dossier, first, isOfAnotherRun, wentBack, withAnswer } from './dossier-view.ts'
import { type Drafts, chooseMine, draftsView, kept, refused, typed, without } from './drafts-view.ts'
import { faultText } from './fault-text.ts'
import { emptyEntry, type Fault, fieldNames, formOf, readField } from './fields-view.ts'

const pauseMs = 1200
const againMs = 2000
/** Longer than the server lets a desk wait for news. */
const newsMs = 40_000
/** How often a command without an answer is asked again by itself. */
const pressesAgain = 2

/** As it is before anybody typed: a plan with what the approach sets aside for setbacks. */
export function newEntry(kind: EntryKind, start?: Start): Entry {
  const asked = kind === 'plan' && approach.value && { contingency_percent: approach.value.document.contingency_percent }
  return { ...emptyEntry(kind), ...asked, ...start } as Entry
}

/** Kinds of which there is one. */
const singles = [
  'place',
  'support',
  'next_action',
  'decider',
  'choice',
  'plan',
  'agreement',
  'opening',
] as const
export type Single = (typeof singles)[number]
const isSingle = (kind: EntryKind): kind is Single => (singles as readonly EntryKind[]).includes(kind)

/** What is typed in one form and how far it is with keeping it. */
export interface Form {
  readonly kind: EntryKind
  /** 0: there is none yet. */
  readonly id: number
  readonly drafts: Drafts
  /** What a new one has from the beginning. */
  readonly start?: Start | undefined
  /** As it was last seen: somebody may take it away while it is typed in. */
  readonly last: Entry
  readonly state: 'typing' | 'saving' | 'waiting' | 'saved'
  /** On its way to the server: another desk has no part in what comes back of it. */
  readonly sending?: Drafts | undefined
  /** What was sent and has no answer: the same is asked again, under its key, before anything else. */
  readonly unanswered?: Unanswered | undefined
  /** The version that made the entry, when this desk did. */
  readonly madeAt?: number | undefined
  /** Why the server did not take a new one, when that is about no field that is typed in. */
  readonly fault?: string
  /** A backup was put back that knows nothing of the entry: put back, it is a new one. */
  readonly isLost?: boolean
}

interface Unanswered {
  readonly key: string
  readonly args: DeskCommands['put_entry']
  readonly sent: Drafts
}

/** Which idea and criterion a new mark is about. */
export type Start = Partial<Entries['mark']>

export type Outcome =
  | { readonly ok: true; readonly version: number; readonly entry: number }
  | { readonly ok: false; readonly error: string; readonly field: string }

/** One trajectory at this desk: what the server says of it, and what is typed and not kept yet. */
export class OpenDossier {
  readonly shown = signal<Dossier>()
  readonly isGone = signal(false)
  /** A backup was put back: the server has less than this desk has seen. */
  readonly wentBack = signal(false)
  readonly forms = signal<ReadonlyMap<string, Form>>(new Map())
  readonly isUnsaved = computed(() =>
    [...this.forms.value.values()].some(
      (form) => form.state !== 'saved' && Object.keys(form.drafts).length > 0,
    ),
  )
  private readonly pauses = new Map<string, ReturnType<typeof setTimeout>>()
  private readonly onTheirWay = new Set<Promise<Outcome>>()

  constructor(readonly id: string) {
    this.forms.value = rememberedForms(id)
    this.forms.subscribe((forms) => rememberForms(id, forms))
  }

  /** Hears what changes, until `signal` ends it. A page that nobody sees asks nothing; shown again it asks at once. */
  async follow(signal: AbortSignal): Promise<void> {
    // After silence it asks for all of it, at once: what waits here goes on as soon as the server is there again.
    let heard = false
    while (!signal.aborted && !this.isGone.value) {
      const shown = whileShown(signal)
      if (shown === undefined) {
        heard = false
        await untilShown(signal)
        continue
      }
      heard = await this.refresh(heard ? 'news' : 'all', shown)
      if (signal.aborted) return
      if (heard) this.goOn()
      else if (!shown.aborted) await new Promise((resolve) => setTimeout(resolve, againMs))
    }
  }

  /** `news` waits until there is some, `now` does not. */
  private async refresh(what: 'news' | 'now' | 'all', signal?: AbortSignal): Promise<boolean> {
    const version = this.shown.value?.version ?? 0
    const part = `?after=${what === 'news' ? version : version - 1}`
    const reply = await this.look(version === 0 || what === 'all' ? '' : part, signal)
    if (!reply.ok) {
      if (reply.status === 404) this.isGone.value = true
      return false
    }
    if (isOfAnotherRun(this.shown.value, reply.body)) {
      const whole = await this.look('', signal)
      if (!whole.ok) return false
      this.take(whole.body)
    } else this.take(reply.body)
    return true
  }

  private look(query: string, signal?: AbortSignal) {
    return ask('GET /api/trajectories/ID', undefined, {
      id: this.id,
      query,
      timeoutMs: newsMs,
      ...(signal ? { signal } : {}),
    })
  }

  private take(answer: TrajectoryAnswer): void {
    const back = wentBack(this.shown.value, answer)
    if (back) this.wentBack.value = true
    this.shown.value = withAnswer(this.shown.value, answer)
    for (const [name, form] of this.forms.value) {
      const now = back ? { ...form, madeAt: undefined } : form
      if (!this.isErased(now)) continue
      if (back || form.isLost) this.put(name, { ...now, isLost: true })
      else {
        this.drop(name)
        showToast({ text: t('gone.erased', { what: titleOf(form.last) }), seconds: 0 })
      }
    }
  }

  /** One press of a button: a lost answer is asked for again, so that it happens once. */
  async command<Op extends keyof DeskCommands>(op: Op, args: DeskCommands[Op]): Promise<Outcome> {
    const key = randomHex(16)
    let done = await this.send(op, args, key)
    for (let again = 0; again < pressesAgain && isUnknown(done) && organiser.value !== null; again += 1) {
      await new Promise((resolve) => setTimeout(resolve, againMs))
      done = await this.send(op, args, key)
    }
    return done
  }

  private async send<Op extends keyof DeskCommands>(
    op: Op,
    args: DeskCommands[Op],
    key: string,
  ): Promise<Outcome> {
    const reply = await ask('POST /api/trajectories/ID', { key, op, args } as DeskCommand, { id: this.id })
    if (reply.ok) {
      await this.refresh('now')
      return { ok: true, ...reply.body }
    }
    if (reply.status === 404) this.isGone.value = true
    return {
      ok: false,
      error: hasNoAnswer(reply) ? 'unknown' : reply.error,
      field: String(reply.body.field ?? ''),
    }
  }

  /** Whether somebody took away what is typed in here. */
  isTakenAway(form: Form): boolean {
    const shown = this.shown.value
    return form.id !== 0 && shown !== undefined && shown.version >= (form.madeAt ?? 0) && !shown.entries.has(form.id)
  }
  /** Somebody erased for good what is typed in here: nothing of it is put back. */
  private isErased(form: Form): boolean {
    return this.isTakenAway(form) && !this.shown.value?.takenAway.has(form.id)
  }

  /** What the form of `key` is about now; what is not there is empty. */
  current(form: Pick<Form, 'kind' | 'id'>): Entry | undefined {
    const dossier = this.shown.value
    if (!dossier) return undefined
    if (form.id !== 0) return dossier.entries.get(form.id)?.entry
    return undefined
  }

  /** Its number: there is one of these, which another desk may have made meanwhile. */
  single(kind: Single): number {
    return (this.shown.value && first(this.shown.value, kind)?.id) ?? 0
  }

  /** The one that a form for a new entry is about, when another desk made it first. */
  private twin(form: Form): number {
    if (isSingle(form.kind)) return this.single(form.kind)
    if (form.kind !== 'mark' || !form.start || !this.shown.value) return 0
    const { idea, criterion } = form.start
    const same = all(this.shown.value, 'mark').find(
      ({ entry }) => entry.idea === idea && entry.criterion === criterion,
    )
    return same?.id ?? 0
  }

  type(key: string, kind: EntryKind, id: number, field: string, text: string, start?: Start): void {
    const before = this.forms.value.get(key)
    const current = this.current({ kind, id }) ?? before?.last ?? newEntry(kind, start)
    const drafts = typed(before?.drafts ?? {}, current, field, text)
    this.put(key, {
      kind,
      id,
      drafts,
      start: start ?? before?.start,
      last: current,
      state: before?.state === 'saving' || before?.state === 'waiting' ? before.state : 'typing',
      unanswered: before?.unanswered,
      sending: before?.sending,
      madeAt: before?.madeAt,
      ...(before?.isLost ? { isLost: true } : {}),
    })
    if (!isNew(key)) this.saveAfter(key, pauseMs)
  }

  /** Sends what can be sent of a form; what is wrong or clashes stays where it is. */
  async save(key: string): Promise<void> {
    clearTimeout(this.pauses.get(key))
    const form = this.forms.value.get(key)
    if (!form || form.sending || !this.shown.value) return
    if (form.unanswered) return void (await this.deliver(key, form.unanswered))
    const twin = form.id === 0 ? this.twin(form) : 0
    if (twin !== 0) {
      this.put(key, { ...form, id: twin })
      return this.save(key)
    }
    if (form.id === 0 && form.kind === 'plan' && !approach.value && (await loadApproach())) return this.save(key)
    const current = this.current(form) ?? (form.id === 0 ? newEntry(form.kind, form.start) : undefined)
    if (!current) return
    const view = draftsView(current, form.drafts)
    if (!view.sendable) {
      if (Object.keys(view.faults).length + Object.keys(view.clashes).length === 0)
        this.put(key, { ...form, drafts: {}, last: current, state: 'saved' })
      return
    }
    if (form.id === 0 && lacking(view.sendable.now)) return
    const { was, now, fields } = view.sendable
    await this.deliver(key, {
      key: randomHex(16),
      args: { id: form.id, was: form.id === 0 ? null : was, now },
      sent: Object.fromEntries(fields.map((field) => [field, form.drafts[field]])) as Drafts,
    })
  }

  private async deliver(key: string, what: Unanswered): Promise<Outcome> {
    const form = this.forms.value.get(key)
    if (!form) return { ok: false, error: 'unknown', field: '' }
    this.put(key, { ...form, state: 'saving', sending: what.sent, unanswered: what })
    const sending = this.send('put_entry', what.args, what.key)
    this.onTheirWay.add(sending)
    const done = await sending
    this.onTheirWay.delete(sending)
    this.settle(key, what, done)
    return done
  }

  /** Until what was typed and is on its way has its answer: a button builds on it, and does not meet it as somebody else's. */
  async settled(): Promise<void> {
    await Promise.all(this.onTheirWay)
  }

  private settle(key: string, what: Unanswered, done: Outcome): void {
    const { sent, args } = what
    const before = this.forms.value.get(key)
    if (!before) return
    const { fault: _told, ...rest } = before
    const form = { ...rest, sending: undefined, unanswered: undefined }
    if (done.ok || done.error === 'already') {
      const drafts = kept(form.drafts, sent, args.now)
      const isLeft = Object.keys(drafts).length > 0
      const made = { ...form, drafts, last: args.now, state: isLeft ? ('typing' as const) : ('saved' as const) }
      if (!done.ok) return this.put(key, made)
      made.id = args.id || done.entry
      made.madeAt = args.id === 0 ? done.version : form.madeAt
      if (form.isLost) return this.drop(key)
      if (!isNew(key)) this.put(key, made)
      else {
        // What was typed while it was added goes on in the entry itself.
        this.drop(key)
        if (isLeft) this.put(`entry-${made.id}`, made)
      }
      if (isLeft) this.saveAfter(isNew(key) ? `entry-${made.id}` : key, pauseMs)
      return
    }
    if (isUnknown(done)) {
      this.put(key, { ...form, unanswered: what, state: 'waiting' })
      // Without a log-in it waits for that.
      if (organiser.value !== null) this.saveAfter(key, againMs)
      return
    }
    if (done.error === 'already_there' && form.kind === 'mark' && form.id === 0) {
      this.put(key, { ...form, state: 'typing' })
      void this.refresh('now').then(() => {
        if (this.twin(form) !== 0) void this.save(key)
      })
      return
    }
    if (done.error === 'changed_meanwhile' || done.error === 'not_found' || done.error === 'too_many')
      void this.refresh('now')
    const field = form.drafts[done.field] ? done.field : (Object.keys(sent)[0] ?? '')
    if (form.drafts[field]?.text !== sent[field]?.text) {
      // What was refused has been written anew meanwhile.
      this.put(key, { ...form, state: 'typing' })
      if (!isNew(key)) this.saveAfter(key, pauseMs)
      return
    }
    const isOfField = !isNew(key) || form.drafts[done.field] !== undefined
    const drafts = isOfField ? refused(form.drafts, field, done.error as Fault) : form.drafts
    this.put(key, { ...form, drafts, state: 'typing', ...(isOfField ? {} : { fault: done.error }) })
  }

  /** Adds what was typed in a form for something new, with what it has from the `start`; it is gone from the forms once it is kept. Answers a refusal. */
  async add(key: string, start?: object): Promise<Outcome | undefined> {
    clearTimeout(this.pauses.get(key))
    const form = this.forms.value.get(key)
    if (form?.sending) return undefined
    const empty = { ...emptyEntry(form?.kind ?? 'company'), ...start }
    const drafts = form?.drafts ?? {}
    const now = draftsView(empty, drafts).sendable?.now ?? empty
    const done = await this.deliver(
      key,
      form?.unanswered ?? { key: randomHex(16), args: { id: 0, was: null, now }, sent: drafts },
    )
    return done.ok ? undefined : done
  }

  chooseMine(key: string, field: string): void {
    const form = this.forms.value.get(key)
    const current = form && this.current(form)
    if (!form || !current) return
    this.put(key, { ...form, drafts: chooseMine(form.drafts, current, field), state: 'typing' })
    void this.save(key)
  }
  chooseTheirs(key: string, field: string): void {
    const form = this.forms.value.get(key)
    if (!form) return
    const drafts = without(form.drafts, field)
    this.put(key, { ...form, drafts, state: Object.keys(drafts).length > 0 ? 'typing' : 'saved' })
  }

  /** Somebody took away what is typed in here: it comes back with it, unless it was erased for good meanwhile. */
  async putBack(key: string): Promise<void> {
    const form = this.forms.value.get(key)
    if (!form || form.sending) return
    const now = draftsView(form.last, form.drafts).sendable?.now ?? form.last
    const done = await this.deliver(key, {
      key: randomHex(16),
      args: { id: form.isLost ? 0 : form.id, was: null, now },
      sent: form.drafts,
    })
    if (!done.ok && done.error === 'too_many') showToast({ text: faultText(done.error) })
  }

  drop(key: string): void {
    clearTimeout(this.pauses.get(key))
    const forms = new Map(this.forms.value)
    forms.delete(key)
    this.forms.value = forms
  }

  saveAll(): void {
    for (const key of this.forms.value.keys()) if (!key.startsWith('new-')) void this.save(key)
  }

  /** What waits for the server, now that it is there. */
  goOn(): void {
    for (const [key, form] of this.forms.value)
      if (form.state === 'waiting' && (!isNew(key) || form.unanswered)) this.saveAfter(key, 0)
  }

  private saveAfter(key: string, ms: number): void {
    clearTimeout(this.pauses.get(key))
    const next = () => void (isNew(key) ? this.add(key) : this.save(key))
    this.pauses.set(key, setTimeout(next, ms))
  }

  private put(key: string, form: Form): void {
    this.forms.value = new Map(this.forms.value).set(key, form)
  }
}

export function titleOf(entry: Entry): string {
  return 'name' in entry ? entry.name : 'what' in entry ? entry.what : ''
}

/** The first field that a new entry needs and has not. */
export function lacking(entry: Entry): string | undefined {
  return fieldNames(entry.kind).find((field) => {
    const value = (entry as unknown as Record<string, unknown>)[field]
    return formOf(entry.kind, field) === 'needed_line' && 'wrong' in readField('needed_line', String(value))
  })
}

const isNew = (key: string) => key.startsWith('new-')
const isUnknown = (done: Outcome) => !done.ok && done.error === 'unknown'

function hasNoAnswer(reply: Reply<unknown>): boolean {
  return (
    !reply.ok && (reply.status === 0 || reply.status === 401 || reply.status === 429 || reply.status >= 500)
  )
}

/** Ends with `signal`, or when the page is hidden; undefined while it is. */
function whileShown(signal: AbortSignal): AbortSignal | undefined {
  if (document.visibilityState === 'hidden') return undefined
  const ending = new AbortController()
  const end = () => {
    if (!signal.aborted && document.visibilityState !== 'hidden') return
    ending.abort()
    document.removeEventListener('visibilitychange', end)
  }
  document.addEventListener('visibilitychange', end)
  signal.addEventListener('abort', end)
  return ending.signal
}
function untilShown(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (!signal.aborted && document.visibilityState === 'hidden') return
      document.removeEventListener('visibilitychange', look)
      resolve()
    }
    document.addEventListener('visibilitychange', look)
    signal.addEventListener('abort', look)
  })
}

/** Outside the pages: a look at another page, or a log-in in between, loses nothing that was typed. */
const dossiers = new Map<string, OpenDossier>()

export function dossierOf(id: string): OpenDossier {
  let dossier = dossiers.get(id)
  if (!dossier || dossier.isGone.value) {
    dossier = new OpenDossier(id)
    dossiers.set(id, dossier)
  }
  return dossier
}

// After a log-in what waited goes on, also in dossiers that are not looked at.
organiser.subscribe((who) => {
  if (who) for (const dossier of dossiers.values()) dossier.goOn()
})

/** Logged out by hand: the next one at this desk sees nothing of it. */
export function forgetDossiers(): void {
  for (const [id, dossier] of dossiers) {
    dossier.forms.value = new Map()
    rememberForms(id, new Map())
  }
  dossiers.clear()
  // Also of those that were not opened since the page was.
  try {
    for (const key of Object.keys(sessionStorage))
      if (key.startsWith(typedPrefix)) sessionStorage.removeItem(key)
  } catch {
    // Nothing is stored where nothing can be.
  }
}

const typedPrefix = 'kiemkring.typed.'
const storedAs = (id: string) => typedPrefix + id

/** A reload keeps what was typed, as long as this tab is open. */
function rememberForms(id: string, forms: ReadonlyMap<string, Form>): void {
  const unsaved = [...forms].filter(([, form]) => Object.keys(form.drafts).length > 0)
  try {
    if (unsaved.length > 0) sessionStorage.setItem(storedAs(id), JSON.stringify(unsaved))
    else sessionStorage.removeItem(storedAs(id))
  } catch {
    // Nothing can be stored here: a reload would lose it, and the browser asks before that.
  }
}
function rememberedForms(id: string): Map<string, Form> {
  try {
    const stored: [string, Form][] = JSON.parse(sessionStorage.getItem(storedAs(id)) ?? '[]')
    return new Map(
      stored.map(([key, form]) => {
        const state = isNew(key) && !form.unanswered ? 'typing' : 'waiting'
        return [key, { ...form, state, sending: undefined }]
      }),
    )
  } catch {
    return new Map()
  }
}
