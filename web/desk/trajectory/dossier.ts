import { computed, signal } from '@preact/signals'
import type { Reply } from '../../shared/http.ts'
import { randomHex } from '../../shared/random-hex.ts'
import type { DeskCommand, DeskCommands, Entry, EntryKind } from '../../shared/trajectory.ts'
import { ask } from '../store.ts'
import { type Dossier, first, withAnswer } from './dossier-view.ts'
import { type Drafts, chooseMine, draftsView, kept, refused, typed, without } from './drafts-view.ts'
import { emptyEntry, type Fault, fieldNames, formOf, readField } from './fields-view.ts'

const pauseMs = 1200
const againMs = 2000
/** Longer than the server lets a desk wait for news. */
const newsMs = 40_000

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
  /** As it was last seen: somebody may take it away while it is typed in. */
  readonly last: Entry
  readonly state: 'typing' | 'saving' | 'waiting' | 'saved'
  /** On its way to the server: another desk has no part in what comes back of it. */
  readonly sending?: Drafts | undefined
  /** A new entry of which nobody knows whether it arrived. */
  readonly unknown?: Entry | undefined
}

export type Outcome =
  | { readonly ok: true; readonly version: number }
  | { readonly ok: false; readonly error: string; readonly field: string }

/** One trajectory at this desk: what the server says of it, and what is typed and not kept yet. */
export class OpenDossier {
  readonly shown = signal<Dossier>()
  readonly isGone = signal(false)
  readonly forms = signal<ReadonlyMap<string, Form>>(new Map())
  readonly isUnsaved = computed(() =>
    [...this.forms.value.values()].some(
      (form) => form.state !== 'saved' && Object.keys(form.drafts).length > 0,
    ),
  )
  /** Keys of commands of which nobody knows whether they arrived: a repeat is the same command. */
  private readonly keys = new Map<string, string>()
  private readonly pauses = new Map<string, ReturnType<typeof setTimeout>>()

  constructor(readonly id: string) {
    this.forms.value = rememberedForms(id)
    this.forms.subscribe((forms) => rememberForms(id, forms))
  }

  /** Hears what changes, until `signal` ends it. */
  async follow(signal: AbortSignal): Promise<void> {
    // After silence it asks at once: what waits here goes on as soon as the server is there again.
    let heard = false
    while (!signal.aborted && !this.isGone.value) {
      heard = await this.refresh(heard, signal)
      if (signal.aborted) return
      if (heard) this.saveWaiting()
      else await new Promise((resolve) => setTimeout(resolve, againMs))
    }
  }

  private async refresh(waits: boolean, signal?: AbortSignal): Promise<boolean> {
    const known = this.shown.value
    const reply = await ask('GET /api/trajectories/ID', undefined, {
      id: this.id,
      // 0 would be older than everything: all of it, at once.
      query: known ? `?after=${waits ? known.version : known.version - 1}` : '',
      timeoutMs: newsMs,
      ...(signal ? { signal } : {}),
    })
    if (reply.ok) this.shown.value = withAnswer(this.shown.value, reply.body)
    else if (reply.status === 404) this.isGone.value = true
    return reply.ok
  }

  async command<Op extends keyof DeskCommands>(op: Op, args: DeskCommands[Op]): Promise<Outcome> {
    const same = JSON.stringify([op, args])
    const key = this.keys.get(same) ?? randomHex(16)
    const reply = await ask('POST /api/trajectories/ID', { key, op, args } as DeskCommand, { id: this.id })
    if (isUnknown(reply)) this.keys.set(same, key)
    else this.keys.delete(same)
    if (reply.ok) {
      await this.refresh(false)
      return { ok: true, version: reply.body.version }
    }
    if (reply.status === 404) this.isGone.value = true
    return {
      ok: false,
      error: isUnknown(reply) ? 'unknown' : reply.error,
      field: String(reply.body.field ?? ''),
    }
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

  type(key: string, kind: EntryKind, id: number, field: string, text: string): void {
    const before = this.forms.value.get(key)
    const current = this.current({ kind, id }) ?? before?.last ?? emptyEntry(kind)
    const drafts = typed(before?.drafts ?? {}, current, field, text)
    this.put(key, {
      kind,
      id,
      drafts,
      last: current,
      state: 'typing',
      unknown: before?.unknown,
      sending: before?.sending,
    })
    if (key.startsWith('new-')) return
    clearTimeout(this.pauses.get(key))
    this.pauses.set(
      key,
      setTimeout(() => void this.save(key), pauseMs),
    )
  }

  /** Sends what can be sent of a form; what is wrong or clashes stays where it is. */
  async save(key: string): Promise<void> {
    clearTimeout(this.pauses.get(key))
    const form = this.forms.value.get(key)
    if (!form || form.sending || !this.shown.value) return
    if (form.id === 0 && isSingle(form.kind) && this.single(form.kind) !== 0) {
      // Another desk made it first.
      this.put(key, { ...form, id: this.single(form.kind) })
      return this.save(key)
    }
    const current = this.current(form) ?? (form.id === 0 ? emptyEntry(form.kind) : undefined)
    if (!current) return
    const view = draftsView(current, form.drafts)
    if (!view.sendable) {
      if (Object.keys(view.faults).length + Object.keys(view.clashes).length === 0)
        this.put(key, { ...form, drafts: {}, last: current, state: 'saved' })
      return
    }
    if (form.id === 0 && lacking(view.sendable.now)) return
    const { was, now } = view.sendable
    const sent = Object.fromEntries(
      view.sendable.fields.map((field) => [field, form.drafts[field]]),
    ) as Drafts
    this.put(key, { ...form, state: 'saving', sending: sent })
    const done = await this.command('put_entry', { id: form.id, was: form.id === 0 ? null : was, now })
    this.settle(key, sent, now, done)
  }

  private settle(key: string, sent: Drafts, now: Entry, done: Outcome): void {
    const before = this.forms.value.get(key)
    if (!before) return
    const form = { ...before, sending: undefined }
    if (done.ok || done.error === 'already') {
      const drafts = kept(form.drafts, sent, now)
      const id = form.id || (done.ok ? this.madeBy(done.version) : 0)
      this.put(key, {
        ...form,
        id,
        drafts,
        last: now,
        state: Object.keys(drafts).length > 0 ? 'typing' : 'saved',
      })
      if (Object.keys(drafts).length > 0)
        this.pauses.set(
          key,
          setTimeout(() => void this.save(key), pauseMs),
        )
      return
    }
    if (done.error === 'unknown') {
      this.put(key, { ...form, state: 'waiting' })
      this.pauses.set(
        key,
        setTimeout(() => void this.save(key), againMs),
      )
      return
    }
    if (done.error === 'changed_meanwhile' || done.error === 'not_found' || done.error === 'too_many')
      void this.refresh(false)
    const field = form.drafts[done.field] ? done.field : (Object.keys(sent)[0] ?? '')
    if (form.drafts[field]?.text !== sent[field]?.text) {
      // What was refused has been written anew meanwhile.
      this.put(key, { ...form, state: 'typing' })
      this.pauses.set(
        key,
        setTimeout(() => void this.save(key), pauseMs),
      )
      return
    }
    this.put(key, { ...form, drafts: refused(form.drafts, field, done.error as Fault), state: 'typing' })
  }

  private madeBy(version: number): number {
    return [...(this.shown.value?.entries.values() ?? [])].find((one) => one.version === version)?.id ?? 0
  }

  /** Adds what was typed in a form for something new, with what it has from the `start`. Undefined when it is kept, else why not. */
  async add(key: string, start?: object): Promise<Outcome | undefined> {
    let form = this.forms.value.get(key)
    if (!form) return undefined
    const empty = { ...emptyEntry(form.kind), ...start }
    const now = draftsView(empty, form.drafts).sendable?.now ?? empty
    this.put(key, { ...form, state: 'saving' })
    let id = 0
    if (form.unknown && JSON.stringify(form.unknown) !== JSON.stringify(now)) {
      const earlier = await this.command('put_entry', { id: 0, was: null, now: form.unknown })
      if (earlier.ok) id = this.madeBy(earlier.version)
      else if (earlier.error === 'unknown') return this.notAdded(key, form.unknown, earlier)
    }
    const was = id ? this.shown.value?.entries.get(id)?.entry : null
    const done = await this.command('put_entry', { id, was: was ?? null, now })
    form = this.forms.value.get(key)
    if (done.ok || done.error === 'already') {
      this.drop(key)
      return undefined
    }
    return this.notAdded(key, done.error === 'unknown' ? now : undefined, done)
  }

  private notAdded(key: string, unknown: Entry | undefined, done: Outcome): Outcome {
    const form = this.forms.value.get(key)
    if (form && !done.ok) {
      const drafts = form.drafts[done.field]
        ? refused(form.drafts, done.field, done.error as Fault)
        : form.drafts
      this.put(key, { ...form, drafts, unknown, state: done.error === 'unknown' ? 'waiting' : 'typing' })
    }
    return done
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

  /** Somebody took away what is typed in here: it becomes a new one. */
  async putBack(key: string): Promise<void> {
    const form = this.forms.value.get(key)
    if (!form) return
    const now = draftsView(form.last, form.drafts).sendable?.now ?? form.last
    const done = await this.command('put_entry', { id: 0, was: null, now })
    if (done.ok) this.drop(key)
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

  private saveWaiting(): void {
    for (const [key, form] of this.forms.value)
      if (form.state === 'waiting' && !key.startsWith('new-')) void this.save(key)
  }

  private put(key: string, form: Form): void {
    this.forms.value = new Map(this.forms.value).set(key, form)
  }
}

/** The first field that a new entry needs and has not. */
export function lacking(entry: Entry): string | undefined {
  return fieldNames(entry.kind).find((field) => {
    const value = (entry as unknown as Record<string, unknown>)[field]
    return formOf(entry.kind, field) === 'needed_line' && 'wrong' in readField('needed_line', String(value))
  })
}

function isUnknown(reply: Reply<unknown>): boolean {
  return (
    !reply.ok && (reply.status === 0 || reply.status === 401 || reply.status === 429 || reply.status >= 500)
  )
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
    return new Map(stored.map(([key, form]) => [key, { ...form, state: 'waiting', sending: undefined }]))
  } catch {
    return new Map()
  }
}
