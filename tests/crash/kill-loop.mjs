// kill -9, over and over, under thirty phones that write: what was acknowledged is there, once, and nobody saw anything else.
// `node --experimental-websocket tests/crash/kill-loop.mjs [KILLS]` after a release build.
import { startServer } from '../browser/support/server.mjs'
import { fillRoom, troublesAtTheEnd, write } from './full-room.mjs'

const kills = Number(process.argv[2] ?? 30)
const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms))
const problems = []
const began = Date.now()

const server = await startServer()
const { organiser, session, tablet, phones } = await fillRoom(server)

/** Four times a second at most. */
let writing = true
const writers = phones.map((phone) => write(phone, () => writing, () => 200 + Math.random() * 150))

for (let i = 1; i <= kills; ++i) {
  await wait(150 + Math.random() * 700)
  await server.kill()
  await server.start()
}
await wait(500)
writing = false
problems.push(...(await troublesAtTheEnd(phones, writers)))
const expected = new Map()
for (const phone of phones)
  for (const { op, args, id } of phone.accepted.sort((a, b) => a.n - b.n)) expected.set(op === 'submit_idea' ? id : args.idea, args.text)
const kept = new Map(JSON.parse(await organiser.export(session)).result.ideas.map(({ id, text }) => [id, text]))
for (const [id, text] of expected)
  if (kept.get(id) !== text) problems.push(`idea ${id} should be "${text}" and is "${kept.get(id)}"`)
if (kept.size !== expected.size) problems.push(`${kept.size} ideas are kept, ${expected.size} were acknowledged`)
for (const phone of phones)
  for (const [id, text] of phone.ideas)
    if (kept.get(id) !== text) problems.push(`${phone.name} sees "${text}" where "${kept.get(id)}" is kept`)

for (const phone of [...phones, tablet]) phone.close()
await server.stop()
const acknowledged = phones.reduce((sum, phone) => sum + phone.accepted.length, 0)
for (const problem of problems.slice(0, 20)) console.error(problem)
console.log(
  `${kills} kills, ${acknowledged} commands acknowledged, ${kept.size} ideas kept in ${((Date.now() - began) / 1000).toFixed(0)} s: ` +
    `${problems.length} lost, doubled or different`,
)
process.exit(problems.length === 0 && acknowledged > kills * 20 ? 0 : 1)
