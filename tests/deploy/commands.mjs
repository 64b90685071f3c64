// What README.md and --help tell people to type: deploy/run starts a server, and every command does its work beside it and without
// it. Then the session goes on elsewhere, from its file. `node tests/deploy/commands.mjs`, after a release build.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readCsv } from '../browser/support/csv.mjs'
import { readZip } from '../browser/support/zip.mjs'
import { Organiser } from '../browser/support/organiser.mjs'
import { until } from '../network/figures.mjs'
import { Room } from '../network/room.mjs'
import { rehearse } from './rehearse.mjs'
import { freePort, root, start, temporaryFolder } from './processes.mjs'

const folder = temporaryFolder()
let commands = 0

/** What a command prints when it ends with `code`. */
function kiemkring(args, code = 0) {
  const { status, stdout, stderr } = spawnSync(join(root, 'build/release/kiemkring'), args, { encoding: 'utf8', timeout: 20_000, maxBuffer: 64e6 })
  assert.equal(status, code, `kiemkring ${args.join(' ')} ended with ${status}: ${stdout}${stderr}`)
  commands += 1
  return code === 0 ? stdout : stderr
}

/** deploy/run on a data folder, with what people read off its terminal. */
async function run(data) {
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  const began = Date.now()
  const program = start(join(root, 'deploy/run'), ['--listen', `127.0.0.1:${port}`, '--data', data])
  await program.until(async () => {
    assert.equal((await fetch(`${origin}/healthz`)).status, 200)
    assert.match(program.printed(), /\/desk/)
  }, 120_000)
  const upMs = Date.now() - began
  assert.match(program.printed(), new RegExp(`On this machine: +${origin}\n`), 'it prints its address')
  const [setupLink] = new RegExp(`${origin}/desk#setup=\\S+`).exec(program.printed()) ?? []
  return { origin, port, upMs, setupLink, stop: () => program.stop() }
}

const roundOf = ({ tablet }, kind) => tablet.replicas.audience.one('agenda').rounds.find((round) => round.kind === kind).id

/** The first gives its votes to all but the last candidates, the next to one less, and so on. */
async function vote(room) {
  await room.tablet.ask('start_round', { round: roundOf(room, 'vote'), in_ms: 0 })
  const opened = () => room.tablet.replicas.audience.all('vote').find(({ state }) => state === 'open')
  assert.ok(await until(opened, 5_000), 'the vote opens')
  const { candidates } = opened()
  let votes = 0
  for (const [i, phone] of room.phones.entries())
    for (const candidate of candidates.slice(0, Math.min(5, room.phones.length) - i)) {
      const answer = await phone.ask('cast_vote', { candidate })
      assert.ok(answer.ok, `a vote is answered ${JSON.stringify(answer)}`)
      votes += 1
    }
  const closed = await room.tablet.ask('close_vote', { in_ms: 0, anyway: true })
  assert.ok(closed.ok, `closing is answered ${JSON.stringify(closed)}`)
  return votes
}

/** The tables in a ZIP, but for the one that says when they were made. */
const tablesIn = (zip) => Object.fromEntries([...readZip(zip)].filter(([name]) => name !== 'over.csv').map(([name, bytes]) => [name, bytes.toString('utf8')]))

/** What the commands say of a session, and where they keep it. */
function saved(name, session, data) {
  const json = join(folder, `${name}.json`)
  const csv = join(folder, `${name}.zip`)
  assert.equal(kiemkring(['export', session, '--data', data, '-o', json]), '')
  assert.equal(kiemkring(['export', session, '--data', data, '--format', 'csv', '-o', csv]), '')
  const held = { file: json, json: readFileSync(json, 'utf8'), csv: tablesIn(readFileSync(csv)) }
  assert.equal(kiemkring(['export', session, '--data', data]), held.json, 'a file and the standard output get the same')
  return held
}

// --- help ------------------------------------------------------------------------------------------------------------

const help = kiemkring(['--help'])
for (const name of ['serve', 'doctor', 'export', 'import', 'recount', 'rehearse', 'backup', 'verify', 'restore']) {
  assert.match(help, new RegExp(`^ +${name} +\\S`, 'm'))
  assert.match(kiemkring([name, '--help']), new RegExp(`kiemkring ${name} `))
}
assert.match(kiemkring(['--version']), /^kiemkring \d/)
kiemkring([], 2)
kiemkring(['grow'], 2)

// --- beside a server ---------------------------------------------------------------------------------------------------

const data = join(folder, 'data')
const server = await run(data)
assert.ok(server.setupLink, 'the first start prints a set-up link')
const organiser = await Organiser.setUp(server)
const room = await Room.open({ server, organiser })
const { session } = room
const phones = await room.fill(5)
const texts = phones.flatMap((phone, i) => [`Een bank ${i} in de "zon"; met thee`, `=1+${i}`])
for (const [i, text] of texts.entries()) {
  const answer = await phones[i >> 1].ask('submit_idea', { text, explanation: i % 3 ? '' : 'Eén regel\nen nog een 🌱' })
  assert.ok(answer.ok)
}

const midway = saved('midway', session, data)
assert.equal(await organiser.export(session), midway.json, 'the command gives what the desk gives')
assert.deepEqual(JSON.parse(midway.json).result.ideas.map(({ text }) => text), texts)
const [head, ...rows] = readCsv(midway.csv['ideeen.csv'])
assert.equal(rows.length, texts.length)
for (const text of texts) assert.equal(rows.filter((row) => row.includes(text) || row.includes(`'${text}`)).length, 1, `one row for: ${text}`)
assert.ok(rows.every((row) => row.length === head.length && row.every((cell) => !cell.startsWith('='))))
assert.match(kiemkring(['recount', midway.file]), /No vote has been closed yet/)

const deeds = await rehearse({ server, organiser, data, session })
const votes = await vote(room)
const voted = saved('voted', session, data)
assert.match(kiemkring(['recount', voted.file]), new RegExp(`Vote \\d+: 5 ballots[^]*The ballots give the published counts, and the top follows`))
const tampered = join(folder, 'tampered.json')
writeFileSync(tampered, voted.json.replace(/("counts":\[\{"candidate":\d+,"votes":)\d+/, '$17'))
kiemkring(['recount', tampered], 1)

const reachable = ['doctor', '--data', data, '--public-url', 'http://kring.test']
assert.match(kiemkring(reachable), /ok +a server runs on it and is well/)
kiemkring(['doctor', '--data', data, '--listen', `127.0.0.1:${server.port}`], 1) // phones cannot reach that
const backup = join(folder, 'kring.kiemkring-backup')
assert.match(kiemkring(['backup', backup, '--data', data]), new RegExp(`1 organisers, 1 sessions[^]*${session} .* 5 people, ${texts.length} ideas`))
kiemkring(['backup', backup, '--data', data], 1) // never over another
room.leave()
await server.stop()

// --- without a server ----------------------------------------------------------------------------------------------------

const stopped = saved('stopped', session, data)
assert.equal(stopped.json, voted.json, 'stopped, the session is what it was')
assert.deepEqual(stopped.csv, voted.csv)
assert.match(kiemkring(['recount', stopped.file]), /The ballots give the published counts/)
assert.match(kiemkring(reachable), /ok +the database opens/)
assert.match(kiemkring(['rehearse', '--data', data], 1), /no server runs/)

assert.match(kiemkring(['verify', backup]), /5 people/)
const restored = join(folder, 'restored')
assert.match(kiemkring(['restore', backup, '--data', restored]), /restored into/)
assert.equal(saved('restored', session, restored).json, voted.json, 'restored, the session is what it was')

// --- elsewhere, from the file ----------------------------------------------------------------------------------------------

for (const [name, held] of Object.entries({ elsewhere: midway, again: voted })) {
  const other = join(folder, name)
  mkdirSync(other)
  assert.match(kiemkring(['import', held.file, '--data', other]), /imported from/)
  kiemkring(['import', held.file, '--data', other], 1) // it is there already
  const out = saved(`${name}-out`, session, other)
  assert.equal(out.json, held.json, 'out, in and out again it is the same')
  assert.deepEqual(out.csv, held.csv)
}

const elsewhere = join(folder, 'elsewhere')
const second = await run(elsewhere)
const there = new Room()
Object.assign(there, { server: second, organiser: await Organiser.setUp(second), session })
there.tablet = await there.pair('facilitator', { name: 'tablet' })
const [newcomer] = await there.fill(1)
assert.ok((await newcomer.ask('submit_idea', { text: 'Een heg die zoemt', explanation: '' })).ok)
const seen = () => newcomer.replicas.audience.all('idea').map(({ text }) => text)
await until(() => seen().length > texts.length, 5_000)
assert.deepEqual(seen().sort(), [...texts, 'Een heg die zoemt'].sort())
await vote(there)
const [onwards] = JSON.parse(saved('onwards', session, elsewhere).json).result.votes
assert.equal(onwards.voters, 1)
assert.match(kiemkring(['recount', join(folder, 'onwards.json')]), /The ballots give the published counts/)
for (const phone of [...phones, room.tablet, newcomer, there.tablet]) assert.deepEqual(phone.troubles, [])
there.leave()
await second.stop()

console.log(
  `commands: deploy/run was up after ${(server.upMs / 1000).toFixed(1)} s, ${commands} commands beside a server and without one, ` +
    `${texts.length} ideas and ${votes} votes the same out, in and out again; the imported session went on; ` +
    `${deeds} deeds of simulated people`,
)
process.exit(0)
