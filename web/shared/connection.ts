import { type ReadonlySignal, signal } from '@preact/signals'
import type { ClientMessage, Hello } from './generated/client-message.ts'
import type { ServerMessage, Welcome } from './generated/server-message.ts'

/** The part of a WebSocket that is used here. */
export interface Socket {
  onopen: ((event: Event) => void) | null
  onmessage: ((event: MessageEvent) => void) | null
  onclose: ((event: CloseEvent) => void) | null
  send(text: string): void
  close(code?: number): void
}

export type Status =
  | 'connecting'
  | 'live'
  | 'offline'
  | 'replaced'
  | 'removed'
  | 'deleted'
  | 'ended'
  | 'unknown_token'
  | 'failed'

export interface ConnectionPorts {
  openSocket(): Socket
  /** Said anew at every connection, because what we have differs. */
  hello(): Hello
  /** False says that the message does not fit; the connection is then opened anew. */
  receive(message: ServerMessage): boolean
  /** Between 0 and 1. */
  random(): number
}

const connectTimeoutMs = 5_000
const beatAfterMs = 10_000
const deadAfterMs = 25_000
const tickMs = 2_000
const jumpMs = 10_000

const finalCodes: Record<number, Status> = {
  1003: 'failed',
  1007: 'failed',
  1009: 'failed',
  4001: 'unknown_token',
  4003: 'failed',
  4004: 'removed',
  4009: 'replaced',
  4010: 'deleted',
}

/**
 * Keeps one connection alive: says hello, beats, notices silence and sleep, comes back with growing pauses.
 * Stops by itself only when the server says that coming back makes no sense.
 *
 * Silence and beats go by the time since the page began, which no setting of the clock changes. That time
 * stands still while some devices sleep; the clock tells then that more has passed.
 */
export class Connection {
  private readonly state = signal<Status>('connecting')
  readonly status: ReadonlySignal<Status> = this.state

  private socket: Socket | undefined
  private welcomed = false
  private failures = 0
  private lastSent = 0
  private lastReceived = 0
  private lastTick = 0
  private clockAhead = 0
  private silenceAllowedMs = deadAfterMs
  private retryTimer: ReturnType<typeof setTimeout> | undefined
  private connectTimer: ReturnType<typeof setTimeout> | undefined
  private ticker: ReturnType<typeof setInterval> | undefined

  constructor(private readonly ports: ConnectionPorts) {}

  /** Opens it, or opens it again after it had stopped. */
  open(): void {
    this.dropSocket()
    this.failures = 0
    this.state.value = 'connecting'
    this.lastTick = performance.now()
    this.clockAhead = Date.now() - performance.now()
    this.ticker ??= setInterval(() => this.tick(), tickMs)
    this.connect()
  }

  /** Stops and stays so. */
  stop(status: Status): void {
    this.dropSocket()
    clearTimeout(this.retryTimer)
    clearInterval(this.ticker)
    this.ticker = undefined
    this.state.value = status
  }

  /** False when there is no connection. */
  send(message: ClientMessage): boolean {
    if (!this.socket || !this.welcomed) return false
    this.say(message)
    return true
  }

  /** Something hints that the line may be dead: back from the background, a new network, a jump in time. */
  probe(): void {
    if (!this.ticker) return
    this.noticeSleep()
    if (!this.socket) this.connectSoon(0)
    if (!this.welcomed) return
    this.silenceAllowedMs = beatAfterMs + 2_000
    if (performance.now() - this.lastReceived > this.silenceAllowedMs) this.lose(0)
    else this.say({ type: 'beat' })
  }

  /** The device itself says that it has no network. */
  noNetwork(): void {
    if (this.ticker) this.lose()
  }

  private connect(): void {
    clearTimeout(this.retryTimer)
    this.retryTimer = undefined
    const socket = this.ports.openSocket()
    this.socket = socket
    this.welcomed = false
    this.silenceAllowedMs = deadAfterMs
    this.connectTimer = setTimeout(() => this.lose(), connectTimeoutMs)
    socket.onopen = () => this.say(this.ports.hello())
    socket.onmessage = (event) => this.receive(event)
    socket.onclose = (event) => this.closed(event.code)
  }

  private receive(event: MessageEvent): void {
    this.noticeSleep()
    this.lastReceived = performance.now()
    this.silenceAllowedMs = deadAfterMs
    const message = JSON.parse(event.data as string) as ServerMessage
    if (message.type === 'error') {
      if (message.code === 'unknown_token') this.stop('unknown_token')
      if (message.code === 'ended') this.stop('ended')
      return
    }
    if (message.type === 'welcome') this.welcome(message)
    else if (!this.ports.receive(message)) this.lose()
    else if (message.type === 'changes') this.failures = 0
  }

  private welcome(message: Welcome): void {
    clearTimeout(this.connectTimer)
    this.welcomed = true
    this.state.value = 'live'
    this.ports.receive(message)
  }

  private closed(code: number): void {
    const final = finalCodes[code]
    if (final) this.stop(final)
    else if (code === 1008) this.lose(10_000)
    // Everybody loses a server that restarts or crashes in the same moment: they spread their return.
    else if (code === 1012 || (code === 1006 && this.welcomed)) this.lose(500 + this.ports.random() * 3_000)
    else this.lose()
  }

  private lose(pauseMs?: number): void {
    this.dropSocket()
    this.state.value = 'offline'
    this.connectSoon(pauseMs ?? this.nextPauseMs())
  }

  /** Random between half a second and a bound that doubles up to 8 s, so that a room does not return at once. */
  private nextPauseMs(): number {
    const bound = Math.min(8_000, 1_000 * 2 ** this.failures)
    this.failures += 1
    return 500 + this.ports.random() * (bound - 500)
  }

  private connectSoon(pauseMs: number): void {
    clearTimeout(this.retryTimer)
    this.retryTimer = setTimeout(() => this.connect(), pauseMs)
  }

  private tick(): void {
    const now = performance.now()
    const late = now - this.lastTick > tickMs + jumpMs
    this.lastTick = now
    if (this.noticeSleep() || late) this.probe()
    if (!this.socket || !this.welcomed) return
    if (now - this.lastReceived > this.silenceAllowedMs) this.lose(0)
    else if (now - this.lastSent >= beatAfterMs - tickMs) this.say({ type: 'beat' })
  }

  /** A clock that has leapt forward says that the device slept: that time was silent too. */
  private noticeSleep(): boolean {
    const ahead = Date.now() - performance.now()
    const sleptMs = ahead - this.clockAhead
    this.clockAhead = ahead
    if (sleptMs <= jumpMs) return false
    this.lastReceived -= sleptMs
    return true
  }

  private say(message: ClientMessage): void {
    this.lastSent = performance.now()
    this.socket?.send(JSON.stringify(message))
  }

  private dropSocket(): void {
    clearTimeout(this.connectTimer)
    clearTimeout(this.retryTimer)
    const socket = this.socket
    this.socket = undefined
    this.welcomed = false
    if (!socket) return
    socket.onopen = null
    socket.onmessage = null
    socket.onclose = null
    socket.close()
  }
}
