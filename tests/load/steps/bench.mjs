// The whole bench: worlds, servers, repeats, checks, table. Started by tests/load/run.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { root } from '../../browser/support/server.mjs'
import { growth } from './growth.mjs'
import { Server, build, names } from './servers.mjs'
import { enoughClean, findings, tableOf } from './table.mjs'
import { prepareWorld } from './world.mjs'

const { values: asked } = parseArgs({
  options: {
    short: { type: 'boolean' },
    growth: { type: 'boolean' },
    only: { type: 'string' },
    rooms: { type: 'string' },
    repeats: { type: 'string' },
  },
})
const rooms = Number(asked.rooms ?? (asked.short ? 20 : 100))
const repeats = Number(asked.repeats ?? (asked.short ? 1 : 3))
const most = asked.short ? 1 : repeats + 2 // when other work disturbs them
const scenarios = asked.short
  ? ['closed:1:3', 'closed:8:3', 'storm:2']
  : ['idle:10', 'closed:1:4', 'closed:8:4', 'open:10:6', 'storm:3'] // memory before anything was said

mkdirSync(build, { recursive: true })
const problems = []
const lines = []

function check(said) {
  for (const line of said) {
    lines.push(line)
    const found = findings(line)
    if (found) problems.push(`${line.server}, ${line.scenario}: ${found}`)
  }
}

/** A floor with a fault must be found out, or the checks are worth nothing. */
async function checkTheChecks(world) {
  for (const [misbehave, finding] of [
    ['drop', 'lost'],
    ['twice', 'doubled'],
    ['swap', 'out_of_order'],
  ]) {
    const server = await Server.start('floor', { world: world.file, rooms: 10, misbehave })
    const line = server.load('closed:4:1').at(-1)
    await server.stop()
    const caught = line[finding]
    console.log(`A floor that commits "${misbehave}": ${caught} ${finding.replaceAll('_', ' ')} found`)
    if (!caught) problems.push(`the floor's "${misbehave}" was not found`)
  }
}

async function measure(wanted) {
  const world = await prepareWorld('world', rooms, 30)
  await checkTheChecks(world)
  for (let repeat = 0; repeat < most && !(repeat >= repeats && enoughClean(lines, wanted, repeats)); ++repeat) {
    for (const name of wanted) {
      const server = await Server.start(name, { world: world.file, rooms, from: world.data })
      try {
        check(server.load(...scenarios).map((line) => ({ repeat, ...line })))
      } catch (error) {
        problems.push(`${name}: ${String(error.stderr ?? error).trim()} ${server.printed.slice(-500)}`)
      }
      await server.stop()
      console.log(`${name}, run ${repeat + 1}`)
    }
  }
  return tableOf(lines, wanted)
}

const hasPeers = existsSync(join(root, 'tests/load/peers/node_modules/better-sqlite3/build/Release/better_sqlite3.node'))
const chosen = asked.only?.split(',') ?? (asked.short || !hasPeers ? ['kiemkring'] : names)
const wanted = ['floor', ...names.filter((name) => name !== 'floor' && chosen.includes(name))]
const began = Date.now()
const table = asked.growth ? await growth({ repeats: Number(asked.repeats ?? 1), check }) : await measure(wanted)

const file = join(build, asked.growth ? 'growth.json' : asked.short ? 'short.json' : 'bench.json')
const machine = { processor: cpus()[0].model, cores: cpus().length, node: process.version }
writeFileSync(file, JSON.stringify({ at: new Date().toISOString(), machine, rooms, repeats, table, problems, lines }, null, 1))
console.log(`\n${table.text}`)
for (const problem of problems) console.error(problem)
const deliveries = lines.reduce((sum, line) => sum + (line.deliveries ?? 0), 0)
console.log(
  `${deliveries.toLocaleString('en')} deliveries checked in ${((Date.now() - began) / 1000).toFixed(0)} s: ` +
    `${problems.length === 0 ? 'none lost, doubled or out of order' : `${problems.length} problems`}. ${file.slice(root.length + 1)}`,
)
process.exit(problems.length === 0 ? 0 : 1)
