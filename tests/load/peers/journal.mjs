// Keeping, in a thread of its own: SQLite, WAL, synchronous=FULL; what arrived during one commit goes into the next.
import { Worker, isMainThread, parentPort, workerData } from 'node:worker_threads'
import { fileURLToPath } from 'node:url'

/** `kept(commands)` is called with what is on disk, in the order it was added. */
export function openJournal(file, kept) {
  const worker = new Worker(fileURLToPath(import.meta.url), { workerData: file })
  let waiting = []
  let writing
  const write = () => {
    if (writing || waiting.length === 0) return
    writing = waiting
    waiting = []
    worker.postMessage(writing.map(({ seat, n, text, explanation }) => [seat.room, seat.seat, n, text, explanation]))
  }
  worker.on('message', () => {
    const done = writing
    writing = undefined
    write()
    kept(done)
  })
  worker.on('error', (error) => {
    console.error(error)
    process.exit(1)
  })
  let planned = false
  return (command) => {
    waiting.push(command)
    if (planned) return
    planned = true
    // Everything that arrives in one turn of the loop is written together.
    setImmediate(() => {
      planned = false
      write()
    })
  }
}

if (!isMainThread) {
  const { default: Database } = await import('better-sqlite3')
  const database = new Database(workerData)
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = FULL')
  database.exec('CREATE TABLE events(room INTEGER, version INTEGER, seat INTEGER, n INTEGER, text TEXT, explanation TEXT)')
  const insert = database.prepare('INSERT INTO events VALUES(?, 0, ?, ?, ?, ?)')
  const keep = database.transaction((rows) => {
    for (const row of rows) insert.run(row)
  })
  parentPort.on('message', (rows) => {
    keep(rows)
    parentPort.postMessage('kept')
  })
}
