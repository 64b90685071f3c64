// How long each export takes and how large it is, of sessions with 30, 150 and 300 ideas and photos of 12 megapixels: files, cards and
// posters, and the Word file that a desk makes. Prints rows for tests/README.md; fails when a PDF takes longer than 5 s or more than 5 MB. `node --experimental-websocket tests/report/measure.mjs`
// after a release build, with the packages of tests/browser.
import { randomBytes } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { Devices, sizes } from '../browser/support/browser.mjs'
import { cameraPhoto } from '../browser/support/photo.mjs'
import { root } from '../browser/support/server.mjs'
import { sleep } from '../network/figures.mjs'
import { Room } from '../network/room.mjs'

const sessions = [[30, 8], [150, 40], [300, 80]]
const formats = ['pdf', 'html', 'xlsx', 'csv', 'json', 'ics']
/** While people can come in, and afterwards. */
const waysIn = [['invitation', 'pdf'], ['tables', 'pdf'], ['seats', 'pdf']]
const walls = [['results', 'pdf'], ['results', 'png'], ['social', 'png'], ['square', 'png']]
const written = JSON.parse(readFileSync(join(root, 'tests/browser/ideas-nl.json'), 'utf8'))
const texts = written.flatMap(({ ideas }) => ideas)
const key = () => randomBytes(16).toString('hex')

const devices = await Devices.launch()
const { page } = await devices.large('camera', sizes.laptop)
const photos = []
for (let seed = 0; seed < 10; ++seed) photos.push((await cameraPhoto(page, seed)).buffer)

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
  room.said = await timed(room, waysIn)
  await start('vote')
  const open = () => records('vote').find(({ state }) => state === 'open')
  while (!open()) await sleep(20)
  for (const [i, phone] of room.phones.entries()) for (const candidate of open().candidates.slice(0, 5 - (i % 5))) await surely(phone, 'cast_vote', { candidate })
  await surely(room.tablet, 'close_vote', { in_ms: 0, anyway: true })
  await sleep(200)
  if (!records('top')[0]) await surely(room.tablet, 'widen_top', {})
  await start('close')
  await surely(room.tablet, 'set_next_step', { date: '2030-03-04', text: 'Samen kijken' })
  await surely(room.tablet, 'close_session', {})
  return room
}

let first
let tooMuch = false
const size = (bytes) => (bytes < 1e5 ? `${(bytes / 1e3).toFixed(1)} kB` : `${(bytes / 1e6).toFixed(2)} MB`)

async function timed({ server, organiser, session }, prints) {
  const said = []
  for (const [print, format] of prints) {
    const began = performance.now()
    const answer = await fetch(`${server.origin}/api/sessions/${session}/export?format=${format}&print=${print}`, { headers: { Cookie: organiser.cookie } })
    const bytes = (await answer.arrayBuffer()).byteLength
    if (answer.status !== 200) throw new Error(`${print} ${format}: ${answer.status}`)
    said.push(`${print} ${format} ${((performance.now() - began) / 1000).toFixed(2)} s, ${size(bytes)}`)
  }
  return said
}
/** As the desk makes it, from the tap to the file. */
async function wordFile({ server, organiser, session }) {
  const { page: desk } = await devices.large(`desk-${session}`, sizes.laptop)
  desk.setDefaultTimeout(60_000)
  await organiser.logIn(desk)
  await desk.goto(`${server.origin}/desk#/sessions/${session}`)
  const panel = desk.getByRole('region', { name: 'Verslag' })
  await panel.getByRole('radio', { name: 'Archief' }).check({ force: true })
  const began = performance.now()
  const download = desk.waitForEvent('download')
  await panel.getByRole('button', { name: 'Bewaar als Word-bestand' }).click()
  const { size: bytes } = statSync(await (await download).path())
  return `docx ${((performance.now() - began) / 1000).toFixed(2)} s, ${size(bytes)}`
}

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
    said.push(`${format} ${seconds.toFixed(2)} s, ${size(bytes)}`)
    tooMuch ||= format === 'pdf' && (seconds > 5 || bytes > 5e6)
  }
  said.push(await wordFile(room))
  const papers = [...room.said, ...(await timed(room, walls))]
  console.log(`| ${ideas} ideas, ${photographed} photos | ${said.join('; ')} | ${papers.join('; ')} |`)
  room.leave()
}
await devices.close()
await first.server.stop()
process.exit(tooMuch ? 1 : 0)
