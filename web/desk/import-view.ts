/** What the server takes: `import_max` in server/edge/router.cpp. */
export const importBytesMax = 128 * 1024 * 1024

export type ImportError =
  | 'import.missing'
  | 'import.too_large'
  | 'import.not_json'
  | 'import.bad_export'
  | 'import.exists'
  | 'import.broken'

/** What is wrong with a file, as far as can be known before it is sent. */
export function wrongWith(text: string, bytes: number): ImportError | undefined {
  if (bytes > importBytesMax) return 'import.too_large'
  try {
    const body: unknown = JSON.parse(text)
    return typeof body !== 'object' || body === null || Array.isArray(body) ? 'import.bad_export' : undefined
  } catch {
    return 'import.not_json'
  }
}

/** The sentence for an answer of the server; undefined when it is trouble of another kind. */
export function importRefusal(status: number): ImportError | undefined {
  if (status === 0) return 'import.broken'
  if (status === 409) return 'import.exists'
  if (status === 413) return 'import.too_large'
  if (status === 422 || status === 400) return 'import.bad_export'
  return undefined
}
