// The server behind the packaged Caddy, with a certificate that nobody signed: what a phone meets on the internet.
import { join } from 'node:path'
import { certificate, start, temporaryFolder } from '../../deploy/processes.mjs'
import { Devices } from './browser.mjs'
import { freePort, root, startServer } from './server.mjs'

const name = 'kiemkring.test'

/** A server with its `origin` on https, and devices that find it and take its certificate. */
export async function startHttps() {
  const [port, plainPort] = [await freePort(), await freePort()]
  const origin = `https://${name}:${port}`
  const server = await startServer(undefined, ['--public-url', origin, '--trusted-proxy', '127.0.0.1/32'])
  const folder = temporaryFolder()
  const { cert, key } = certificate(folder, name)
  const caddy = start('caddy', ['run', '--config', join(root, 'deploy/Caddyfile')], {
    env: {
      ...process.env,
      HOME: folder,
      XDG_DATA_HOME: folder,
      XDG_CONFIG_HOME: folder,
      KIEMKRING_HOST: origin,
      KIEMKRING_UPSTREAM: `127.0.0.1:${server.port}`,
      KIEMKRING_HTTP_PORT: String(plainPort),
      KIEMKRING_SITE: `bind 127.0.0.1\n\ttls ${cert} ${key}`,
    },
  })
  const devices = await Devices.launch(['--ignore-certificate-errors', `--host-resolver-rules=MAP ${name} 127.0.0.1`])
  const look = await devices.phone('whoever looks whether it is up')
  await caddy.until(() => look.page.goto(`${origin}/healthz`))
  await look.context.close()
  return {
    server,
    origin,
    devices,
    async stop() {
      await devices.close()
      await caddy.stop()
      await server.stop()
    },
  }
}
