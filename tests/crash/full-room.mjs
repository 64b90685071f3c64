// A session in the round of ideas with a tablet and thirty phones in it.
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
