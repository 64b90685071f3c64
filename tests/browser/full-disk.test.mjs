// The disk of the server gets full in the middle of a session, for real: a small file system of its own, and a file that fills it.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmdirSync, rmSync, writeSync, openSync, closeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { Devices, photograph, sizes } from './support/browser.mjs'
import { Organiser } from './support/organiser.mjs'
import { joinByLink, sendIdea, waitForHeading, waitForState } from './support/phone.mjs'
import { startServer } from './support/server.mjs'
import { next, waitForPeople } from './support/tablet.mjs'

const disk = mkdtempSync(join(tmpdir(), 'kiemkring-disk-'))
let mounted = false
let server, devices
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
  devices = await Devices.launch()
})
after(async () => {
  await devices?.close()
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
  const organiser = await Organiser.setUp(server)
  const session = await organiser.createSession()
  const tablet = await devices.large('tablet', sizes.tablet)
  const screen = await devices.large('screen', sizes.beamer)
  const phone = await devices.phone('phone')
  try {
    await screen.page.goto(await organiser.pairingLink(session, 'screen'))
    await tablet.page.goto(await organiser.pairingLink(session, 'facilitator'))
    const code = (await tablet.page.locator('.lobby-code').innerText()).replace(/\s/g, '')
    await joinByLink(phone.page, `${server.origin}/#c=${code}`, 'Anna')
    await waitForPeople(tablet.page, 1)
    await next(tablet.page, 'Ideeën')
    await waitForHeading(phone.page, 'Wat wordt onze groene plek?')
    await sendIdea(phone.page, 'Een bank in de zon')
    await waitForState(phone.page, 'Een bank in de zon', 'Ontvangen')

    const signs = [
      phone.page.locator('b', { hasText: 'De server kan nu niets bewaren' }),
      tablet.page.locator('b', { hasText: 'De schijf van de server is vol.' }),
      screen.page.getByText('Even geen opslag.'),
    ]
    const filler = join(disk, 'filler')
    fill(filler)
    // What is left of the last pages in the log goes first; then the reserve is given up, and filled as well.
    let sent = 0
    let filledAt = 0
    while (!(await signs[0].isVisible())) {
      assert.ok(sent < 300, 'the disk does not get full')
      filledAt = Date.now()
      await sendIdea(phone.page, `Idee ${++sent}`)
    }
    await Promise.all(signs.map((sign) => sign.waitFor()))
    t.diagnostic(`all three signs ${Date.now() - filledAt} ms after the idea that found the disk full`)
    fill(join(disk, 'more'))
    await sendIdea(phone.page, 'Een heg die zoemt')
    await new Promise((resolve) => setTimeout(resolve, 2_500))
    for (const sign of signs) assert.ok(await sign.isVisible())
    await photograph(phone.page, 'full-disk-phone')
    await photograph(tablet.page, 'full-disk-tablet')
    await photograph(screen.page, 'full-disk-screen')
    // Reading goes on.
    const shown = JSON.parse(await organiser.export(session)).result.ideas.map((idea) => idea.text)
    assert.ok(shown.includes('Een bank in de zon') && !shown.includes('Een heg die zoemt'))

    const freedAt = Date.now()
    rmSync(filler)
    rmSync(join(disk, 'more'))
    await Promise.all(signs.map((sign) => sign.waitFor({ state: 'detached' })))
    await waitForState(phone.page, 'Een heg die zoemt', 'Ontvangen')
    t.diagnostic(`back ${Date.now() - freedAt} ms after there was space`)
    const ideas = JSON.parse(await organiser.export(session)).result.ideas.map((idea) => idea.text)
    const expected = ['Een bank in de zon', ...Array.from({ length: sent }, (_, i) => `Idee ${i + 1}`), 'Een heg die zoemt']
    assert.deepEqual(ideas.sort(), expected.sort())
    assert.deepEqual(devices.troubles, [])
  } catch (error) {
    await photograph(phone.page, 'full-disk-phone')
    await photograph(tablet.page, 'full-disk-tablet')
    throw error
  }
})
