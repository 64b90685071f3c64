import type { Outcome } from '../../shared/session-link.ts'
import type { GroupColor } from '../../ui/draw/color.ts'
import type { Room } from '../room.ts'

export interface Place {
  readonly x: number
  readonly y: number
}

/** An idea of the plan or of the list beside it. */
export interface Spot {
  readonly key: string
  readonly id?: number
  /** What stands on its pin: the letter of its group, else its number. */
  readonly mark: string
  readonly color?: GroupColor
  readonly text: string
  readonly explanation: string
  readonly mine: boolean
  readonly place?: Place
  /** Still on its way. */
  readonly waiting: boolean
  readonly pin?: (place: Place | null) => Promise<Outcome>
}

export interface ExploreView {
  readonly plan?: { readonly picture: number; readonly width: number; readonly height: number }
  /** Those with a pin first, by number. */
  readonly spots: readonly Spot[]
}

/** Own ideas, and those of others once everybody may read them. */
export function exploreView(room: Room): ExploreView {
  const { records } = room
  const plan = records.one('plan').value
  const own = records.all('my_idea').value.filter(({ status }) => status === 'live' || status === 'later')
  const mine = new Set(own.map(({ id }) => id))
  const others = records.all('idea').value.filter(({ id, status }) => status === 'live' && !mine.has(id))
  const groups = records.all('group').value
  const ended = records.one('session').value?.status === 'ended'
  const fixed = ended || records.one('vote').value?.state === 'open'

  const spots: Spot[] = [...own, ...others]
    .sort((a, b) => a.id - b.id)
    .map(({ id, text, explanation, group, place }) => {
      const letter = groups.find((one) => one.id === group)
      const waiting = pinOnItsWay(room, id)
      const now = waiting === undefined ? (place ?? null) : waiting
      return {
        key: `i${id}`,
        id,
        mark: letter?.letter ?? String(id),
        ...(letter ? { color: letter.color } : {}),
        text,
        explanation,
        mine: mine.has(id),
        ...(now ? { place: now } : {}),
        waiting: waiting !== undefined,
        ...(mine.has(id) && !fixed
          ? { pin: (to: Place | null) => room.send('pin_idea', { idea: id, place: to }) }
          : {}),
      }
    })
  for (const command of room.pending.value)
    if (command.op === 'submit_idea') {
      const { text, explanation, place } = command.args
      spots.push({
        key: `n${command.n}`,
        mark: '…',
        text,
        explanation,
        mine: true,
        ...(place ? { place } : {}),
        waiting: true,
      })
    }
  spots.sort((a, b) => Number(!a.place) - Number(!b.place))
  return { ...(plan ? { plan } : {}), spots }
}

/** The last place that was asked for and not answered yet. */
function pinOnItsWay(room: Room, idea: number): Place | null | undefined {
  let place: Place | null | undefined
  for (const command of room.pending.value)
    if (command.op === 'pin_idea' && command.args.idea === idea) place = command.args.place ?? null
  return place
}

/** A group with pins and what lies in it, or an idea that stands alone. */
export interface PlanPart {
  readonly key: string
  readonly mark: string
  readonly color?: GroupColor
  readonly title: string
  readonly spots: readonly { readonly key: string; readonly text: string; readonly place: Place }[]
}

/** What stands on the plan, by group in the order of their letters. */
export function planResult(room: Room): { readonly plan?: ExploreView['plan']; readonly parts: readonly PlanPart[] } {
  const { plan, spots } = exploreView(room)
  const groups = room.records.all('group').value
  const parts = new Map<string, PlanPart>()
  for (const { key, mark, color, text, place } of spots) {
    if (!place) continue
    const group = color && groups.find(({ letter }) => letter === mark)
    const part = group ? `g${group.id}` : key
    const before = parts.get(part)?.spots ?? []
    const title = group?.name || text
    parts.set(part, { key: part, mark, ...(color ? { color } : {}), title, spots: [...before, { key, text, place }] })
  }
  const order = ({ color, mark }: PlanPart) => (color ? groups.find(({ letter }) => letter === mark)?.order ?? 0 : Number.POSITIVE_INFINITY)
  return { ...(plan ? { plan } : {}), parts: [...parts.values()].sort((a, b) => order(a) - order(b) || a.key.localeCompare(b.key)) }
}
