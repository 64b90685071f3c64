import { type ReadonlySignal, effect } from '@preact/signals'
import type { Outcome } from '../shared/session-link.ts'
import type { Picture, Send } from './picture.ts'
import { samePages, type Wish, wishesOf } from './show-view.ts'

export type PageChange = (pages: readonly Wish[]) => readonly Wish[]

const triesMax = 5
const patienceMs = 3_000

/**
 * Changes of the pages of one show, one after the other. Each is made to what is there by then, so that two quick taps, or a
 * slide that comes in between, take nothing from each other.
 */
export class PageChanges {
  private last: Promise<unknown> = Promise.resolve()

  constructor(
    private readonly round: number,
    private readonly picture: ReadonlySignal<Picture>,
    private readonly send: Send,
  ) {}

  /** Resolves when the tablet shows it, or with why not. */
  make(change: PageChange): Promise<Outcome> {
    const made = this.last.then(() => this.attempt(change))
    this.last = made
    return made
  }

  private async attempt(change: PageChange): Promise<Outcome> {
    for (let tries = 1; ; tries += 1) {
      const was = wishesOf(this.picture.peek(), this.round)
      const pages = change(was)
      if (samePages(pages, was)) return { ok: true }
      const outcome = await this.send('set_pages', { round: this.round, was: [...was], pages: [...pages] })
      const again = !outcome.ok && outcome.refusal === 'changed_meanwhile' && tries < triesMax
      if (!outcome.ok && !again) return outcome
      // An answer comes before what changed.
      await this.otherThan(was)
      if (!again) return outcome
    }
  }

  private otherThan(was: readonly Wish[]): Promise<void> {
    return new Promise((resolve) => {
      let stop: (() => void) | undefined
      const done = () => {
        clearTimeout(timer)
        // Not from within the effect, which has not been returned yet the first time.
        queueMicrotask(() => stop?.())
        resolve()
      }
      const timer = setTimeout(done, patienceMs)
      stop = effect(() => {
        if (!samePages(wishesOf(this.picture.value, this.round), was)) done()
      })
    })
  }
}
