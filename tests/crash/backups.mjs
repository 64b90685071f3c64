// P20: backups that the command makes while thirty phones write without a pause. Each is verified, restored and exported: every
// idea acknowledged before the command began is there, with its text of then or a newer one that was sent, and nothing else.
// `node --experimental-websocket tests/crash/backups.mjs [BACKUPS]` after a release build.
import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { binary, startServer } from '../browser/support/server.mjs'
import { fillRoom, troublesAtTheEnd, write } from './full-room.mjs'

const count = Number(process.argv[2] ?? 20)
const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms))
const problems = []
const began = Date.now()

const server = await startServer()
const { session, tablet, phones } = await fillRoom(server)
const folder = mkdtempSync(join(tmpdir(), 'kiemkring-backups-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))

/** As much as a phone may say, five messages a second, and not all in the same moment. */
let writing = true
const writers = phones.map((phone) => write(phone, () => writing, () => 150 + Math.random() * 100))
await wait(1_000)

const backups = []
for (let i = 1; i <= count; ++i) {
  const file = join(folder, `${i}.kiemkring-backup`)
  const acknowledged = phones.map(({ accepted }) => accepted.length)
  try {
    const { stdout: said } = await promisify(execFile)(binary, ['backup', file, '--data', server.data])
    const meanwhile = phones.map(({ accepted }, k) => accepted.length - acknowledged[k])
    const sent = phones.map(({ accepted, outbox }) => accepted.length + outbox.length)
    backups.push({ i, file, said, acknowledged, meanwhile, sent })
  } catch (error) {
    problems.push(`backup ${i}: ${error.stderr || error}`)
  }
  await wait(Math.random() * 500)
}
writing = false
problems.push(...(await troublesAtTheEnd(phones, writers)))
for (const phone of [...phones, tablet]) phone.close()
await server.stop()

/** By idea: its texts, from the last that was acknowledged before the backup to the last sent when it was made. */
function textsAllowed({ acknowledged, sent }) {
  const must = new Map()
  const newer = new Map()
  for (const [k, phone] of phones.entries())
    for (const [i, { op, args, id }] of phone.accepted.slice(0, sent[k]).entries()) {
      const idea = op === 'submit_idea' ? id : args.idea
      if (i < acknowledged[k]) must.set(idea, args.text)
      else newer.set(idea, [...(newer.get(idea) ?? []), args.text])
    }
  return { must, newer }
}

const sizes = []
for (const backup of backups) {
  const { i, file, said } = backup
  const complain = (what) => problems.push(`backup ${i}: ${what}`)
  try {
    const data = join(folder, `restored-${i}`)
    const verified = server.command('verify', file)
    server.command('restore', file, '--data', data)
    const exported = [1, 2].map((time) => {
      const out = join(folder, `${i}-${time}.json`)
      server.command('export', session, '--data', data, '-o', out)
      return readFileSync(out, 'utf8')
    })
    rmSync(data, { recursive: true })
    const { people, result } = JSON.parse(exported[0])
    const kept = new Map(result.ideas.map(({ id, text }) => [id, text]))
    const { must, newer } = textsAllowed(backup)
    for (const [id, text] of must) if (!kept.has(id)) complain(`idea ${id}, "${text}", is lost`)
    for (const [id, text] of kept)
      if (must.get(id) !== text && !newer.get(id)?.includes(text)) complain(`idea ${id} is "${text}", and was "${must.get(id)}"`)
    if (kept.size !== result.ideas.length) complain(`${result.ideas.length - kept.size} ideas are there twice`)
    if (people.length !== phones.length) complain(`${people.length} people are there`)
    if (exported[0] !== exported[1]) complain('exported twice, it differs')
    if (verified !== said || !said.includes(`${people.length} people, ${kept.size} ideas`)) complain(`it says of itself: ${said} and ${verified}`)
    sizes.push(kept.size)
  } catch (error) {
    complain(error.stderr || error)
  }
}

const sum = (numbers) => numbers.reduce((a, b) => a + b, 0)
const acknowledged = sum(phones.map(({ accepted }) => accepted.length))
const meanwhile = sum(backups.map((backup) => sum(backup.meanwhile)))
if (meanwhile < count) problems.push(`only ${meanwhile} commands were acknowledged while backups were made: that was no load`)
for (const problem of problems.slice(0, 20)) console.error(problem)
console.log(
  `${backups.length} backups, ${acknowledged} commands acknowledged, ${meanwhile} of them while one was made; ${sizes.length} restored, ` +
    `with ${Math.min(...sizes)} to ${Math.max(...sizes)} ideas, in ${((Date.now() - began) / 1000).toFixed(0)} s: ` +
    `${problems.length} lost, different or never sent`,
)
process.exit(problems.length === 0 && sizes.length === count ? 0 : 1)
