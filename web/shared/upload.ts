export type Uploaded =
  | { readonly ok: true; readonly picture: number }
  /** `error` is the server's code; `offline` when it was not reached. */
  | { readonly ok: false; readonly status: number; readonly error: string }

export type PictureUse = 'site_plan' | 'letter' | 'before' | 'during' | 'after'

export interface UploadOptions {
  readonly token?: string
  /** Of an organiser's own session, when there is no token. */
  readonly session?: string
  /** Of a trajectory, and what it becomes there. */
  readonly trajectory?: string
  readonly as?: PictureUse
  /** The entry there that it belongs to. */
  readonly entry?: number
  /** The name of the upload, 32 hex digits: sent again under the same one it is no second picture. */
  readonly key: string
  /** The round whose show gets it as a slide. */
  readonly show?: number
  /** Of a PDF. */
  readonly page?: number
  /** Told how much has arrived, 0 to 1. */
  readonly onProgress?: (fraction: number) => void
}

// Small enough to get through a bad moment, large enough not to wait for an answer all the time.
const pieceBytes = 96 * 1024
const pieceTimeoutMs = 30_000

/** Sends a file in pieces, going on from where the server has it; never rejects. */
export async function upload(file: Blob, options: UploadOptions): Promise<Uploaded> {
  let offset = 0
  // Every piece moves on, and each may be told once where to go on.
  for (let turns = (2 * file.size) / pieceBytes + 4; turns > 0; turns -= 1) {
    const answer = await send(file, offset, options)
    if (answer.status === 200 || answer.status === 201) return { ok: true, picture: answer.body.picture ?? 0 }
    if ((answer.status === 202 || answer.status === 409) && answer.body.offset !== undefined) {
      offset = answer.body.offset
      options.onProgress?.(offset / file.size)
      continue
    }
    return { ok: false, status: answer.status, error: answer.body.error ?? String(answer.status) }
  }
  return { ok: false, status: 0, error: 'offline' }
}

interface Answer {
  readonly status: number
  readonly body: { picture?: number; offset?: number; error?: string }
}

async function send(file: Blob, offset: number, options: UploadOptions): Promise<Answer> {
  const { token, session, trajectory, as, entry, show, key, page } = options
  const aborting = new AbortController()
  const timer = setTimeout(() => aborting.abort(), pieceTimeoutMs)
  try {
    const response = await fetch(`/api/uploads/${key}`, {
      method: 'POST',
      signal: aborting.signal,
      credentials: 'same-origin',
      headers: {
        ...(token ? { Authorization: `Bearer ${token}` } : {}),
        ...(session ? { 'Upload-Session': session } : {}),
        ...(trajectory && as ? { 'Upload-Trajectory': trajectory, 'Upload-As': as } : {}),
        ...(entry ? { 'Upload-Entry': String(entry) } : {}),
        'Content-Type': 'application/octet-stream',
        'Upload-Offset': String(offset),
        'Upload-Length': String(file.size),
        ...(show ? { 'Upload-Show': String(show) } : {}),
        ...(page ? { 'Upload-Page': String(page) } : {}),
      },
      body: file.slice(offset, offset + pieceBytes),
    })
    return { status: response.status, body: await response.json().catch(() => ({})) }
  } catch {
    return { status: 0, body: { error: 'offline' } }
  } finally {
    clearTimeout(timer)
  }
}
