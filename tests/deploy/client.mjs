// A client that decides everything itself: address it comes from, Host, Origin, forged headers.
import { createHash, randomBytes } from 'node:crypto'
import http from 'node:http'
import https from 'node:https'

/**
 * One request, one answer. `tls` is the certificate to trust, or absent for plain http; `from` the loopback
 * address that the connection comes from.
 */
export function ask({ tls, name, port, from = '127.0.0.1', method = 'GET', path, headers = {}, body }) {
  return new Promise((resolve, reject) => {
    const request = (tls ? https : http).request({
      host: '127.0.0.1', port, localAddress: from, method, path, agent: false, timeout: 5_000,
      ...(tls && { ca: tls, servername: name }),
      headers: { Host: tls || !name.includes(':') ? `${name}:${port}` : name, ...headers,
        ...(body && { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body) }) },
    })
    request.once('timeout', () => request.destroy(new Error(`no answer to ${method} ${path}`)))
    request.once('error', reject)
    request.once('response', async (response) => {
      const chunks = []
      for await (const chunk of response) chunks.push(chunk)
      resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks) })
    })
    request.once('upgrade', (response, socket, head) =>
      resolve({ status: response.statusCode, headers: response.headers, socket, head }))
    request.end(body)
  })
}

/** Asks for a WebSocket at /ws; the answer has a `socket` when it was 101. */
export async function askWebSocket({ origin, ...where }) {
  const key = randomBytes(16).toString('base64')
  const answer = await ask({
    ...where,
    path: '/ws',
    headers: {
      Connection: 'Upgrade', Upgrade: 'websocket', 'Sec-WebSocket-Version': '13', 'Sec-WebSocket-Key': key,
      ...(origin && { Origin: origin }), ...where.headers,
    },
  })
  const accept = createHash('sha1').update(`${key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest('base64')
  if (answer.status === 101 && answer.headers['sec-websocket-accept'] !== accept) {
    throw new Error('101 with a wrong Sec-WebSocket-Accept')
  }
  return answer
}

/** Sends one short text (masked, as a client must). */
export function sendText(socket, text) {
  const payload = Buffer.from(text)
  if (payload.length > 65_535) throw new Error('too long for this client')
  const length = payload.length < 126 ? [0x80 | payload.length] : [0x80 | 126, payload.length >> 8, payload.length & 255]
  const mask = randomBytes(4)
  socket.write(Buffer.concat([Buffer.from([0x81, ...length]), mask, payload.map((byte, i) => byte ^ mask[i % 4])]))
}

/** What the server says until it closes: its texts and the close code. */
export async function listen({ socket, head }) {
  const texts = []
  let bytes = head
  for await (const chunk of socket) {
    bytes = Buffer.concat([bytes, chunk])
    for (;;) {
      if (bytes.length < 2) break
      let length = bytes[1] & 0x7f
      let start = 2
      if (length === 126) {
        if (bytes.length < 4) break
        length = bytes.readUInt16BE(2)
        start = 4
      }
      if (bytes.length < start + length) break
      const opcode = bytes[0] & 0x0f
      const payload = bytes.subarray(start, start + length)
      bytes = bytes.subarray(start + length)
      if (opcode === 1) texts.push(payload.toString())
      if (opcode === 8) {
        socket.destroy()
        return { texts, closed: payload.readUInt16BE(0) }
      }
    }
  }
  return { texts, closed: undefined }
}
