// A bad network on loopback: everything between a phone and the server goes through here, late, in pieces, or not at all.
// `weather` counts for every byte from now on; stall, reset and halfOpen happen once to all connections there are.
import { connect, createServer } from 'node:net'
import { seededRandom } from './seeded.mjs'

const queuedBytesMax = 64 << 10

export const calm = Object.freeze({
  latencyMs: 0, // one way
  jitterMs: 0, // up to so much more, for each chunk; the order is kept
  lossRate: 0, // of the chunks: TCP hides a loss, so what is seen is a wait for the retransmission ...
  rtoMs: [200, 400], // ... of so long, and everything behind it waits too
  bytesPerSecond: undefined, // each way
  trickleMs: undefined, // one byte at a time with so much between them, towards the client
})

export class LossyProxy {
  connections = new Set()
  accepted = 0
  weather = calm
  address = '127.0.0.1' // what the server takes for the client's

  /** Listens on a free port of loopback, in front of another. */
  static async open(targetPort, seed, weather = {}) {
    const proxy = new LossyProxy(targetPort, seed)
    proxy.set(weather)
    await new Promise((resolve) => proxy.server.listen(0, '127.0.0.1', resolve))
    return proxy
  }

  constructor(targetPort, seed) {
    this.targetPort = targetPort
    this.random = seededRandom(seed)
    this.server = createServer({ allowHalfOpen: true, noDelay: true }, (client) => {
      this.accepted += 1
      this.connections.add(new Connection(this, client))
    })
  }

  get port() {
    return this.server.address().port
  }

  set(weather) {
    this.weather = { ...calm, ...weather }
    for (const connection of this.connections) connection.look()
  }

  /** Nothing for a while, then everything that waited. */
  stall(ms) {
    for (const connection of this.connections) connection.stall(ms)
  }

  /** RST to both sides. */
  reset() {
    for (const connection of this.connections) connection.reset()
  }

  /** Swallows everything in both directions from now on, and tells neither side, not even when the other goes. */
  halfOpen() {
    for (const connection of this.connections) connection.isHalfOpen = true
    for (const connection of this.connections) connection.look()
  }

  close() {
    this.server.close()
    this.reset()
  }
}

class Connection {
  isHalfOpen = false

  constructor(proxy, client) {
    this.proxy = proxy
    this.client = client
    this.server = connect({ port: proxy.targetPort, host: '127.0.0.1', localAddress: proxy.address, allowHalfOpen: true, noDelay: true })
    // The handshake of TCP would have taken one round trip before the first byte.
    this.directions = [new Direction(this, client, this.server, 2 * proxy.weather.latencyMs), new Direction(this, this.server, client, 0)]
    for (const socket of [client, this.server]) {
      socket.on('error', () => this.isHalfOpen || this.reset())
      socket.on('close', () => this.#closed())
    }
  }

  stall(ms) {
    for (const direction of this.directions) direction.stalledUntil = performance.now() + ms
  }

  reset() {
    this.isHalfOpen = false
    for (const socket of [this.client, this.server]) socket.connecting ? socket.destroy() : socket.resetAndDestroy()
    this.#forget()
  }

  look() {
    for (const direction of this.directions) direction.look()
  }

  #closed() {
    if (this.client.destroyed && this.server.destroyed) return this.#forget()
    if (this.isHalfOpen) return
    // What is still on its way arrives first.
    for (const direction of this.directions) direction.end()
  }

  #forget() {
    this.proxy.connections.delete(this)
    for (const direction of this.directions) direction.clear()
  }
}

class Direction {
  stalledUntil = 0
  #queue = []
  #queuedBytes = 0
  #due = 0
  #timer
  #isBlocked = false
  #hasEnded = false

  constructor(connection, from, to, firstWaitMs) {
    this.connection = connection
    this.from = from
    this.to = to
    this.isToClient = to === connection.client
    this.#due = performance.now() + firstWaitMs
    from.on('data', (bytes) => this.#take(bytes))
    from.on('end', () => connection.isHalfOpen || this.end())
    to.on('drain', () => {
      this.#isBlocked = false
      this.#pump()
    })
  }

  #take(bytes) {
    if (this.connection.isHalfOpen) return
    const { random, weather } = this.connection.proxy
    let wait = weather.latencyMs + weather.jitterMs * random()
    if (weather.lossRate > 0 && random() < weather.lossRate) wait += weather.rtoMs[0] + random() * (weather.rtoMs[1] - weather.rtoMs[0])
    const lineMs = weather.bytesPerSecond ? (bytes.length * 1_000) / weather.bytesPerSecond : 0
    this.#due = Math.max(this.#due, performance.now() + wait) + lineMs
    this.#queue.push({ due: this.#due, bytes })
    this.#queuedBytes += bytes.length
    if (this.#queuedBytes > queuedBytesMax) this.from.pause()
    this.#pump()
  }

  /** After the last byte that waits. */
  end() {
    this.#hasEnded = true
    this.#pump()
  }

  /** The weather has changed. */
  look() {
    clearTimeout(this.#timer)
    this.#timer = undefined
    if (this.connection.isHalfOpen) {
      this.clear()
      this.from.resume()
    } else this.#pump()
  }

  clear() {
    clearTimeout(this.#timer)
    this.#timer = undefined
    this.#queue = []
    this.#queuedBytes = 0
  }

  #pump() {
    if (this.#timer || this.#isBlocked || this.to.destroyed) return
    while (this.#queue.length) {
      const wait = Math.max(this.#queue[0].due, this.stalledUntil) - performance.now()
      if (wait > 0) return this.#again(wait)
      const trickleMs = this.isToClient ? this.connection.proxy.weather.trickleMs : undefined
      const bytes = trickleMs === undefined ? this.#queue[0].bytes : this.#queue[0].bytes.subarray(0, 1)
      this.#remove(bytes.length)
      this.#isBlocked = !this.to.write(bytes)
      if (this.#isBlocked) return
      if (trickleMs !== undefined) return this.#again(trickleMs)
    }
    if (this.#hasEnded && !this.to.writableEnded) this.to.end()
  }

  #again(ms) {
    this.#timer = setTimeout(() => {
      this.#timer = undefined
      this.#pump()
    }, Math.ceil(ms))
  }

  #remove(count) {
    const [first] = this.#queue
    if (count === first.bytes.length) this.#queue.shift()
    else first.bytes = first.bytes.subarray(count)
    this.#queuedBytes -= count
    if (this.#queuedBytes <= queuedBytesMax / 2 && this.from.isPaused()) this.from.resume()
  }
}
