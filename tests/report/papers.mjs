// Cards and posters as they come out of a printer: poppler makes pixels of every page, a reader of QR codes finds the way in on each card,
// and the marks are where the scissors go. Without names nobody is on them, whoever sits there. `node tests/report/papers.mjs` after a
// release build, with the packages of tests/browser.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { until } from '../network/figures.mjs'
import { Room } from '../network/room.mjs'
import { root, temporaryFolder } from '../deploy/processes.mjs'

const jsqr = createRequire(join(root, 'tests/browser/package.json'))('jsqr')
const folder = process.argv[2] ?? temporaryFolder()
const pointsPerInch = 72
const dotsPerInch = 150
const a4 = [595.28, 841.89]
const a3 = a4.map((side) => side * Math.SQRT2)

const run = (command, args) => {
  const { status, stdout, stderr } = spawnSync(command, args, { timeout: 60_000, maxBuffer: 256e6 })
  assert.equal(status, 0, `${command} ${args.join(' ')}: ${stderr}`)
  assert.equal(stderr.toString(), '', command)
  return stdout
}

const room = await Room.open()
const { server, organiser, session, tablet } = room
const start = (kind) => surely(tablet, 'start_round', { round: tablet.replicas.audience.one('agenda').rounds.find((round) => round.kind === kind).id, in_ms: 0 })
async function surely(device, op, args) {
  const answer = await device.ask(op, args)
  assert.ok(answer.ok, `${op} ${JSON.stringify(args)} is answered ${JSON.stringify(answer)}`)
  return answer
}

async function made(print, format, choice = {}) {
  const asked = new URLSearchParams({ format, print, language: 'nl', ...choice })
  const answer = await fetch(`${server.origin}/api/sessions/${session}/export?${asked}`, { headers: { Cookie: organiser.cookie } })
  assert.equal(answer.status, 200, `${print} ${format} ${asked}`)
  return Buffer.from(await answer.arrayBuffer())
}

/** The pages of a PDF in grey, and how large they are in points. */
function pages(name, pdf, resolution = dotsPerInch) {
  const file = join(folder, `${name}.pdf`)
  writeFileSync(file, pdf)
  run('pdftoppm', ['-r', String(resolution), '-gray', file, join(folder, name)])
  const told = run('pdfinfo', ['-f', '1', '-l', '99', file]).toString()
  const sizes = [...told.matchAll(/^Page +\d+ size: +([\d.]+) x ([\d.]+)/gm)].map(([, width, height]) => [Number(width), Number(height)])
  const pictures = readdirSync(folder).filter((one) => one.startsWith(`${name}-`) && one.endsWith('.pgm')).sort().map((one) => grey(readFileSync(join(folder, one))))
  assert.equal(pictures.length, sizes.length)
  return pictures.map((picture, i) => ({ ...picture, size: sizes[i], resolution }))
}
/** From a PGM with a byte for each pixel. */
function grey(bytes) {
  const [head, width, height] = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.toString('latin1', 0, 64))
  return { width: Number(width), height: Number(height), pixels: bytes.subarray(head.length) }
}
const light = ({ width, pixels }, x, y) => pixels[y * width + x]

/** What a camera reads of a part of a page. */
function readPart(page, [left, top, width, height]) {
  const data = new Uint8ClampedArray(width * height * 4)
  for (let y = 0; y < height; ++y)
    for (let x = 0; x < width; ++x) data.fill(light(page, left + x, top + y), (y * width + x) * 4, (y * width + x) * 4 + 3)
  for (let i = 3; i < data.length; i += 4) data[i] = 255
  return jsqr(data, width, height)?.data
}
const cells = (page, columns, rows) => {
  const [width, height] = [Math.floor(page.width / columns), Math.floor(page.height / rows)]
  return Array.from({ length: columns * rows }, (_, i) => [(i % columns) * width, Math.floor(i / columns) * height, width, height])
}
const near = (found, wanted) => found.every((side, i) => Math.abs(side - wanted[i]) < 0.6)

// --- the way in, on every card -------------------------------------------------------------------------------------------

const wayIn = `${server.origin}/#q=${room.secret}`
const seats = 30
const tableCards = 6
await room.fill(2, (i) => ({ name: ['Annabel', 'Bramwell'][i] }))
await surely(tablet, 'add_paper_seat', { name: 'Papieren Truus' })

const invitation = pages('invitation', await made('invitation', 'pdf'))
assert.equal(invitation.length, 1)
assert.ok(near(invitation[0].size, a4))
assert.equal(readPart(invitation[0], cells(invitation[0], 1, 1)[0]), wayIn)
const large = pages('invitation-a3', await made('invitation', 'pdf', { paper: 'a3' }))
assert.ok(near(large[0].size, a3), `${large[0].size}`)
assert.equal(readPart(large[0], cells(large[0], 1, 1)[0]), wayIn)

const tables = pages('tables', await made('tables', 'pdf'))
assert.equal(tables.length, tableCards / 2)
for (const page of tables) {
  assert.ok(near(page.size, a4))
  for (const cell of cells(page, 1, 2)) assert.equal(readPart(page, cell), wayIn)
}
const seatCards = pages('seats', await made('seats', 'pdf'))
assert.equal(seatCards.length, Math.ceil(seats / 4))
const read = seatCards.flatMap((page) => cells(page, 2, 2).map((cell) => readPart(page, cell)))
// Whoever takes part on paper has nothing to scan; after the last card the sheet is empty.
assert.equal(read.filter((one) => one === wayIn).length, seats - 1)
assert.equal(read.filter((one) => one === undefined).length, seatCards.length * 4 - seats + 1)
assert.equal(read.length, seatCards.length * 4)

// --- where the scissors go ---------------------------------------------------------------------------------------------------

/** Whether it is dark there. */
const dark = (page, x, y) => light(page, ...[[x, page.width], [y, page.height]].map(([at, most]) => Math.min(Math.floor((at * page.resolution) / pointsPerInch), most - 1))) < 150
// Fine enough for a line of 0.6 points; a sheet of cards of each kind.
const fine = (name, pdf) => {
  const first = join(folder, `${name}-first.pdf`)
  writeFileSync(join(folder, `${name}-all.pdf`), pdf)
  run('pdfseparate', ['-f', '1', '-l', '1', join(folder, `${name}-all.pdf`), first])
  return pages(`${name}-fine`, readFileSync(first), 600)[0]
}
const [across, down] = a4.map((side) => side / 2)
const hair = 0.2
for (const [name, page] of [['tables', fine('tables', await made('tables', 'pdf'))], ['seats', fine('seats', await made('seats', 'pdf'))]]) {
  // Cut at half its height a sheet is two of A5; at half its width too, four of A6. A mark is as long as a finger is wide, and only at the edges:
  // the line just above the middle, where no card has anything.
  assert.ok(dark(page, a4[0] - 8, down - hair), `${name}: a mark at the right`)
  assert.ok(dark(page, 12, down - hair), `${name}: a mark at the left`)
  for (const x of [25, across / 2, across + 30, a4[0] - 25]) assert.ok(!dark(page, x, down - hair), `${name}: none at ${x}`)
  assert.ok(!dark(page, a4[0] - 8, down - 2), `${name}: a line, no more`)
  // On cards for seats the colour stands above these.
  for (const y of [13, a4[1] - 8, down - 5]) {
    assert.equal(dark(page, across, y), name === 'seats', `${name}: across at ${y}`)
    assert.ok(!dark(page, across + 3, y), `${name}: and nothing beside it at ${y}`)
  }
  assert.ok(!dark(page, across, down / 2), `${name}: none between the edges`)
}
for (const page of [invitation[0], large[0]]) {
  const scale = page.size[0] / a4[0]
  assert.ok(!dark(page, (a4[0] - 8) * scale, down * scale), 'a poster is not cut')
}

// --- without names -----------------------------------------------------------------------------------------------------------

/** Every paper that a session gives now, as pixels. */
async function pictures(prints, names) {
  const all = []
  for (const [print, number] of prints) all.push(await made(print, 'png', { names, ...(number ? { number } : {}) }))
  return all
}
const same = (some, others) => some.map((one, i) => one.equals(others[i]))
/** Everybody is called otherwise: what nobody is named on stays the same to the last byte, and a card with a name does not. */
async function renamed(prints, withNames, names) {
  const before = { named: await pictures(prints, 'everybody'), nobody: await pictures(prints, 'nobody') }
  for (const [i, phone] of room.phones.entries()) await surely(phone, 'set_profile', { name: names[i], organisation: `Van ${names[i]}`, role: '' })
  const after = { named: await pictures(prints, 'everybody'), nobody: await pictures(prints, 'nobody') }
  assert.deepEqual(same(before.nobody, after.nobody), prints.map(() => true), `${prints}: whoever is there`)
  assert.deepEqual(same(before.named, after.named), withNames.map((has) => !has), `${prints}: with names`)
}
await renamed([['seats', 1], ['seats', 2], ['tables', 1], ['invitation']], [true, true, false, false], ['Xaveria', 'Ypsilon'])

for (const [i, phone] of room.phones.entries()) await surely(phone, 'submit_idea', { text: `Een bank, de ${i + 1}e`, explanation: '' })
await start('group')
await start('vote')
const vote = () => tablet.replicas.audience.all('vote').find(({ state }) => state === 'open')
assert.ok(await until(vote, 5_000), 'the vote opens')
for (const candidate of vote().candidates) await surely(room.phones[0], 'cast_vote', { candidate })
await surely(room.phones[1], 'cast_vote', { candidate: vote().candidates[0] })
await surely(tablet, 'close_vote', { in_ms: 0, anyway: true })
const top = () => tablet.replicas.audience.all('top')[0]
assert.ok(await until(() => top()?.entries.length, 5_000), 'there is a top')
await start('commit')
await surely(room.phones[0], 'commit', { candidate: top().entries[0].candidate, role: 'lead', note: '' })
await start('close')
await surely(tablet, 'set_next_step', { date: '2027-03-04', text: 'Samen kijken' })
await surely(tablet, 'close_session', {})
// What hangs on a wall says what was chosen, and of nobody who.
for (const names of ['everybody', 'nobody']) {
  for (const print of ['social', 'square', 'results', 'invitation']) assert.ok((await made(print, 'png', { names })).length > 5_000, print)
  const wall = pages(`results-${names}`, await made('results', 'pdf', { names }))
  assert.ok(near(wall[0].size, a4))
  const text = run('pdftotext', [join(folder, `results-${names}.pdf`), '-']).toString()
  for (const name of ['Xaveria', 'Ypsilon', 'Truus']) assert.ok(!text.includes(name), name)
}
room.leave()
await server.stop()
console.log(`${invitation.length + large.length} posters, ${tableCards} cards for tables and ${seats} for seats: every code leads to ${wayIn.replace(/[0-9a-f]{32}/, '…')}, the marks are where they are cut`)
process.exit(0)
