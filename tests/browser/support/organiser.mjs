// The organiser over HTTP, as the desk does it: for tests in which the desk itself is not looked at.

import { readFileSync } from 'node:fs'
import { readZip } from './zip.mjs'

export const account = { name: 'Marieke', passphrase: 'lindes langs het water' }

export const sessionForm = {
  template: 'workshop-60',
  language: 'nl',
  title: 'Groen op De Grift',
  question: 'Wat wordt onze groene plek?',
  within: 'binnen een jaar',
  money: '€ 6.500',
  place: 'Bedrijvenpark De Grift',
  host: 'Parkvereniging De Grift',
  controller: 'Parkvereniging De Grift, post@degrift.example',
  retained_days: 365,
  seats_max: 30,
}

export class Organiser {
  constructor(server) {
    this.origin = server.origin
    this.cookie = ''
  }

  /** Uses the one-time link of the server. */
  static async setUp(server) {
    const organiser = new Organiser(server)
    const secret = server.setupLink.split('setup=')[1]
    await organiser.ask('POST', '/api/setup', { secret, ...account })
    return organiser
  }

  /** The desk in this page is that of the organiser. */
  async logIn(page) {
    const [name, value] = this.cookie.split('=')
    await page.context().addCookies([{ name, value, url: this.origin }])
  }

  async ask(method, path, body) {
    const response = await fetch(this.origin + path, {
      method,
      headers: {
        Origin: this.origin,
        ...(body ? { 'Content-Type': 'application/json' } : {}),
        ...(this.cookie ? { Cookie: this.cookie } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
    const text = await response.text()
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`)
    const [cookie] = response.headers.getSetCookie()
    if (cookie) this.cookie = cookie.split(';')[0]
    return text
  }

  /** A photo of a signed letter, of who was asked. */
  async bringLetter(trajectory, asked) {
    const headers = { Origin: this.origin, Cookie: this.cookie, 'Content-Type': 'application/octet-stream', 'Upload-Trajectory': trajectory, 'Upload-As': 'letter', 'Upload-Entry': `${asked}` }
    const name = Array.from({ length: 32 }, () => Math.floor(Math.random() * 16).toString(16)).join('')
    const brought = await fetch(`${this.origin}/api/uploads/${name}`, { method: 'POST', headers, body: readFileSync(new URL('../../report/photo-with-position.jpg', import.meta.url)) })
    if (brought.status !== 201) throw new Error(`a letter: ${brought.status} ${await brought.text()}`)
  }

  async createSession(change = {}) {
    return JSON.parse(await this.ask('POST', '/api/sessions', { ...sessionForm, ...change })).id
  }

  /** A link that makes a tablet or a big screen of the page that opens it. */
  async pairingLink(session, role) {
    return JSON.parse(await this.ask('POST', `/api/sessions/${session}/pairing`, { role })).url
  }

  async export(session, format = 'json') {
    return this.ask('GET', `/api/sessions/${session}/export?format=${format}`)
  }

  /** The tables of the CSV export, by the names of their files. */
  async tables(session) {
    const response = await fetch(`${this.origin}/api/sessions/${session}/export?format=csv`, { headers: { Cookie: this.cookie } })
    if (!response.ok) throw new Error(`export: ${response.status}`)
    return readZip(Buffer.from(await response.arrayBuffer()))
  }
}
