// npm `ws` doing the work: `node ws.mjs WORLD PORT JOURNAL`.
import { createServer } from 'node:http'
import { WebSocketServer } from 'ws'
import { openRooms } from './rooms.mjs'

const [world, port, journal] = process.argv.slice(2)
const members = new Map() // by room
const rooms = openRooms(world, journal, {
  send: (connection, message) => connection.readyState === 1 && connection.send(JSON.stringify(message)),
  tellRoom(room, message) {
    const frame = Buffer.from(JSON.stringify(message))
    for (const member of members.get(room) ?? []) member.send(frame, { binary: false })
  },
})

const http = createServer()
const server = new WebSocketServer({ server: http, perMessageDeflate: false })
server.on('connection', (connection) => {
  let seat
  connection.on('message', (data) => {
    const message = JSON.parse(data)
    if (message.type === 'hello') {
      seat = rooms.hello(message)
      if (!seat) return connection.close(4001)
      if (!members.has(seat.room)) members.set(seat.room, new Set())
      members.get(seat.room).add(connection)
      rooms.welcome(connection, seat)
    }
    if (message.type === 'command') rooms.command(connection, seat, message)
  })
  connection.on('error', () => {})
  connection.on('close', () => members.get(seat?.room)?.delete(connection))
})
setInterval(() => {
  for (const connection of server.clients) connection.send(JSON.stringify({ type: 'beat', now: Date.now() }))
}, 10_000)
http.listen(Number(port), '127.0.0.1', 4096)
