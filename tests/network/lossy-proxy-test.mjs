// Does each fault of the proxy do what it says? Between a client and a server of this file, both plain TCP.
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { connect, createServer } from 'node:net'
import { test } from 'node:test'
import { sleep, until } from './figures.mjs'
import { LossyProxy } from './lossy-proxy.mjs'

/** A proxy with one connection through it; both ends keep what they read and when. */
async function connected(t, weather) {
  const listener = createServer({ noDelay: true }).listen(0, '127.0.0.1')
  await once(listener, 'listening')
  const proxy = await LossyProxy.open(listener.address().port, 7, weather)
  const client = connect({ port: proxy.port, host: '127.0.0.1', noDelay: true })
  const [server] = await once(listener, 'connection')
  const ends = { proxy, client, server, read: { client: [], server: [] }, errors: { client: '', server: '' } }
  for (const name of ['client', 'server']) {
    ends[name].on('data', (bytes) => ends.read[name].push({ at: performance.now(), text: String(bytes) }))
    ends[name].on('error', ({ code }) => (ends.errors[name] = code))
  }
  t.after(() => {
    proxy.close()
    listener.close()
    client.destroy()
    server.destroy()
  })
  return ends
}
const text = (reads) => reads.map((read) => read.text).join('')

test('late, never in another order', async (t) => {
  const { client, server, read } = await connected(t, { latencyMs: 40, jitterMs: 30 })
  await sleep(100) // the handshake
  const sentAt = []
  let all = ''
  for (let i = 0; i < 60; ++i) {
    const piece = `${i},`
    all += piece
    sentAt.push(performance.now())
    client.write(piece)
    await sleep(3)
  }
  assert.ok(await until(() => text(read.server) === all, 1_000), 'all arrives, in order')
  assert.ok(read.server[0].at - sentAt[0] >= 39, 'not before its time')
  assert.ok(read.server.at(-1).at - sentAt.at(-1) < 500, 'but then')
  const back = performance.now()
  server.write('x')
  assert.ok(await until(() => read.client.length > 0, 1_000))
  assert.ok(read.client[0].at - back >= 39, 'the other way too')
})

test('a loss is a wait for the retransmission, also for what is behind it', async (t) => {
  const { proxy, client, read } = await connected(t, { lossRate: 1 })
  const lostAt = performance.now()
  client.write('lost,')
  await sleep(50)
  proxy.set({})
  client.write('behind')
  await sleep(100)
  assert.equal(text(read.server), '')
  assert.ok(await until(() => text(read.server) === 'lost,behind', 1_000))
  const waited = read.server[0].at - lostAt
  assert.ok(waited >= 195 && waited < 600, `${waited} ms`)
})

test('as many are lost as the rate says', async (t) => {
  const { client, read } = await connected(t, { lossRate: 0.1, rtoMs: [40, 40] })
  let late = 0
  for (let i = 0; i < 150; ++i) {
    const sentAt = performance.now()
    const before = text(read.server).length
    client.write('x')
    await until(() => text(read.server).length > before, 1_000)
    if (read.server.at(-1).at - sentAt >= 38) ++late
  }
  assert.ok(late >= 4 && late <= 32, `${late} of 150`)
})

test('a stall: nothing, then everything', async (t) => {
  const { proxy, client, server, read } = await connected(t)
  const stalledAt = performance.now()
  proxy.stall(300)
  client.write('up')
  server.write('down')
  await sleep(200)
  assert.equal(text(read.server) + text(read.client), '')
  assert.ok(await until(() => text(read.server) === 'up' && text(read.client) === 'down', 1_000))
  assert.ok(read.server[0].at - stalledAt >= 295)
})

test('a reset reaches both sides', async (t) => {
  const { proxy, client, server, errors } = await connected(t)
  client.write('x')
  await sleep(30)
  proxy.reset()
  assert.ok(await until(() => client.destroyed && server.destroyed, 1_000))
  assert.deepEqual(errors, { client: 'ECONNRESET', server: 'ECONNRESET' })
})

test('half open: nothing arrives, nobody is told, not even that the other has gone', async (t) => {
  const { proxy, client, server, read, errors } = await connected(t, { latencyMs: 50 })
  client.write('on its way')
  await sleep(10)
  proxy.halfOpen()
  client.write('up')
  server.write('down')
  await sleep(300)
  assert.equal(text(read.server) + text(read.client), '')
  client.resetAndDestroy()
  await sleep(100)
  assert.ok(!server.destroyed && !server.readableEnded)
  server.write('still nobody told me')
  await sleep(100)
  assert.ok(!server.destroyed && errors.server === '')
})

test('one byte at a time, towards the client', async (t) => {
  const { server, client, read } = await connected(t, { trickleMs: 5 })
  server.write('abcdefghij')
  client.write('up in one piece')
  assert.ok(await until(() => text(read.client) === 'abcdefghij', 1_000))
  assert.ok(read.client.length >= 8, `in ${read.client.length} pieces`)
  assert.equal(read.server.length, 1)
})

test('a reader that trickles holds the writer up', async (t) => {
  const { proxy, server, read } = await connected(t, { trickleMs: 1_000 })
  const megabyte = 'x'.repeat(1 << 20)
  let waits = false
  for (let i = 0; i < 64 && !waits; ++i) {
    server.write(megabyte)
    await sleep(20)
    waits = server.writableLength > 8 << 20
  }
  assert.ok(waits, 'sixty-four MiB went into nowhere')
  assert.ok(text(read.client).length < 10)
  const total = server.bytesWritten
  proxy.set({})
  assert.ok(await until(() => read.client.reduce((sum, { text }) => sum + text.length, 0) === total, 10_000), 'in the end all of it')
})

test('a clean end is passed on after the last byte', async (t) => {
  const { client, server, read } = await connected(t, { latencyMs: 40 })
  client.end('bye')
  assert.ok(await until(() => server.readableEnded, 1_000))
  assert.equal(text(read.server), 'bye')
})
