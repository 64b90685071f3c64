// The real program on a free loopback port with a data folder of its own; it can be killed and started again.
import { execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { setTimeout as sleep } from 'node:timers/promises'

export const root = fileURLToPath(new URL('../../..', import.meta.url)).replace(/\/$/, '')
export const binary = process.env.KIEMKRING_BINARY || join(root, 'build/release/kiemkring')

const running = new Set()
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL')
})

export async function freePort() {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address()
  await new Promise((resolve) => server.close(resolve))
  return port
}

/** Starts the server on a data folder, an empty one unless it is named, and reads the set-up link that it prints. */
export async function startServer(data = mkdtempSync(join(tmpdir(), 'kiemkring-browser-')), flags = []) {
  if (!existsSync(binary)) throw new Error(`${binary} is missing: build it, or name another in KIEMKRING_BINARY`)
  const port = await freePort()
  const server = new Server(port, data, flags)
  await server.start()
  return server
}

class Server {
  constructor(port, data, flags) {
    this.port = port
    this.flags = flags
    this.data = data
    this.origin = `http://127.0.0.1:${port}`
    this.printed = ''
  }

  async start(data = this.data) {
    this.printed = ''
    const args = ['serve', '--data', data, '--listen', `127.0.0.1:${this.port}`, ...this.flags]
    const child = spawn(binary, args, { stdio: ['ignore', 'pipe', 'pipe'] })
    this.child = child
    running.add(child)
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (this.printed += text))
    this.ended = new Promise((resolve) => {
      child.once('error', resolve)
      child.once('exit', resolve)
    }).then(() => running.delete(child))

    const deadline = Date.now() + 60_000
    const isUp = async () => (await this.serves()) && this.printed.includes('/desk')
    while (!(await isUp())) {
      if (!running.has(child)) throw new Error(`The server ended:\n${this.printed}`)
      if (Date.now() > deadline) throw new Error(`The server does not serve:\n${this.printed}`)
      await sleep(30)
    }
  }

  async serves() {
    try {
      return (await fetch(`${this.origin}/healthz`)).status === 200
    } catch {
      return false
    }
  }

  /** What the command line prints, on the data folder of this server or another. */
  command(name, ...args) {
    return execFileSync(binary, [name, ...args], { encoding: 'utf8', timeout: 20_000 })
  }

  /** As when the power fails: nothing is said, nothing is flushed. */
  async kill() {
    this.child.kill('SIGKILL')
    await this.ended
  }

  async stop() {
    this.child.kill('SIGTERM')
    await Promise.race([this.ended, sleep(5_000).then(() => this.child.kill('SIGKILL'))])
    await this.ended
    rmSync(this.data, { recursive: true, force: true })
  }

  get setupLink() {
    const [link] = /http\S+\/desk#setup=\S+/.exec(this.printed) ?? []
    if (!link) throw new Error(`No set-up link in:\n${this.printed}`)
    return link
  }
}
