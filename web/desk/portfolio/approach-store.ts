import { effect, signal } from '@preact/signals'
import type { ApproachFile, DocumentProblem, SharedDocument } from '../../shared/approach.ts'
import { language } from '../../text/language.ts'
import { ask, expired, organiser, trouble } from '../store.ts'
import { type ApproachDraft, draftOf, readDraft } from './approach-view.ts'

/** As the server has it. */
export const approach = signal<SharedDocument<ApproachFile>>()

export interface Editing {
  /** The one that is being changed. */
  readonly revision: number
  readonly began: ApproachDraft
  readonly draft: ApproachDraft
}
/** Outside the page, so that a look elsewhere loses nothing. */
export const editing = signal<Editing>()

// Whoever logs out takes it along; a log-in that is over by itself loses nothing.
effect(() => {
  if (organiser.value === null && !expired.value) editing.value = undefined
})

export const isChanged = (one: Editing) => JSON.stringify(one.draft) !== JSON.stringify(one.began)

export async function loadApproach(): Promise<void> {
  const reply = await ask('GET /api/approach', undefined)
  if (!reply.ok) return
  approach.value = reply.body
  if (!editing.value || !isChanged(editing.value)) beginAgain()
}

/** Begins with what the server has. */
export function beginAgain(): void {
  const known = approach.value
  if (!known) return
  const draft = draftOf(known.document, language.value)
  editing.value = { revision: known.revision, began: draft, draft }
}

export function edit(part: Partial<ApproachDraft>): void {
  const now = editing.value
  if (now) editing.value = { ...now, draft: { ...now.draft, ...part } }
}

/** What was wrong with it; `overtaken` when somebody saved it first. */
export async function saveApproach(revision: number): Promise<'kept' | 'overtaken' | 'trouble' | DocumentProblem[]> {
  const sent = editing.value
  if (!sent) return 'trouble'
  const { file } = readDraft(sent.draft)
  const reply = await ask('POST /api/approach', { revision, document: file })
  if (reply.ok) {
    // What was typed while it was on its way is not lost: it is a change on what is kept now.
    editing.value = {
      revision: reply.body.revision,
      began: sent.draft,
      draft: editing.value?.draft ?? sent.draft,
    }
    await loadApproach()
    return 'kept'
  }
  if (reply.status === 409) {
    await loadApproach()
    return 'overtaken'
  }
  return reply.status === 422 ? problemsIn(reply.body) : 'trouble'
}

/** Looks at a file; what is fine becomes what is typed here, and is not kept yet. */
export async function importApproach(file: File): Promise<DocumentProblem[] | undefined> {
  if (file.size > 100_000) return [{ where: '', why: 'too_large' }]
  let body: unknown
  try {
    body = JSON.parse(await file.text())
  } catch {
    return [{ where: '', why: 'not_json' }]
  }
  const reply = await ask('POST /api/approach/check', body)
  if (reply.ok) {
    edit(draftOf(reply.body, language.value))
    return undefined
  }
  trouble.value = undefined
  return reply.status === 422 ? problemsIn(reply.body) : [{ where: '', why: 'not_json' }]
}

function problemsIn(body: Record<string, unknown>): DocumentProblem[] {
  return Array.isArray(body.problems) ? (body.problems as DocumentProblem[]) : []
}
