// Cost as work grows: rooms, ideas in a room, events in a session; 18,000 phones at once; opening and starting.
import { Server } from './servers.mjs'
import { align, median } from './table.mjs'
import { prepareWorld } from './world.mjs'

const roomCounts = [1, 10, 100, 600]
const ideaCounts = [10, 100, 500, 2000]
const eventCounts = [0, 1_000, 10_000]
const number = (value, digits = 2) => (value === undefined ? '-' : value.toLocaleString('en', { maximumFractionDigits: digits }))

export async function growth({ repeats, check }) {
  const rows = []
  /** Floor and Kiemkring in turns; the medians of what they say in each scenario. */
  const compare = async (world, rooms, what, scenarios) => {
    const said = { floor: [], kiemkring: [] }
    for (let repeat = 0; repeat < repeats; ++repeat)
      for (const name of ['floor', 'kiemkring']) {
        const server = await Server.start(name, { world: world.file, rooms, from: world.data })
        const lines = server.load(...scenarios).map((line) => ({ what, repeat, ...line }))
        await server.stop()
        check(lines)
        said[name].push(...lines)
      }
    const row = (scenario, field, label, unit, digits = 2) => {
      const of = (name) => median(said[name].filter((line) => line.scenario === scenario).map((line) => line[field]))
      const disturbed = Object.values(said).flat().some((line) => line.others > 0.15)
      rows.push({ what, label, unit, digits, floor: of('floor'), kiemkring: of('kiemkring'), disturbed })
      console.log(`${what}: ${label} ${number(of('kiemkring'), digits)} ${unit}`)
    }
    return row
  }

  const big = await prepareWorld('world-600', 600, 30, 400)
  for (const rooms of roomCounts) {
    const row = await compare(big, rooms, `${rooms} rooms`, [...(rooms === 600 ? ['idle:10'] : []), 'closed:1:4', ...(rooms === 600 ? ['storm:2'] : [])])
    row('closed', 'cpu_per_delivery', 'CPU per delivery', 'us')
    if (rooms < 600) continue
    row('idle', 'rss_per_phone', 'memory per idle phone', 'B', 0)
    row('idle', 'cpu_share', 'idle, share of a core', '', 4)
    row('storm', 'ms', 'storm of 18,000', 'ms', 0)
    row('storm', 'cpu_per_join', 'CPU per join', 'us', 1)
    row('storm', 'late_connects', 'SYNs that came late', '', 0)
  }
  rows.push({ what: '1,000 sessions', label: 'server start', unit: 'ms', digits: 0, kiemkring: await startTime(big) })

  for (const ideas of ideaCounts) {
    const world = await prepareWorld(`world-${ideas}-ideas`, 20, ideas)
    const row = await compare(world, 20, `${ideas} ideas`, ['open:20:5', 'storm:2'])
    row('open', 'cpu_per_delivery', 'CPU per delivery', 'us')
    row('open', 'bytes_per_delivery', 'bytes per delivery', 'B', 0)
    row('storm', 'cpu_per_join', 'CPU per join', 'us', 1)
  }
  rows.push(...(await byEvents(check)))

  const cells = rows.map(({ what, label, unit, digits, floor, kiemkring, disturbed }) => [
    ...[what, label, floor === undefined ? '-' : `${number(floor, digits)} ${unit}`, `${number(kiemkring, digits)} ${unit}`],
    (floor ? number(kiemkring / floor) : '-') + (disturbed ? '*' : ''),
  ])
  const text = align([['', '', 'floor', 'kiemkring', 'ratio'], ...cells])
  return { rows, text: `${text}\n* other work took more than 15 % of a core in one of the runs.` }
}

/** Milliseconds from the start of the process until it listens; the least of five. */
async function startTime(world) {
  const server = await Server.start('kiemkring', { world: world.file, from: world.data })
  const times = []
  for (let i = 0; i < 5; ++i) {
    await server.halt()
    times.push(1000 * (await server.begin()))
  }
  await server.stop()
  return Math.min(...times)
}

/** One session that grows: how long a first phone waits after a restart, and what a delivery costs. */
async function byEvents(check) {
  const rows = []
  const world = await prepareWorld('world-one', 1, 30)
  const server = await Server.start('kiemkring', { world: world.file, rooms: 1, from: world.data })
  let written = 0
  for (const events of eventCounts) {
    while (written < events) {
      const [, grown] = server.load(`closed:8:${Math.min(60, Math.ceil((events - written) / 140))}`)
      written += grown.deliveries / 30
    }
    await server.halt()
    await server.begin()
    const [first] = server.load('first')
    const what = `${number(first.events)} events`
    rows.push({ what, label: 'first phone after a start', unit: 'ms', digits: 1, kiemkring: first.ms })
    const lines = server.load('open:50:4').map((line) => ({ what, ...line }))
    check(lines)
    const cost = lines.at(-1).cpu_per_delivery
    written += 50 * 4.5
    rows.push({ what, label: 'CPU per delivery', unit: 'us', digits: 2, kiemkring: cost })
    console.log(`${what}: ${number(first.ms)} ms, ${number(cost)} us`)
  }
  await server.stop()
  return rows
}
