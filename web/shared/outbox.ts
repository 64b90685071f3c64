import { batch, type ReadonlySignal, signal } from '@preact/signals'
import type { Command, Commands, Op, Outcome, PendingCommand, RefusedCommand } from './commands.ts'
import type { Answer, Refused } from './generated/server-message.ts'
import { copyOf, type KeptCommand, MemoryStorage, type OutboxState, type OutboxStorage } from './outbox-storage.ts'
import { randomHex } from './random-hex.ts'

interface Entry extends KeptCommand {
  /** `done` is answered, and shown as on its way until the changes that it made are here too. */
  state: 'kept' | 'sent' | 'done'
  renumbered: number
  readonly resolve: ((outcome: Outcome) => void) | undefined
}

// A little under what the server allows, so that a full outbox does not run into its limit.
const burst = 12
const refillPerSecond = 4
const changesFollowMs = 400

/**
 * Keeps commands on this device until the server has answered them, and sends them in order. A command is
 * shown only after it is stored, and removed only after its final answer, so that it takes effect once even
 * when this page is killed at any moment.
 */
export class Outbox {
  private readonly waitingSignal = signal<readonly PendingCommand[]>([])
  private readonly refusedSignal = signal<readonly RefusedCommand[]>([])
  /** What waits for an answer, oldest first. */
  readonly pending: ReadonlySignal<readonly PendingCommand[]> = this.waitingSignal
  /** What was refused and whose asker is gone, since the page was loaded anew in between. */
  readonly refused: ReadonlySignal<readonly RefusedCommand[]> = this.refusedSignal

  private entries: Entry[] = []
  private readonly settled = new Set<number>()
  private storing: Promise<unknown> = Promise.resolve()
  private connections = 0
  private sending = false
  private pausedUntil = 0
  private allowance = burst
  private allowanceAt = 0
  private flushTimer: ReturnType<typeof setTimeout> | undefined

  private constructor(
    private storage: OutboxStorage,
    private state: OutboxState,
    private readonly transmit: (command: Command) => boolean,
  ) {
    this.adopt(state)
  }

  /** `transmit` hands a command to the connection and says false when there is none. */
  static async open(storage: OutboxStorage, transmit: (command: Command) => boolean): Promise<Outbox> {
    const begin = (state?: OutboxState) => state ?? { client: randomHex(16), next_n: 1, commands: [] }
    try {
      return new Outbox(storage, await storage.update(begin), transmit)
    } catch {
      const memory = new MemoryStorage()
      return new Outbox(memory, await memory.update(begin), transmit)
    }
  }

  get client(): string {
    return this.state.client
  }

  get survivesReload(): boolean {
    return this.storage.survivesReload
  }

  /** Calls `kept` once the command is stored; resolves with the final answer, however long that takes. */
  send<O extends Op>(op: O, args: Commands[O], kept?: () => void, paper_seat?: number): Promise<Outcome> {
    return new Promise((resolve) => {
      let n = 0
      const said = { op, args, ...(paper_seat ? { paper_seat } : {}) }
      void this.store(
        (state) => {
          n = state.next_n
          state.next_n += 1
          state.commands.push({ n, ...said })
        },
        () => {
          this.entries.push({ n, ...said, state: 'kept', renumbered: 0, resolve })
        },
      ).then(() => {
        this.flush()
        kept?.()
      })
    })
  }

  /** A connection is up, and the server says which number it expects of a new command. */
  async welcomed(next_n: number): Promise<void> {
    const connection = ++this.connections
    this.sending = false
    const expected = Math.max(1, next_n)
    await this.storing
    const first = Math.min(
      ...this.entries.filter((entry) => entry.state !== 'done').map((entry) => entry.n),
      this.state.next_n,
    )
    // Less than everything of ours: the server lost its past, so what waits takes the numbers it expects.
    if (expected < first) await this.renumber(expected)
    // More: we lost ours, so the next new command must not reuse a number.
    else if (expected > this.state.next_n) {
      await this.store((state) => {
        state.next_n = Math.max(state.next_n, expected)
      })
    }
    if (connection !== this.connections) return
    this.sending = true
    this.pausedUntil = 0
    this.setBack(0)
    this.flush()
  }

  disconnected(): void {
    this.connections += 1
    this.sending = false
    this.setBack(0)
  }

  answered(answer: Answer | Refused): void {
    const entry = this.entries.find(({ n, state }) => n === answer.n && state !== 'done')
    if (!entry) return
    if (answer.ok) {
      this.settle(entry, { ok: true, ...(answer.id ? { id: answer.id } : {}) })
      return
    }

    const { refusal, details } = answer
    const final: Outcome = { ok: false, refusal, ...(details ? { details } : {}) }
    switch (refusal) {
      case 'out_of_order':
        this.outOfOrder(entry, details?.expected ?? entry.n)
        break
      case 'rate_limited':
      case 'read_only':
      case 'unavailable':
      case 'paused':
        this.pause(entry.n, details?.retry_after_ms ?? 1_000)
        break
      case 'n_reused':
        // Other content stands under this number, so this command had no effect yet.
        if (entry.renumbered < 3) void this.moveToEnd(entry)
        else this.settle(entry, final)
        break
      case 'bad_json':
      case 'bad_envelope': {
        // These use up no number, so the ones behind it move up.
        const { n } = entry
        this.settle(entry, final)
        void this.renumber(n).then(() => this.flush())
        break
      }
      default:
        this.settle(entry, final)
    }
  }

  /** Changes have arrived: what was answered before them shows in the records now. */
  caughtUp(): void {
    if (!this.entries.some(({ state }) => state === 'done')) return
    this.entries = this.entries.filter(({ state }) => state !== 'done')
    this.publish()
  }

  dismissRefused(n: number): void {
    this.refusedSignal.value = this.refusedSignal.value.filter((command) => command.n !== n)
  }

  /** Reads again what is stored: another tab may have added to it. */
  async reload(): Promise<void> {
    let stored = new Set<number>()
    await this.store((state) => {
      stored = new Set(state.commands.map(({ n }) => n))
    })
    // What is gone from there was answered in the other tab, or has another number now.
    const taken = this.entries.filter(({ n }) => !stored.has(n))
    this.entries = this.entries.filter(({ n }) => stored.has(n))
    this.publish()
    for (const { resolve } of taken) resolve?.({ ok: false, refusal: 'replaced' })
  }

  async clear(): Promise<void> {
    await this.storing
    await this.storage.clear().catch(() => {})
    this.entries = []
    this.publish()
  }

  private flush(): void {
    clearTimeout(this.flushTimer)
    if (!this.sending) return
    const wait = this.pausedUntil - performance.now()
    if (wait > 0) {
      this.flushIn(wait)
      return
    }
    let sentAny = false
    for (const entry of this.entries) {
      if (entry.state !== 'kept') continue
      if (!this.takeAllowance()) {
        this.flushIn(1_000 / refillPerSecond)
        break
      }
      const { state, renumbered, resolve, ...said } = entry
      if (!this.transmit({ type: 'command', ...said } as Command)) break
      entry.state = 'sent'
      sentAny = true
    }
    if (sentAny) this.publish()
  }

  private flushIn(ms: number): void {
    clearTimeout(this.flushTimer)
    this.flushTimer = setTimeout(() => this.flush(), ms)
  }

  private takeAllowance(): boolean {
    const now = performance.now()
    const refilled = ((now - this.allowanceAt) / 1_000) * refillPerSecond
    this.allowance = Math.min(burst, this.allowance + Math.max(0, refilled))
    this.allowanceAt = now
    if (this.allowance < 1) return false
    this.allowance -= 1
    return true
  }

  private settle(entry: Entry, outcome: Outcome): void {
    const { n } = entry
    this.settled.add(n)
    void this.store((state) => {
      state.commands = state.commands.filter((command) => command.n !== n)
    }).then(() => this.settled.delete(n))

    batch(() => {
      if (outcome.ok) {
        entry.state = 'done'
        setTimeout(() => this.caughtUp(), changesFollowMs)
      } else {
        this.entries = this.entries.filter((other) => other !== entry)
        if (!entry.resolve) {
          const refused = { ...shown(entry), ...outcome } as unknown as RefusedCommand
          this.refusedSignal.value = [...this.refusedSignal.value, refused]
        }
      }
      this.publish()
    })
    entry.resolve?.(outcome)
  }

  private outOfOrder(entry: Entry, expected: number): void {
    const first = this.entries.find(({ state }) => state !== 'done')
    if (first && (expected < first.n || expected > entry.n)) {
      this.sending = false
      const connection = this.connections
      void this.renumber(expected).then(() => {
        this.sending = connection === this.connections
        this.flush()
      })
      return
    }
    this.pause(entry.n, 300)
  }

  /** The server wants this one later, and takes no later number before it. */
  private pause(n: number, ms: number): void {
    this.setBack(n)
    this.pausedUntil = Math.max(this.pausedUntil, performance.now() + ms)
    this.flushIn(ms)
  }

  private setBack(fromN: number): void {
    for (const entry of this.entries) {
      if (entry.n >= fromN && entry.state === 'sent') entry.state = 'kept'
    }
    this.publish()
  }

  private async renumber(first: number): Promise<void> {
    const numbers = new Map<number, number>()
    await this.store(
      (state) => {
        let n = first
        for (const command of state.commands) {
          if (this.settled.has(command.n)) continue
          numbers.set(command.n, n)
          command.n = n
          n += 1
        }
        state.next_n = n
      },
      () => {
        for (const entry of this.entries) {
          if (entry.state === 'done') continue
          entry.n = numbers.get(entry.n) ?? entry.n
          entry.state = 'kept'
        }
      },
    )
  }

  private async moveToEnd(entry: Entry): Promise<void> {
    const old = entry.n
    let n = old
    await this.store(
      (state) => {
        n = state.next_n
        state.next_n += 1
        const command = state.commands.find((candidate) => candidate.n === old)
        if (command) command.n = n
      },
      () => {
        entry.n = n
        entry.state = 'kept'
        entry.renumbered += 1
      },
    )
    this.flush()
  }

  /** Changes what is stored, one at a time; `then` runs after it is stored and before anybody is told. */
  private store(change: (state: OutboxState) => void, then?: () => void): Promise<void> {
    const fresh = { ...this.state }
    const apply = (stored?: OutboxState) => {
      const state = stored ?? { ...fresh, commands: [] }
      change(state)
      state.commands.sort((a, b) => a.n - b.n)
      return state
    }
    const done = this.storing.then(async () => {
      let state: OutboxState
      try {
        state = await this.storage.update(apply)
      } catch {
        // Storage is full or was taken away: go on from what this page still knows.
        this.storage = new MemoryStorage(copyOf(this.state))
        state = await this.storage.update(apply)
      }
      then?.()
      this.state = state
      this.adopt(state)
    })
    this.storing = done
    return done
  }

  /** Takes over what is stored and not known here: from before a reload, or from another tab. */
  private adopt(state: OutboxState): void {
    for (const command of state.commands) {
      const { n } = command
      if (this.settled.has(n) || this.entries.some((entry) => entry.n === n)) continue
      this.entries.push({ ...command, state: 'kept', renumbered: 0, resolve: undefined })
    }
    this.entries.sort((a, b) => a.n - b.n)
    this.publish()
  }

  private publish(): void {
    this.waitingSignal.value = this.entries.map(shown)
  }
}

function shown({ n, op, args, state }: Entry): PendingCommand {
  return { n, op, args, state: state === 'kept' ? 'kept' : 'sent' } as PendingCommand
}
