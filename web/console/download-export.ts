import type { Paired } from './paired.ts'

const tries = 3
const betweenTries = 1_500

/** Fetches the export with the token of this tablet and hands it to the browser as a file; a bad moment of the line is tried again. */
export async function downloadExport(paired: Paired, format: 'csv' | 'json'): Promise<boolean> {
  for (let left = tries; left > 0; --left) {
    const done = await downloadOnce(paired, format)
    if (done !== undefined) return done
    await new Promise((resolve) => setTimeout(resolve, betweenTries))
  }
  return false
}

/** Undefined when it may go better in a moment. */
async function downloadOnce(paired: Paired, format: 'csv' | 'json'): Promise<boolean | undefined> {
  try {
    const response = await fetch(
      `/api/sessions/${encodeURIComponent(paired.session)}/export?format=${format}`,
      {
        headers: { Authorization: `Bearer ${paired.token}` },
      },
    )
    if (!response.ok) return response.status >= 500 || response.status === 429 ? undefined : false
    const named = /filename="?([^";]+)/.exec(response.headers.get('Content-Disposition') ?? '')
    save(await response.blob(), named?.[1] ?? `kiemkring.${format}`)
    return true
  } catch {
    return undefined
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
