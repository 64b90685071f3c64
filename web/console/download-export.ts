import type { Paired } from './paired.ts'

/** Fetches the export with the token of this tablet and hands it to the browser as a file. */
export async function downloadExport(paired: Paired, format: 'csv' | 'json'): Promise<boolean> {
  try {
    const response = await fetch(
      `/api/sessions/${encodeURIComponent(paired.session)}/export?format=${format}`,
      {
        headers: { Authorization: `Bearer ${paired.token}` },
      },
    )
    if (!response.ok) return false
    const named = /filename="?([^";]+)/.exec(response.headers.get('Content-Disposition') ?? '')
    save(await response.blob(), named?.[1] ?? `kiemkring.${format}`)
    return true
  } catch {
    return false
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
