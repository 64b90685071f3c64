// The gap that no delta bridges: the server remembers 2,000 records that went away (server/live/record_cache.h). Who missed more
// of them than that gets a snapshot, who missed less a delta, and both then hold what everybody holds.
import { sleep, until } from './figures.mjs'
import { Room } from './room.mjs'

const ideasEach = 67
const removed = 12

/** In a session of its own on the server of `neighbour`; what is wrong, in sentences. */
export async function awayForTooLong(neighbour) {
  const problems = []
  const room = await Room.open(neighbour)
  const { tablet } = room
  await tablet.ask('share_ideas', { shared: false })
  const phones = await room.fill(30)
  const [longer, shorter, always] = phones

  // Twenty messages at once are allowed, then five a second.
  await Promise.all(phones.map(async (phone) => {
    const answers = []
    for (let i = 0; i < ideasEach && !(phone === always && i >= ideasEach - 15); ++i) {
      answers.push(phone.ask('submit_idea', { text: `${phone.name} schrijft ${i}`, explanation: '' }))
      if (i >= 15) await sleep(220)
    }
    await Promise.all(answers)
  }))
  const written = phones.reduce((sum, { accepted }) => sum + accepted.length, 0)
  const holds = (phone) => phone.replicas.audience.all('idea').length
  await tablet.ask('share_ideas', { shared: true })
  if (!(await until(() => [longer, shorter, always].every((phone) => holds(phone) === written), 5_000)))
    problems.push(`${written} ideas were shared, phones hold ${[longer, shorter, always].map(holds)}`)

  longer.close()
  await tablet.ask('share_ideas', { shared: false })
  if (!(await until(() => holds(shorter) === 0, 5_000))) problems.push('what is shared no longer is still held')
  shorter.close()
  for (const { person } of phones.slice(-removed)) await tablet.ask('remove_person', { person })
  if (written + removed <= 2_000) problems.push(`${written} ideas and ${removed} people went away: too few for this test`)

  await longer.enter()
  await shorter.enter()
  if (longer.mode !== 'snapshot') problems.push(`away for more than is remembered, and given a ${longer.mode}`)
  if (shorter.mode !== 'delta') problems.push(`away for less than is remembered, and given a ${shorter.mode}`)
  await sleep(100)
  const newcomer = always.twin()
  await newcomer.enter()
  for (const phone of [longer, shorter, always])
    if (phone.replicas.audience.digest !== newcomer.replicas.audience.digest) problems.push(`${phone.name}, once away, differs from a newcomer`)
  for (const { name, troubles } of [longer, shorter, always]) if (troubles.length) problems.push(`${name}, once away: ${troubles}`)
  newcomer.close()
  room.leave()
  return problems
}
