// A server without a descriptor left waits, without spinning, and goes on when there is one again.
// `node tests/crash/descriptors.mjs` after a release build.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { connect } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { startServer } from '../browser/support/server.mjs'

const server = await startServer()
const { pid } = server.child
const left = 24
const most = readdirSync(`/proc/${pid}/fd`).length + left
execFileSync('prlimit', ['--pid', String(pid), `--nofile=${most}:${most}`])

const open = () =>
  new Promise((resolve, reject) => {
    const socket = connect(server.port, '127.0.0.1', () => resolve(socket))
    socket.on('error', reject)
  })
/** Of the processor, in seconds. */
const used = () => {
  const [user, system] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ').slice(11, 13).map(Number)
  return (user + system) / Number(execFileSync('getconf', ['CLK_TCK']))
}

// More than it can take: the last wait in the kernel.
const idle = []
for (let n = 0; n < left + 4; n += 1) idle.push(await open())
const asking = await open()
let answer = ''
asking.on('data', (bytes) => (answer += bytes))
asking.write(`GET /healthz HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\n\r\n`)
await sleep(300)
assert.ok(readdirSync(`/proc/${pid}/fd`).length >= most, 'it has descriptors left')
const before = used()
await sleep(1_000)
const spent = used() - before
assert.equal(answer, '', 'it answered without a descriptor')
assert.ok(spent < 0.3, `${spent} s of the processor in one second of waiting`)

for (const socket of idle) socket.destroy()
for (let tries = 0; answer === '' && tries < 100; tries += 1) await sleep(100)
assert.match(answer, /^HTTP\/1\.1 200 /)
asking.destroy()
await server.stop()
console.log(`${most} descriptors, all taken: no answer, ${spent} s of the processor in a second of waiting; answered when some were free`)
