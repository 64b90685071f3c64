// npm `socket.io` doing the work: `node socket-io.mjs WORLD PORT JOURNAL`. It has beats of its own.
import { createServer } from 'node:http'
import { Server } from 'socket.io'
import { openRooms } from './rooms.mjs'

const [world, port, journal] = process.argv.slice(2)
const http = createServer()
const server = new Server(http, { transports: ['websocket'], perMessageDeflate: false, serveClient: false })
const rooms = openRooms(world, journal, {
  send: (socket, message) => socket.emit('m', message),
  tellRoom: (room, message) => server.to(`room ${room}`).emit('m', message),
})

server.on('connection', (socket) => {
  let seat
  socket.on('m', (message) => {
    if (message.type === 'hello') {
      seat = rooms.hello(message)
      if (!seat) return socket.disconnect(true)
      socket.join(`room ${seat.room}`)
      rooms.welcome(socket, seat)
    }
    if (message.type === 'command') rooms.command(socket, seat, message)
  })
})
http.listen(Number(port), '127.0.0.1', 4096)
