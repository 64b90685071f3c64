// Sessions in which people are called by the bad texts, work for them and do what they say: all of them, twenty-five in a room.
import assert from 'node:assert/strict'
import { Room } from '../network/room.mjs'
import { until } from '../network/figures.mjs'
import { different, text } from './bad-texts.mjs'

const [nameMost, affiliationMost, noteMost, inOneRoom] = [40, 60, 200, 25]

/** Ended sessions on the server of `neighbour`: of each its id, its people as they are kept, and the cards of its seats with and without names. */
export async function badNames(neighbour) {
  const sessions = []
  for (let from = 0; from < different.length; from += inOneRoom) sessions.push(await oneRoom(neighbour, from, Math.min(inOneRoom, different.length - from)))
  return sessions
}

async function seatCards({ server, organiser, session }, names) {
  const answer = await fetch(`${server.origin}/api/sessions/${session}/export?format=pdf&print=seats&names=${names}`, { headers: { Cookie: organiser.cookie } })
  assert.equal(answer.status, 200)
  return Buffer.from(await answer.arrayBuffer())
}

async function oneRoom(neighbour, from, count) {
  const room = await Room.open(neighbour)
  const { tablet } = room
  const surely = async (device, op, args) => {
    const answer = await device.ask(op, args)
    assert.ok(answer.ok, `${op} ${JSON.stringify(args)} is answered ${JSON.stringify(answer)}`)
  }
  const start = (kind) => surely(tablet, 'start_round', { round: tablet.replicas.audience.one('agenda').rounds.find((round) => round.kind === kind).id, in_ms: 0 })
  const of = (i) => ({ name: text(from + i, nameMost), organisation: text(from + i + 20, affiliationMost), role: text(from + i + 40, affiliationMost), note: text(from + i + 10, noteMost) })
  for (let i = 0; i < count; ++i) {
    const [phone] = await room.fill(1, () => ({ name: of(i).name }))
    const { name, organisation, role } = of(i)
    await surely(phone, 'set_profile', { name, organisation, role })
  }
  for (const idea of ['Een bank', 'Een boom', 'Een heg']) await surely(room.phones[0], 'submit_idea', { text: idea, explanation: '' })
  await start('group')
  await start('vote')
  const vote = () => tablet.replicas.audience.all('vote').find(({ state }) => state === 'open')
  assert.ok(await until(vote, 5_000), 'the vote opens')
  for (const [i, candidate] of vote().candidates.entries())
    for (const phone of room.phones.slice(i)) await surely(phone, 'cast_vote', { candidate })
  await surely(tablet, 'close_vote', { in_ms: 0, anyway: true })
  const top = () => tablet.replicas.audience.all('top')[0]
  assert.ok(await until(() => top()?.entries.length, 5_000), 'there is a top')
  const [{ candidate }] = top().entries
  await start('commit')
  for (const [i, phone] of room.phones.entries()) await surely(phone, 'commit', { candidate, role: i ? 'help' : 'lead', note: of(i).note })
  const cards = {}
  for (const names of ['everybody', 'nobody']) cards[names] = await seatCards(room, names)
  await start('close')
  await surely(tablet, 'set_next_step', { date: '2027-03-04', text: 'Samen kijken' })
  await surely(tablet, 'close_session', {})
  room.leave()

  const { people } = JSON.parse(await room.organiser.export(room.session))
  assert.equal(people.length, count)
  // Who is called as somebody else gets a number behind the name; nothing else is changed.
  for (const [i, person] of people.entries()) {
    const { name, organisation, role } = of(i)
    assert.ok(person.name === name || person.name.startsWith(`${name.slice(0, 30)}`), `${JSON.stringify(person.name)} is not ${JSON.stringify(name)}`)
    assert.equal(person.organisation, organisation)
    assert.equal(person.role, role)
  }
  return { session: room.session, cards, people: people.map(({ name, organisation, role }, i) => ({ name, organisation, role, note: of(i).note })) }
}
