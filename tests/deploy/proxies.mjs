// The real server behind the packaged Caddy and nginx, with the files of deploy/ and a test certificate.
// Run it with `node tests/deploy/proxies.mjs`, after a release build.
import assert from 'node:assert/strict'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { brotliDecompressSync } from 'node:zlib'
import { ask, askWebSocket, listen, sendText } from './client.mjs'
import { certificate, freePort, root, start, temporaryFolder } from './processes.mjs'

const binary = process.env.KIEMKRING_BINARY || join(root, 'build/release/kiemkring')
const name = 'kiemkring.test'
const folder = temporaryFolder()
const files = certificate(folder, name)
const tls = readFileSync(files.cert)

/** Each starts one proxy that listens on `port` (TLS) and `plainPort`, in front of `upstream`. */
const proxies = {
  caddy({ port, plainPort, upstream }) {
    return start('caddy', ['run', '--config', join(root, 'deploy/Caddyfile')], {
      env: {
        ...process.env,
        HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder,
        KIEMKRING_HOST: `https://${name}:${port}`,
        KIEMKRING_UPSTREAM: `127.0.0.1:${upstream}`,
        KIEMKRING_HTTP_PORT: String(plainPort),
        KIEMKRING_SITE: `bind 127.0.0.1\n\ttls ${files.cert} ${files.key}`,
      },
    })
  },

  nginx({ port, plainPort, upstream }) {
    const site = readFileSync(join(root, 'deploy/nginx-site.conf'), 'utf8')
      .replaceAll('kiemkring.example.org', name)
      .replace(/(ssl_certificate\s+)\S+;/, `$1${files.cert};`)
      .replace(/(ssl_certificate_key\s+)\S+;/, `$1${files.key};`)
      .replace('server 127.0.0.1:8080;', `server 127.0.0.1:${upstream};`)
      .replace('listen 443 ', `listen 127.0.0.1:${port} `)
      .replace('listen 80;', `listen 127.0.0.1:${plainPort};`)
    const own = join(folder, 'nginx')
    mkdirSync(own, { recursive: true })
    const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
      .map((kind) => `  ${kind}_temp_path ${join(own, kind)};`).join('\n')
    writeFileSync(join(own, 'site.conf'), site)
    writeFileSync(join(own, 'nginx.conf'), `
daemon off;
pid ${join(own, 'pid')};
error_log stderr;
events {}
http {
  access_log off;
${temporary}
  include ${join(own, 'site.conf')};
}
`)
    return start('nginx', ['-e', 'stderr', '-p', own, '-c', join(own, 'nginx.conf')])
  },
}

for (const [proxy, startProxy] of Object.entries(proxies)) {
  describe(`Behind ${proxy}`, () => {
    let server, front, port, plainPort, upstream, origin

    const throughProxy = (question) => ask({ tls, name, port, ...question })
    const pastProxy = (question) => ask({ name: `${name}:${port}`, port: upstream, ...question })

    before(async () => {
      ;[port, plainPort, upstream] = [await freePort(), await freePort(), await freePort()]
      origin = `https://${name}:${port}`
      server = start(binary, [
        'serve', '--data', join(folder, `data-${proxy}`), '--listen', `127.0.0.1:${upstream}`,
        '--public-url', origin, '--trusted-proxy', '127.0.0.1/32',
      ])
      front = startProxy({ port, plainPort, upstream })
      await server.until(() => pastProxy({ path: '/healthz' }))
      await front.until(() => throughProxy({ path: '/healthz' }))
    })
    after(async () => {
      await front?.stop()
      await server?.stop()
    })

    it('the server says that it is well', async () => {
      const answer = await throughProxy({ path: '/healthz' })
      assert.equal(answer.status, 200)
      assert.deepEqual(JSON.parse(answer.body), { status: 'ok' })
    })

    it('plain http is sent on to https', async () => {
      const answer = await ask({ name, port: plainPort, path: '/desk' })
      assert.ok([301, 308].includes(answer.status), `status ${answer.status}`)
      assert.match(answer.headers.location, new RegExp(`^https://${name}(:${port})?/desk$`))
    })

    it('the page and its script arrive as they were compressed', async () => {
      const headers = { 'Accept-Encoding': 'br' }
      const page = await throughProxy({ path: '/', headers })
      assert.equal(page.status, 200)
      assert.equal(page.headers['content-encoding'], 'br')
      const html = brotliDecompressSync(page.body).toString()
      const script = html.match(/src="(\/assets\/[^"]+\.js)"/)
      assert.ok(script, 'the page names no script')

      const answer = await throughProxy({ path: script[1], headers })
      assert.equal(answer.status, 200)
      assert.match(answer.headers['content-type'], /^text\/javascript/)
      assert.match(answer.headers['cache-control'], /immutable/)
      assert.ok(brotliDecompressSync(answer.body).length > 0)
    })

    it('a WebSocket opens for our own page and talks both ways', async () => {
      const socket = await askWebSocket({ tls, name, port, origin })
      assert.equal(socket.status, 101)
      sendText(socket.socket, JSON.stringify({
        type: 'hello', protocol: 1, token: '0'.repeat(64), client: '0'.repeat(32),
      }))
      const said = await listen(socket)
      assert.equal(said.closed, 4001)
      assert.deepEqual(said.texts.map((text) => JSON.parse(text).type), ['error'])
    })

    it('a WebSocket opens for nobody else', async () => {
      const strangers = ['https://evil.test', `http://${name}:${port}`, `https://${name}`, 'null', undefined]
      for (const stranger of strangers) {
        const answer = await askWebSocket({ tls, name, port, origin: stranger })
        assert.equal(answer.status, 403, `Origin ${stranger}`)
      }
    })

    // Wrong codes are counted per address, so whose turn it is to be refused shows which address the
    // server believes in.
    const guess = (via, from, headers = {}) =>
      via({ method: 'POST', path: '/api/invitation', from, body: JSON.stringify({ code: 'AAAAAA' }),
        headers: { Origin: origin, ...headers } }).then((answer) => answer.status)

    /** Guesses until it is refused; `headers` may differ each time. */
    async function guessUntilRefused(via, from, headers = () => ({})) {
      for (let n = 0; n < 300; ++n) {
        const status = await guess(via, from, headers(n))
        if (status === 429) return n
        assert.equal(status, 404)
      }
      assert.fail(`300 wrong codes from ${from} were let through`)
    }
    const forged = (n) => ({ 'X-Forwarded-For': `203.0.113.${n % 250}`, 'X-Real-IP': `203.0.113.${n % 250}`,
      Forwarded: `for=203.0.113.${n % 250}` })

    it('one address that guesses codes does not lock out another', async () => {
      await guessUntilRefused(throughProxy, '127.0.0.2')
      assert.equal(await guess(throughProxy, '127.0.0.3'), 404)
      assert.equal(await guess(throughProxy, '127.0.0.2'), 429)
    })

    it('a stranger cannot forge an address through the proxy', async () => {
      await guessUntilRefused(throughProxy, '127.0.0.4', forged)
    })

    it('a stranger cannot forge an address past the proxy', async () => {
      await guessUntilRefused(pastProxy, '127.0.0.9', forged)
    })
  })
}
