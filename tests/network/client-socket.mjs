// The client's side of a WebSocket, small, over a plain TCP socket: so that it can be cut, stopped and bound to an address.
import { randomBytes } from 'node:crypto'
import { connect } from 'node:net'

export class ClientSocket {
  isOpen = false
  #chunks = []
  #size = 0
  #needed = 1
  #isOver = false

  /** `host` and `origin` are the server's own, whatever stands in between. `closed` is called once, with 1006 for no goodbye. */
  constructor({ port, host, origin, opened, heard, closed }) {
    this.heard = heard
    this.opened = opened
    this.closed = closed
    this.socket = connect({ port, host: '127.0.0.1', noDelay: true })
    this.socket.on('connect', () =>
      this.socket.write(
        `GET /ws HTTP/1.1\r\nHost: ${host}\r\nOrigin: ${origin}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
          `Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${randomBytes(16).toString('base64')}\r\n\r\n`,
      ),
    )
    this.socket.on('data', (bytes) => this.#take(bytes))
    this.socket.on('error', () => {})
    this.socket.on('close', () => this.#over(1006))
  }

  send(text) {
    if (this.isOpen && this.socket.writable) this.socket.write(masked(1, Buffer.from(text)))
  }

  /** Says goodbye and goes; nothing is heard or told any more. */
  leave(code = 1001) {
    this.#isOver = true
    if (this.isOpen && this.socket.writable) this.socket.end(masked(8, Buffer.from([code >> 8, code & 255])))
    this.socket.setTimeout(2_000, () => this.socket.destroy())
  }

  /** Goes without a word. */
  drop() {
    this.#isOver = true
    this.socket.destroy()
  }

  #over(code) {
    if (this.#isOver) return
    this.#isOver = true
    this.closed(code)
  }

  #take(bytes) {
    this.#chunks.push(bytes)
    this.#size += bytes.length
    while (this.#size >= this.#needed && !this.#isOver) {
      const all = this.#chunks.length === 1 ? this.#chunks[0] : Buffer.concat(this.#chunks)
      const used = this.isOpen ? this.#frame(all) : this.#head(all)
      this.#chunks = used < all.length ? [all.subarray(used)] : []
      this.#size -= used
      if (used === 0) break
    }
  }

  #head(all) {
    const end = all.indexOf('\r\n\r\n')
    this.#needed = this.#size + 1
    if (end < 0) return 0
    if (!all.subarray(0, end).toString().startsWith('HTTP/1.1 101 ')) {
      this.#over(1006)
      this.socket.destroy()
      return all.length
    }
    this.isOpen = true
    this.#needed = 2
    this.opened()
    return end + 4
  }

  /** Takes one frame, if it is there as a whole; how many bytes that were. */
  #frame(all) {
    const length = all[1] & 127
    const head = length === 126 ? 4 : length === 127 ? 10 : 2
    this.#needed = head
    if (all.length < head) return 0
    const size = length === 126 ? all.readUInt16BE(2) : length === 127 ? Number(all.readBigUInt64BE(2)) : length
    this.#needed = head + size
    if (all.length < head + size) return 0
    this.#needed = 2
    const payload = all.subarray(head, head + size)
    if (all[0] === 0x81) this.heard(payload.toString())
    else if (all[0] === 0x88) {
      if (this.socket.writable) this.socket.end(masked(8, payload))
      this.#over(size >= 2 ? payload.readUInt16BE(0) : 1005)
    } else throw new Error(`an unexpected frame, ${all[0]}`)
    return head + size
  }
}

function masked(opcode, payload) {
  const size = payload.length
  const head = size < 126 ? [0x80 | opcode, 0x80 | size] : [0x80 | opcode, 0xfe, size >> 8, size & 255]
  if (size > 65_535) throw new Error('too large for a phone')
  const mask = randomBytes(4)
  const frame = Buffer.concat([Buffer.from(head), mask, payload])
  const start = head.length + 4
  for (let i = 0; i < size; ++i) frame[start + i] ^= mask[i & 3]
  return frame
}
