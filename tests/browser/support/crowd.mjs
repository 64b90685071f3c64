// Many people at once without a page for each: real connections that speak the protocol, from one page of the
// browser (so that the Origin is right).

/** Runs in the page. */
function speak() {
  const lines = []
  globalThis.openLine = (token) =>
    new Promise((resolve, reject) => {
      const client = [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('')
      const line = { n: 0, answers: new Map(), records: new Map(), socket: new WebSocket(`ws://${location.host}/ws`) }
      const { socket } = line
      const beating = setInterval(() => socket.readyState === 1 && socket.send('{"type":"beat"}'), 9_000)
      socket.onopen = () => socket.send(JSON.stringify({ type: 'hello', protocol: 1, token, client }))
      socket.onclose = ({ code }) => {
        clearInterval(beating)
        reject(new Error(`closed with ${code}`))
        for (const answer of line.answers.values()) answer({ ok: false, refusal: `closed with ${code}` })
      }
      socket.onmessage = ({ data }) => {
        const message = JSON.parse(data)
        if (message.type === 'welcome') line.n = message.next_n - 1
        if (message.type === 'changes') {
          if (message.from === 0) for (const [key, one] of line.records) if (one.audience === message.audience) line.records.delete(key)
          for (const record of message.put) line.records.set(`${record.type}/${record.id}`, { ...record, audience: message.audience })
          for (const key of message.gone) line.records.delete(key)
          if (!line.open) {
            line.open = true
            resolve(lines.push(line) - 1)
          }
        }
        if ('n' in message && line.answers.has(message.n)) line.answers.get(message.n)(message)
      }
    })
  const sayOnce = (id, op, args) =>
    new Promise((resolve) => {
      const line = lines[id]
      if (line.socket.readyState !== 1) return resolve({ ok: false, refusal: 'the line is closed' })
      const n = ++line.n
      line.answers.set(n, resolve)
      line.socket.send(JSON.stringify({ type: 'command', n, op, args }))
    })
  /** Who says too much at once says it again, as a phone would; such an answer uses up no number. */
  globalThis.sayOn = async (id, op, args) => {
    for (let again = 0; ; ++again) {
      const answer = await sayOnce(id, op, args)
      if (answer.refusal !== 'rate_limited' || again === 20) return answer
      lines[id].n = answer.n - 1
      // Three of these within ten seconds would end the line.
      await new Promise((resolve) => setTimeout(resolve, 5_000))
    }
  }
  globalThis.recordsOn = (id, type) => [...lines[id].records.values()].filter((record) => record.type === type)
  globalThis.closeLine = (id) => lines[id].socket.close(1000)
}

const randomToken = () =>
  [...crypto.getRandomValues(new Uint8Array(32))].map((byte) => byte.toString(16).padStart(2, '0')).join('')

export class Crowd {
  constructor(page, origin) {
    this.page = page
    this.origin = origin
  }

  static async gather(devices, origin) {
    const context = await devices.browser.newContext({ bypassCSP: true })
    const page = await context.newPage()
    await page.goto(`${origin}/healthz`)
    await page.evaluate(speak)
    return new Crowd(page, origin)
  }

  async ask(path, body) {
    const response = await fetch(this.origin + path, {
      method: 'POST',
      headers: { Origin: this.origin, 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    })
    const answer = await response.json()
    if (!response.ok) throw new Error(`POST ${path}: ${response.status} ${answer.error}`)
    return answer
  }

  /** Somebody with a seat. */
  async join(door, name, more = {}) {
    const token = randomToken()
    const { person } = await this.ask('/api/join', { ...door, token, name, organisation: '', role: '', ...more })
    return this.line(token, person)
  }

  /** A facilitator, by a pairing link. */
  async pair(url) {
    const token = randomToken()
    await this.ask('/api/pair', { secret: url.split('p=')[1], token })
    return this.line(token)
  }

  async line(token, person) {
    const id = await this.page.evaluate((token) => globalThis.openLine(token), token)
    const said = async (op, args = {}) => {
      const answer = await this.page.evaluate(([id, op, args]) => globalThis.sayOn(id, op, args), [id, op, args])
      if (!answer.ok) throw new Error(`${op}: ${answer.refusal}`)
      return answer.id
    }
    return {
      person,
      token,
      /** The same person on a new connection. */
      again: () => this.line(token, person),
      say: said,
      records: (type) => this.page.evaluate(([id, type]) => globalThis.recordsOn(id, type), [id, type]),
      /** What `find` makes of the records of a type, as soon as it is something: an answer may come before the record. */
      sees: async (type, find) => {
        for (let tries = 0; tries < 600; tries += 1) {
          const found = find(await this.page.evaluate(([id, type]) => globalThis.recordsOn(id, type), [id, type]))
          if (found) return found
          await new Promise((resolve) => setTimeout(resolve, 100))
        }
        throw new Error(`no such ${type} after a minute`)
      },
      close: () => this.page.evaluate((id) => globalThis.closeLine(id), id),
    }
  }
}
