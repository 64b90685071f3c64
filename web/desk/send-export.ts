import { type Reply, replyOf } from '../shared/http.ts'

/** How long nothing may move while the file is sent, and how long the server may read what has come whole. */
export const stillMs = 30_000
export const readingMs = 180_000

/**
 * Sends an export as it stands in its file, telling how much has gone, 0 to 1; never rejects. It takes as long as
 * it takes, as long as it moves: a file may be large and a line slow. Stopped by `signal`, the server keeps nothing of it.
 */
export function sendExport(
  file: Blob,
  query: string,
  onProgress: (fraction: number) => void,
  signal?: AbortSignal,
): Promise<Reply<{ readonly id: string }>> {
  return new Promise((answer) => {
    const request = new XMLHttpRequest()
    let timer: ReturnType<typeof setTimeout> | undefined
    const wait = (ms: number) => {
      clearTimeout(timer)
      timer = setTimeout(() => request.abort(), ms)
    }
    const lost = () => {
      clearTimeout(timer)
      answer({ ok: false, status: 0, error: 'offline', body: {} })
    }
    request.upload.onprogress = ({ loaded }) => {
      wait(stillMs)
      onProgress(file.size ? loaded / file.size : 1)
    }
    request.upload.onload = () => {
      wait(readingMs)
      onProgress(1)
    }
    request.onload = () => {
      clearTimeout(timer)
      const { status } = request
      answer(replyOf({ status, ok: status >= 200 && status < 300 }, request.responseText))
    }
    signal?.addEventListener('abort', () => request.abort(), { once: true })
    request.onerror = lost
    request.onabort = lost
    request.open('POST', `/api/sessions/import${query}`)
    request.setRequestHeader('Content-Type', 'application/json')
    wait(stillMs)
    request.send(file)
  })
}
