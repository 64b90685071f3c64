// A phone that keeps what it wants in an outbox and sends it until it is answered, as the page does.
import { randomBytes } from 'node:crypto'

const hex = (bytes) => randomBytes(bytes).toString('hex')
const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms))

export class Phone {
  token = hex(32)
  client = hex(16)
  outbox = [] // { n, op, args }, oldest first
  accepted = [] // { n, op, args, id }
  refused = []
  troubles = []
  versions = {}
  records = {} // the newest of each type
  ideas = new Map() // own ones: text by id
  #lastN = 0
  #waiting = new Map()
  #answers = new Map()

  constructor(origin, name) {
    this.origin = origin
    this.name = name
  }

  /** Takes a seat. */
  async join(secret) {
    await this.#post('/api/join', { secret, token: this.token, name: this.name, organisation: '', role: '' })
    this.#connect()
  }

  /** Becomes a tablet; resolves when it knows the session. */
  async pair(link) {
    await this.#post('/api/pair', { secret: link.split('p=')[1], token: this.token })
    this.#connect()
    while (!this.records.invite) await wait(20)
  }

  /** Resolves with the answer, however many servers that takes. */
  ask(op, args) {
    const command = { n: ++this.#lastN, op, args }
    this.outbox.push(command)
    this.#send(command)
    return new Promise((resolve) => this.#waiting.set(command.n, resolve))
  }

  close() {
    this.closed = true
    this.socket?.close()
  }

  async #post(path, body) {
    const headers = { Origin: this.origin, 'Content-Type': 'application/json' }
    const response = await fetch(this.origin + path, { method: 'POST', headers, body: JSON.stringify(body) })
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
  }

  #connect() {
    if (this.closed) return
    const socket = new WebSocket(`${this.origin.replace('http', 'ws')}/ws`, { headers: { Origin: this.origin } })
    this.socket = socket
    this.welcomed = false
    socket.onopen = () => {
      const have = this.epoch ? { epoch: this.epoch, have: { audience: this.versions[this.audience] ?? 0, me: this.versions.me ?? 0 } } : {}
      socket.send(JSON.stringify({ type: 'hello', protocol: 1, token: this.token, client: this.client, ...have }))
    }
    socket.onmessage = ({ data }) => socket === this.socket && this.#hear(JSON.parse(data))
    const lost = ({ code = 1006 }) => {
      if (socket !== this.socket) return
      this.socket = undefined
      this.welcomed = false
      if (code !== 1006 && code !== 1012 && code !== 1005 && code !== 1000) this.troubles.push(`closed with ${code}`)
      setTimeout(() => this.#connect(), 30 + Math.random() * 200)
    }
    // Node says only `error` when nobody listens.
    socket.onerror = lost
    socket.onclose = lost
  }

  #send(command) {
    if (this.welcomed && this.socket.readyState === 1) this.socket.send(JSON.stringify({ type: 'command', ...command }))
  }

  #hear(message) {
    if (message.type === 'welcome') {
      if (this.epoch && this.epoch !== message.epoch) this.troubles.push('another epoch')
      this.epoch = message.epoch
      this.audience = message.role
      this.welcomed = true
      const answered = this.accepted.length + this.refused.length
      if (message.next_n <= answered) this.troubles.push(`asked for ${message.next_n} after ${answered} answers`)
      for (const command of this.outbox) this.#send(command)
    }
    if (message.type === 'changes') {
      if (message.from !== 0 && message.from !== this.versions[message.audience])
        this.troubles.push(`${message.audience} has ${this.versions[message.audience]}, was sent from ${message.from}`)
      this.versions[message.audience] = message.to
      for (const record of message.put) {
        this.records[record.type] = record
        if (record.type === 'my_idea') this.ideas.set(record.id, record.text)
      }
    }
    if (message.type === 'answer') this.#answered(message)
    if (message.type === 'error') this.troubles.push(message.code)
  }

  #answered(answer) {
    const said = JSON.stringify([answer.ok, answer.id, answer.refusal])
    if (answer.passing) return void setTimeout(() => this.outbox.forEach((command) => this.#send(command)), 200)
    const before = this.#answers.get(answer.n)
    if (before && before !== said) this.troubles.push(`two answers to ${answer.n}: ${before} and ${said}`)
    this.#answers.set(answer.n, said)
    const at = this.outbox.findIndex(({ n }) => n === answer.n)
    if (at < 0) return
    const [command] = this.outbox.splice(at, 1)
    if (answer.ok) this.accepted.push({ ...command, id: answer.id })
    else this.refused.push({ ...command, refusal: answer.refusal })
    this.#waiting.get(answer.n)?.(answer)
  }
}
