// A session in the round of ideas with a tablet and thirty phones in it, and what they write.
import { setTimeout as sleep } from 'node:timers/promises'
import { Organiser } from '../browser/support/organiser.mjs'
import { Phone } from './phone.mjs'

export async function fillRoom(server) {
  const organiser = await Organiser.setUp(server)
  const session = await organiser.createSession()
  const tablet = new Phone(server.origin, 'tablet')
  await tablet.pair(await organiser.pairingLink(session, 'facilitator'))
  await tablet.ask('start_round', { round: 2, in_ms: 0 })
  const phones = Array.from({ length: 30 }, (_, i) => new Phone(server.origin, `mens ${i + 1}`))
  await Promise.all(phones.map((phone) => phone.join(tablet.records.invite.secret)))
  return { organiser, session, tablet, phones }
}

/** Writes a new idea, or changes one of its own, for as long as it shall. */
export async function write(phone, shall, pauseMs) {
  for (let i = 1; shall(); ++i) {
    const own = phone.accepted.filter(({ op }) => op === 'submit_idea')
    const text = `${phone.name} schrijft ${i}`
    if (own.length < 10 || (i % 3 === 0 && own.length < 40)) await phone.ask('submit_idea', { text, explanation: '' })
    else await phone.ask('edit_idea', { idea: own[i % own.length].id, text, explanation: '' })
    await sleep(pauseMs())
  }
}

/** Once nobody begins anything new: waits for the writers, 20 s at most, and says what went wrong for whom. */
export async function troublesAtTheEnd(phones, writers) {
  await Promise.race([Promise.all(writers), sleep(20_000)])
  await sleep(300)
  return phones.flatMap(({ name, outbox, troubles, refused }) => [
    ...(outbox.length ? [`${name}: ${outbox.length} commands were never answered`] : []),
    ...troubles.map((trouble) => `${name}: ${trouble}`),
    ...refused.map(({ op, refusal }) => `${name}: ${op} was refused, ${refusal}`),
  ])
}
