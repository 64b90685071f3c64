/** What the server takes: `import_max` in server/edge/router.cpp. */
export const importBytesMax = 128 * 1024 * 1024

export type ImportError =
  | 'import.missing'
  | 'import.too_large'
  | 'import.not_json'
  | 'import.bad_export'
  | 'import.exists'
  | 'import.not_newer'
  | 'import.changed_here'
  | 'import.other_history'
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
export function importRefusal(status: number, error = ''): ImportError | undefined {
  if (error === 'not_newer' || error === 'changed_here' || error === 'other_history') return `import.${error}`
  if (status === 0) return 'import.broken'
  if (status === 409) return 'import.exists'
  if (status === 413) return 'import.too_large'
  if (status === 422 || status === 400) return 'import.bad_export'
  return undefined
}

/** What a newer version of a session that is here already would change. */
export interface Newer {
  readonly ideas_came: number
  readonly ideas_changed: number
  readonly ideas_went: number
  readonly people_came: number
  readonly commitments_came: number
  readonly commitments_went: number
  readonly top_was: readonly string[]
  readonly top: readonly string[]
  readonly ended: boolean
}

const counted = ['ideas_came', 'ideas_changed', 'ideas_went', 'people_came', 'commitments_came', 'commitments_went'] as const

export interface NewerView {
  readonly counts: readonly { readonly what: (typeof counted)[number]; readonly n: number }[]
  /** The first ideas, in their order, with those that are new among them and those that left. */
  readonly top?: { readonly now: readonly { readonly title: string; readonly isNew: boolean }[]; readonly left: readonly string[] }
}

export function newerView(newer: Newer): NewerView {
  const isSame = newer.top.length === newer.top_was.length && newer.top.every((title, i) => title === newer.top_was[i])
  return {
    counts: counted.map((what) => ({ what, n: newer[what] })).filter(({ n }) => n > 0),
    ...(isSame
      ? {}
      : {
          top: {
            now: newer.top.map((title) => ({ title, isNew: !newer.top_was.includes(title) })),
            left: newer.top_was.filter((title) => !newer.top.includes(title)),
          },
        }),
  }
}
