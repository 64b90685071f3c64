// What the kernel holds of the connections of a port of loopback, from /proc/net/tcp. A thread of its own reads it: the list is
// long where others have thousands of connections, and who measures milliseconds must not wait for it.
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { isMainThread, parentPort, Worker } from 'node:worker_threads'

const established = '01'
const loopback = '0100007F'
let reader

/** By the client's port: bytes that the server has handed over and the client has not read, and whether the server holds on. One question at a time. */
export async function queuesOf(serverPort) {
  reader ??= new Worker(fileURLToPath(import.meta.url))
  reader.postMessage(serverPort)
  const [queues] = await once(reader, 'message')
  return queues
}

function read(serverPort) {
  const queues = new Map()
  const of = (port) => {
    if (!queues.has(port)) queues.set(port, { bytes: 0, isHeld: false })
    return queues.get(port)
  }
  for (const line of readFileSync('/proc/net/tcp', 'utf8').split('\n').slice(1)) {
    const [, local, remote, state, queued] = line.trim().split(/\s+/)
    if (!local?.startsWith(loopback)) continue
    const [localPort, remotePort] = [local, remote].map((address) => Number.parseInt(address.split(':')[1], 16))
    const [sending, reading] = queued.split(':').map((hex) => Number.parseInt(hex, 16))
    if (localPort === serverPort && remotePort !== 0) {
      of(remotePort).bytes += sending
      if (state === established) of(remotePort).isHeld = true
    } else if (remotePort === serverPort) of(localPort).bytes += reading
  }
  return queues
}

if (!isMainThread) parentPort.on('message', (serverPort) => parentPort.postMessage(read(serverPort)))
