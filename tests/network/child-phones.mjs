// The parent's side of phones-process.mjs.
import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const program = fileURLToPath(new URL('phones-process.mjs', import.meta.url))
const running = new Set()
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL') // also one that is stopped
})

export class ChildPhones {
  /** Resolves when all of them have their seats and are live. */
  static async join(room, names, env = {}) {
    const server = { origin: room.server.origin, port: room.server.port }
    const phones = new ChildPhones()
    phones.child = fork(program, [JSON.stringify({ server, names, secret: room.secret })], { env: { ...process.env, ...env } })
    running.add(phones.child)
    phones.child.once('exit', () => running.delete(phones.child))
    await phones.#next()
    return phones
  }

  /** What they hold now. */
  tell() {
    const told = this.#next()
    this.child.send('tell')
    return told
  }

  stop() {
    this.child.kill('SIGSTOP')
  }

  wake() {
    this.child.kill('SIGCONT')
  }

  close() {
    this.child.kill('SIGKILL')
  }

  #next() {
    return new Promise((resolve, reject) => {
      const ended = () => reject(new Error('the phones of a process ended'))
      this.child.once('exit', ended)
      this.child.once('message', (message) => {
        this.child.off('exit', ended)
        resolve(message)
      })
    })
  }
}
