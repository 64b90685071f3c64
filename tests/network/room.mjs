// A real server with one session in the round of ideas, a tablet on a good line, and phones on lines of their own.
import { Organiser } from '../browser/support/organiser.mjs'
import { startServer } from '../browser/support/server.mjs'
import { sleep } from './figures.mjs'
import { Phone } from './phone.mjs'

export class Room {
  phones = []

  /** With a server of its own, or as another session on the server of `neighbour`. */
  static async open(neighbour) {
    const room = new Room()
    room.server = neighbour?.server ?? (await startServer())
    room.organiser = neighbour?.organiser ?? (await Organiser.setUp(room.server))
    room.session = await room.organiser.createSession()
    room.tablet = await room.pair('facilitator', { name: 'tablet' })
    await room.tablet.ask('start_round', { round: 2, in_ms: 0 })
    await room.tablet.ask('share_ideas', { shared: true })
    return room
  }

  async pair(role, options) {
    const device = new Phone(this.server, options)
    await device.pair(await this.organiser.pairingLink(this.session, role))
    return device
  }

  get secret() {
    return this.tablet.replicas.audience.one('invite').secret
  }

  /** So many people take their seats; `options(i)` says more about each phone. */
  async fill(count, options = () => ({})) {
    const phones = Array.from({ length: count }, (_, i) => new Phone(this.server, { name: `mens ${this.phones.length + i + 1}`, ...options(i) }))
    this.phones.push(...phones)
    await Promise.all(phones.map((phone) => phone.join(this.secret)))
    return phones
  }

  /** Ends the program with a signal and starts it again, on the data that it had unless others are named. */
  async restart(signal, data = this.data) {
    this.server.child.kill(signal)
    await this.server.ended
    this.data = data
    await this.server.start(data)
  }

  /** Everybody leaves; then the server ends too. */
  async close() {
    this.leave()
    await sleep(100)
    await this.server.stop()
  }

  leave() {
    for (const phone of [...this.phones, this.tablet]) phone.close()
  }
}
