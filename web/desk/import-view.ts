/** The server takes 16 MiB. */
export const importBytesMax = 16 * 1024 * 1024

export type ImportError =
  | 'import.missing'
  | 'import.too_large'
  | 'import.not_json'
  | 'import.bad_export'
  | 'import.exists'

export type ReadFile =
  | { readonly ok: true; readonly body: Record<string, unknown> }
  | { readonly ok: false; readonly error: ImportError }

/** What can be known of a file before it is sent. */
export function readExport(text: string, bytes: number): ReadFile {
  if (bytes > importBytesMax) return { ok: false, error: 'import.too_large' }
  try {
    const body: unknown = JSON.parse(text)
    if (typeof body !== 'object' || body === null || Array.isArray(body)) {
      return { ok: false, error: 'import.bad_export' }
    }
    return { ok: true, body: body as Record<string, unknown> }
  } catch {
    return { ok: false, error: 'import.not_json' }
  }
}

/** The sentence for an answer of the server; undefined when it is trouble of another kind. */
export function importRefusal(status: number): ImportError | undefined {
  if (status === 409) return 'import.exists'
  if (status === 413) return 'import.too_large'
  if (status === 422 || status === 400) return 'import.bad_export'
  return undefined
}
