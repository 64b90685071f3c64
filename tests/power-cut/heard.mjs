// Writes down what was asked of the server and when an answer was heard, one JSON line each, with the clock that the recorder
// uses (CLOCK_MONOTONIC): what was heard at a time had been promised before it. Stands between phone and socket.
import { appendFileSync, writeFileSync } from 'node:fs'

let file
const now = () => Number(process.hrtime.bigint())
export const note = (what) => appendFileSync(file, `${JSON.stringify({ t: now(), ...what })}\n`)

class HeardSocket extends WebSocket {
  constructor(url, options) {
    super(url, options)
    this.addEventListener('message', ({ data }) => {
      const { type, n, ok, id, passing } = JSON.parse(data)
      if (type === 'answer' && !passing) note({ what: 'answer', client: this.client, n, ok, id: id ?? 0 })
    })
  }

  send(text) {
    const { type, client, n, args } = JSON.parse(text)
    if (type === 'hello') this.client = client
    if (type === 'command') note({ what: 'asked', client: this.client, n, idea: args.idea, text: args.text })
    super.send(text)
  }
}

/** From here on every socket and every change by HTTP of this process is written down. */
export function hearInto(path) {
  file = path
  writeFileSync(file, '')
  globalThis.WebSocket = HeardSocket
  const plain = globalThis.fetch
  globalThis.fetch = async (url, options) => {
    const response = await plain(url, options)
    if (!options || options.method === 'GET' || !response.ok) return response
    const body = JSON.parse((await response.clone().text()) || '{}')
    note({ what: `${options.method} ${new URL(url).pathname}`, token: JSON.parse(options.body ?? '{}').token, body })
    return response
  }
}
