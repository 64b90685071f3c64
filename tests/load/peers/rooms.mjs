// The work, the same for both peers: who sits where, a snapshot for a hello, and for a command an answer to who asked, then
// the change to everybody of the room. `send` and `tellRoom` are the peer's own.
import { readFileSync } from 'node:fs'
import { openJournal } from './journal.mjs'

const explanation = 'Van hout uit het park, met plek voor zes mensen in de lunchpauze.'

export function openRooms(worldFile, journalFile, { send, tellRoom }) {
  const [head, fixed, ...lines] = readFileSync(worldFile, 'utf8').trim().split('\n')
  const [roomCount, , ideaCount] = head.split(' ').map(Number)
  const fixedRecords = JSON.parse(`[${fixed}]`)
  const rooms = Array.from({ length: roomCount }, () => ({ version: 40, ideas: [] }))
  const seats = new Map()
  for (const line of lines) {
    const [room, seat, token, person, idea] = line.split(' ').map((word, i) => (i === 2 ? word : Number(word)))
    seats.set(token, { room, seat, person, idea, n: 0, meVersion: 0 })
    if (seat < ideaCount) rooms[room].ideas[seat] = ideaRecord(idea, `@#${String(seat).padStart(2, '0')}00000000 Een bank`, explanation)
  }
  for (const { ideas } of rooms)
    while (ideas.length < ideaCount) ideas.push(ideaRecord(1, '@#9900001000 Een bank onder de linde bij de vijver', explanation))

  const keep = openJournal(journalFile, (commands) => {
    for (const { connection, n } of commands) send(connection, { type: 'answer', n, ok: true })
    for (const { connection, seat, n, text, explanation } of commands) {
      const room = rooms[seat.room]
      const from = room.version++
      seat.n = n
      room.ideas[seat.seat] = ideaRecord(seat.idea, text, explanation)
      tellRoom(seat.room, changes('participant', from, room.version, [room.ideas[seat.seat]]))
      send(connection, changes('me', seat.meVersion, room.version, [myIdeaRecord(seat, text, explanation)]))
      seat.meVersion = room.version
    }
  })

  return {
    /** The seat and its room, or nothing. */
    hello({ token }) {
      return seats.get(token)
    },
    welcome(connection, seat) {
      const { version, ideas } = rooms[seat.room]
      seat.meVersion = version
      send(connection, {
        ...{ type: 'welcome', protocol: 1, mode: 'snapshot', epoch: 'f'.repeat(32), role: 'participant', person: seat.person },
        ...{ next_n: seat.n + 1, now: Date.now(), public_url: 'http://127.0.0.1:8080' },
      })
      send(connection, changes('participant', 0, version, [...fixedRecords, ...ideas]))
      send(connection, changes('me', 0, version, [meRecord(seat), myIdeaRecord(seat, 'Een bank onder de linde bij de vijver', explanation)]))
    },
    command(connection, seat, { n, args }) {
      keep({ connection, seat, n, text: args.text, explanation: args.explanation })
    },
  }
}

const changes = (audience, from, to, put) => ({ type: 'changes', audience, from, to, now: Date.now(), put, gone: [] })

function ideaRecord(id, text, explanation) {
  return { type: 'idea', id, text, explanation, status: 'live', group: 0, order: id, merged_into: 0, hold: null }
}

function meRecord({ person, seat }) {
  return {
    ...{ type: 'me', id: 0, person, name: `Mens ${seat + 1}`, organisation: '', role: '', removed: false },
    ...{ votes: [], votes_left: 0, commitments: [], contact: null },
  }
}

function myIdeaRecord({ idea }, text, explanation) {
  return { type: 'my_idea', id: idea, text, explanation, status: 'live', group: 0 }
}
