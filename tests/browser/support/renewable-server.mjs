// A door in front of the real server that can be shut, and behind which the server seems to have been renewed: the page and
// its worker are of another version, the data are the same.
import { createServer, request } from 'node:http'
import { connect } from 'node:net'

export class RenewableServer {
  constructor(server, port) {
    this.server = server
    this.port = port
    this.renewed = false
    this.sockets = new Set()
  }

  get origin() {
    return `http://127.0.0.1:${this.port}`
  }

  get isOpen() {
    return this.door?.listening ?? false
  }

  async open() {
    this.door = createServer((asked, answer) => this.pass(asked, answer))
    this.door.on('connection', (socket) => {
      this.sockets.add(socket)
      socket.on('close', () => this.sockets.delete(socket))
    })
    this.door.on('upgrade', (asked, socket) => this.passSocket(asked, socket))
    await new Promise((resolve) => this.door.listen(this.port, '127.0.0.1', resolve))
  }

  /** As when the machine is not there: who asks is refused, who talks is cut off. */
  async shut() {
    const closed = new Promise((resolve) => this.door.close(resolve))
    for (const socket of this.sockets) socket.destroy()
    await closed
  }

  /** What the server would have been asked without a door. */
  headersFor(asked) {
    const headers = { ...asked.headers, host: new URL(this.server.origin).host }
    if (headers.origin) headers.origin = this.server.origin
    return headers
  }

  pass(asked, answer) {
    const told = asked.url === '/service-worker.js' || asked.url.split('?')[0] === '/'
    const headers = this.headersFor(asked)
    if (told) delete headers['accept-encoding']
    if (told) delete headers['if-none-match']
    const passed = request(this.server.origin + asked.url, { method: asked.method, headers }, (got) => {
      // The server allows sockets to the name by which it was asked.
      const policy = got.headers['content-security-policy']
      if (policy) got.headers['content-security-policy'] = policy.replaceAll(headers.host, asked.headers.host)
      if (!told) {
        answer.writeHead(got.statusCode, got.headers)
        return got.pipe(answer)
      }
      let text = ''
      got.setEncoding('utf8').on('data', (part) => (text += part)).on('end', () => {
        const { 'content-length': _, etag: __, ...rest } = got.headers
        answer.writeHead(got.statusCode, rest)
        answer.end(this.renewed ? renew(text) : text)
      })
    })
    passed.on('error', () => answer.destroy())
    asked.pipe(passed)
  }

  passSocket(asked, socket) {
    const { hostname, port } = new URL(this.server.origin)
    const passed = connect(Number(port), hostname, () => {
      const lines = Object.entries(this.headersFor(asked)).map(([name, value]) => `${name}: ${value}`)
      passed.write(`GET ${asked.url} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`)
      passed.pipe(socket).pipe(passed)
    })
    for (const end of [passed, socket]) end.on('error', () => {}).on('close', () => (passed.destroy(), socket.destroy()))
  }
}

function renew(text) {
  return text.startsWith('<!doctype html>')
    ? text.replace('<head>', '<head><meta name="version" content="2">')
    : text.replace(/(const shelf = `kiemkring \$\{")/, '$1renewed-')
}
