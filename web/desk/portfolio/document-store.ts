import { effect, type Signal, signal } from '@preact/signals'
import type { DocumentProblem, SharedDocument } from '../../shared/approach.ts'
import type { Reply } from '../../shared/http.ts'
import { expired, organiser, trouble } from '../store.ts'

export interface Editing<Draft> {
  /** The one that is being changed. */
  readonly revision: number
  readonly began: Draft
  readonly draft: Draft
}

/** A document that all organisers share: what the server has of it, and what is typed here and not kept yet. */
export class DocumentStore<File, Draft> {
  /** As the server has it. */
  readonly known: Signal<SharedDocument<File> | undefined> = signal()
  /** Outside the page, so that a look elsewhere loses nothing. */
  readonly editing: Signal<Editing<Draft> | undefined> = signal()

  constructor(
    private readonly asks: {
      load: () => Promise<Reply<SharedDocument<File>>>
      save: (revision: number, document: File) => Promise<Reply<{ revision: number }>>
      check: (body: unknown) => Promise<Reply<File>>
    },
    private readonly view: { draftOf: (file: File) => Draft; fileOf: (draft: Draft) => File; bytesMax: number },
  ) {
    // Whoever logs out takes it along; a log-in that is over by itself loses nothing.
    effect(() => {
      if (organiser.value === null && !expired.value) this.editing.value = undefined
    })
  }

  isChanged(): boolean {
    const now = this.editing.value
    return now !== undefined && JSON.stringify(now.draft) !== JSON.stringify(now.began)
  }

  async load(): Promise<void> {
    const reply = await this.asks.load()
    if (!reply.ok) return
    this.known.value = reply.body
    if (!this.isChanged()) this.beginAgain()
  }

  /** Begins with what the server has. */
  beginAgain(): void {
    const known = this.known.value
    if (!known) return
    const draft = this.view.draftOf(known.document)
    this.editing.value = { revision: known.revision, began: draft, draft }
  }

  edit(part: Partial<Draft>): void {
    const now = this.editing.value
    if (now) this.editing.value = { ...now, draft: { ...now.draft, ...part } }
  }

  /** What was wrong with it; `overtaken` when somebody saved it first. */
  async save(revision: number): Promise<'kept' | 'overtaken' | 'trouble' | DocumentProblem[]> {
    const sent = this.editing.value
    if (!sent) return 'trouble'
    const reply = await this.asks.save(revision, this.view.fileOf(sent.draft))
    if (reply.ok) {
      // What was typed while it was on its way is not lost: it is a change on what is kept now.
      this.editing.value = {
        revision: reply.body.revision,
        began: sent.draft,
        draft: this.editing.value?.draft ?? sent.draft,
      }
      await this.load()
      return 'kept'
    }
    if (reply.status === 409) {
      await this.load()
      return 'overtaken'
    }
    return reply.status === 422 ? problemsIn(reply.body) : 'trouble'
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
      this.edit(this.view.draftOf(reply.body) as Partial<Draft>)
      return undefined
    }
    trouble.value = undefined
    return reply.status === 422 ? problemsIn(reply.body) : [{ where: '', why: 'not_json' }]
  }
}

function problemsIn(body: Record<string, unknown>): DocumentProblem[] {
  return Array.isArray(body.problems) ? (body.problems as DocumentProblem[]) : []
}
