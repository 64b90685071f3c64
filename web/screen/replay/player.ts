import { batch, signal } from '@preact/signals'
import type { ServerRecord } from '../../shared/generated/record.ts'
import { call } from '../../shared/http.ts'
import { Records } from '../../shared/records.ts'
import { frameMs, framesPerPart, type ReplayOutline, type ReplayStep } from '../../shared/replay.ts'

export interface ReplayPorts {
  outline(version: number | undefined): Promise<ReplayOutline | undefined>
  /** From this frame on. */
  part(version: number, frame: number): Promise<readonly ReplayStep[] | undefined>
  /** What stands where a text was erased. */
  erased(): string
}

export function portsOf(session: string, bearer: string, erased: () => string): ReplayPorts {
  const options = { id: session, bearer }
  return {
    async outline(version) {
      const query = version === undefined ? '' : `?version=${version}`
      const reply = await call('GET /api/sessions/ID/replay', undefined, { ...options, query })
      return reply.ok && 'times' in reply.body ? reply.body : undefined
    },
    async part(version, frame) {
      const reply = await call('GET /api/sessions/ID/replay', undefined, {
        ...options,
        query: `?version=${version}&frame=${frame}`,
      })
      return reply.ok && 'steps' in reply.body ? reply.body.steps : undefined
    },
    erased,
  }
}

const partsKept = 8
const againMs = 2_000

/** Plays a session back into records of its own, which the pictures of the big screen are drawn from. */
export class ReplayPlayer {
  readonly records = new Records()
  readonly outline = signal<ReplayOutline | undefined>(undefined)
  /** The frame that is asked for; `shown` follows as soon as it is here. */
  readonly frame = signal(0)
  readonly shown = signal<number | undefined>(undefined)
  readonly playing = signal(false)
  /** When what is shown was, in server ms. */
  readonly at = signal(0)

  private readonly parts = new Map<number, readonly ReplayStep[]>()
  private readonly asked = new Set<number>()
  private timer: ReturnType<typeof setTimeout> | undefined
  private closed = false
  private readonly ports: ReplayPorts

  constructor(ports: ReplayPorts) {
    this.ports = ports
  }

  /** `version` is that of the log that is played back; without one, the log up to now. */
  async open(frame: number, playing: boolean, version?: number): Promise<void> {
    const known = this.outline.value
    if (!known || (version !== undefined && version !== known.version)) {
      const outline = await this.ports.outline(version)
      if (this.closed) return
      if (!outline) {
        this.timer = setTimeout(() => void this.open(frame, playing, version), againMs)
        return
      }
      this.parts.clear()
      this.shown.value = undefined
      this.outline.value = outline
    }
    this.seek(frame)
    if (playing) this.play()
    else this.pause()
  }

  get last(): number {
    return Math.max(0, (this.outline.value?.times.length ?? 1) - 1)
  }

  seek(frame: number): void {
    this.frame.value = Math.min(Math.max(0, frame), this.last)
    this.show()
  }

  play(): void {
    if (this.frame.value >= this.last) this.seek(0)
    this.playing.value = true
    this.wait()
  }

  pause(): void {
    this.playing.value = false
    clearTimeout(this.timer)
  }

  /** To the beginning of the round before (-1) or after (1). */
  toRound(direction: 1 | -1): void {
    const starts = this.outline.value?.rounds.map((round) => round.frame) ?? []
    const now = this.frame.value
    const to =
      direction === 1 ? starts.find((start) => start > now) : starts.filter((start) => start < now).pop()
    this.seek(to ?? (direction === 1 ? this.last : 0))
  }

  close(): void {
    this.closed = true
    this.pause()
  }

  private wait(): void {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => {
      if (!this.playing.value) return
      // What is not here yet is waited for.
      if (this.shown.value === this.frame.value) {
        if (this.frame.value >= this.last) return this.pause()
        this.seek(this.frame.value + 1)
      }
      this.wait()
    }, frameMs)
  }

  private show(): void {
    const frame = this.frame.value
    const start = frame - (frame % framesPerPart)
    const part = this.parts.get(start)
    this.fetch(start)
    if (frame - start > framesPerPart / 2 && start + framesPerPart <= this.last)
      this.fetch(start + framesPerPart)
    if (!part) return

    const shown = this.shown.value
    const follows = shown !== undefined && shown >= start && shown <= frame
    batch(() => {
      for (const step of part) {
        if (step.frame > frame || (follows && step.frame <= shown)) continue
        this.records.apply({
          type: 'changes',
          audience: 'screen',
          from: step.frame === start ? 0 : step.frame,
          to: step.frame + 1,
          now: step.at,
          put: step.put.map((record) => this.readable(record)),
          gone: step.gone,
        })
      }
      this.shown.value = frame
      this.at.value = part[frame - start]?.at ?? 0
    })
  }

  private fetch(start: number): void {
    const version = this.outline.value?.version
    if (version === undefined || this.parts.has(start) || this.asked.has(start)) return
    this.asked.add(start)
    void this.ports.part(version, start).then((part) => {
      this.asked.delete(start)
      if (this.closed) return
      if (!part) {
        setTimeout(() => !this.closed && this.show(), againMs)
        return
      }
      this.parts.set(start, part)
      const oldest = this.parts.keys().next().value
      if (this.parts.size > partsKept && oldest !== undefined && oldest !== start) this.parts.delete(oldest)
      this.show()
    })
  }

  private readable(record: ServerRecord): ServerRecord {
    if (record.type === 'idea' && record.text === '') return { ...record, text: this.ports.erased() }
    if (record.type === 'top')
      return {
        ...record,
        entries: record.entries.map((entry) => ({ ...entry, title: entry.title || this.ports.erased() })),
        near_misses: record.near_misses.map((miss) => ({
          ...miss,
          title: miss.title || this.ports.erased(),
        })),
      }
    return record
  }
}
