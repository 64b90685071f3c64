export type Urgency = 'polite' | 'assertive'

/** Somebody who stopped for this long is reading, not typing. */
export const typingPauseMs = 2000

/** How long a sentence stays where a screen reader finds it, before the next one. */
export const sentenceMs = 1000

const waitingMax = 8

interface Sentence {
  readonly text: string
  readonly urgency: Urgency
}

/**
 * Sentences that wait for their turn. One at a time, urgent ones first, none while somebody types.
 * The same sentence waits once; of more than eight the oldest polite one is dropped.
 */
export class Voice {
  private waiting: Sentence[] = []
  private timer: ReturnType<typeof setTimeout> | undefined
  private speaking = false
  private typedAt = Number.NEGATIVE_INFINITY

  /** `put` shows a text in the region of its urgency; an empty text clears it. */
  constructor(private readonly put: (text: string, urgency: Urgency) => void) {}

  say(text: string, urgency: Urgency): void {
    if (!text) return
    this.waiting = this.waiting.filter((other) => other.text !== text)
    const sentence = { text, urgency }
    if (urgency === 'assertive') {
      const firstPolite = this.waiting.findIndex((other) => other.urgency === 'polite')
      this.waiting.splice(firstPolite < 0 ? this.waiting.length : firstPolite, 0, sentence)
    } else {
      this.waiting.push(sentence)
    }
    if (this.waiting.length > waitingMax) {
      const oldest = this.waiting.findIndex((other) => other.urgency === 'polite')
      this.waiting.splice(Math.max(oldest, 0), 1)
    }
    if (!this.speaking) this.wake(0)
  }

  /** Somebody just typed a letter. */
  typed(): void {
    this.typedAt = performance.now()
  }

  private wake(afterMs: number): void {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.next(), afterMs)
  }

  private next(): void {
    const quietMs = performance.now() - this.typedAt
    if (quietMs < typingPauseMs) {
      this.wake(typingPauseMs - quietMs)
      return
    }

    const sentence = this.waiting.shift()
    this.speaking = sentence !== undefined
    if (!sentence) return
    this.put(sentence.text, sentence.urgency)
    this.timer = setTimeout(() => {
      // Cleared first, so that the same sentence said again is a change.
      this.put('', sentence.urgency)
      this.next()
    }, sentenceMs)
  }
}
