import { randomHex } from './random-hex.ts'

/** How often it is asked how far a report is. */
export const askEveryMs = 500

/**
 * Watches an export of a session or a trajectory being made: `address` is its own, with a key by which the server knows the work.
 * `reached` hears how far it is, 0 to 1; `end` makes an end of asking. A tablet asks with its `headers`.
 */
export function watchMaking(
  address: string,
  reached: (done: number) => void,
  headers?: Record<string, string>,
): { address: string; end: () => void } {
  const work = randomHex(16)
  const progress = `${address.slice(0, address.indexOf('?'))}/progress?work=${work}`
  let isOver = false
  const timer = setInterval(async () => {
    try {
      const response = await fetch(progress, { credentials: 'same-origin', ...(headers && { headers }) })
      if (!response.ok) return
      const { done } = (await response.json()) as { done: number }
      // One that was on its way when it ended says nothing any more.
      if (!isOver) reached(done / 1000)
    } catch {
      // The file itself says it when there is no connection.
    }
  }, askEveryMs)
  const end = () => {
    isOver = true
    clearInterval(timer)
  }
  return { address: `${address}&work=${work}`, end }
}
