import type { Paired } from './paired.ts'

/** The report, the tables. */
export type ExportFormat = 'pdf' | 'xlsx'

const tries = 3
const betweenTries = 1_500

/** The whole report, with the votes and the decisions; of people only those who agreed to be named in it. The tables name everybody. */
const wanted: Record<ExportFormat, string> = {
  pdf: 'format=pdf&readers=archive&names=agreed',
  xlsx: 'format=xlsx&names=everybody',
}

/** Fetches the export with the token of this tablet and hands it to the browser as a file; a bad moment of the line is tried again. */
export async function downloadExport(paired: Paired, format: ExportFormat): Promise<boolean> {
  for (let left = tries; left > 0; --left) {
    const done = await downloadOnce(paired, format)
    if (typeof done === 'boolean') return done
    if (left > 1) await new Promise((resolve) => setTimeout(resolve, done))
  }
  return false
}

/** The milliseconds after which it may go better, when it did not. */
async function downloadOnce(paired: Paired, format: ExportFormat): Promise<boolean | number> {
  try {
    const response = await fetch(
      `/api/sessions/${encodeURIComponent(paired.session)}/export?${wanted[format]}`,
      {
        headers: { Authorization: `Bearer ${paired.token}` },
      },
    )
    if (!response.ok) {
      // At the end all phones ask at once, from one address where they share it: the server says when to come back.
      const seconds = Number(response.headers.get('Retry-After'))
      return response.status >= 500 || response.status === 429 ? Math.max(seconds * 1_000, betweenTries) : false
    }
    const named = /filename="?([^";]+)/.exec(response.headers.get('Content-Disposition') ?? '')
    save(await response.blob(), named?.[1] ?? `kiemkring.${format}`)
    return true
  } catch {
    return betweenTries
  }
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
