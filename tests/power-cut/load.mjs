// The load that is recorded: a server that makes its folder from nothing, thirty phones that write, pauses in which it
// checkpoints, a backup, a session that is deleted, a kill -9, and two clean stops.
// `node --experimental-websocket load.mjs FOLDER PRELOAD...`: the disk of the server is FOLDER/disk, beside it stand
// `writes` (of the recorder) and `heard` (of heard.mjs).
import { execFile } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { binary, startServer } from '../browser/support/server.mjs'
import { fillRoom } from '../crash/full-room.mjs'
import { hearInto, note } from './heard.mjs'

const [folder, ...preload] = process.argv.slice(2)
const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms))

const disk = join(folder, 'disk')
mkdirSync(disk)
hearInto(join(folder, 'heard'))
const unrecorded = { ...process.env }
// For the server alone: this process has been loaded already.
Object.assign(process.env, {
  LD_PRELOAD: preload.join(':'),
  KIEMKRING_RECORD_ROOT: disk,
  KIEMKRING_RECORD_LOG: join(folder, 'writes'),
})

const server = await startServer(join(disk, 'data'))
async function end(signal) {
  server.child.kill(signal)
  await server.ended
}
const { organiser, tablet, phones } = await fillRoom(server)

/** Writes a new idea, or changes one of its own, five times a second at most; every text is another. */
let writing = true
let paused = false
async function write(phone) {
  for (let i = 1; writing; ++i) {
    const ideas = phone.accepted.filter(({ op }) => op === 'submit_idea')
    const text = `${phone.name} schrijft ${i}`
    if (ideas.length < 10 || i % 3 === 0) await phone.ask('submit_idea', { text, explanation: '' })
    else await phone.ask('edit_idea', { idea: ideas[i % ideas.length].id, text, explanation: '' })
    do await wait(150 + Math.random() * 150)
    while (paused)
  }
}
const writers = phones.map(write)

async function backUp(name) {
  await promisify(execFile)(binary, ['backup', join(disk, name), '--data', server.data], { env: unrecorded, timeout: 20_000 })
  note({ what: 'backup', name })
}

async function deleteSession() {
  const unwanted = await organiser.createSession()
  await organiser.ask('DELETE', `/api/sessions/${unwanted}`)
}

async function pause() {
  paused = true
  await wait(1_200)
  paused = false
}

await wait(2_500)
await pause()
await wait(500)
await deleteSession()
await backUp('by-hand.kiemkring-backup')
await wait(1_500)
await end('SIGKILL')
await server.start()
await wait(2_000)
await end('SIGTERM')
await server.start()
await wait(1_500)
await pause()
await wait(500)
writing = false
await Promise.race([Promise.all(writers), wait(20_000)])
for (const phone of [...phones, tablet]) phone.close()
await end('SIGTERM')

const problems = phones.flatMap(({ name, outbox, troubles, refused }) => [
  ...outbox.map(({ n }) => `${name}: ${n} was never answered`),
  ...troubles.map((trouble) => `${name}: ${trouble}`),
  ...refused.map(({ op, refusal }) => `${name}: ${op} was refused, ${refusal}`),
])
for (const problem of problems.slice(0, 20)) console.error(problem)
process.exit(problems.length === 0 ? 0 : 1)
