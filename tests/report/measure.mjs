// How long each export takes and how large it is, of sessions with 30, 150 and 300 ideas and photos of 12 megapixels. Prints rows for
// tests/README.md; fails when a PDF takes longer than 5 s or more than 5 MB. `node --experimental-websocket tests/report/measure.mjs`
// after a release build, with the packages of tests/browser.
import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Devices, sizes } from '../browser/support/browser.mjs'
import { cameraPhoto } from '../browser/support/photo.mjs'
import { root } from '../browser/support/server.mjs'
import { sleep } from '../network/figures.mjs'
import { Room } from '../network/room.mjs'

const sessions = [[30, 8], [150, 40], [300, 80]]
const formats = ['pdf', 'html', 'xlsx', 'csv', 'json', 'ics']
const written = JSON.parse(readFileSync(join(root, 'tests/browser/ideas-nl.json'), 'utf8'))
const texts = written.flatMap(({ ideas }) => ideas)
const key = () => randomBytes(16).toString('hex')

const devices = await Devices.launch()
const { page } = await devices.large('camera', sizes.laptop)
const photos = []
for (let seed = 0; seed < 10; ++seed) photos.push((await cameraPhoto(page, seed)).buffer)
await devices.close()

async function surely(device, op, args) {
  const answer = await device.ask(op, args)
  if (!answer.ok) throw new Error(`${op}: ${JSON.stringify(answer)}`)
  return answer
}

async function filled(ideas, photographed, neighbour) {
  const room = await Room.open(neighbour)
  await room.fill(8)
  await Promise.all(
    room.phones.map(async (phone, i) => {
      for (let n = i; n < photographed; n += room.phones.length) {
        const upload = key()
        await surely(phone, 'submit_idea', { text: `${texts[n % texts.length]} (${n + 1})`, explanation: n % 2 ? texts[(n + 7) % texts.length] : '', photo: upload })
        const headers = { Authorization: `Bearer ${phone.token}`, 'Content-Type': 'application/octet-stream' }
        const bring = () => fetch(`${room.server.origin}/api/uploads/${upload}`, { method: 'POST', headers, body: photos[n % photos.length] })
        for (let answer = await bring(); answer.status !== 201; answer = await bring()) await sleep(200)
      }
    }),
  )
  for (let n = photographed; n < ideas; n += 100)
    await surely(room.tablet, 'add_ideas', { lines: Array.from({ length: Math.min(100, ideas - n) }, (_, i) => `${texts[(n + i) % texts.length]} (${n + i + 1})`) })
  const records = (type) => room.tablet.replicas.audience.all(type)
  await surely(room.tablet, 'release_photos', { photos: records('photo').map(({ id }) => id), released: true })
  const start = (kind) => surely(room.tablet, 'start_round', { round: room.tablet.replicas.audience.one('agenda').rounds.find((round) => round.kind === kind).id, in_ms: 0 })
  await start('group')
  const live = records('idea')
  for (let i = 0; i < 12; ++i)
    await surely(room.tablet, 'create_group', { name: written[i % written.length].group, ideas: live.filter((_, n) => n % 13 === i).map(({ id }) => ({ idea: id, from: 0 })) })
  await start('close')
  await surely(room.tablet, 'set_next_step', { date: '2030-03-04', text: 'Samen kijken' })
  await surely(room.tablet, 'close_session', {})
  return room
}

let first
let tooMuch = false
for (const [ideas, photographed] of sessions) {
  const room = await filled(ideas, photographed, first)
  first ??= room
  const said = []
  for (const format of formats) {
    const began = performance.now()
    const answer = await fetch(`${room.server.origin}/api/sessions/${room.session}/export?format=${format}&readers=archive`, { headers: { Cookie: room.organiser.cookie } })
    const bytes = (await answer.arrayBuffer()).byteLength
    const seconds = (performance.now() - began) / 1000
    if (answer.status !== 200) throw new Error(`${format}: ${answer.status}`)
    said.push(`${format} ${seconds.toFixed(2)} s, ${bytes < 1e5 ? `${(bytes / 1e3).toFixed(1)} kB` : `${(bytes / 1e6).toFixed(2)} MB`}`)
    tooMuch ||= format === 'pdf' && (seconds > 5 || bytes > 5e6)
  }
  console.log(`| ${ideas} ideas, ${photographed} photos | ${said.join('; ')} |`)
  room.leave()
}
await first.server.stop()
process.exit(tooMuch ? 1 : 0)
