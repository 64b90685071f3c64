import { effect, signal } from '@preact/signals'
import type { Template } from '../../shared/http.ts'
import type { TemplateFile } from '../../shared/generated/template.ts'
import { t } from '../../text/desk.ts'
import { showToast } from '../../ui/toast.tsx'
import { save as saveFile } from '../download.ts'
import { ask, expired, loadTemplates, organiser } from '../store.ts'
import { beginEditing, type Editing, fileName, fileOfTemplate, isChanged } from './template-draft.ts'

/** What is being changed, by the id of the template. Outside the page, so that a look elsewhere loses nothing. */
export const editings = signal<ReadonlyMap<string, Editing>>(new Map())

// Whoever logs out takes it along; a log-in that is over by itself loses nothing.
effect(() => {
  if (organiser.value === null && !expired.value) editings.value = new Map()
})

export interface Concept {
  readonly id: string
  readonly name_nl: string
  readonly name_en: string
}
export const concepts = signal<readonly Concept[] | undefined>(undefined)

/** Anew each time: at this desk or another the catalogue may have changed meanwhile. */
export async function loadConcepts(): Promise<void> {
  const reply = await ask('GET /api/concepts', undefined)
  if (reply.ok) concepts.value = reply.body.concepts
}

export const editingOf = (template: Template): Editing =>
  editings.value.get(template.id) ?? beginEditing(template)

export function keepEditing(id: string, editing: Editing): void {
  editings.value = new Map(editings.value).set(id, editing)
}

export function forgetEditing(id: string): void {
  const rest = new Map(editings.value)
  rest.delete(id)
  editings.value = rest
}

export const hasUnsaved = (id: string): boolean => {
  const editing = editings.value.get(id)
  return editing !== undefined && isChanged(editing)
}

/** A browser asks before it closes a page on which something is not kept yet. */
export function guardUnsaved(): () => void {
  const leaving = (event: BeforeUnloadEvent) => {
    if ([...editings.value.keys()].some(hasUnsaved)) event.preventDefault()
  }
  addEventListener('beforeunload', leaving)
  return () => removeEventListener('beforeunload', leaving)
}

/** The id of the new one; undefined when it was not kept, and then it has been said why. */
export async function addTemplate(file: TemplateFile): Promise<string | undefined> {
  const reply = await ask('POST /api/templates', file)
  if (!reply.ok) {
    if (reply.error === 'too_many_templates') showToast({ text: t('templates.too_many') })
    return undefined
  }
  await loadTemplates()
  return reply.body.id
}

/** Gone at once, and back with one tap as long as the words stand there. */
export async function removeTemplate(template: Template): Promise<void> {
  const reply = await ask('DELETE /api/templates/ID', undefined, {
    id: template.id,
    query: `?revision=${template.revision}`,
  })
  await loadTemplates()
  if (!reply.ok && reply.error === 'changed_meanwhile') {
    showToast({ text: t('templates.remove_changed', { title: template.title }) })
    return
  }
  if (!reply.ok && reply.status !== 404) return
  forgetEditing(template.id)
  showToast({
    text: t('templates.removed', { title: template.title }),
    action: { label: t('word.undo'), run: () => void addTemplate(fileOfTemplate(template)) },
    seconds: 30,
  })
}

export function exportTemplate(template: Template): void {
  const text = `${JSON.stringify(fileOfTemplate(template), undefined, 2)}\n`
  saveFile(new Blob([text], { type: 'application/json' }), fileName(template.title))
  showToast({ text: t('session.saved') })
}
