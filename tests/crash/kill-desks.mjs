// kill -9, over and over, in the middle of step 4: six desks write in one dossier, take things back and do them again, and ask again
// under the same key what got no answer. What was acknowledged is there, once. Then one desk alone, with a kill before and after each
// undo: one that was acknowledged stays, one that was not happened once or not at all. A key is known for 200 events: the desks write far faster than people, and not faster than that. `node tests/crash/kill-desks.mjs [KILLS]` after a release build.
import { randomBytes } from 'node:crypto'
import { Organiser } from '../browser/support/organiser.mjs'
import { startServer } from '../browser/support/server.mjs'

const kills = Number(process.argv[2] ?? 20)
const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms))
const key = () => randomBytes(16).toString('hex')
const problems = []
const began = Date.now()

const server = await startServer()
const organiser = await Organiser.setUp(server)
const place = { kind: 'place', name: 'De Hoef', sort: 'company', address: '', municipality: '', funder: '', about: '', area_m2: 0 }
const { id } = JSON.parse(await organiser.ask('POST', '/api/trajectories', { key: key(), language: 'nl', place }))
const say = (op, args, with_key = key()) => organiser.ask('POST', `/api/trajectories/${id}`, { key: with_key, op, args }).then(JSON.parse)
for (const step of ['session', 'choice', 'plan']) await say('open_step', { step, reason: 'Toch' })

/** Asked until there is an answer: a refusal is one too. */
async function surely(op, args) {
  const own = key()
  for (;;) {
    try {
      return await say(op, args, own)
    } catch (error) {
      if (/: 4\d\d /.test(error.message)) throw error
      await wait(50 + Math.random() * 100)
    }
  }
}

let writing = true
/** What each entry was made to be at last, and what was taken away. */
const expected = new Map()
const gone = new Set()
let acknowledged = 0
let undos = 0
async function desk(name) {
  const own = []
  for (let n = 0; writing; n += 1) {
    const made = { kind: 'cost', what: `${name} ${n}`, amount: n * 100, in_kind: false, hours: 0, basis: '' }
    const { entry } = await surely('put_entry', { id: 0, was: null, now: made })
    expected.set(entry, made)
    own.push(entry)
    const other = own[Math.floor(Math.random() * own.length)]
    const was = expected.get(other)
    const now = { ...was, amount: was.amount + 1, basis: `offerte ${n}` }
    const { version } = await surely('put_entry', { id: other, was, now })
    expected.set(other, now)
    acknowledged += 2
    if (Math.random() < 0.4) {
      const undone = await surely('undo_event', { version })
      expected.set(other, was)
      undos += 1
      if (Math.random() < 0.5) {
        await surely('undo_event', { version: undone.version })
        expected.set(other, now)
        undos += 1
      }
    }
    await wait(20 + Math.random() * 40)
    // A dossier holds 200 lines of costs: each desk keeps some.
    while (own.length > 20) {
      const oldest = own.shift()
      await surely('remove_entry', { id: oldest, was: expected.get(oldest) })
      expected.delete(oldest)
      gone.add(oldest)
      acknowledged += 1
    }
  }
}
const desks = Array.from({ length: 6 }, (_, i) => desk(`desk ${i + 1}`).catch((error) => problems.push(`desk ${i + 1}: ${error.message}`)))
for (let i = 1; i <= kills; i += 1) {
  await wait(100 + Math.random() * 400)
  await server.kill()
  await server.start()
}
await wait(300)
writing = false
await Promise.all(desks)

const { entries, taken_away: away } = JSON.parse(await organiser.ask('GET', `/api/trajectories/${id}`))
const kept = new Map(entries.filter(({ entry }) => entry.kind === 'cost').map((one) => [one.id, one.entry]))
for (const [number, entry] of expected)
  if (JSON.stringify(kept.get(number)) !== JSON.stringify(entry)) problems.push(`${number} should be ${JSON.stringify(entry)} and is ${JSON.stringify(kept.get(number))}`)
for (const number of gone) if (kept.has(number) || !away.includes(number)) problems.push(`${number} was taken away`)
if (kept.size !== expected.size) problems.push(`${kept.size} lines are kept, ${expected.size} were acknowledged`)

/** The dossier as it is on disk: its version, and what a line says. */
async function look(line) {
  const { version, entries: all } = JSON.parse(await organiser.ask('GET', `/api/trajectories/${id}`))
  return { version, amount: all.find((one) => one.id === line).entry.amount }
}
async function killAndStart() {
  await server.kill()
  await server.start()
}
function check(is, should, when) {
  const fits = should.some(({ version, amount }) => is.version === version && is.amount === amount)
  if (!fits) problems.push(`${when}: is ${JSON.stringify(is)}, should be ${JSON.stringify(should)}`)
}
const before = { kind: 'cost', what: 'Bankjes', amount: 100, in_kind: false, hours: 0, basis: '' }
const { entry: line } = await surely('put_entry', { id: 0, was: null, now: before })
const orders = 8
const unsure = { done: 0, not: 0 }
for (let i = 0; i < orders; i += 1) {
  const after = { ...before, amount: 200 + i }
  const { version } = await surely('put_entry', { id: line, was: before, now: after })
  // A kill, then the undo, then a kill: it stays undone, and so does the undo of it.
  await killAndStart()
  check(await look(line), [{ version, amount: after.amount }], 'a change that was acknowledged, after a kill')
  const undone = await surely('undo_event', { version })
  await killAndStart()
  check(await look(line), [{ version: version + 1, amount: before.amount }], 'an undo that was acknowledged, after a kill')
  await surely('undo_event', { version: undone.version })
  await killAndStart()
  check(await look(line), [{ version: version + 2, amount: after.amount }], 'an undo of an undo, after a kill')
  // An undo in whose middle the server dies.
  const own = key()
  const asked = say('undo_event', { version: version + 2 }, own).catch(() => null)
  if (i % 2 === 1) await wait(Math.random() * 2)
  await server.kill()
  const heard = await asked
  await server.start()
  const is = await look(line)
  const [happened, not] = [{ version: version + 3, amount: before.amount }, { version: version + 2, amount: after.amount }]
  check(is, heard ? [happened] : [happened, not], 'an undo in the middle of a kill')
  unsure[is.version === version + 3 ? 'done' : 'not'] += 1
  // Asked again under the same key it has happened once, however it was.
  const again = await say('undo_event', { version: version + 2 }, own)
  if (again.version !== version + 3) problems.push(`the undo asked again got version ${again.version}`)
  check(await look(line), [happened], 'the same undo asked again')
}

await server.stop()
for (const problem of problems.slice(0, 20)) console.error(problem)
console.log(`${kills} kills in step 4, ${acknowledged} commands of six desks acknowledged, ${undos} of them undone or done again, and ${orders * 4} kills around an undo (${unsure.done} in its middle had happened, ${unsure.not} had not) in ${((Date.now() - began) / 1000).toFixed(0)} s: ${problems.length} lost, doubled or different`)
process.exit(problems.length === 0 && acknowledged > kills * 5 ? 0 : 1)
