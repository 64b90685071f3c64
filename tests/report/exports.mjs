// Every text of bad-texts.json as idea, explanation, group, note and line of a plan, through the real server and into every format; then
// other programs read them again (read_again.py). A session goes out, in elsewhere and back again, and is the same. Nobody is anywhere in
// the bytes of what was asked without names. `node tests/report/exports.mjs` after a release build.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sleep, until } from '../network/figures.mjs'
import { Room } from '../network/room.mjs'
import { binary } from '../browser/support/server.mjs'
import { root, temporaryFolder } from '../deploy/processes.mjs'

const here = join(root, 'tests/report')
const folder = process.argv[2] ?? temporaryFolder()
const texts = JSON.parse(readFileSync(join(here, 'bad-texts.json'), 'utf8'))
/** In every name and address, in the camera's data of the photo, and nowhere else. */
const canary = 'KANARIE'
const names = ['=KANARIE+1', '+KANARIE!A1', '@KANARIE', '<b>KANARIE</b>', 'Zoë KANARIE', "'; KANARIE;--"]
const photo = readFileSync(join(here, 'photo-with-position.jpg'))
assert.ok(photo.includes('KanarieCamera') && photo.includes('Exif'), 'the photo says what it should not')

const key = () => randomBytes(16).toString('hex')
const fits = (text, most) => [...new Intl.Segmenter().segment(text)].length <= most
const surely = async (device, op, args) => {
  const answer = await device.ask(op, args)
  assert.ok(answer.ok, `${op} ${JSON.stringify(args)} is answered ${JSON.stringify(answer)}`)
  return answer
}
function kiemkring(...args) {
  const { status, stdout, stderr } = spawnSync(binary, args, { encoding: 'utf8', timeout: 60_000, maxBuffer: 64e6 })
  assert.equal(status, 0, `kiemkring ${args.join(' ')} ended with ${status}: ${stdout}${stderr}`)
}

// --- a session with everything in it -----------------------------------------------------------------------------------

const room = await Room.open()
const { server, organiser, session, tablet } = room
const agenda = () => tablet.replicas.audience.one('agenda').rounds
const start = (kind) => surely(tablet, 'start_round', { round: agenda().find((round) => round.kind === kind).id, in_ms: 0 })
await room.fill(names.length, (i) => ({ name: names[i] }))
await surely(tablet, 'add_paper_seat', { name: 'Papieren KANARIE' })

async function bring(token, upload, bytes) {
  const answer = await fetch(`${server.origin}/api/uploads/${upload}`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/octet-stream' },
    body: bytes,
  })
  assert.equal(answer.status, 201)
}
await bring(tablet.token, key(), photo)

let kept = 0
for (const [i, text] of texts.entries()) {
  const phone = room.phones[i % room.phones.length]
  const upload = i < 3 ? key() : null
  await surely(phone, 'submit_idea', { text, explanation: texts.at(-1 - i), place: { x: (i % 10) / 10, y: 0.5 }, photo: upload })
  kept += 1
  if (upload) await bring(phone.token, upload, photo)
}
const photos = () => tablet.replicas.audience.all('photo').filter(({ status }) => status === 'here')
assert.ok(await until(() => photos().length === 3, 10_000), 'the photos are there')
await surely(tablet, 'release_photos', { photos: photos().map(({ id }) => id), released: true })

await start('group')
const ideas = () => tablet.replicas.audience.all('idea')
const short = texts.filter((text) => fits(text.trim(), 60)).slice(0, 8)
for (const [i, name] of short.entries()) {
  const taken = ideas().slice(i * 3, i * 3 + 3)
  await surely(tablet, 'create_group', { name, ideas: taken.map(({ id }) => ({ idea: id, from: 0 })) })
}

await start('vote')
const vote = () => tablet.replicas.audience.all('vote').find(({ state }) => state === 'open')
assert.ok(await until(vote, 5_000), 'the vote opens')
const { candidates } = vote()
for (const [i, phone] of room.phones.entries())
  for (const candidate of candidates.slice(0, Math.max(1, 5 - i))) await surely(phone, 'cast_vote', { candidate })
await surely(tablet, 'close_vote', { in_ms: 0, anyway: true })
const top = () => tablet.replicas.audience.all('top')[0]
assert.ok(await until(() => top()?.entries.length, 5_000), 'there is a top')
const chosen = top().entries.map(({ candidate }) => candidate)
await start('commit')
for (const [i, phone] of room.phones.entries())
  await surely(phone, 'commit', { candidate: chosen[i % chosen.length], role: i % 2 ? 'help' : 'lead', note: texts[i] })
await surely(room.phones[4], 'give_contact', { kind: 'email', value: 'kanarie@voorbeeld.nl', purposes: ['this_idea'] })
await start('close')
await surely(tablet, 'set_next_step', { date: '2027-03-04', text: texts[0] })
await surely(tablet, 'close_session', {})

// --- its dossier ---------------------------------------------------------------------------------------------------------

const place = { kind: 'place', name: texts[0], sort: 'company', address: '', municipality: '', funder: '', about: '', area_m2: 0 }
const { id } = JSON.parse(await organiser.ask('POST', '/api/trajectories', { key: key(), language: 'nl', place }))
const say = (op, args) => organiser.ask('POST', `/api/trajectories/${id}`, { key: key(), op, args }).then(JSON.parse)
const put = (now) => say('put_entry', { id: 0, was: null, now })
for (const step of ['session', 'choice', 'plan', 'opening']) await say('open_step', { step, reason: 'Toch' })
const plan = await put({ kind: 'session_plan', name: 'Meeting', purpose: 'ideas', held_on: '', starts_at: '', ends_at: '', location: '', invitation: '', template_id: '', language: 'nl', host: '', controller: '', seats: 0, kept_days: 0, session: '', session_version: 0, taken_note: '' })
await organiser.ask('POST', `/api/trajectories/${id}/plans/${plan.entry}/link`, { session })
const lines = texts.filter((text) => text.trim().length > 0 && text.length < 100)
for (const text of lines) {
  await put({ kind: 'task', what: text, who: 'Dossier-KANARIE', due: '2027-04-01', state: 'open', topic: 'other', idea: 0, note: text })
  await put({ kind: 'cost', what: text, amount: 12_345, in_kind: false, hours: 1, basis: text })
  await put({ kind: 'cover', what: text, amount: 100, state: 'hoped', who: 'Dossier-KANARIE', note: text })
}
await put({ kind: 'opening', held_on: '2027-09-12', starts_at: '14:00', ends_at: '16:00', location: texts[3], invitation: texts[4], area_m2: 0, trees: 0, tiles_out: 0, people: 0, story_public: false, story_title: '', story: '' })

// --- out, in every format --------------------------------------------------------------------------------------------------

const files = {}
const exported = async (format, choice) => {
  const answer = await fetch(`${server.origin}/api/sessions/${session}/export?${new URLSearchParams({ format, ...choice })}`, { headers: { Cookie: organiser.cookie } })
  assert.equal(answer.status, 200, `${format} ${JSON.stringify(choice)}`)
  return Buffer.from(await answer.arrayBuffer())
}
for (const format of ['json', 'csv', 'pdf', 'html', 'xlsx', 'ics'])
  for (const [name, choice] of Object.entries({ nl: { language: 'nl' }, en: { language: 'en' }, nobody: { language: 'nl', names: 'nobody' } })) {
    const file = `${name}.${format === 'csv' ? 'zip' : format}`
    writeFileSync(join(folder, file), await exported(format, { readers: 'archive', ...choice }))
    files[file] = format
  }
// What goes on a wall, and the dossier: read again for what they say of people.
for (const [name, choice] of Object.entries({ nl: { language: 'nl', names: 'everybody' }, nobody: { language: 'nl', names: 'nobody' } })) {
  for (const [print, format] of [['social', 'png'], ['square', 'png'], ['results', 'png'], ['results', 'pdf'], ['invitation', 'pdf']]) {
    const file = `${name}.${print}.${format}`
    writeFileSync(join(folder, file), await exported(format, { print, ...choice }))
    files[file] = 'paper'
  }
  for (const [format, summary] of [['pdf', ''], ['html', ''], ['pdf', '1']]) {
    const answer = await fetch(`${server.origin}/api/trajectories/${id}/export?${new URLSearchParams({ format, readers: 'archive', summary, ...choice })}`, { headers: { Cookie: organiser.cookie } })
    assert.equal(answer.status, 200, `dossier ${format}`)
    const file = `${name}.dossier${summary}.${format}`
    writeFileSync(join(folder, file), Buffer.from(await answer.arrayBuffer()))
    files[file] = 'dossier'
  }
}
// Upkeep for years: the texts of people in every place of a calendar that has one.
const works = lines.slice(0, 20).map((text) => ({ kind: 'upkeep', what: text, every_months: 6, starts_on: '2028-02-29', ends_on: '2034-03-01', function: text, email: 'beheer@voorbeeld.nl' }))
for (const work of works) await put(work)
const upkeep = await fetch(`${server.origin}/api/trajectories/${id}/upkeep.ics`, { headers: { Cookie: organiser.cookie } })
assert.equal(upkeep.status, 200)
writeFileSync(join(folder, 'upkeep.ics'), Buffer.from(await upkeep.arrayBuffer()))
files['upkeep.ics'] = 'upkeep'
const whole = readFileSync(join(folder, 'nl.json'), 'utf8')
const { result, events, people } = JSON.parse(whole)
assert.equal(result.ideas.length, kept, 'items out are items in')
for (const [i, idea] of result.ideas.entries()) assert.equal(idea.text, texts[i].trim(), 'as it was written')
assert.equal(people.length, names.length + 1)
for (const { event, what } of events) {
  if (event === 'vote_cast') assert.deepEqual(Object.keys(what).sort(), ['ballot', 'candidate', 'vote'], 'a vote is of nobody')
}

// --- a full disk, and somebody who leaves -------------------------------------------------------------------------------

/** The words of the command line for every format that there is. */
const formats = { json: [], csv: [], xlsx: [], ics: [], pdf: [], html: [], png: ['--print', 'results'] }
// A shell that writes files of at most 1 KiB stands in for a disk without space.
const cramped = (command) => spawnSync('bash', ['-c', `trap '' XFSZ; ulimit -f 1; ${command}`], { encoding: 'utf8' })
for (const [format, more] of Object.entries(formats)) {
  const target = join(folder, `cramped.${format}`)
  writeFileSync(target, 'the report of last week')
  const command = `'${binary}' export ${session} --data '${server.data}' --format ${format} ${more.join(' ')}`
  const refused = cramped(`${command} -o '${target}'`)
  assert.equal(refused.status, 1, format)
  assert.match(refused.stderr, /nothing is left of it/, format)
  assert.equal(readFileSync(target, 'utf8'), 'the report of last week', `${format}: what was there stays`)
  assert.deepEqual(readdirSync(folder).filter((name) => name.includes('.part')), [], `${format}: and no half of the new one`)
  assert.equal(cramped(`${command} > /dev/full`).status, 1, format)
  kiemkring('export', session, '--data', server.data, '--format', format, ...more, '-o', target)
  assert.ok(readFileSync(target).length > 1024, `${format}: with space it is made`)
}

const address = `${server.origin}/api/sessions/${session}/export`
const headers = { Cookie: organiser.cookie }
const progressOf = async (work) => {
  const answer = await fetch(`${address}/progress?work=${work}`, { headers })
  return answer.ok ? (await answer.json()).done : undefined
}
/** Asks for a report and leaves once it is seen being made; whether it was. */
async function leave() {
  const [work, leaving] = [key(), new AbortController()]
  let came = false
  const asked = fetch(`${address}?format=pdf&readers=archive&work=${work}`, { headers, signal: leaving.signal }).then(() => { came = true }, () => {})
  while (!came && !((await progressOf(work)) > 0));
  leaving.abort()
  await asked
  while ((await progressOf(work)) !== undefined);
  return !came
}
// A fast machine may have it made before that is seen.
const stopped = () => server.printed.includes(`export of ${session} stopped`)
for (let tries = 0; !stopped() && tries < 50; ++tries) await leave()
assert.ok(stopped(), 'what nobody waits for is stopped')
// Whoever leaves at once, whatever they asked for, leaves nothing behind: no file, and no work for those who come after.
const beside = () => readdirSync(server.data).filter((name) => !name.startsWith('kiemkring.db')).sort()
const before = beside()
for (const [format, more] of Object.entries(formats))
  for (const wait of [0, 2, 5, 20]) {
    const leaving = new AbortController()
    const work = key()
    const print = more.length ? `&print=${more[1]}` : ''
    const asked = fetch(`${address}?format=${format}&readers=archive&work=${work}${print}`, { headers, signal: leaving.signal }).catch(() => {})
    await sleep(wait)
    leaving.abort()
    await asked
    while ((await progressOf(work)) !== undefined);
  }
assert.equal((await exported('ics', { language: 'nl' })).length, readFileSync(join(folder, 'nl.ics')).length, 'and the next one is made as ever')
assert.deepEqual(beside(), before)
room.leave()
await server.stop()

// --- in elsewhere, and back ----------------------------------------------------------------------------------------------

const out = (data, format, file, ...more) => kiemkring('export', session, '--data', data, '--format', format, '-o', file, ...more)
const [laptop, again] = ['laptop', 'again'].map((name) => join(folder, name))
for (const data of [laptop, again]) mkdirSync(data)
kiemkring('import', join(folder, 'nl.json'), '--data', laptop)
out(laptop, 'json', join(folder, 'laptop.kiemkring'))
assert.equal(readFileSync(join(folder, 'laptop.kiemkring'), 'utf8'), whole, 'elsewhere it is the same, photos too')
kiemkring('import', join(folder, 'laptop.kiemkring'), '--data', again)
out(again, 'json', join(folder, 'again.kiemkring'))
assert.equal(readFileSync(join(folder, 'again.kiemkring'), 'utf8'), whole, 'and back again')
assert.equal(JSON.parse(whole).pictures.length, 4)
// Without who people are it can be brought in as well.
const nameless = join(folder, 'nameless')
mkdirSync(nameless)
kiemkring('import', join(folder, 'nobody.json'), '--data', nameless)
out(nameless, 'xlsx', join(folder, 'nameless.xlsx'))

// --- read again by others -----------------------------------------------------------------------------------------------

const ideasIn = result.ideas.map(({ text }) => text)
writeFileSync(join(folder, 'expected.json'), JSON.stringify({ files, ideas: ideasIn, tasks: lines.length, canary, upkeep: works.map(({ what }) => what), ballots: result.votes[0].ballots.flat().length }))
// Debian's own, which has the readers of the packages.
const read = spawnSync('/usr/bin/python3', [join(here, 'read_again.py'), folder], { encoding: 'utf8', timeout: 300_000, stdio: ['ignore', 'pipe', 'pipe'] })
process.stdout.write(read.stdout)
process.stderr.write(read.stderr)
assert.equal(read.status, 0, 'other programs read everything')
console.log(`${kept} ideas with ${texts.length} bad texts, ${Object.keys(files).length} files: complete, inert, and of nobody where nobody was asked for`)
process.exit(0)
