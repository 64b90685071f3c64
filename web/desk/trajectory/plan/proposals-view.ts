import type { EntryOf, TaskTopic } from '../../../shared/trajectory.ts'
import { countGraphemes } from '../../../ui/graphemes.ts'
import { t } from '../../../text/desk.ts'
import { all, type Dossier, first } from '../dossier-view.ts'
import { emptyEntry, lineMax, noteMax } from '../fields-view.ts'
import { parseMoney } from '../money-view.ts'
import { chosenIdeas } from './route-view.ts'

/** What an earlier step knows of a field that is still empty. */
export interface FieldProposal {
  readonly field: string
  /** As it is typed in the field. */
  readonly text: string
  /** Where it comes from. */
  readonly from: string
}
/** A line that an earlier step knows, where there is none yet. */
export interface LineProposal<Kind extends 'cost' | 'cover'> {
  readonly entry: EntryOf<Kind>
  readonly from: string
}

/** What was chosen and why, where it comes, and how large that is: fields of the plan. */
export function planProposals(shown: Dossier): FieldProposal[] {
  const ideas = chosenIdeas(shown).map(({ entry }) => entry)
  const reason = first(shown, 'choice')?.entry.reason ?? ''
  const place = first(shown, 'place')?.entry
  const goal = [
    ideas.map(({ name }) => name).join(' + '),
    ...ideas.map(({ about }) => about),
    reason && reason !== '-' ? t('propose.because', { reason }) : '',
  ]
  const spot = factorAbout(shown, /plek|place|spot/i)
  const spotNote = spot && isLine(spot.note) ? spot : undefined
  return [
    ideas.length > 0 && { field: 'goal_note', text: cut(goal.filter(Boolean).join('\n'), noteMax), from: t('propose.from_choice') },
    spotNote
      ? { field: 'spot', text: spotNote.note, from: t('propose.from_step1_of', { name: spotNote.name }) }
      : place?.address && { field: 'spot', text: place.address, from: t('propose.from_step1') },
    place && place.area_m2 > 0 && { field: 'area_m2', text: String(place.area_m2), from: t('propose.from_step1') },
  ].filter((one) => typeof one === 'object')
}

/** Who owns the ground and who looks after it: fields of the agreements. A long answer goes to the note beside the line. */
export function agreementProposals(shown: Dossier): FieldProposal[] {
  const found = answersAbout(shown, 'owner_of_ground')
  const owner = all(shown, 'contact').find(({ entry }) => entry.role === 'owner')?.entry
  const care = factorAbout(shown, /later|onderhoud|beheer|care|upkeep/i)
  const upkeep = marksAbout(shown, /onderhoud|beheer|upkeep/i)
  const short = found.find(({ note }) => isLine(note))
  const long = found.find(({ note }) => !isLine(note))
  return [
    owner
      ? { field: 'owner_of_ground', text: cut([owner.name, owner.organisation].filter(Boolean).join(', '), lineMax), from: t('propose.from_step1') }
      : short && { field: 'owner_of_ground', text: short.note, from: t('propose.from_found', { what: short.what }) },
    (long ?? (owner && short)) && {
      field: 'ownership_note',
      text: (long ?? short)?.note ?? '',
      from: t('propose.from_found', { what: (long ?? short)?.what ?? '' }),
    },
    care && {
      field: isLine(care.note) ? 'maintainer' : 'upkeep_note',
      text: care.note,
      from: t('propose.from_step1_of', { name: care.name }),
    },
    upkeep && (!care || isLine(care.note)) && {
      field: 'upkeep_note',
      text: upkeep.text,
      from: t('propose.from_step3_of', { name: upkeep.name }),
    },
  ].filter((one) => typeof one === 'object')
}

/** The money of step 1, as long as there is no cover. It is hoped for until somebody says that it is promised. */
export function coverProposals(shown: Dossier): LineProposal<'cover'>[] {
  const support = first(shown, 'support')?.entry
  const funder = first(shown, 'place')?.entry.funder ?? ''
  if (!support || support.budget <= 0 || all(shown, 'cover').length > 0) return []
  const what = cut(funder || support.paid_by || t('propose.budget'), lineMax)
  return [{ entry: { ...emptyEntry('cover'), what, amount: support.budget }, from: t('propose.from_step1') }]
}

/** What step 2 found out about the cost of what was chosen, as long as nobody wrote down other costs. */
export function costProposals(shown: Dossier): LineProposal<'cost'>[] {
  const there = all(shown, 'cost').map(({ entry }) => entry.basis)
  const found = answersAbout(shown, 'cost').map(({ note, what, idea }) => {
    const basis = cut(note.replace(/\s+/g, ' '), lineMax)
    const entry = { ...emptyEntry('cost'), what: cut(idea, lineMax), amount: amountIn(note) ?? 0, basis }
    return { entry, from: t('propose.from_found', { what }) }
  })
  const isOther = there.some((basis) => found.every(({ entry }) => entry.basis !== basis))
  return isOther ? [] : found.filter(({ entry }) => !there.includes(entry.basis))
}

/** The one amount in a text, in cents; undefined where there is none, or more than one. */
export function amountIn(text: string): number | undefined {
  const number = String.raw`(\d(?:[\d.,]*\d)?)`
  // A range, a price of each, or thousands in short.
  if (/\d\s*(?:-|–|tot|à|en|and|to)\s*(?:€\s*)?\d|\d\s*(?:€|euro?s?)?\s*(?:per|p\/|\/|each|ex|k\b|duizend|thousand|mln|miljoen|million)/i.test(text)) return undefined
  const found = [...text.matchAll(new RegExp(`(?:€|\\beur|\\beuro)\\s*${number}|${number}\\s*(?:€|euro\\b|eur\\b)`, 'gi'))]
  const [only, ...more] = found.map((one) => one[1] ?? one[2] ?? '')
  if (only === undefined || more.length > 0) return undefined
  const read = parseMoney(only)
  return 'cents' in read && read.cents > 0 ? read.cents : undefined
}

interface Answer {
  readonly note: string
  readonly what: string
  readonly idea: string
}
/** What was written with a thing that had to be found out of what was chosen. */
function answersAbout(shown: Dossier, topic: TaskTopic): Answer[] {
  return chosenIdeas(shown).flatMap((idea) =>
    all(shown, 'task')
      .filter(({ entry }) => entry.idea === idea.id && entry.topic === topic && entry.state === 'done' && entry.note !== '')
      .map(({ entry }) => ({ note: entry.note, what: entry.what, idea: idea.entry.name })),
  )
}

/** A factor that is settled, and says something under such a name. */
function factorAbout(shown: Dossier, name: RegExp): EntryOf<'factor'> | undefined {
  return all(shown, 'factor').find(({ entry }) => name.test(entry.name) && entry.colour === 'green' && entry.note !== '')?.entry
}

/** What the matrix says of the first idea that was chosen, under such a criterion. */
function marksAbout(shown: Dossier, name: RegExp): { name: string; text: string } | undefined {
  const [idea] = chosenIdeas(shown)
  const criterion = all(shown, 'criterion').find(({ entry }) => name.test(entry.name))
  const mark = all(shown, 'mark').find(({ entry }) => entry.idea === idea?.id && entry.criterion === criterion?.id)?.entry
  const text = mark ? [mark.summary, mark.note].filter(Boolean).join('\n') : ''
  return criterion && text ? { name: criterion.entry.name, text: cut(text, noteMax) } : undefined
}

const isLine = (text: string) => !text.includes('\n') && countGraphemes(text) <= lineMax
const cut = (text: string, most: number) => [...text].slice(0, most).join('')
