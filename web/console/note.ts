import { signal } from '@preact/signals'
import { mergeNotes } from './merge-notes.ts'
import type { Send } from './picture.ts'

export const noteMax = 4_000
const restMs = 1_000

/**
 * A note at a round that more than one facilitator may write on. What is typed here is sent after a moment of rest, on top
 * of what was seen; what somebody else wrote meanwhile is put together with it, so that nobody's words are lost.
 */
export class Note {
  readonly text = signal('')
  readonly state = signal<'kept' | 'busy' | 'merged'>('kept')
  /** What the server had when the text here was last equal to it. */
  private base = { text: '', number: 0 }
  private newest = { text: '', number: 0 }
  /** The number of the last note that was written here: another goes on with it. */
  private mine = 0
  private resting: ReturnType<typeof setTimeout> | undefined
  private sending = false

  constructor(
    private readonly round: number,
    private readonly session: string,
    private readonly send: Send,
  ) {
    const draft = readDraft(this.key)
    if (draft === undefined) return
    this.base = { text: draft.base, number: draft.number }
    this.text.value = draft.text
    this.state.value = 'busy'
  }

  typed(text: string): void {
    this.text.value = text
    this.state.value = 'busy'
    this.keepDraft()
    clearTimeout(this.resting)
    this.resting = setTimeout(() => void this.save(), restMs)
  }

  /** The server says what it has. */
  told(text: string, number: number): void {
    if (number < this.newest.number) return
    this.newest = { text, number }
    if (!this.sending) this.follow()
  }

  /** The pad goes away: what was typed goes out at once. */
  leave(): void {
    clearTimeout(this.resting)
    void this.save()
  }

  private get key(): string {
    return `kiemkring.note.${this.session}.${this.round}`
  }

  /** Takes what somebody else wrote; on top of it stays what was typed here. */
  private follow(): void {
    if (this.newest.number === this.base.number) {
      // After a reload with a draft: it still has to go.
      if (this.text.value !== this.base.text) void this.save()
      return
    }
    const mine = this.text.value
    const merged = mergeNotes(this.base.text, mine, this.newest.text)
    if (mine !== this.base.text && merged !== mine) this.state.value = 'merged'
    this.base = this.newest
    this.text.value = merged
    if (merged === this.newest.text) {
      this.settled()
      return
    }
    this.keepDraft()
    void this.save()
  }

  private async save(): Promise<void> {
    const text = this.text.value
    if (this.sending || text === this.base.text || [...text].length > noteMax) return
    this.sending = true
    const goesOn = this.mine > 0 && this.mine === this.base.number
    const args = { round: this.round, seen: this.base.number, text, goes_on: goesOn }
    const outcome = await this.send('write_note', args)
    this.sending = false
    if (outcome.ok) {
      this.base = { text, number: outcome.id ?? this.base.number + 1 }
      this.mine = this.base.number
      if (this.newest.number < this.base.number) this.newest = this.base
      if (this.text.value === text) this.settled()
      else void this.save()
    }
    // Somebody else was first: their words have come, or come now.
    if (this.newest.number > this.base.number) this.follow()
  }

  private settled(): void {
    if (this.state.value !== 'merged') this.state.value = 'kept'
    try {
      localStorage.removeItem(this.key)
    } catch {
      // Was never kept.
    }
  }

  private keepDraft(): void {
    try {
      const draft = { text: this.text.value, base: this.base.text, number: this.base.number }
      localStorage.setItem(this.key, JSON.stringify(draft))
    } catch {
      // It is here for as long as the page is.
    }
  }
}

function readDraft(key: string): { text: string; base: string; number: number } | undefined {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null') ?? undefined
  } catch {
    return undefined
  }
}
