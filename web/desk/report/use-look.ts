import { useEffect, useState } from 'preact/hooks'

/** What is looked at before it is saved: being made (what there was goes on until then), there, or failed, with nothing to see. */
export type Look<T> =
  | { readonly state: 'making'; readonly shown?: T }
  | { readonly state: 'there'; readonly shown: T }
  | { readonly state: 'failed'; readonly shown?: undefined }

/** What was pressed on the way to another choice is not asked for. */
export const askAfterMs = 300

/**
 * Asks for what is at `address`, anew when that or `revision` changes, and on `again`. `read` makes of an answer what is shown, and throws
 * when that was none; `gone` hears of what is shown no more.
 */
export function useLook<T>(
  address: string,
  revision: unknown,
  read: (response: Response) => Promise<T>,
  gone?: (shown: T) => void,
): Look<T> & { again: () => void } {
  const [look, setLook] = useState<Look<T>>({ state: 'making' })
  const [tried, setTried] = useState(0)
  useEffect(() => {
    const stop = new AbortController()
    setLook(({ shown }) => (shown === undefined ? { state: 'making' } : { state: 'making', shown }))
    const ask = async () => {
      const shown = await read(await fetch(address, { credentials: 'same-origin', signal: stop.signal }))
      if (stop.signal.aborted) gone?.(shown)
      else setLook({ state: 'there', shown })
    }
    const soon = setTimeout(() => {
      ask().catch(() => {
        if (!stop.signal.aborted) setLook({ state: 'failed' })
      })
    }, askAfterMs)
    return () => {
      clearTimeout(soon)
      stop.abort()
    }
  }, [address, revision, tried])
  const { shown } = look
  useEffect(() => () => void (shown !== undefined && gone?.(shown)), [shown])
  return { ...look, again: () => setTried((count) => count + 1) }
}
