import type { EntryOf } from '../../../shared/trajectory.ts'
import { all, type Dossier, first, type OneOf } from '../dossier-view.ts'
import { emptyEntry } from '../fields-view.ts'
import { dayAfter, dayOf, folded } from '../portfolio-view.ts'

export function openingTasks(dossier: Dossier): OneOf<'task'>[] {
  return all(dossier, 'task').filter(({ entry }) => entry.topic === 'opening')
}

/** Where everybody reads the story: a name to read, and the id that counts. */
export function storyPath(place: string, id: string): string {
  const name = folded(place)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60)
  return `/story/${name ? `${name}-` : ''}${id}`
}

/** What a party needs, and how many days before it. */
export const proposedTasks = [
  ['invite', 28],
  ['ground', 28],
  ['speaker', 21],
  ['food', 14],
  ['sign', 14],
  ['photos', 7],
  ['weather', 2],
] as const

/** So many days before the party; no day when there is none, or it lies behind us. */
export function dueBefore(heldOn: string, days: number, today: string): string {
  const [year, month, date] = heldOn.split('-').map(Number)
  if (!year || !month || !date) return ''
  const due = dayOf(new Date(year, month - 1, date - days, 12).getTime())
  return due < today ? '' : due
}

/** Those to thank who are in the dossier and not on the list yet, each once. */
export function proposedThanks(
  dossier: Dossier,
  words: { readonly working_group: string; readonly funder: string },
): EntryOf<'thanks'>[] {
  const known = new Set(all(dossier, 'thanks').map(({ entry }) => folded(entry.name)))
  const found: EntryOf<'thanks'>[] = []
  const add = (name: string, what_for: string) => {
    if (known.has(folded(name))) return
    known.add(folded(name))
    found.push({ ...emptyEntry('thanks'), name, what_for })
  }
  const inGroup = new Set(
    all(dossier, 'confirmation')
      .filter(({ entry }) => entry.what_for === 'working_group' && entry.answer === 'accepted' && !entry.withdrawn)
      .map(({ entry }) => folded(entry.name)),
  )
  for (const { entry } of all(dossier, 'contact')) add(entry.name, entry.organisation)
  for (const { entry } of all(dossier, 'confirmation'))
    if (inGroup.has(folded(entry.name))) add(entry.name, words.working_group)
  for (const { entry } of all(dossier, 'commitment'))
    if (entry.role !== 'informed') add(entry.name, entry.note || entry.said_note || entry.organisation)
  for (const { entry } of all(dossier, 'company')) add(entry.name, entry.trade)
  // Who paid, or promised to.
  for (const { entry } of all(dossier, 'cover'))
    if (entry.who && entry.state !== 'hoped') add(entry.who, entry.what)
  const place = first(dossier, 'place')?.entry
  const support = first(dossier, 'support')?.entry
  if (place?.funder) add(place.funder, words.funder)
  if (support?.paid_by) add(support.paid_by, words.funder)
  return found
}

/** Of everybody in the dossier who gave one, each once; of those who were asked, whoever said yes. */
export function mailAddresses(dossier: Dossier): string[] {
  const found = [
    ...all(dossier, 'contact'),
    ...all(dossier, 'commitment'),
    ...all(dossier, 'confirmation').filter(({ entry }) => entry.answer === 'accepted'),
    ...all(dossier, 'neighbour'),
  ]
  const once = new Map<string, string>()
  for (const { entry } of found) if (entry.email) once.set(folded(entry.email), once.get(folded(entry.email)) ?? entry.email)
  return [...once.values()]
}

/** What a next round can begin with. */
export function ideasLeft(dossier: Dossier): OneOf<'idea'>[] {
  const choice = first(dossier, 'choice')?.entry
  return all(dossier, 'idea').filter(({ id }) => id !== choice?.idea && id !== choice?.combined_with)
}

/** A year may have no such day: then it is the last of that month. At most 100 years of months. */
function* turnsOf(work: EntryOf<'upkeep'>): Generator<string> {
  const [year, month, date] = work.starts_on.split('-').map(Number)
  if (!year || !month || !date) return
  for (let turn = 0; turn < 1_200; turn += 1) {
    const months = month - 1 + turn * work.every_months
    const last = new Date(year, months + 1, 0, 12).getDate()
    const day = dayOf(new Date(year, months, Math.min(date, last), 12).getTime())
    if (work.ends_on !== '' && day > work.ends_on) return
    yield day
    if (work.every_months < 1) return
  }
}

/** The day on which anything of the dossier was changed last, as the server counts days. */
export function changedOn(dossier: Dossier): string {
  const at = dossier.happened.reduce((latest, line) => Math.max(latest, line.at), 0)
  return new Date(at).toISOString().slice(0, 10)
}

/**
 * The first turn after the last that was done; empty when it is over, or comes once and was. As long as nobody said of any that it was
 * done: the latest that is not after `changed`, else the first. The server counts in the same way.
 */
export function nextTurn(work: EntryOf<'upkeep'>, changed: string): string {
  let latest = ''
  for (const day of turnsOf(work)) {
    if (day > (work.done_on || changed)) return work.done_on === '' && latest !== '' ? latest : day
    latest = day
  }
  return work.done_on === '' ? latest : ''
}

/** Of the reminder in a calendar: from then on somebody may do it. */
const earlyDays = 14

/** Which turn is done when one says so today: the latest there was; the next one when it is near; empty when there is none to do. */
export function doneTurn(work: EntryOf<'upkeep'>, changed: string, today: string): string {
  const next = nextTurn(work, changed)
  if (next === '' || next > dayAfter(today, earlyDays)) return ''
  let turn = next
  for (const day of turnsOf(work)) if (day > turn && day <= today) turn = day
  return turn
}

/** A message to be sent from one's own mail. */
export function mailAddress(to: string, subject: string, body: string): string {
  const lines = body.replaceAll('\n', '\r\n')
  return `mailto:${encodeURIComponent(to)}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(lines)}`
}
