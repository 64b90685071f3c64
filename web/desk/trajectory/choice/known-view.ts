import type { EntryOf } from '../../../shared/trajectory.ts'
import { t } from '../../../text/desk.ts'
import { all, type Dossier } from '../dossier-view.ts'
import { choices } from '../fields-view.ts'

/** Something that is known of an idea before it is weighed, in words; where it comes from, and who found it out. */
export interface KnownFact {
  readonly key: string
  readonly label: string
  readonly text: string
  readonly source: string
  readonly by: string
  /** Nobody has found it out yet. */
  readonly isOpen?: boolean
}

/** What the session and what was found out afterwards say of an idea: nobody types that again. */
export function knownFacts(shown: Dossier, id: number): KnownFact[] {
  const idea = shown.entries.get(id)?.entry
  if (idea?.kind !== 'idea') return []
  const people = peopleText(shown, id)
  const fromSession = t('known.from_session')
  const fact = (key: string, label: string, text: string, source: string, by = ''): KnownFact[] =>
    text ? [{ key, label, text, source, by }] : []
  return [
    ...fact('votes', t('known.votes'), votesText(idea), fromSession),
    ...fact('people', t('known.people'), people, fromSession),
    ...fact('missing', t('known.missing'), idea.missing_note, fromSession),
    ...fact('note', t('known.note'), idea.note, t('known.from_desk')),
    ...all(shown, 'task')
      .filter(({ entry }) => entry.idea === id)
      .flatMap(({ id: task, entry }) =>
        fact(`task-${task}`, isOfTopic(entry) ? t(`known.${entry.topic}`) : entry.what, foundText(entry), t('known.from_found'), entry.who).map(
          (one) => (entry.state === 'done' ? one : { ...one, source: t('known.not_yet'), isOpen: true }),
        ),
      ),
  ]
}

/** In one line, at the head of its column. */
export function knownInShort(shown: Dossier, { id, entry }: { id: number; entry: EntryOf<'idea'> }): string {
  const count = new Set(committed(shown, id).map(({ id: number, entry: { name } }) => name || number)).size
  return [entry.votes > 0 && t('ideas.votes', { n: entry.votes }), count > 0 && t('known.count', { n: count })].filter(Boolean).join(' · ')
}

type OfTopic = 'owner_of_ground' | 'cables' | 'cost'
function isOfTopic(task: EntryOf<'task'>): task is EntryOf<'task'> & { topic: OfTopic } {
  return task.topic === 'owner_of_ground' || task.topic === 'cables' || task.topic === 'cost'
}

/** What was found out, or how far that is. */
function foundText(task: EntryOf<'task'>): string {
  if (task.note) return task.note
  return task.state === 'done' ? t('find_out.known').toLowerCase() : t('known.not_yet')
}

function votesText({ place, votes }: EntryOf<'idea'>): string {
  return [place > 0 && t('ideas.place', { n: place }), votes > 0 && t('ideas.votes', { n: votes })].filter(Boolean).join(' · ')
}

/** Without who only wants to hear of it. */
const committed = (shown: Dossier, id: number) =>
  all(shown, 'commitment').filter(({ entry }) => entry.idea === id && entry.role !== 'informed')

/** "2 keer Trekker zijn, 3 keer Meehelpen, 4 handen omhoog" */
function peopleText(shown: Dossier, id: number): string {
  const said = committed(shown, id)
  const idea = shown.entries.get(id)?.entry
  const roles = choices.role.flatMap((role) => {
    const n = said.filter(({ entry }) => entry.role === role).length
    return n > 0 ? [t('known.role', { n, role: t(`role.${role}`).toLowerCase() })] : []
  })
  const hands = idea?.kind === 'idea' && idea.hands > 0 ? [t('ideas.hands', { n: idea.hands })] : []
  return [...roles, ...hands].join(', ')
}
