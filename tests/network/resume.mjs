// P4 and P5: thirty phones, a second tablet and a big screen on lines that break in every way, a server that is stopped, killed
// and restored from a backup meanwhile. Whoever held a version held the same as everybody else, without a gap or a repeat, and
// in the end all hold what a newcomer is given. `node tests/network/resume.mjs [--long] [--seed N]`
import { join } from 'node:path'
import { awayForTooLong } from './away-for-too-long.mjs'
import { finish, p50p99, percentile, readOptions, sleep, until } from './figures.mjs'
import { LossyProxy } from './lossy-proxy.mjs'
import { Ledger } from './replica.mjs'
import { Room } from './room.mjs'
import { between, oneOf, seededRandom } from './seeded.mjs'

const { long, seed } = readOptions()
const aim = long ? { resumes: 10_000, atMostMs: 900_000 } : { resumes: 1_500, atMostMs: 90_000 }
const random = seededRandom(seed)
const problems = []
const ledger = new Ledger()
// The page's rules, hurried: one that sleeps and waits for most of the time meets few faults. Whoever comes back asks for its last
// answer again, as if that had been lost.
const hurried = { connectTimeoutMs: 2_000, beatAfterMs: 1_000, deadAfterMs: 3_000, pauseMs: [50, 100, 400], restartPauseMs: [50, 400], asksAgain: true }
const atHundredMs = { latencyMs: 45, jitterMs: 10, lossRate: 0 }

const room = await Room.open()
const line = async () => ({
  ledger, rules: hurried, random,
  through: await LossyProxy.open(room.server.port, Math.floor(random() * 2 ** 32), atHundredMs),
})
const lines = await Promise.all(Array.from({ length: 30 }, line))
await room.fill(30, (i) => lines[i])
const faulty = [
  ...room.phones,
  await room.pair('facilitator', { name: 'second tablet', ...(await line()) }),
  await room.pair('screen', { name: 'screen', ...(await line()) }),
]
// On a good line, so that every version is somebody's truth.
const witnesses = [room.phones[0].twin({ ledger }), await room.pair('screen', { name: 'second screen', ledger })]
await witnesses[0].enter()
room.tablet.ledger = ledger

// --- what happens in the room ------------------------------------------------------------------------------------

let isWriting = true
async function write(phone) {
  for (let i = 1; isWriting; ++i) {
    const own = phone.replicas.me.all('my_idea')
    const live = own.filter(({ status }) => status === 'live')
    const roll = random()
    if (own.length < 4 || (own.length < 8 && roll < 0.1)) await phone.ask('submit_idea', { text: `${phone.name} schrijft ${i}`, explanation: '' })
    else if (roll < 0.3 && live.length) await phone.ask('withdraw_idea', { idea: oneOf(random, live).id })
    else if (roll < 0.5 && live.length < own.length) await phone.ask('restore_idea', { idea: own.find(({ status }) => status !== 'live').id })
    else if (live.length) await phone.ask('edit_idea', { idea: oneOf(random, live).id, text: `${phone.name} schrijft ${i}`, explanation: 'anders' })
    await sleep(between(random, 500, 1_500))
  }
}

async function lead() {
  const { tablet } = room
  for (let i = 1; isWriting; ++i) {
    const ideas = tablet.replicas.audience.all('idea')
    const groups = tablet.replicas.audience.all('group')
    const roll = random()
    if (roll < 0.1) await tablet.ask('share_ideas', { shared: !tablet.replicas.audience.one('round').ideas_shared })
    else if (roll < 0.2) await tablet.ask('set_timer', { duration_ms: 600_000 })
    else if (roll < 0.3) await tablet.ask('pause_timer')
    else if (roll < 0.4) await tablet.ask('undo')
    else if (roll < 0.5) await tablet.ask('create_group', { name: `groep ${i}` })
    else if (roll < 0.6 && groups.length > 3) await tablet.ask('dissolve_group', { group: oneOf(random, groups).id })
    else if (ideas.length) await tablet.ask('hide_idea', { ideas: [oneOf(random, ideas).id], hidden: random() < 0.6 })
    await sleep(between(random, 200, 600))
  }
  // Silent writing ends, so that what is compared at last is everything.
  await tablet.ask('share_ideas', { shared: true })
}

// --- what befalls the lines --------------------------------------------------------------------------------------

const faults = {
  reset: (phone) => phone.through.reset(),
  half_open: (phone) => phone.through.halfOpen(),
  new_address(phone) {
    phone.through.address = `127.0.${Math.floor(between(random, 1, 200))}.${Math.floor(between(random, 1, 200))}`
    phone.through.reset()
  },
  stall: (phone) => phone.through.stall(between(random, 200, 1_500)),
  freeze: (phone) => phone.freeze(between(random, 300, 2_500)),
  // Stops in the middle of a message, with part of it in its hands.
  async trickle(phone) {
    phone.through.set({ ...atHundredMs, trickleMs: 1 })
    await sleep(between(random, 200, 600))
    phone.through.reset()
    phone.through.set(atHundredMs)
  },
  second_line: (phone) => phone.connect(),
  reload(phone) {
    phone.forget()
    phone.connect()
  },
  // In the very moment in which the server tells what is missing.
  async twice(phone) {
    phone.through.reset()
    await sleep(between(random, 300, 500))
    phone.through.reset()
  },
}
const befell = Object.fromEntries(Object.keys(faults).map((name) => [name, 0]))
const usual = ['reset', 'reset', 'new_address', 'second_line', 'second_line', 'trickle', 'twice', 'stall', 'freeze', 'half_open', 'reload']

let isRough = true
async function breakLine(phone) {
  while (isRough) {
    await until(() => phone.isLive || !isRough, 10_000)
    await sleep(between(random, 50, 900))
    if (!isRough || !phone.isLive) continue
    const fault = oneOf(random, usual)
    befell[fault] += 1
    await faults[fault](phone)
  }
}

const resumesNow = () => faulty.reduce((sum, { counts }) => sum + counts.resumes, 0)
const restarts = { SIGTERM: 0, SIGKILL: 0, restored: 0 }

/** Restarts at each sixth of the way; a backup is taken hot, and put in the place of the data two sixths later. */
async function breakServer() {
  problems.push(...(await awayForTooLong(room)))
  const file = join(room.server.data, 'kring.kiemkring-backup')
  for (const [sixths, event] of ['SIGTERM', 'backup', 'SIGKILL', 'restore', 'SIGTERM', 'SIGKILL'].entries()) {
    if (!(await until(() => resumesNow() > (aim.resumes * (sixths + 0.5)) / 6, aim.atMostMs))) return
    if (event === 'backup') room.server.command('backup', file, '--data', room.server.data)
    else if (event === 'restore') {
      await room.server.kill()
      const restored = join(room.server.data, 'restored')
      room.server.command('restore', file, '--data', restored)
      await room.restart('SIGKILL', restored)
      restarts.restored += 1
    } else {
      await room.restart(event)
      restarts[event] += 1
    }
  }
}

// --- all of it ---------------------------------------------------------------------------------------------------

const began = performance.now()
const writers = [...room.phones.map(write), lead()]
const breakers = faulty.map(breakLine)
const breakingServer = breakServer()
if (!(await until(() => resumesNow() >= aim.resumes, aim.atMostMs))) problems.push(`only ${resumesNow()} resumes in time`)
await breakingServer
isRough = false
await Promise.all(breakers)
const roughMs = performance.now() - began

// Healing: while others still write, who is on a dead line notices; then everybody is answered and back.
await sleep(hurried.deadAfterMs + 1_000)
isWriting = false
const everybody = [...faulty, ...witnesses, room.tablet]
for (const phone of everybody) phone.rules = { ...hurried, deadAfterMs: 25_000 }
const settled = await Promise.race([Promise.all(writers).then(() => true), sleep(20_000)])
if (!settled) problems.push(`unanswered: ${everybody.filter(({ outbox }) => outbox.length).map(({ name }) => name)}`)
if (!(await until(() => everybody.every(({ isLive, isFrozen }) => isLive && !isFrozen), 10_000)))
  problems.push(`not back: ${everybody.filter(({ isLive }) => !isLive).map(({ name }) => name)}`)
await sleep(1_000)

let newcomers = 0
await Promise.all(everybody.map(async (phone) => {
  const newcomer = phone.twin({ ledger: new Ledger() })
  await newcomer.enter()
  for (const audience of ['audience', 'me']) {
    const [held, given] = [phone, newcomer].map(({ replicas }) => replicas[audience])
    if (held.digest !== given.digest || held.records.size !== given.records.size)
      problems.push(`${phone.name} holds ${held.records.size} records of ${audience} at ${held.version}, a newcomer is given ${given.records.size} others at ${given.version}`)
  }
  newcomers += 1
  newcomer.close()
}))

problems.push(...ledger.differences)
for (const phone of everybody) for (const trouble of phone.troubles) problems.push(`${phone.name}: ${trouble}`)
for (const [fault, times] of Object.entries(befell)) if (times === 0) problems.push(`${fault} never happened`)
const total = (count) => everybody.reduce((sum, { counts }) => sum + counts[count], 0)
const equalAfter = faulty.flatMap(({ equalAfterMs }) => equalAfterMs)
const p99 = percentile(equalAfter, 0.99)
if (p99 > 2_000) problems.push(`equal only after ${p50p99(equalAfter)}`)
if (total('answeredAgain') < 100) problems.push(`only ${total('answeredAgain')} commands were answered again`)
if (restarts.restored !== 1 || restarts.SIGTERM < 2 || restarts.SIGKILL < 2) problems.push(`restarts: ${JSON.stringify(restarts)}`)
// Nine to eleven were, in the long form and in the short one.
if (ledger.compared < aim.resumes * 5) problems.push(`only ${ledger.compared} states were compared`)

console.log(`faults: ${JSON.stringify(befell)}, server: ${JSON.stringify(restarts)}, closes: ${JSON.stringify(everybody.reduce((all, { closes }) => {
  for (const [code, times] of Object.entries(closes)) all[code] = (all[code] ?? 0) + times
  return all
}, {}))}`)
console.log(`answers: ${everybody.reduce((sum, { accepted }) => sum + accepted.length, 0)} accepted, ${everybody.reduce((sum, { refused }) => sum + refused.length, 0)} refused, ${total('answeredAgain')} answered again; past lost by ${everybody.filter(({ lostPast }) => lostPast).length}`)
for (const phone of everybody) phone.close()
for (const { through } of faulty) through.close()
await room.close()
finish(
  'resume (P4, P5)',
  `${total('resumes')} resumes in ${(roughMs / 1000).toFixed(0)} s, ${total('deltas')} by delta and ${total('snapshots')} by snapshot, ` +
    `${total('gaps')} gaps, ${total('repeats')} repeats, ${ledger.compared} states compared, ${ledger.differences.length} differences, ` +
    `${newcomers} equal to a newcomer; equal after ${p50p99(equalAfter)} (figure: 2 s)`,
  problems,
)
