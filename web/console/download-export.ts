import { watchMaking } from '../shared/watch-making.ts'
import type { Paired } from './paired.ts'

/** The report, the tables. */
export type ExportFormat = 'pdf' | 'xlsx'

export type Downloaded = 'done' | 'failed' | 'stopped'

export interface Watching {
  /** Hears how far the file is, 0 to 1. */
  readonly reached?: (done: number) => void
  /** Stopped by it, nothing is saved and the server leaves its work. */
  readonly signal?: AbortSignal
}

const tries = 3
const betweenTries = 1_500

/** The whole report, with the votes and the decisions; of people only those who agreed to be named in it. The tables name everybody. */
const wanted: Record<ExportFormat, string> = {
  pdf: 'format=pdf&readers=archive&names=agreed',
  xlsx: 'format=xlsx&names=everybody',
}

/** Fetches the export with the token of this tablet and hands it to the browser as a file; a bad moment of the line is tried again. */
export async function downloadExport(paired: Paired, format: ExportFormat, watching: Watching = {}): Promise<Downloaded> {
  const { signal } = watching
  for (let left = tries; left > 0 && !signal?.aborted; --left) {
    const done = await downloadOnce(paired, format, watching)
    if (typeof done === 'boolean') return done ? 'done' : 'failed'
    if (left > 1 && !signal?.aborted) await pause(done, signal)
  }
  return signal?.aborted ? 'stopped' : 'failed'
}

/** The milliseconds after which it may go better, when it did not. */
async function downloadOnce(paired: Paired, format: ExportFormat, { reached, signal }: Watching): Promise<boolean | number> {
  const headers = { Authorization: `Bearer ${paired.token}` }
  const making = watchMaking(
    `/api/sessions/${encodeURIComponent(paired.session)}/export?${wanted[format]}`,
    (done) => reached?.(done),
    headers,
  )
  try {
    const response = await fetch(making.address, { headers, ...(signal && { signal }) })
    if (!response.ok) {
      // At the end all phones ask at once, from one address where they share it: the server says when to come back.
      const seconds = Number(response.headers.get('Retry-After'))
      return response.status >= 500 || response.status === 429 ? Math.max(seconds * 1_000, betweenTries) : false
    }
    const named = /filename="?([^";]+)/.exec(response.headers.get('Content-Disposition') ?? '')
    const file = await response.blob()
    signal?.throwIfAborted()
    save(file, named?.[1] ?? `kiemkring.${format}`)
    return true
  } catch {
    return betweenTries
  } finally {
    making.end()
  }
}

/** So many milliseconds, or until it is stopped. */
function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms)
    signal?.addEventListener('abort', () => resolve(), { once: true })
  })
}

function save(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // Not at once: some browsers start to read only after the click has ended.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
