// P17: the wall clock of the server is put on and back by a day and by five minutes, the clocks of the phones are a day off. All
// see the same end of the timer, it does not jump, a countdown moves the room when it should, and ideas keep their order.
// `node tests/network/clocks.mjs [--long] [--seed N]`
import { readFileSync } from 'node:fs'
import { ChildPhones } from './child-phones.mjs'
import { finish, readOptions, rounded, sleep, until } from './figures.mjs'
import { Room } from './room.mjs'
import { SteppedClock } from './stepped-clock.mjs'

const { long } = readOptions()
const day = 86_400_000
const problems = []

const serverClock = new SteppedClock()
const room = await serverClock.under(() => Room.open())
const { tablet } = room
if (!readFileSync(`/proc/${room.server.child.pid}/maps`, 'utf8').includes('libfaketime')) problems.push('the server has the real clock')
const phoneClocks = ['-1d', '+0s', '+1d'].map((offset) => new SteppedClock(offset))
const children = await Promise.all(
  phoneClocks.map((clock, i) => ChildPhones.join(room, Array.from({ length: 9 }, (_, k) => `mens ${i * 9 + k + 1}`), clock.env)),
)
const [writer] = await room.fill(1)

/** Everybody's end of the timer on the steady clock of the machine. */
async function ends() {
  const told = (await Promise.all(children.map((phones) => phones.tell()))).flatMap(({ phones }) => phones)
  return told.map(({ endsAtSteadyMs }) => endsAtSteadyMs)
}
const clockErrors = async () => (await Promise.all(children.map((phones) => phones.tell()))).map(({ wallClock }) => wallClock - Date.now())

let startedAt // of the round that is on, by the tablet
let round = 2
tablet.heard = (_, { type, put }) => {
  if (type !== 'changes') return
  for (const record of put)
    if (record.type === 'round' && record.round !== round) {
      round = record.round
      startedAt = performance.now()
    }
}

let apart = 0
let jumped = 0
let countdownOff = 0
let countdowns = 0
const steps = ['+1d', '-1d', '+5m', '+0s']
const countdownMs = 2_500
for (const [i, step] of Array.from({ length: long ? 25 : 1 }, () => steps).flat().entries()) {
  await tablet.ask('set_timer', { duration_ms: 600_000 + i })
  await writer.ask('submit_idea', { text: `voor stap ${i}`, explanation: '' })
  await sleep(200)
  const before = await ends()
  startedAt = undefined
  const began = performance.now()
  await tablet.ask('start_round', { round: round === 2 ? 3 : 2, in_ms: countdownMs })
  await sleep(500)

  serverClock.step(step)
  for (const clock of phoneClocks) clock.step(steps[(i + 1) % 4])
  await sleep(700)
  await writer.ask('submit_idea', { text: `na stap ${i}`, explanation: '' })
  await sleep(200)
  const after = await ends()
  if ([...before, ...after].some((end) => end === undefined)) problems.push(`${step}: a timer is gone`)
  apart = Math.max(apart, ...[before, after].map((all) => Math.max(...all) - Math.min(...all)))
  jumped = Math.max(jumped, ...after.map((end, k) => Math.abs(end - before[k])))
  const [error] = await clockErrors()
  const wanted = { '+1d': day, '-1d': -day, '+5m': 300_000, '+0s': 0 }[steps[(i + 1) % 4]]
  if (Math.abs(error - wanted) > 2_000) problems.push(`the clock of the phones is ${error} ms off, not ${wanted}: this test steps nothing`)

  if (startedAt !== undefined) problems.push(`${step}: the countdown of ${countdownMs} ms was over after ${rounded(startedAt - began)} ms`)
  if (!(await until(() => startedAt !== undefined, 10_000))) problems.push(`${step}: the countdown never ended`)
  else {
    countdownOff = Math.max(countdownOff, startedAt - began - countdownMs)
    if (startedAt - began < countdownMs - 20) problems.push(`${step}: the countdown ended after ${rounded(startedAt - began)} ms`)
    countdowns += 1
  }
}
if (!(apart <= 300)) problems.push(`ends of the timer are ${rounded(apart)} ms apart`)
if (!(jumped <= 300)) problems.push(`a timer jumped by ${rounded(jumped)} ms`)
if (!(countdownOff <= 300)) problems.push(`a countdown was ${rounded(countdownOff)} ms late`)

const told = (await Promise.all(children.map((phones) => phones.tell()))).flatMap(({ phones }) => phones)
for (const { name, round: seen, troubles, resumes, closes } of told) {
  if (seen.round !== round) problems.push(`${name} is in round ${seen.round}, the tablet in ${round}`)
  if (troubles.length || resumes) problems.push(`${name}: ${resumes} resumes, ${troubles}, ${JSON.stringify(closes)}`)
}
const written = writer.accepted.map(({ id }) => id)
if (!written.every((id, i) => i === 0 || id > written[i - 1])) problems.push(`ideas came as ${written}`)
const kept = JSON.parse(await room.organiser.export(room.session)).result.ideas.map(({ id }) => id)
if (String(kept) !== String(written)) problems.push(`ideas were sent as ${written} and are kept as ${kept}`)

// What a running server does not see, a started one does: that shows that its clock was stepped. Remaining times then follow
// the new clock, as the protocol says ("steady between restarts").
const { ends_at: endBefore } = tablet.replicas.audience.one('round').timer
const leftBefore = endBefore - (performance.now() + tablet.serverAheadMs)
serverClock.step('+1d')
await serverClock.under(() => room.restart('SIGTERM'))
if (!(await until(() => tablet.isLive, 10_000))) problems.push('the tablet did not come back')
const ahead = performance.now() + tablet.serverAheadMs - Date.now()
if (Math.abs(ahead - day) > 10_000) problems.push(`started a day ahead, the server is ${rounded(ahead)} ms ahead: its clock was never stepped`)
const leftAfter = tablet.replicas.audience.one('round').timer.ends_at - (performance.now() + tablet.serverAheadMs)
console.log(`restarted with its clock a day ahead: ${rounded(leftBefore / 1000)} s were left, then ${rounded(leftAfter / 1000)} s`)

for (const phones of children) phones.close()
for (const clock of [serverClock, ...phoneClocks]) clock.close()
await room.close()
finish(
  'clocks (P17)',
  `27 phones with clocks up to a day off, ${countdowns} steps of the server's clock: ends of the timer at most ${rounded(apart)} ms apart (figure: 300 ms), ` +
    `moved by at most ${rounded(jumped)} ms, countdowns at most ${rounded(countdownOff)} ms late and none early, ${kept.length} ideas in order`,
  problems,
)
