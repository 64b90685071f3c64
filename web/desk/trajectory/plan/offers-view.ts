import type { CommitmentRole } from '../../../shared/trajectory.ts'
import { all, type Dossier, type OneOf } from '../dossier-view.ts'
import { choices } from '../fields-view.ts'
import { chosenIdeas } from './route-view.ts'

type Commitment = OneOf<'commitment'>

/** Somebody who came forward in a session or at the desk, with everything they said they would do. */
export interface Offer {
  /** The one by which they are asked. */
  readonly by: Commitment
  readonly said: readonly Commitment[]
  /** As far as they agreed to be called. */
  readonly email: string
  readonly phone: string
  readonly mayBeNamed: boolean
}
export interface Offers {
  /** For what was chosen; the strongest word first. */
  readonly chosen: readonly Offer[]
  readonly others: readonly Offer[]
}

/** Everybody who came forward and was not asked into the working group yet, whatever they wanted to do. */
export function groupOffers(shown: Dossier): Offers {
  const chosen = new Set(chosenIdeas(shown).map(({ id }) => id))
  const isOfChosen = ({ entry }: Commitment) => chosen.has(entry.idea)
  const strength = (one: Commitment) => (isOfChosen(one) ? 0 : 100) + roleAt(one.entry.role)
  const people = new Map<string, Commitment[]>()
  for (const one of all(shown, 'commitment')) {
    const key = personOf(one)
    people.set(key, [...(people.get(key) ?? []), one])
  }
  const offers = [...people.values()]
    .map((said) => said.sort((a, b) => strength(a) - strength(b) || a.id - b.id))
    .map((said) => offerOf(said[0] as Commitment, said))
    .filter((offer) => !isAsked(shown, offer))
    .sort((a, b) => strength(a.by) - strength(b.by) || a.by.id - b.by.id)
  return { chosen: offers.filter(({ by }) => isOfChosen(by)), others: offers.filter(({ by }) => !isOfChosen(by)) }
}

function offerOf(by: Commitment, said: readonly Commitment[]): Offer {
  const firstOf = (field: 'email' | 'phone') => said.find(({ entry }) => entry[field])?.entry[field] ?? ''
  return { by, said, email: firstOf('email'), phone: firstOf('phone'), mayBeNamed: said.some(({ entry }) => entry.may_be_named) }
}

const roleAt = (role: CommitmentRole) => choices.role.indexOf(role)

/**
 * Within one session nobody has the name of another; across sessions an address or a number says who is the same. Colleagues may
 * share those, so their first names are the same as well.
 */
function personOf({ id, entry }: Commitment): string {
  const reached = entry.email.toLowerCase() || entry.phone
  if (reached) return `${reached} ${firstName(entry.name)}`
  return entry.session ? `${entry.session} ${entry.name}` : String(id)
}
const firstName = (name: string) => name.trim().toLowerCase().split(/\s+/)[0] ?? ''

function isAsked(shown: Dossier, { by, said, email }: Offer): boolean {
  const ids = new Set(said.map(({ id }) => id))
  return all(shown, 'confirmation').some(({ entry }) => {
    if (entry.what_for !== 'working_group') return false
    if (entry.commitment !== 0) return ids.has(entry.commitment)
    // Added by hand.
    const isReachedThere = email !== '' && entry.email.toLowerCase() === email.toLowerCase()
    return entry.name === by.entry.name || (isReachedThere && firstName(entry.name) === firstName(by.entry.name))
  })
}
