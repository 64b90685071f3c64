// P12: from "send" until an idea is on all thirty phones, over a good line, and over one of 150 ms round trip that loses 2 %.
// `node tests/network/room-latency.mjs [--long] [--seed N]`
import { finish, p50p99, percentile, readOptions, rounded, sleep } from './figures.mjs'
import { LossyProxy } from './lossy-proxy.mjs'
import { Room } from './room.mjs'
import { between, oneOf, seededRandom } from './seeded.mjs'

const { long, seed } = readOptions()
const lengthMs = long ? 600_000 : 60_000
const random = seededRandom(seed)
const problems = []

/** Somebody sends an idea every 100 to 300 ms (later the idea is changed: a session has 2,000 at most). */
async function measure(name, figureMs, weather) {
  const room = await Room.open()
  const lines = weather ? await Promise.all(Array.from({ length: 30 }, () => LossyProxy.open(room.server.port, Math.floor(random() * 2 ** 32), weather))) : []
  const underWay = new Map() // text: { sentAt, seen }
  const onAll = []
  const each = []
  const heard = (_, { type, audience, put }) => {
    if (type !== 'changes' || audience !== 'participant') return
    for (const { type, text } of put) {
      const idea = type === 'idea' && underWay.get(text)
      if (!idea) continue
      const ms = performance.now() - idea.sentAt
      each.push(ms)
      if (++idea.seen < 30) continue
      onAll.push(ms)
      underWay.delete(text)
    }
  }
  await room.fill(30, (i) => ({ random, heard, through: lines[i] }))
  await sleep(500)

  const until = performance.now() + lengthMs
  for (let i = 1; performance.now() < until; ++i) {
    // Who has nothing under way: somebody writes one idea at a time, and a change must not overtake what it changes.
    const idle = room.phones.filter(({ outbox, isLive }) => isLive && outbox.length === 0)
    if (idle.length) {
      const phone = oneOf(random, idle)
      const own = phone.replicas.me.all('my_idea')
      const text = `idee ${i}`
      underWay.set(text, { sentAt: performance.now(), seen: 0 })
      if (own.length < 30) phone.ask('submit_idea', { text, explanation: '' })
      else phone.ask('edit_idea', { idea: oneOf(random, own).id, text, explanation: '' })
    }
    await sleep(between(random, 100, 300))
  }
  await sleep(3_000)
  const resumes = room.phones.reduce((sum, { counts }) => sum + counts.resumes, 0)
  for (const phone of room.phones) for (const trouble of phone.troubles) problems.push(`${name}: ${phone.name}: ${trouble}`)
  if (underWay.size > 0) problems.push(`${name}: ${underWay.size} ideas did not arrive everywhere`)
  if (onAll.length < lengthMs / 300) problems.push(`${name}: only ${onAll.length} ideas were measured`)
  const p99 = percentile(onAll, 0.99)
  if (p99 > figureMs) problems.push(`${name}: ${p50p99(onAll)}`)
  // The other way round: a line of 150 ms that is faster than light was not in between.
  if (weather && percentile(onAll, 0) < 2 * weather.latencyMs) problems.push(`${name}: the fastest took ${rounded(percentile(onAll, 0))} ms`)
  for (const line of lines) line.close()
  await room.close()
  return `${name}: ${onAll.length} ideas on all 30, ${p50p99(onAll)} (figure: ${figureMs} ms), each phone ${p50p99(each)}, ${resumes} reconnects`
}

// Side by side: neither needs much of the processor, and each has a server of its own.
const said = await Promise.all([
  measure('direct', 250),
  measure('150 ms, 2 % loss', 1_000, { latencyMs: 70, jitterMs: 10, lossRate: 0.02 }),
])
finish('room-latency (P12)', said.join('; '), problems)
