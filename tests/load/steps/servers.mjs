// The servers that are compared, each pinned to the first processor, with what it keeps in a folder of its own.
import { execFileSync, spawn } from 'node:child_process'
import { cpSync, mkdirSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { binary, freePort, root } from '../../browser/support/server.mjs'

export const build = join(root, 'build/load')
const here = join(root, 'tests/load')

const running = new Set()
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL')
})

const listens = (port) =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('error', () => resolve(false))
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
  })

/** How each is started: on `folder`, with the people of `world`. */
const commands = {
  floor: ({ port, folder, world, rooms, misbehave }) => [
    join(build, 'programs/load_floor'),
    ...['--world', world, '--port', port, '--rooms', rooms, '--journal', join(folder, 'journal.db')],
    ...(misbehave ? ['--misbehave', misbehave] : []),
  ],
  kiemkring: ({ port, folder }) => [
    binary,
    ...['serve', '--data', folder, '--listen', `127.0.0.1:${port}`],
    ...['--connections-max', 19_000, '--unauthenticated-per-address', 19_000],
  ],
  ws: ({ port, folder, world }) => ['node', join(here, 'peers/ws.mjs'), world, port, join(folder, 'journal.db')],
  'socket.io': ({ port, folder, world }) => ['node', join(here, 'peers/socket-io.mjs'), world, port, join(folder, 'journal.db')],
}
export const names = Object.keys(commands)

export class Server {
  /** Resolves when it listens. `from` is a data folder to begin with. */
  static async start(name, { world, rooms = 1_000_000, from, misbehave, folder = join(build, 'running') }) {
    const server = new Server()
    server.name = name
    server.folder = folder
    server.world = world
    server.rooms = rooms
    rmSync(folder, { recursive: true, force: true })
    if (from && name === 'kiemkring') cpSync(from, folder, { recursive: true })
    else mkdirSync(folder, { recursive: true })
    server.port = await freePort()
    server.command = commands[name]({ port: server.port, folder, world, rooms, misbehave }).map(String)
    await server.begin()
    return server
  }

  /** Starts the process, also after it was stopped; resolves with the seconds until it listened. */
  async begin() {
    const began = performance.now()
    const child = spawn('taskset', ['-c', '0', ...this.command], { stdio: ['ignore', 'pipe', 'pipe'] })
    this.child = child
    this.printed = ''
    running.add(child)
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (this.printed = (this.printed + text).slice(-4000)))
    this.ended = new Promise((resolve) => child.once('error', resolve).once('exit', resolve)).then(() => running.delete(child))
    while (!(await listens(this.port))) {
      if (!running.has(child)) throw new Error(`${this.name} ended:\n${this.printed}`)
      if (performance.now() - began > 30_000) throw new Error(`${this.name} does not serve:\n${this.printed}`)
      await sleep(2)
    }
    return (performance.now() - began) / 1000
  }

  get origin() {
    return `http://127.0.0.1:${this.port}`
  }

  /** The link is printed a moment after the server listens. */
  async readSetupLink() {
    for (let i = 0; i < 500 && !this.setupLink; ++i) {
      this.setupLink = /http\S+\/desk#setup=\S+/.exec(this.printed)?.[0]
      await sleep(10)
    }
  }

  /** What the generator says about it, a scenario a line; an Error when it gave up. */
  load(...scenarios) {
    const args = ['--world', this.world, '--port', this.port, '--pid', this.child.pid, '--rooms', this.rooms]
    if (this.name === 'socket.io') args.push('--socket-io')
    const said = execFileSync('taskset', ['-c', '1', join(build, 'programs/load_generator'), ...args, ...scenarios].map(String), {
      encoding: 'utf8',
      timeout: 600_000,
      maxBuffer: 1 << 26,
    })
    return said.trim().split('\n').map((line) => ({ server: this.name, ...JSON.parse(line) }))
  }

  async halt() {
    this.child.kill('SIGTERM')
    await Promise.race([this.ended, sleep(10_000).then(() => this.child.kill('SIGKILL'))])
    await this.ended
  }

  async stop() {
    await this.halt()
    rmSync(this.folder, { recursive: true, force: true })
  }
}
