// The disk of the server gets full in the middle of a session, for real: a small file system of its own, and a file that fills it.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmdirSync, rmSync, writeSync, openSync, closeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { photograph } from './support/browser.mjs'
import { sendIdea, waitForState } from './support/phone.mjs'
import { startServer } from './support/server.mjs'
import { inSmallSession } from './support/small-session.mjs'

const disk = mkdtempSync(join(tmpdir(), 'kiemkring-disk-'))
let mounted = false
let server
before(async () => {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=8m', 'kiemkring-test', disk], { stdio: 'ignore' })
    mounted = true
  } catch {
    return // not allowed here: the test says so
  }
  const data = join(disk, 'data')
  mkdirSync(data)
  server = await startServer(data)
})
after(async () => {
  await server?.stop()
  if (mounted) execFileSync('umount', [disk])
  rmdirSync(disk)
})

/** Takes all the space that is left. */
function fill(path) {
  const file = openSync(path, 'w')
  for (const piece of [Buffer.alloc(64 << 10), Buffer.alloc(512)]) {
    try {
      for (;;) writeSync(file, piece)
    } catch (error) {
      assert.equal(error.code, 'ENOSPC')
    }
  }
  closeSync(file)
}

test('a full disk is shown on every screen, and heals by itself', async (t) => {
  if (!mounted) return t.skip('no file system may be mounted here')
  await inSmallSession(server, 'full-disk', async ({ organiser, session, tablet, screen, phone, devices }) => {
  })
})
