// The disk of the server gets full in the middle of a session, for real: a small file system of its own, and a file that fills it.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmdirSync, rmSync, writeSync, openSync, closeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { photograph } from '../support/browser.mjs'
import { sendIdea, waitForState } from '../support/phone.mjs'
import { cameraPhoto, choosePhoto } from '../support/photo.mjs'
import { startServer } from '../support/server.mjs'
import { sitePlan } from '../support/site-plan.mjs'
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

/**
 * Fills the disk and sends ideas until one finds it full: what is left of the last pages in the log goes first; then the reserve is
 * given up, and filled as well. Gives how many ideas were sent, and when the last was.
 */
async function fillUp(phone, sign) {
  fill(join(disk, 'filler'))
  const isFull = sign.waitFor({ timeout: 120_000 }).then(() => true)
  let sent = 0
  let sentAt
  do {
    assert.ok(sent < 300, 'the disk does not get full')
    sentAt = Date.now()
    await sendIdea(phone, `Idee ${++sent}`)
  } while (!(await Promise.race([isFull, waitForState(phone, `Idee ${sent}`, 'Ontvangen').then(() => false)])))
  return { sent, sentAt }
}
function makeRoom() {
  rmSync(join(disk, 'filler'))
  rmSync(join(disk, 'more'))
}

test('a full disk is shown on every screen, and heals by itself', async (t) => {
  if (!mounted) return t.skip('no file system may be mounted here')
  await inSmallSession(server, 'full-disk', async ({ organiser, session, tablet, screen, phone, devices }) => {
    const signs = [
      phone.locator('b', { hasText: 'De server kan nu niets bewaren' }),
      tablet.locator('b', { hasText: 'De schijf van de server is vol.' }),
      screen.getByText('Even geen opslag.'),
    ]
    const { sent, sentAt } = await fillUp(phone, signs[0])
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

    makeRoom()
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

test('a photo and a plan wait while the disk is full, as people are told, and come by themselves', async (t) => {
  if (!mounted) return t.skip('no file system may be mounted here')
  await inSmallSession(server, 'full-disk-photo', async ({ organiser, session, tablet, phone, devices }) => {
    const idea = (text) => phone.locator('.mine-idea', { hasText: text })
    // One photo is on its way when the disk gets full: its idea is there, and not a piece of it has come.
    await phone.route('**/api/uploads/*', (asked) => asked.abort())
    await choosePhoto(idea('Een bank in de zon'), await cameraPhoto(phone, 1, { width: 1200, height: 900 }))
    await idea('Een bank in de zon').locator('.photo-state-waiting').waitFor()
    await fillUp(phone, phone.locator('b', { hasText: 'De server kan nu niets bewaren' }))
    fill(join(disk, 'more'))
    const refused = phone.waitForResponse((answer) => answer.url().includes('/api/uploads/') && answer.status() === 503)
    await phone.unroute('**/api/uploads/*')
    await refused

    // Another is chosen now, with its words; and a plan on the tablet.
    const composer = phone.locator('form.composer')
    await composer.locator('textarea').first().fill('Hier een vijver')
    await choosePhoto(composer, await cameraPhoto(phone, 2, { width: 1200, height: 900 }))
    await phone.getByText('Je foto gaat mee.').waitFor()
    await composer.getByRole('button', { name: 'Verstuur' }).click()
    await idea('Hier een vijver').locator('.photo-state-waiting').waitFor()
    await tablet.getByRole('button', { name: 'Meer', exact: true }).click()
    await tablet.getByRole('dialog').getByRole('button', { name: 'Plattegrond' }).click()
    const plan = tablet.getByRole('dialog', { name: 'Plattegrond' })
    await plan.locator('input[type=file]').setInputFiles(await sitePlan(tablet))
    await plan.getByRole('alert').getByText('De schijf van de server is vol. Laat dit open staan: het gaat vanzelf verder zodra er ruimte is.').waitFor()
    await plan.getByText('Er is nog geen plattegrond.').waitFor()
    await photograph(tablet, 'full-disk-plan-tablet')
    await idea('Hier een vijver').scrollIntoViewIfNeeded()
    await photograph(phone, 'full-disk-photo-phone')
    // Also over a reload of the phone nothing is lost.
    await phone.reload()
    for (const text of ['Hier een vijver', 'Een bank in de zon']) await idea(text).locator('.photo-state-waiting').waitFor()

    makeRoom()
    const freedAt = Date.now()
    await plan.getByRole('img', { name: 'Plattegrond van het terrein' }).waitFor()
    await plan.getByRole('alert').waitFor({ state: 'detached' })
    t.diagnostic(`the plan ${Date.now() - freedAt} ms after there was space`)
    await waitForState(phone, 'Hier een vijver', 'Ontvangen')
    for (const text of ['Hier een vijver', 'Een bank in de zon']) await idea(text).locator('.photo-state-here').waitFor()
    t.diagnostic(`both photos ${Date.now() - freedAt} ms after there was space`)
    const { ideas } = JSON.parse(await organiser.export(session)).result
    for (const text of ['Hier een vijver', 'Een bank in de zon']) assert.equal(ideas.filter((one) => one.text === text).length, 1, text)
    assert.equal(await phone.locator('.photo-state').count(), 2)
    assert.deepEqual(devices.troubles, [])
  })
})
