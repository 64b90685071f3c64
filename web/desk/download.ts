import { organiser, trouble, troubleOf } from './store.ts'

/** Saves what is at an address as a file; by fetch, so that an error becomes a sentence instead of a file with an error. */
export async function download(address: string, otherwise: string): Promise<boolean> {
  try {
    const response = await fetch(address, { credentials: 'same-origin' })
    if (!response.ok) {
      if (response.status === 401) organiser.value = null
      const error = String(response.status)
      trouble.value = troubleOf({ ok: false, status: response.status, error, body: {} }) ?? { code: error }
      return false
    }
    save(await response.blob(), nameOf(response) ?? otherwise)
    return true
  } catch {
    trouble.value = 'offline'
    return false
  }
}

function nameOf(response: Response): string | undefined {
  return /filename="([^"]+)"/.exec(response.headers.get('Content-Disposition') ?? '')?.[1]
}

export function save(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  document.body.append(link)
  link.click()
  link.remove()
  // Some browsers read the file only after the click has been dealt with.
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}
