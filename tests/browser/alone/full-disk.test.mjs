// The disk of the server gets full in the middle of a session, for real: a small file system of its own, and a file that fills it.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmdirSync, rmSync, writeSync, openSync, closeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { photograph } from '../support/browser.mjs'
import { sendIdea, waitForState } from '../support/phone.mjs'
import { startServer } from '../support/server.mjs'
import { inSmallSession } from '../support/small-session.mjs'

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
    const signs = [
      phone.locator('b', { hasText: 'De server kan nu niets bewaren' }),
      tablet.locator('b', { hasText: 'De schijf van de server is vol.' }),
      screen.getByText('Even geen opslag.'),
    ]
    const filler = join(disk, 'filler')
    fill(filler)
    // What is left of the last pages in the log goes first; then the reserve is given up, and filled as well.
    const isFull = signs[0].waitFor({ timeout: 120_000 }).then(() => true)
    let sent = 0
    let sentAt
    do {
      assert.ok(sent < 300, 'the disk does not get full')
      sentAt = Date.now()
      await sendIdea(phone, `Idee ${++sent}`)
    } while (!(await Promise.race([isFull, waitForState(phone, `Idee ${sent}`, 'Ontvangen').then(() => false)])))
    await Promise.all(signs.map((sign) => sign.waitFor()))
    const shownMs = Date.now() - sentAt
    t.diagnostic(`all three signs ${shownMs} ms after idea ${sent}, which found the disk full`)
    assert.ok(shownMs <= 3_000, `the signs took ${shownMs} ms`)
    fill(join(disk, 'more'))
    await sendIdea(phone, 'Een heg die zoemt')
    await new Promise((resolve) => setTimeout(resolve, 2_500))
    for (const sign of signs) assert.ok(await sign.isVisible())
    await photograph(phone, 'full-disk-phone')
    await photograph(tablet, 'full-disk-tablet')
    await photograph(screen, 'full-disk-screen')
    // Reading goes on.
    const shown = JSON.parse(await organiser.export(session)).result.ideas.map((idea) => idea.text)
    assert.ok(shown.includes('Een bank in de zon') && !shown.includes('Een heg die zoemt'))

    rmSync(filler)
    rmSync(join(disk, 'more'))
    const freedAt = Date.now()
    await Promise.all(signs.map((sign) => sign.waitFor({ state: 'detached' })))
    await waitForState(phone, 'Een heg die zoemt', 'Ontvangen')
    const backMs = Date.now() - freedAt
    t.diagnostic(`back ${backMs} ms after there was space`)
    assert.ok(backMs <= 5_000, `it took ${backMs} ms to be back`)
    const ideas = JSON.parse(await organiser.export(session)).result.ideas.map((idea) => idea.text)
    const expected = ['Een bank in de zon', ...Array.from({ length: sent }, (_, i) => `Idee ${i + 1}`), 'Een heg die zoemt']
    assert.deepEqual(ideas.sort(), expected.sort())
    assert.deepEqual(devices.troubles, [])
  })
})
