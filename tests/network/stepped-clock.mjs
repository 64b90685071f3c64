// A wall clock that can be put on and back under running programs, by libfaketime (Debian's package `faketime`). Their steady
// clock is left alone, as when somebody sets the time.
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

function library() {
  for (const folder of readdirSync('/usr/lib')) {
    const path = join('/usr/lib', folder, 'faketime/libfaketimeMT.so.1')
    if (existsSync(path)) return path
  }
  throw new Error('libfaketime is missing: install the package faketime')
}

export class SteppedClock {
  #folder = mkdtempSync(join(tmpdir(), 'kiemkring-clock-'))
  #file = join(this.#folder, 'offset')

  constructor(offset = '+0s') {
    this.step(offset)
  }

  /** For programs that shall have this clock. */
  env = {
    LD_PRELOAD: library(),
    FAKETIME_TIMESTAMP_FILE: this.#file,
    FAKETIME_NO_CACHE: '1',
    FAKETIME_DONT_FAKE_MONOTONIC: '1',
    DONT_FAKE_MONOTONIC: '1', // its name in other versions
  }

  /** From now on the clock is so much ahead ('+1d', '-1d', '+5m') of the real one. */
  step(offset) {
    writeFileSync(this.#file, `${offset}\n`)
  }

  /** Runs `start` so that the programs it starts have this clock; this program has the real one already. */
  async under(start) {
    const before = { ...process.env }
    Object.assign(process.env, this.env)
    try {
      return await start()
    } finally {
      for (const name of Object.keys(this.env)) {
        if (name in before) process.env[name] = before[name]
        else delete process.env[name]
      }
    }
  }

  close() {
    rmSync(this.#folder, { recursive: true, force: true })
  }
}
