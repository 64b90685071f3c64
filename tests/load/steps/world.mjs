// A world to be loaded: sessions with thirty seats each, in the round for ideas, made over the API as an organiser and a tablet do.
// What stands in its file: the counts, the records of a snapshot that are no ideas, and one line for each phone.
import { randomBytes } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { join } from 'node:path'
import { Organiser } from '../../browser/support/organiser.mjs'
import { Phone } from '../../crash/phone.mjs'
import { Server, build } from './servers.mjs'

const phonesPerRoom = 30
const hex = (bytes) => randomBytes(bytes).toString('hex')

/** Runs `work` for 0 to count - 1, some at a time. */
async function each(count, atOnce, work) {
  let next = 0
  const worker = async () => {
    while (next < count) await work(next++)
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
}

function poster(origin) {
  const agent = new Agent({ keepAlive: true, maxSockets: 32 })
  const post = (path, body) =>
    new Promise((resolve, reject) => {
      const headers = { Origin: origin, 'Content-Type': 'application/json' }
      const asked = request(origin + path, { method: 'POST', agent, headers }, (response) => {
        let text = ''
        response.setEncoding('utf8')
        response.on('data', (part) => (text += part))
        response.on('end', () =>
          response.statusCode < 300 ? resolve(JSON.parse(text)) : reject(new Error(`${path}: ${response.statusCode} ${text}`)),
        )
      })
      asked.on('error', reject)
      asked.end(JSON.stringify(body))
    })
  return { post, end: () => agent.destroy() }
}

/** Writes the file; the ideas themselves are written by the phones of the generator. */
async function makeWorld(server, rooms, ideas, file) {
  const organiser = await Organiser.setUp(server)
  const { post, end } = poster(server.origin)
  const lines = Array.from({ length: rooms * phonesPerRoom })
  let snapshot = ''
  await each(rooms, 16, async (room) => {
    const session = await organiser.createSession({ seats_max: phonesPerRoom })
    const tablet = new Phone(server.origin, 'tablet')
    await tablet.pair(await organiser.pairingLink(session, 'facilitator'))
    const { secret } = tablet.records.invite
    for (const [op, args] of [
      ['start_round', { round: 2, in_ms: 0 }],
      ['share_ideas', { shared: true }],
    ]) {
      const answer = await tablet.ask(op, args)
      if (!answer.ok) throw new Error(`${op}: ${answer.refusal}`)
    }
    tablet.close()
    for (let seat = 0; seat < phonesPerRoom; ++seat) {
      const token = hex(32)
      const { person } = await post('/api/join', { secret, token, name: `Mens ${seat + 1}`, organisation: '', role: '' })
      lines[room * phonesPerRoom + seat] = { room, seat, token, person }
    }
    if (room === 0) snapshot = await fixedRecords(server.origin, lines[0].token)
  })
  end()
  const text = lines.map(({ room, seat, token, person }) => `${room} ${seat} ${token} ${person} 0`)
  writeFileSync(file, [`${rooms} ${phonesPerRoom} ${ideas}`, snapshot, ...text, ''].join('\n'))
  return organiser
}

/** What a phone is shown besides ideas, as it stands in the frame. */
function fixedRecords(origin, token) {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(`${origin.replace('http', 'ws')}/ws`, { headers: { Origin: origin } })
    socket.onerror = () => reject(new Error('no connection for a snapshot'))
    socket.onopen = () => socket.send(JSON.stringify({ type: 'hello', protocol: 1, token, client: hex(16) }))
    socket.onmessage = ({ data }) => {
      const message = JSON.parse(data)
      if (message.audience !== 'participant') return
      socket.close()
      resolve(message.put.filter(({ type }) => type !== 'idea').map((record) => JSON.stringify(record)).join(','))
    }
  })
}

/** A world with its ideas in build/load, made by a Kiemkring that was stopped since. Servers start on copies of `data`. */
export async function prepareWorld(name, rooms, ideas, moreSessions = 0) {
  const file = join(build, `${name}.txt`)
  const data = join(build, name)
  const server = await Server.start('kiemkring', { world: file, folder: data })
  await server.readSetupLink()
  const organiser = await makeWorld(server, rooms, ideas, file)
  await each(moreSessions, 16, () => organiser.createSession())
  server.load('prepare')
  await server.halt()
  return { file, data, rooms, ideas }
}
