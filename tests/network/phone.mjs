// A phone (or tablet, or big screen) that speaks the protocol over a line of its own and comes back by the page's rules.
// tests/crash/phone.mjs is its older sibling, which keeps only the newest record of a type.
import { randomBytes } from 'node:crypto'
import { ClientSocket } from './client-socket.mjs'
import { Replica } from './replica.mjs'

const hex = (bytes) => randomBytes(bytes).toString('hex')

/** Those of web/shared/connection.ts: connectTimeoutMs, beatAfterMs, deadAfterMs, nextPauseMs() and what closed() waits after 1012. */
export const pageRules = {
  connectTimeoutMs: 5_000,
  beatAfterMs: 8_000,
  deadAfterMs: 25_000,
  pauseMs: [500, 1_000, 8_000], // at least; at most the first time, doubled each time; at most ever
  restartPauseMs: [500, 3_500],
}

export class Phone {
  token = hex(32)
  client = hex(16)
  outbox = [] // { n, op, args, done }, oldest first
  accepted = [] // { op, args, id }, in the order of their numbers
  refused = []
  troubles = []
  closes = {} // how often, by code
  counts = { connects: 0, resumes: 0, snapshots: 0, deltas: 0, gaps: 0, repeats: 0, answeredAgain: 0 }
  equalAfterMs = [] // of each connection: from opening it until it has what the server has
  replicas = { audience: new Replica(), me: new Replica() }
  isLive = false // welcomed, and every audience has arrived
  isClosed = false
  serverAheadMs = 0 // server time less our steady clock, as the page keeps it
  #nextN = 1
  #answers = new Map() // what was said to each number
  #last // the newest command that was answered
  #failures = 0
  #lastReceived = 0
  #lastSent = 0

  /** `server` has origin and port; `through` is a proxy in front of it, if any; `heard(phone, message)` sees every message. */
  constructor(server, { name, random = Math.random, rules = pageRules, through, ledger, heard }) {
    this.server = server
    this.name = name
    this.random = random
    this.rules = rules
    this.through = through
    this.ledger = ledger
    this.heard = heard
  }

  async join(secret) {
    await this.#post('/api/join', { secret, token: this.token, name: this.name, organisation: '', role: '' })
    await this.enter()
  }

  async pair(link) {
    await this.#post('/api/pair', { secret: link.split('p=')[1], token: this.token })
    await this.enter()
  }

  /** Another client of the same person or device, with nothing in its hands. */
  twin(change = {}) {
    const twin = new Phone(this.server, { name: `${this.name} (again)`, ...change })
    twin.token = this.token
    return twin
  }

  /** Connects, for the first time or after close(), and resolves when it is live. */
  enter() {
    this.isClosed = false
    this.ticker = setInterval(() => this.#tick(), Math.min(2_000, this.rules.beatAfterMs / 4))
    return new Promise((resolve) => {
      this.entered = resolve
      this.connect()
    })
  }

  /** Resolves with the final answer, however many servers that takes. */
  ask(op, args = {}) {
    return new Promise((done) => {
      const command = { n: this.#nextN++, op, args, done }
      this.outbox.push(command)
      if (this.welcomed) this.#send(command)
    })
  }

  /** Leaves the old line, if there is one, and opens a new one. */
  connect() {
    this.#letGo()
    if (this.isClosed) return
    const connectedAt = performance.now()
    this.connectedAt = connectedAt
    this.counts.connects += 1
    const socket = new ClientSocket({
      port: this.through?.port ?? this.server.port,
      host: this.server.origin.slice('http://'.length),
      origin: this.server.origin,
      opened: () => {
        const have = { audience: this.replicas.audience.version ?? 0, me: this.replicas.me.version ?? 0 }
        this.#say({ type: 'hello', protocol: 1, token: this.token, client: this.client, ...(this.epoch ? { epoch: this.epoch, have } : {}) })
      },
      heard: (text) => this.#hear(JSON.parse(text)),
      closed: (code) => this.#closed(code),
    })
    this.socket = socket
    this.connecting = setTimeout(() => this.#lose(), this.rules.connectTimeoutMs)
  }

  /** As a page that was reloaded: it has nothing of the session, only what waits in its outbox. */
  forget() {
    this.epoch = undefined
    this.replicas = { audience: new Replica(), me: new Replica() }
  }

  /** Takes nothing in and says nothing for a while, as a phone whose screen is locked. */
  freeze(ms) {
    const frozen = this.socket
    if (!frozen || this.isFrozen) return
    this.isFrozen = true
    frozen.socket.pause()
    setTimeout(() => {
      this.isFrozen = false
      frozen.socket.resume()
    }, ms)
  }

  close() {
    this.isClosed = true
    clearInterval(this.ticker)
    this.#letGo(true)
  }

  #letGo(saysSo = false) {
    clearTimeout(this.connecting)
    clearTimeout(this.comingBack)
    this.isLive = false
    this.welcomed = false
    const { socket } = this
    this.socket = undefined
    if (saysSo) socket?.leave()
    else socket?.drop()
  }

  #closed(code) {
    this.closes[code] = (this.closes[code] ?? 0) + 1
    this.closedAt = performance.now()
    const [least, most] = this.rules.restartPauseMs
    if (code === 1012 || (code === 1006 && this.welcomed)) return this.#lose(least + this.random() * (most - least))
    if ([1006, 1005, 1000, 4002, 4008].includes(code)) return this.#lose()
    this.troubles.push(`closed with ${code}`)
    this.#lose(code === 1008 ? 10_000 : undefined)
  }

  #lose(pauseMs) {
    this.#letGo()
    const [least, first, most] = this.rules.pauseMs
    const bound = Math.min(most, first * 2 ** this.#failures)
    if (pauseMs === undefined) this.#failures += 1
    this.comingBack = setTimeout(() => this.connect(), pauseMs ?? least + this.random() * (bound - least))
  }

  #tick() {
    if (this.isFrozen || !this.welcomed) return
    const now = performance.now()
    if (now - this.#lastReceived > this.rules.deadAfterMs) this.connect()
    else if (now - this.#lastSent >= this.rules.beatAfterMs) this.#say({ type: 'beat' })
  }

  #say(message) {
    this.#lastSent = performance.now()
    this.socket?.send(JSON.stringify(message))
  }

  #send({ n, op, args }) {
    this.#say({ type: 'command', n, op, args })
  }

  #hear(message) {
    this.#lastReceived = performance.now()
    if ('now' in message) this.serverAheadMs = message.now - performance.now()
    if (message.type === 'welcome') this.#welcome(message)
    if (message.type === 'changes') this.#change(message)
    if (message.type === 'answer') this.#answered(message)
    if (message.type === 'error') this.troubles.push(`error ${message.code}`)
    this.heard?.(this, message)
  }

  #welcome({ epoch, mode, role, person, next_n }) {
    clearTimeout(this.connecting)
    this.isResume = this.epoch !== undefined
    this.epoch = epoch
    this.role = role
    this.person = person
    this.welcomed = true
    this.mode = mode
    this.awaited = new Set(role === 'participant' ? [role, 'me'] : [role])
    // Less than everything that waits: the server lost its past, so what waits takes the numbers that it expects.
    const first = this.outbox[0]?.n ?? this.#nextN
    if (next_n < first) {
      this.lostPast = (this.lostPast ?? 0) + 1
      this.#nextN = next_n
      for (const n of this.#answers.keys()) if (n >= next_n) this.#answers.delete(n)
      this.#last = undefined
      for (const command of this.outbox) command.n = this.#nextN++
    } else if (next_n > this.#nextN) this.troubles.push(`asked for ${next_n}, expected at most ${this.#nextN}`)
    if (this.rules.asksAgain && this.#last) this.#send(this.#last)
    for (const command of this.outbox) this.#send(command)
  }

  #change(changes) {
    const { audience } = changes
    const replica = audience === 'me' ? this.replicas.me : this.replicas.audience
    if (!this.welcomed || (audience !== 'me' && audience !== this.role)) return void this.troubles.push(`changes of ${audience} out of place`)
    const had = replica.version
    const what = replica.apply(changes)
    if (what === 'gap' || what === 'repeat') {
      this.counts[`${what}s`] += 1
      this.troubles.push(`${what}: had ${audience} at ${had}, was sent ${changes.from} to ${changes.to}`)
      return this.#lose()
    }
    this.#failures = 0
    this.ledger?.note(audience === 'me' ? `me of ${this.person}` : audience, this.epoch, replica, this.name)
    const isFirst = this.awaited.delete(audience)
    if (isFirst && (what === 'snapshot') !== (this.mode === 'snapshot')) this.troubles.push(`said ${this.mode}, sent a ${what}`)
    if (!isFirst && what === 'snapshot') this.troubles.push(`a snapshot of ${audience} unasked`)
    if (isFirst && this.awaited.size === 0) this.#isLive()
  }

  #isLive() {
    this.isLive = true
    this.liveAt = performance.now()
    this.counts[this.mode === 'snapshot' ? 'snapshots' : 'deltas'] += 1
    if (this.isResume) {
      this.counts.resumes += 1
      this.equalAfterMs.push(this.liveAt - this.connectedAt)
    }
    this.entered?.()
    this.entered = undefined
  }

  #answered(answer) {
    const at = this.outbox.findIndex(({ n }) => n === answer.n)
    if (answer.passing) {
      const wait = answer.details?.retry_after_ms ?? 300
      return void setTimeout(() => this.welcomed && this.outbox.forEach((command) => this.#send(command)), wait)
    }
    const said = JSON.stringify([answer.ok, answer.id, answer.refusal])
    const before = this.#answers.get(answer.n)
    if (before && before !== said) this.troubles.push(`two answers to ${answer.n}: ${before} and ${said}`)
    this.#answers.set(answer.n, said)
    if (before) this.counts.answeredAgain += 1
    if (at < 0) return // answered before
    if (at > 0) this.troubles.push(`answer to ${answer.n} before that to ${this.outbox[0].n}`)
    const [{ op, args, done }] = this.outbox.splice(at, 1)
    this.#last = { n: answer.n, op, args }
    if (answer.ok) this.accepted.push({ op, args, id: answer.id })
    else this.refused.push({ op, args, refusal: answer.refusal })
    done(answer)
  }

  async #post(path, body) {
    const headers = { Origin: this.server.origin, 'Content-Type': 'application/json' }
    const response = await fetch(this.server.origin + path, { method: 'POST', headers, body: JSON.stringify(body) })
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
  }
}
