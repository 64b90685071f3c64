// Starts and stops the programs of this test, all on loopback, all in one temporary folder.
import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

export const root = new URL('../..', import.meta.url).pathname.replace(/\/$/, '')

export function temporaryFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'kiemkring-deploy-'))
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A port that is free now. */
export async function freePort() {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address()
  await new Promise((resolve) => server.close(resolve))
  return port
}

/** A certificate for `name` that nobody has signed but itself. */
export function certificate(folder, name) {
  const cert = join(folder, 'cert.pem')
  const key = join(folder, 'key.pem')
  execFileSync(
    'openssl',
    ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2',
      '-subj', `/CN=${name}`, '-addext', `subjectAltName=DNS:${name}`, '-keyout', key, '-out', cert],
    { stdio: 'pipe' },
  )
  return { cert, key }
}

const running = new Set()
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL')
})

/** Starts a program; what it prints is kept and shown when it ends too early. */
export function start(command, args, options = {}) {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options })
  let printed = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => { printed += text })
  running.add(child)
  const ended = new Promise((resolve) => {
    child.once('error', (error) => { printed += error; resolve() })
    child.once('exit', resolve)
  }).then(() => running.delete(child))

  return {
    printed: () => printed,
    /** Waits until `ready()` does not throw. */
    async until(ready, patienceMs = 15_000) {
      const deadline = Date.now() + patienceMs
      for (;;) {
        try {
          return await ready()
        } catch (error) {
          if (!running.has(child)) throw new Error(`${command} ended: ${printed}`)
          if (Date.now() > deadline) throw new Error(`${command} is not ready: ${error}\n${printed}`)
          await sleep(50)
        }
      }
    },
    async stop(signal = 'SIGTERM') {
      child.kill(signal)
      await ended
    },
  }
}
