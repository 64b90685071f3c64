// Every text of bad-texts.json as idea, explanation, group, proposal, note and line of a plan, through the real server and into every format; then
// other programs read them again (read_again.py). A session goes out, in elsewhere and back again, and is the same. Nobody is anywhere in
// the bytes of what was asked without names. `node tests/report/exports.mjs` after a release build.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sleep, until } from '../network/figures.mjs'
import { Room } from '../network/room.mjs'
import { binary } from '../browser/support/server.mjs'
import { root, temporaryFolder } from '../deploy/processes.mjs'
import { badDossier } from './bad-dossier.mjs'
import { badNames } from './bad-names.mjs'
import { fits, key, texts } from './bad-texts.mjs'

const here = join(root, 'tests/report')
const folder = process.argv[2] ?? temporaryFolder()
/** In every name and address, in the camera's data of the photo, and nowhere else. */
const canary = 'KANARIE'
const names = ['=KANARIE+1', '+KANARIE!A1', '@KANARIE', '<b>KANARIE</b>', 'Zoë KANARIE', "'; KANARIE;--"]
const photo = readFileSync(join(here, 'photo-with-position.jpg'))
assert.ok(photo.includes('KanarieCamera') && photo.includes('Exif'), 'the photo says what it should not')

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
const ideas = () => tablet.replicas.audience.all('idea').sort((one, other) => one.id - other.id)
const short = texts.filter((text) => fits(text.trim(), 60)).slice(0, 8)
for (const [i, name] of short.entries()) {
  const taken = ideas().slice(i * 3, i * 3 + 3)
  await surely(tablet, 'create_group', { name, ideas: taken.map(({ id }) => ({ idea: id, from: 0 })) })
}
// Each group has a proposal of three texts; one group goes to later, and what it proposed goes along.
const parts = texts.filter((text) => text.trim().length > 0 && fits(text.trim(), 200)).slice(-3 * short.length)
const proposed = short.map((_, i) => ({ what: parts[i * 3], where: parts[i * 3 + 1], whom: parts[i * 3 + 2] }))
const groups = tablet.replicas.audience.all('group').map((group) => group.id).sort((one, other) => one - other)
assert.equal(groups.length, short.length)
for (const [i, words] of proposed.entries())
  await surely(tablet, 'word_proposal', { group: groups[i], revision: 0, ...words, in_time: 'yes', in_money: 'no' })
await surely(tablet, 'keep_group_for_later', { group: groups.at(-1), later: true })

await start('vote')
const vote = () => tablet.replicas.audience.all('vote').find(({ state }) => state === 'open')
assert.ok(await until(vote, 5_000), 'the vote opens')
const { candidates } = vote()
for (const [i, phone] of room.phones.slice(0, 5).entries())
  for (const candidate of candidates.slice(0, 5 - i)) await surely(phone, 'cast_vote', { candidate })
// Five of seven is early.
const why = texts.slice(1, 12).map((text) => text.trim()).join(' ')
assert.ok(fits(why, 200))
await surely(tablet, 'close_vote', { in_ms: 0, anyway: true, reason: why })
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
// What the session came to is taken by itself, a moment later, and belongs in all that is made of the dossier.
const isTaken = async () =>
  JSON.parse(await organiser.ask('GET', `/api/trajectories/${id}`)).entries.some(({ entry }) => entry.kind === 'session_plan' && entry.session_version > 0)
for (const end = Date.now() + 60_000; !(await isTaken()); await new Promise((resolve) => setTimeout(resolve, 200)))
  assert.ok(Date.now() < end, 'what the session came to is not in its dossier')
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
// Besides those of above each idea of the session has come with what has to be found out about it.
const tasks = JSON.parse(await organiser.ask('GET', `/api/trajectories/${id}`)).entries.map(({ entry }) => entry).filter(({ kind }) => kind === 'task')
assert.deepEqual(tasks.filter(({ topic }) => topic === 'other').map(({ what }) => what.trim()), lines.map((text) => text.trim()))
// Upkeep for years: the texts of people in every place of a calendar that has one.
const works = lines.slice(0, 20).map((text) => ({ kind: 'upkeep', what: text, every_months: 6, starts_on: '2028-02-29', ends_on: '2034-03-01', function: text, email: 'beheer@voorbeeld.nl' }))
for (const work of works) await put(work)
const upkeep = await fetch(`${server.origin}/api/trajectories/${id}/upkeep.ics`, { headers: { Cookie: organiser.cookie } })
assert.equal(upkeep.status, 200)
writeFileSync(join(folder, 'upkeep.ics'), Buffer.from(await upkeep.arrayBuffer()))
files['upkeep.ics'] = 'upkeep'

// --- people, and a dossier, called by the bad texts ------------------------------------------------------------------------

/** What read_again.py reads of files that are not of the session above. */
const others = []
const keep = (file, bytes, more) => {
  writeFileSync(join(folder, file), bytes)
  others.push({ file, columns: [], said: [], absent: [], anonymous: false, ...more })
}
const got = async (path) => {
  const answer = await fetch(server.origin + path, { headers: { Cookie: organiser.cookie } })
  assert.equal(answer.status, 200, path)
  return Buffer.from(await answer.arrayBuffer())
}
const crowds = await badNames(room)
for (const [i, { session: of, people, cards }] of crowds.entries()) {
  const [called, notes] = [people.map(({ name }) => name), people.map(({ note }) => note)]
  // What is somebody's name and what somebody said may be the same text, and a short one is part of our own words.
  const absent = called.filter((name) => name.length > 6 && !notes.some((note) => note.includes(name)))
  const columns = [
    { sheet: 5, column: 3, whole: true, names: true, unnamed: 'iemand', texts: called },
    { sheet: 5, column: 6, whole: true, texts: notes },
  ]
  const everything = people.flatMap(({ name, organisation, role, note }) => [name, organisation, role, note])
  for (const names of ['everybody', 'nobody']) {
    const anonymous = names === 'nobody'
    for (const format of ['xlsx', 'csv', 'html', 'pdf']) {
      const bytes = await got(`/api/sessions/${of}/export?format=${format}&readers=archive&names=${names}&language=nl`)
      keep(`${names}.people${i}.${format === 'csv' ? 'zip' : format}`, bytes, { kind: format, columns, anonymous, said: anonymous ? notes : everything, absent: anonymous ? absent : [] })
    }
    keep(`${names}.people${i}.cards.pdf`, cards[names], { kind: 'cards', anonymous, said: anonymous ? [] : called, absent: anonymous ? called.filter((name) => name.length > 6) : [] })
  }
}
const badly = await badDossier(organiser)
// On paper a long text may go on over a page: line by line.
const inFields = badly.fields.flatMap(([, , said]) => said.flatMap((one) => one.split('\n')))
for (const language of ['nl', 'en'])
  for (const format of ['pdf', 'html']) {
    const asked = `/api/trajectories/${badly.id}/export?format=${format}&readers=archive&names=everybody&language=${language}`
    keep(`${language}.bad-dossier.${format}`, await got(asked), { kind: format, said: inFields })
    keep(`${language}.bad-summary.${format}`, await got(`${asked}&summary=1`), { kind: 'summary' })
  }
const column = (kind, field) => badly.fields.find(([a, b]) => a === kind && b === field)[2]
const lined = (kind, ...names) => column(kind, 'what').map((what, i) => [what, names.map((name) => column(kind, name)[i]).filter((one) => one !== '').join('\n')])
keep('bad-dossier.ics', await got(badly.calendar), {
  kind: 'ics',
  tasks: [...lined('task', 'who', 'note'), ...lined('permit', 'authority', 'note'), ...lined('upkeep', 'function')],
  events: [...lined('activity', 'who', 'note'), [JSON.parse(await organiser.ask('GET', `/api/trajectories/${badly.id}`)).entries.find(({ entry }) => entry.kind === 'place').entry.name, '']],
})

assert.deepEqual(await got(`/api/trajectories/${badly.id}/export?format=ics`), readFileSync(join(folder, 'bad-dossier.ics')), 'saved, its days are those of the feed')
const badFile = JSON.parse((await got(`/api/trajectories/${badly.id}/export?format=json`)).toString())
for (const [kind, field, said] of badly.fields)
  assert.deepEqual(badFile.dossiers[0].entries.filter(({ entry }) => entry.kind === kind).map(({ entry }) => entry[field]), said, `${kind}.${field} in the file`)

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
// A shell that writes files of at most 1 KiB stands in for a disk without space, and for a hand that ends the program in the middle.
const cramped = (command, when = "trap '' XFSZ") => spawnSync('bash', ['-c', `${when}; ulimit -c 0; ulimit -f 1; ${command}`], { encoding: 'utf8' })
const lastWeek = 'the report of last week'
/** The command line writes `what` (its words) as a whole or not at all, beside the server and without one. */
function checkWholeOrNothing(what, name, reason = /nothing is left of it/) {
  const target = join(folder, `cramped.${name}`)
  writeFileSync(target, lastWeek)
  const command = `'${binary}' export ${what.join(' ')} --data '${server.data}'`
  const refused = cramped(`${command} -o '${target}'`)
  assert.equal(refused.status, 1, name)
  assert.match(refused.stderr, reason, name)
  assert.equal(readFileSync(target, 'utf8'), lastWeek, `${name}: what was there stays`)
  const killed = cramped(`exec ${command} -o '${target}'`, 'true')
  assert.equal(killed.signal, 'SIGXFSZ', `${name}: ${killed.status} ${killed.stderr}`)
  assert.equal(readFileSync(target, 'utf8'), lastWeek, `${name}: what was there stays when it is killed`)
  assert.deepEqual(readdirSync(folder).filter((one) => one.includes('.part')), [], `${name}: and no half of the new one`)
  assert.equal(cramped(`${command} > /dev/full`).status, 1, name)
  kiemkring('export', ...what, '--data', server.data, '-o', target)
  const made = readFileSync(target)
  assert.ok(made.length > 1024, `${name}: with space it is made`)
  return made
}
/** What a command makes: of the session in every format, and of its dossier. */
const wishes = Object.entries(formats).map(([format, more]) => [format, [session, '--format', format, ...more]])
for (const format of ['pdf', 'html']) for (const summary of [[], ['--summary']]) wishes.push([`dossier${summary}.${format}`, ['--trajectory', id, '--format', format, '--readers', 'archive', '--language', 'nl', ...summary]])
wishes.push(['nobody.dossier.html', ['--trajectory', id, '--format', 'html', '--names', 'nobody', '--language', 'en']])
for (const format of ['json', 'ics']) wishes.push([`dossier.${format}`, ['--trajectory', id, '--format', format]])
/** Numbers of versions and the times of making left out. */
const apart = (bytes) => bytes.toString('latin1').replace(/"made_at":"[^"]*"|\(Versie \d+|Versie \d+|Version \d+|\d\d:\d\d/g, '')
const beside = Object.fromEntries(wishes.map(([name, what]) => [name, checkWholeOrNothing(what, name)]))
/** A terminal sees how far it is, and then an empty line; what is no terminal sees nothing. */
function checkProgress(what) {
  const target = join(folder, 'on-a-terminal')
  const command = `'${binary}' export ${what.join(' ')} --data '${server.data}' -o '${target}'`
  const { stdout, status } = spawnSync('script', ['-qec', command, '/dev/null'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
  assert.equal(status, 0, stdout)
  assert.match(stdout, /^\r +\d+ %/)
  assert.match(stdout, /\r\x1b\[K\s*$/)
  const { stdout: said, stderr } = spawnSync('bash', ['-c', command], { encoding: 'utf8' })
  assert.equal(said + stderr, '')
}
checkProgress([session, '--format', 'pdf', '--readers', 'archive'])
checkProgress(['--trajectory', id, '--format', 'pdf'])
/** On a terminal, while the process `slowed` (0: the command itself) gets a tenth of its time. */
function onATerminal(what, target, slowed, interrupts) {
  const command = [binary, 'export', ...what, '--data', server.data, '-o', target]
  const ran = spawnSync('python3', [join(here, 'on_a_terminal.py'), `${slowed}`, interrupts ? '1' : '0', ...command], { encoding: 'utf8', timeout: 120_000 })
  assert.equal(ran.status, 0, ran.stderr)
  return JSON.parse(ran.stdout)
}
/** Work that takes long says how far it is, more and more, and is stopped by Ctrl-C, which leaves no file. */
function checkLongWork(what, slowed, name) {
  const target = join(folder, `long.${name}.pdf`)
  const { shown, exit } = onATerminal(what, target, slowed, false)
  assert.equal(exit, 0, shown)
  const done = [...shown.matchAll(/\r *(\d+) %/g)].map(([, percent]) => Number(percent))
  assert.equal(done[0], 0, shown)
  assert.ok(done.every((percent, i) => i === 0 || percent >= done[i - 1]), `${name} says ${done}`)
  assert.ok(done.some((percent) => percent > 0 && percent < 100), `${name} says ${done}`)
  assert.match(shown, /\r\x1b\[K$/)
  assert.ok(readFileSync(target, 'latin1').startsWith('%PDF-'), name)
  const stopped = onATerminal(what, `${target}.stopped`, slowed, true)
  assert.equal(stopped.exit, -2, `${name}: ${JSON.stringify(stopped)}`)
  assert.deepEqual(readdirSync(folder).filter((file) => file.includes('.stopped') || file.includes('.part')), [], name)
}
checkLongWork([session, '--format', 'pdf', '--readers', 'archive'], server.child.pid, 'beside')
checkLongWork(['--trajectory', id, '--format', 'pdf', '--readers', 'archive'], server.child.pid, 'beside.dossier')
// The commands held up the reading of what the server said: connections that it closed meanwhile are let go.
await sleep(100)

const address = `${server.origin}/api/sessions/${session}/export`
const headers = { Cookie: organiser.cookie }
const progressOf = async (work) => {
  const answer = await fetch(`${address}/progress?work=${work}`, { headers })
  return answer.ok ? (await answer.json()).done : undefined
}
/** How often the server stopped what nobody waits for any more. */
const stopped = (of) => server.printed.split(`export of ${of} stopped`).length - 1
/** Leaves a little later each time, until it was in the middle of the work. */
async function leaveInTheMiddle(of, asked) {
  const before = stopped(of)
  for (let tries = 0; stopped(of) === before; ++tries) {
    assert.ok(tries < 400, `${asked}: nothing was stopped`)
    const [work, leaving] = [key(), new AbortController()]
    const answer = fetch(`${server.origin}/api/sessions/${of}/export?${asked}&work=${work}`, { headers, signal: leaving.signal }).catch(() => {})
    // A slow build reaches its middle later.
    await sleep((tries % 25) * (1 + Math.floor(tries / 25)))
    leaving.abort()
    await answer
    while ((await progressOf(work)) !== undefined);
  }
}
const cards = await Room.open(room)
await cards.fill(20)
for (const asked of ['format=pdf&readers=archive', 'format=html&readers=archive', 'format=xlsx', 'format=csv', 'format=json', 'format=png&print=results', 'format=pdf&print=results']) await leaveInTheMiddle(session, asked)
for (const asked of ['format=pdf&print=seats', 'format=pdf&print=tables', 'format=pdf&print=invitation', 'format=png&print=seats&number=1']) await leaveInTheMiddle(cards.session, asked)
cards.leave()
// Whoever leaves at once, whatever they asked for, leaves nothing behind: no file, and no work for those who come after.
const inTheFolder = () => readdirSync(server.data).filter((name) => !name.startsWith('kiemkring.db')).sort()
const before = inTheFolder()
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
assert.deepEqual(inTheFolder(), before)
room.leave()
server.child.kill('SIGTERM')
await server.ended

// Without the server the command line makes the same.
for (const [name, what] of wishes) {
  const alone = checkWholeOrNothing(what, `alone.${name}`, /nothing is left of it|disk/)
  if (/png|json|ics|html$/.test(name)) assert.equal(apart(alone), apart(beside[name]), name)
  else assert.ok(Math.abs(alone.length - beside[name].length) < alone.length / 20, name)
}
checkProgress([session, '--format', 'pdf', '--readers', 'archive'])
checkProgress(['--trajectory', id, '--format', 'pdf'])
checkLongWork([session, '--format', 'pdf', '--readers', 'archive'], 0, 'alone')
checkLongWork(['--trajectory', id, '--format', 'pdf', '--readers', 'archive'], 0, 'alone.dossier')
assert.match(spawnSync('pdfinfo', [join(folder, 'cramped.alone.dossier--summary.pdf')], { encoding: 'utf8' }).stdout, /Pages:\s+1\b/)
const withoutNames = readFileSync(join(folder, 'cramped.alone.nobody.dossier.html'), 'utf8')
assert.ok(withoutNames.includes('lang="en"') && !withoutNames.includes(canary), 'of nobody, in the other language')

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
const plain = (list) => list.map((text) => text.trim())
const alone = ideasIn.slice(short.length * 3)
const who = lines.map(() => 'Dossier-KANARIE')
/** Of every sheet with texts of people: which column has which of them. */
const columns = [
  { sheet: 1, column: 1, whole: true, texts: ideasIn },
  { sheet: 1, column: 2, whole: true, texts: texts.map((_, i) => texts.at(-1 - i).trim()) },
  { sheet: 1, column: 5, whole: true, texts: ideasIn.map((text, i) => (i < short.length * 3 ? short[Math.floor(i / 3)].trim() : text)) },
  { sheet: 2, column: 1, whole: true, sorted: true, texts: [...plain(short), ...alone] },
  ...['what', 'where', 'whom'].map((part, i) => ({ sheet: 2, column: 6 + i, whole: true, sorted: true, texts: [...proposed.map((words) => words[part].trim()), ...alone.map(() => '')] })),
  { sheet: 3, column: 3, whole: true, sorted: true, texts: [...plain(short.slice(0, -1)), ...alone] },
  { sheet: 5, column: 3, whole: true, names: true, unnamed: 'iemand', texts: names },
  { sheet: 5, column: 6, whole: true, texts: plain(texts.slice(0, names.length)) },
  { sheet: 6, column: 1, texts: tasks.map(({ what }) => what.trim()) },
  { sheet: 6, column: 2, names: true, texts: tasks.map((task) => task.who || null) },
  { sheet: 6, column: 8, texts: tasks.map(({ note }) => note.trim()) },
  { sheet: 7, column: 1, texts: [...plain(lines), ...plain(lines)] },
  { sheet: 7, column: 4, names: true, texts: [...lines.map(() => null), ...who] },
  { sheet: 7, column: 6, texts: [...plain(lines), ...plain(lines)] },
]
/** What a report says, and what it says of people. */
const said = [...ideasIn, ...texts.map((text) => text.trim()), ...plain(short), ...plain(texts.slice(0, names.length)), texts[0], why, why, ...proposed.flatMap(({ what, where, whom }) => plain([what, where, whom]))]
writeFileSync(join(folder, 'expected.json'), JSON.stringify({ files, others, ideas: ideasIn, columns, said, named: names, tasks: lines.length, canary, upkeep: works.map(({ what }) => what), ballots: result.votes[0].ballots.flat().length }))
// Debian's own, which has the readers of the packages.
const read = spawnSync('/usr/bin/python3', [join(here, 'read_again.py'), folder], { encoding: 'utf8', timeout: 600_000, maxBuffer: 64e6, stdio: ['ignore', 'pipe', 'pipe'] })
process.stdout.write(read.stdout)
process.stderr.write(read.stderr)
assert.equal(read.status, 0, 'other programs read everything')
console.log(`${kept} ideas with ${texts.length} bad texts, ${crowds.flatMap(({ people }) => people).length} people called by them, a dossier with ${inFields.length} of them, ${Object.keys(files).length + others.length} files: complete, inert, and of nobody where nobody was asked for`)
process.exit(0)
