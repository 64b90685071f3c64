import { organiser, trouble, troubleOf } from './store.ts'

export interface Taking {
  /** Hears the code of a refusal that the page has words for itself. */
  readonly refused?: (code: string) => void
  /** Stopped by it nothing is saved, and nothing said. */
  readonly signal?: AbortSignal
}

/** Saves what is at an address as a file; by fetch, so that an error becomes a sentence instead of a file with an error. */
export async function download(address: string, otherwise: string, taking?: Taking): Promise<boolean> {
  return taken(address, async (response) => save(await response.blob(), nameOf(response) ?? otherwise), taking)
}

/** Has something done with what is at an address; when there is no answer, or none that is good, that is told at the desk. */
export async function taken(
  address: string,
  act: (response: Response) => Promise<void>,
  { refused, signal }: Taking = {},
): Promise<boolean> {
  const response = await fetch(address, { credentials: 'same-origin', ...(signal && { signal }) }).catch(() => undefined)
  if (!response) {
    if (!signal?.aborted) trouble.value = 'offline'
    return false
  }
  if (response.status === 409 && refused) {
    const body: unknown = await response.json().catch(() => ({}))
    refused(String((body as { error?: unknown }).error))
    return false
  }
  if (!response.ok) {
    if (response.status === 401) organiser.value = null
    const error = String(response.status)
    trouble.value = troubleOf({ ok: false, status: response.status, error, body: {} }) ?? { code: error }
    return false
  }
  try {
    await act(response)
    return true
  } catch {
    // Cut off on the way, or something that this browser cannot make.
    if (!signal?.aborted) trouble.value = 'offline'
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
