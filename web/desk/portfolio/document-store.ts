import { effect, type Signal, signal } from '@preact/signals'
import type { DocumentProblem, SharedDocument } from '../../shared/approach.ts'
import type { Reply } from '../../shared/http.ts'
import { expired, organiser, trouble } from '../store.ts'
import { type Clash, isSame, isSamePath, merged, type Path, valueAt, withValue } from './document-merge.ts'

export interface Editing<Draft> {
  /** The one that is being changed. */
  readonly revision: number
  readonly began: Draft
  readonly draft: Draft
  /** Where another desk changed the same meanwhile, as long as nobody chose. */
  readonly clashes: readonly Clash[]
}

interface Before<Draft> {
  readonly draft: Draft
  readonly revision: number
}

const triesMax = 3

/** A document that all organisers share: what the server has of it, and what is typed here and not kept yet. */
export class DocumentStore<File, Draft> {
  /** As the server has it. */
  readonly known: Signal<SharedDocument<File> | undefined> = signal()
  /** Outside the page, so that a look elsewhere loses nothing. */
  readonly editing: Signal<Editing<Draft> | undefined> = signal()

  /** What stood here before a file came in, also when that was kept meanwhile; known until the tab is closed. */
  readonly beforeImport: Signal<Draft | undefined> = signal()
  /** What the server has as long as nobody else kept anything since: then the way back would undo that as well. */
  private beforeRevision = 0

  constructor(
    private readonly asks: {
      load: () => Promise<Reply<SharedDocument<File>>>
      save: (revision: number, document: File) => Promise<Reply<{ revision: number }>>
      check: (body: unknown) => Promise<Reply<File>>
    },
    private readonly view: {
      /** `before`: what stood here, to know again what is the same. */
      draftOf: (file: File, before?: Draft) => Draft
      fileOf: (draft: Draft) => File
      bytesMax: number
      /** Under which the tab remembers what stood before a file came in. */
      name: string
    },
  ) {
    const remembered = this.remembered()
    this.beforeImport.value = remembered?.draft
    this.beforeRevision = remembered?.revision ?? 0
    // Whoever logs out takes it along; a log-in that is over by itself loses nothing.
    effect(() => {
      if (organiser.value !== null || expired.value) return
      this.editing.value = undefined
      // Before it is known who one is, nobody has logged out.
      if (this.beforeImport.peek() !== undefined) this.rememberBefore(undefined)
    })
  }

  isChanged(): boolean {
    const now = this.editing.value
    return now !== undefined && (now.clashes.length > 0 || !isSame(now.draft, now.began))
  }

  /** Whether the server could be asked. What is typed here comes on top of what others kept meanwhile. */
  async load(): Promise<boolean> {
    const reply = await this.asks.load()
    if (!reply.ok) return false
    this.known.value = reply.body
    if (this.beforeImport.peek() !== undefined && reply.body.revision !== this.beforeRevision) this.rememberBefore(undefined)
    const now = this.editing.value
    if (!now || !this.isChanged()) this.beginAgain()
    else if (now.revision !== reply.body.revision) this.editing.value = this.merge(now, reply.body)
    return true
  }

  private merge(now: Editing<Draft>, { revision, document }: SharedDocument<File>): Editing<Draft> {
    const began = this.view.draftOf(document, now.began)
    const { value: draft, clashes } = merged(now.began, now.draft, began)
    // What nobody chose yet goes on waiting.
    const waiting = now.clashes
      .filter(({ path }) => !clashes.some((one) => isSamePath(one.path, path)))
      .map((one) => ({ ...one, theirs: valueAt(began, one.path) }))
      .filter(({ path, theirs, back }) => back || !isSame(valueAt(draft, path), theirs))
    return standing({ revision, began, draft, clashes: [...clashes, ...waiting] })
  }

  clashAt(path: Path): Clash | undefined {
    return this.editing.value?.clashes.find((one) => isSamePath(one.path, path))
  }
  /** Whether there is one there or in what stands there. */
  hasClashIn(path: Path): boolean {
    return (
      this.editing.value?.clashes.some((one) => isSamePath(one.path.slice(0, path.length), path)) ?? false
    )
  }
  choose(path: Path, whose: 'mine' | 'theirs'): void {
    const [now, clash] = [this.editing.value, this.clashAt(path)]
    if (!now || !clash) return
    const isTaken = clash.back ? whose === 'mine' : whose === 'theirs'
    const draft = isTaken ? withValue(now.draft, path, clash.back ? undefined : clash.theirs) : now.draft
    this.editing.value = standing({ ...now, draft, clashes: now.clashes.filter((one) => one !== clash) })
  }
  chooseAll(whose: 'mine' | 'theirs'): void {
    for (const { path } of this.editing.value?.clashes ?? []) this.choose(path, whose)
  }

  /** Begins with what the server has. */
  beginAgain(): void {
    const known = this.known.value
    if (!known) return
    const draft = this.view.draftOf(known.document)
    this.editing.value = { revision: known.revision, began: draft, draft, clashes: [] }
  }

  edit(part: Partial<Draft>): void {
    const now = this.editing.value
    if (now) this.editing.value = standing({ ...now, draft: { ...now.draft, ...part } })
  }

  /**
   * What was wrong with it. What another desk kept first is put together with it, and told; `clashes` when both changed the same, so
   * that nothing is kept before one chooses.
   */
  async save(): Promise<'kept' | 'merged' | 'clashes' | 'trouble' | DocumentProblem[]> {
    let isMerged = false
    for (let tries = 0; tries < triesMax; tries += 1) {
      const sent = this.editing.value
      if (!sent) return 'trouble'
      if (sent.clashes.length > 0) return 'clashes'
      const reply = await this.asks.save(sent.revision, this.view.fileOf(sent.draft))
      if (reply.ok) {
        // What was typed while it was on its way is not lost: it is a change on what is kept now.
        const now = this.editing.value ?? sent
        this.editing.value = { ...now, revision: reply.body.revision, began: sent.draft }
        this.rememberBefore(this.beforeImport.peek(), reply.body.revision)
        await this.load()
        return isMerged ? 'merged' : 'kept'
      }
      if (reply.status !== 409) return reply.status === 422 ? problemsIn(reply.body) : 'trouble'
      if (!(await this.load())) return 'trouble'
      isMerged = true
    }
    return 'trouble'
  }

  private remembered(): Before<Draft> | undefined {
    try {
      const kept = sessionStorage.getItem(`kiemkring.before.${this.view.name}`)
      return kept ? (JSON.parse(kept) as Before<Draft>) : undefined
    } catch {
      return undefined
    }
  }
  rememberBefore(draft: Draft | undefined, revision = this.known.peek()?.revision ?? 0): void {
    this.beforeImport.value = draft
    this.beforeRevision = revision
    try {
      if (draft === undefined) sessionStorage.removeItem(`kiemkring.before.${this.view.name}`)
      else sessionStorage.setItem(`kiemkring.before.${this.view.name}`, JSON.stringify({ draft, revision }))
    } catch {
      // Known as long as this page is there.
    }
  }
  /** What stood before a file came in becomes what is typed here, and is not kept yet. */
  takeImportBack(): void {
    const before = this.beforeImport.value
    if (before) this.edit(before)
    this.rememberBefore(undefined)
  }

  /** Looks at a file; what is fine becomes what is typed here, and is not kept yet. */
  async bring(file: Blob): Promise<DocumentProblem[] | undefined> {
    if (file.size > this.view.bytesMax) return [{ where: '', why: 'too_large' }]
    let body: unknown
    try {
      body = JSON.parse(await file.text())
    } catch {
      return [{ where: '', why: 'not_json' }]
    }
    const reply = await this.asks.check(body)
    if (reply.ok) {
      this.edit(this.view.draftOf(reply.body, this.editing.value?.began) as Partial<Draft>)
      return undefined
    }
    trouble.value = undefined
    return reply.status === 422 ? problemsIn(reply.body) : [{ where: '', why: 'not_json' }]
  }
}

/** Nobody chooses about what is no longer there. */
function standing<Draft>(now: Editing<Draft>): Editing<Draft> {
  return { ...now, clashes: now.clashes.filter(({ path }) => valueAt(now.draft, path) !== undefined) }
}

function problemsIn(body: Record<string, unknown>): DocumentProblem[] {
  return Array.isArray(body.problems) ? (body.problems as DocumentProblem[]) : []
}
