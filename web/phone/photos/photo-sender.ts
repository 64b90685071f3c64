import { type ReadonlySignal, signal } from '@preact/signals'
import { randomHex } from '../../shared/random-hex.ts'
import { type Uploaded, upload } from '../../shared/upload.ts'
import { draft } from '../ideas/drafts.ts'
import type { Room } from '../room.ts'
import { type KeptPhoto, openPhotoStorage, type PhotoStorage } from './photo-storage.ts'

/** A photo on this phone, with how far it has come. */
export interface WaitingPhoto extends KeptPhoto {
  /** For an <img> of this page. */
  readonly address: string
  /** 0 to 1 while it is sent. */
  readonly progress: number
}

type Send = typeof upload

/** These are final: sending the same bytes again changes nothing. Who was removed (403) may be brought back. */
const finalStatuses = new Set([404, 410, 413, 415, 422, 429])
const againAfterMs = [1_000, 2_000, 4_000, 8_000, 15_000]
const announcedWithinMs = 10_000

/**
 * Keeps photos on this phone until the server has them, and sends them one by one in the background. A photo leaves only after
 * the command that announces it was answered, so that no text ever waits for a photo.
 */
export class PhotoSender {
  private readonly list = signal<readonly WaitingPhoto[]>([])
  readonly photos: ReadonlySignal<readonly WaitingPhoto[]> = this.list
  private running = false
  private closed = false
  private failures = 0
  private timer: ReturnType<typeof setTimeout> | undefined
  private readonly stop: () => void
  private readonly unknownSince = new Map<string, number>()

  private constructor(
    private readonly room: Room,
    private readonly session: string,
    private readonly storage: PhotoStorage,
    private readonly send: Send,
    kept: readonly KeptPhoto[],
  ) {
    this.list.value = kept.map(shown)
    const stops = [
      room.status.subscribe((status) => {
        if (status === 'live' && this.timer !== undefined) this.rest()
        else this.goOn()
      }),
      room.pending.subscribe(() => this.goOn()),
    ]
    this.stop = () => {
      for (const each of stops) each()
    }
  }

  static async open(
    room: Room,
    session: string,
    storage?: PhotoStorage,
    send: Send = upload,
  ): Promise<PhotoSender> {
    const place = storage ?? (await openPhotoStorage())
    const sender = new PhotoSender(room, session, place, send, await place.all(session).catch(() => []))
    sender.goOn()
    return sender
  }

  /** Keeps a photo; resolves with its key once it is safe on this phone. */
  async keep(photo: Blob): Promise<string> {
    const kept: KeptPhoto = { key: randomHex(16), session: this.session, photo }
    // Where it cannot be stored, it lasts as long as this page.
    await this.storage.put(kept).catch(() => {})
    this.list.value = [...this.list.value, shown(kept)]
    return kept.key
  }

  async forget(key: string): Promise<void> {
    const gone = this.list.value.find((photo) => photo.key === key)
    this.list.value = this.list.value.filter((photo) => photo !== gone)
    if (gone) URL.revokeObjectURL(gone.address)
    await this.storage.remove(key).catch(() => {})
  }

  async forgetAll(): Promise<void> {
    for (const { key } of this.list.value) await this.forget(key)
  }

  close(): void {
    this.closed = true
    clearTimeout(this.timer)
    this.stop()
    for (const { address } of this.list.value) URL.revokeObjectURL(address)
  }

  /** Sends what may be sent now. */
  private goOn(): void {
    if (this.running || this.closed || this.room.status.value !== 'live') return
    const next = this.list.value.find((photo) => this.mayLeave(photo))
    if (!next) return
    this.running = true
    void this.send(next.photo, {
      token: this.room.token,
      key: next.key,
      onProgress: (progress) => this.change(next.key, { progress }),
    }).then((outcome) => this.sent(next, outcome))
  }

  private mayLeave({ key, refused }: WaitingPhoto): boolean {
    if (refused || draft.value.photo === key) return false
    return !this.room.pending.value.some(({ args }) => 'photo' in args && args.photo === key)
  }

  private async sent({ key }: WaitingPhoto, outcome: Uploaded): Promise<void> {
    if (outcome.ok) {
      this.failures = 0
      await this.forget(key)
    } else if (finalStatuses.has(outcome.status) && !this.mayBeAnnouncedSoon(key, outcome)) {
      this.failures = 0
      this.change(key, { refused: outcome.error, progress: 0 })
      const now = this.list.value.find((photo) => photo.key === key)
      if (now) await this.storage.put({ key, session: now.session, photo: now.photo, refused: outcome.error }).catch(() => {})
    } else {
      const pause = againAfterMs[Math.min(this.failures, againAfterMs.length - 1)] as number
      this.failures += 1
      this.timer = setTimeout(() => this.rest(), pause)
      return
    }
    this.rest()
  }

  /** A command that was just stored may not be in sight yet. */
  private mayBeAnnouncedSoon(key: string, outcome: Uploaded): boolean {
    if (outcome.ok || outcome.status !== 404) return false
    const since = this.unknownSince.get(key) ?? Date.now()
    this.unknownSince.set(key, since)
    return Date.now() - since < announcedWithinMs
  }

  private rest(): void {
    clearTimeout(this.timer)
    this.timer = undefined
    this.running = false
    this.goOn()
  }

  private change(key: string, change: Partial<WaitingPhoto>): void {
    this.list.value = this.list.value.map((photo) => (photo.key === key ? { ...photo, ...change } : photo))
  }
}

function shown(kept: KeptPhoto): WaitingPhoto {
  return { ...kept, address: URL.createObjectURL(kept.photo), progress: 0 }
}
