import { batch, type ReadonlySignal, signal } from '@preact/signals'
import type { Commands, Op, Outcome, PendingCommand, RefusedCommand } from './commands.ts'
import { Connection, type Socket, type Status } from './connection.ts'
import type { Hello } from './generated/client-message.ts'
import type { Hint, Knocks, Replay, ServerMessage, Suggestions, Welcome } from './generated/server-message.ts'
import { Outbox } from './outbox.ts'
import { type OutboxStorage, openOutboxStorage } from './outbox-storage.ts'
import { randomHex } from './random-hex.ts'
import { Records } from './records.ts'

export type { Commands, Op, Outcome, PendingCommand, RefusedCommand } from './commands.ts'
export type { Status } from './connection.ts'

export interface Presence {
  readonly connected: readonly number[]
  readonly facilitators: number
}

/** All that a page needs of a session: what the server told, what it was asked, and how the line is. */
export interface SessionLink {
  /** For what is asked by HTTP: pictures. */
  readonly token: string
  readonly status: ReadonlySignal<Status>
  readonly records: Records
  readonly role: ReadonlySignal<Welcome['role'] | undefined>
  readonly person: ReadonlySignal<number | undefined>
  readonly publicUrl: ReadonlySignal<string | undefined>
  readonly presence: ReadonlySignal<Presence>
  /** Which tablet this is, where a tablet may watch; see the record lead. */
  readonly device: ReadonlySignal<string>
  /** Who knocks on the locked door, and who was turned away. */
  readonly knocks: ReadonlySignal<Pick<Knocks, 'waiting' | 'turned_away'>>
  /** Ideas that look alike; facilitators only. */
  readonly suggestions: ReadonlySignal<Suggestions['suggestions']>
  /** What looks like the idea that was written last, when there is something. */
  readonly hint: ReadonlySignal<Hint | undefined>
  dismissHint(): void
  /** The disk of the server is full: what is sent waits here until it has space again. */
  readonly storageFull: ReadonlySignal<boolean>
  /** No facilitator has been connected for a while; told to phones. */
  readonly away: ReadonlySignal<boolean>
  /** What a tablet lets this big screen play back; undefined shows the session itself. */
  readonly replay: ReadonlySignal<Replay | undefined>
  /** Waiting for an answer, oldest first. */
  readonly pending: ReadonlySignal<readonly PendingCommand[]>
  /** Refused after the page that asked was gone. */
  readonly refused: ReadonlySignal<readonly RefusedCommand[]>
  /** False when what waits is forgotten as soon as this page closes. */
  readonly survivesReload: boolean
  /** Server time, estimated, in ms. */
  now(): number
  /**
   * Stores the command, sends it when it can, and resolves with the final answer, however long that takes.
   * `kept` is called once it is stored: from then on the page may be killed. With `paperSeat` it is said for somebody without
   * a phone.
   */
  send<O extends Op>(op: O, args: Commands[O], kept?: () => void, paperSeat?: number): Promise<Outcome>
  dismissRefused(n: number): void
  /** Goes on here after another tab had taken over, or tries again after it had stopped. */
  takeOver(): void
  /** Ends the connection; what waits stays stored. */
  close(): void
  /** Ends the connection and erases what waits. */
  forget(): Promise<void>
}

export interface SessionLinkOptions {
  readonly token: string
  readonly role: Welcome['role']
  /** Names the outbox on this device. */
  readonly storageKey: string
  readonly openSocket?: () => Socket
  readonly storage?: OutboxStorage
  readonly random?: () => number
}

function openPageSocket(): Socket {
  const scheme = location.protocol === 'https:' ? 'wss' : 'ws'
  return new WebSocket(`${scheme}://${location.host}/ws`)
}

/** Opens the outbox, then the connection; resolves when the outbox is there, without waiting for the server. */
export async function createSessionLink(options: SessionLinkOptions): Promise<SessionLink> {
  const storage = options.storage ?? (await openOutboxStorage(options.storageKey))
  const records = new Records()
  const role = signal<Welcome['role'] | undefined>(undefined)
  const person = signal<number | undefined>(undefined)
  const publicUrl = signal<string | undefined>(undefined)
  const presence = signal<Presence>({ connected: [], facilitators: 0 })
  const device = signal('')
  const nobody = { waiting: [], turned_away: [] }
  const knocks = signal<Pick<Knocks, 'waiting' | 'turned_away'>>(nobody)
  const suggestions = signal<Suggestions['suggestions']>([])
  const hint = signal<Hint | undefined>(undefined)
  const storageFull = signal(false)
  const away = signal(false)
  const replay = signal<Replay | undefined>(undefined)
  let epoch: string | undefined
  let serverAhead = Date.now() - performance.now()

  const outbox = await Outbox.open(storage, (command) => connection.send(command))

  const hello = (): Hello => {
    const audience = records.version(options.role)
    const me = options.role === 'participant' ? records.version('me') : 0
    const said: Hello = { type: 'hello', protocol: 1, token: options.token, client: outbox.client }
    if (epoch === undefined || audience === undefined || me === undefined) return said
    return { ...said, epoch, have: { audience, me } }
  }

  const receive = (message: ServerMessage): boolean => {
    if ('now' in message) serverAhead = message.now - performance.now()
    switch (message.type) {
      case 'welcome':
        epoch = message.epoch
        batch(() => {
          storageFull.value = away.value = false
          knocks.value = nobody
          device.value = message.device ?? ''
          suggestions.value = []
          replay.value = undefined
          role.value = message.role
          person.value = message.person
          publicUrl.value = message.public_url
        })
        void outbox.welcomed(message.next_n)
        return true
      case 'changes':
        return batch(() => {
          const fits = records.apply(message)
          // What one did oneself shows in `me` for a participant, so only that ends its waiting.
          if (fits && (options.role !== 'participant' || message.audience === 'me')) outbox.caughtUp()
          return fits
        })
      case 'answer':
        outbox.answered(message)
        return true
      case 'presence':
        presence.value = message
        return true
      case 'knocks':
        knocks.value = message
        return true
      case 'suggestions':
        suggestions.value = message.suggestions
        return true
      case 'hint':
        hint.value = message
        return true
      case 'storage':
        storageFull.value = message.full
        return true
      case 'away':
        away.value = message.away
        return true
      case 'replay':
        replay.value = message.frame === null ? undefined : message
        return true
      default:
        return true
    }
  }

  const connection = new Connection({
    openSocket: options.openSocket ?? openPageSocket,
    hello,
    receive,
    random: options.random ?? Math.random,
  })
  connection.status.subscribe((status) => {
    if (status !== 'live') outbox.disconnected()
  })

  const claims = tabClaims(options.storageKey, () => connection.stop('replaced'))
  const stopWatching = watchPage(connection)
  claims.claim()
  connection.open()

  const close = () => {
    stopWatching()
    claims.close()
    connection.stop('offline')
  }

  return {
    token: options.token,
    status: connection.status,
    records,
    role,
    person,
    publicUrl,
    presence,
    device,
    knocks,
    suggestions,
    hint,
    dismissHint() {
      hint.value = undefined
    },
    storageFull,
    away,
    replay,
    pending: outbox.pending,
    refused: outbox.refused,
    get survivesReload() {
      return outbox.survivesReload
    },
    now: () => performance.now() + serverAhead,
    send: (op, args, kept, paperSeat) =>
      connection.status.value === 'replaced'
        ? Promise.resolve({ ok: false, refusal: 'replaced' })
        : outbox.send(op, args, kept, paperSeat),
    dismissRefused: (n) => outbox.dismissRefused(n),
    takeOver() {
      claims.claim()
      void outbox.reload().then(() => connection.open())
    },
    close,
    async forget() {
      close()
      await outbox.clear()
    },
  }
}

/** Tells other tabs of this browser at once; the server does it too, but only those that it can reach. */
function tabClaims(key: string, replaced: () => void): { claim(): void; close(): void } {
  if (typeof BroadcastChannel === 'undefined') return { claim() {}, close() {} }
  const tab = randomHex(8)
  const channel = new BroadcastChannel(`kiemkring.${key}`)
  channel.onmessage = (event) => {
    if (event.data !== tab) replaced()
  }
  return { claim: () => channel.postMessage(tab), close: () => channel.close() }
}

function watchPage(connection: Connection): () => void {
  if (typeof window === 'undefined') return () => {}
  const probe = () => connection.probe()
  const visible = () => {
    if (document.visibilityState === 'visible') connection.probe()
  }
  const offline = () => connection.noNetwork()
  document.addEventListener('visibilitychange', visible)
  addEventListener('pageshow', probe)
  addEventListener('online', probe)
  addEventListener('offline', offline)
  return () => {
    document.removeEventListener('visibilitychange', visible)
    removeEventListener('pageshow', probe)
    removeEventListener('online', probe)
    removeEventListener('offline', offline)
  }
}
