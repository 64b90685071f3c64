// The whole way of a participant where it is hardest to get through: written from right to left, 320 px wide, letters of
// 200 %, dark and light, and as the tree that a screen reader gets. What is said aloud waits until somebody stops typing.
import assert from 'node:assert/strict'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { axeFindings } from './support/axe.mjs'
import { Devices, photograph } from './support/browser.mjs'
import { nothingClipped } from './support/clipped.mjs'
import { Crowd } from './support/crowd.mjs'
import { Organiser } from './support/organiser.mjs'
import { walkAsParticipant } from './support/participant-path.mjs'
import { startHttps } from './support/https.mjs'
import { joinByLink, waitForHeading } from './support/phone.mjs'
import { speakPseudo } from './support/pseudo.mjs'
import { nothingUnsaid } from './support/screen-reader.mjs'
import { root, startServer } from './support/server.mjs'
import { notSideways } from './support/width.mjs'

const narrow = { width: 320, height: 640 }
const pictures = join(root, 'build/pictures/reach')

let server, devices, organiser
before(async () => {
  mkdirSync(pictures, { recursive: true })
  server = await startServer()
  devices = await Devices.launch()
  organiser = await Organiser.setUp(server)
})
after(async () => {
  await devices?.close()
  await server?.stop()
})

/** As somebody sets it in the browser: the size of letters that sites start from. */
async function letterSizes(page) {
  const line = await page.context().newCDPSession(page)
  return (percent) => line.send('Page.setFontSizes', { fontSizes: { standard: (16 * percent) / 100, fixed: (13 * percent) / 100 } })
}

test('right to left, 320 px, 100 % and 200 %, light and dark', { timeout: 300_000 }, async () => {
  const phone = await devices.phone('right to left', { viewport: narrow, locale: 'de-DE', isMobile: false, hasTouch: false })
  const { page, context } = phone
  await speakPseudo(context)
  const letterSize = await letterSizes(page)
  const found = []
  let number = 0
  await walkAsParticipant({ devices, server, organiser, page }, async (name) => {
    number += 1
    assert.equal(await page.evaluate(() => document.documentElement.dir), 'rtl')
    for (const percent of [100, 200]) {
      await letterSize(percent)
      for (const colorScheme of ['light', 'dark']) {
        await page.emulateMedia({ colorScheme })
        const where = `${name}, ${percent} %, ${colorScheme}`
        // Colours move nothing, and the tree is the same at every size.
        const looks = colorScheme === 'light' ? [notSideways, nothingClipped, ...(percent === 100 ? [nothingUnsaid] : [])] : []
        for (const look of looks) await look(page, where).catch((error) => found.push(error.message))
        if (percent === 100 || colorScheme === 'dark') for (const finding of await axeFindings(page)) found.push(`${where}: ${finding}`)
        const file = `${String(number).padStart(2, '0')}-${name.replaceAll(' ', '-')}-${percent}-${colorScheme}.png`
        if ((percent === 200) === (colorScheme === 'dark')) await page.screenshot({ path: join(pictures, file), fullPage: percent === 100 })
      }
    }
    await letterSize(100)
  }).catch(async (error) => {
    await photograph(page, 'right-to-left')
    throw error
  })
  assert.deepEqual(found, [])
  assert.deepEqual(devices.troubles, [])
})

test('the same way over https, from left to right, with letters of 200 %', { timeout: 300_000 }, async () => {
  const https = await startHttps()
  try {
    const { page } = await https.devices.phone('https', { viewport: narrow, isMobile: false, hasTouch: false })
    await (await letterSizes(page))(200)
    const found = []
    const walk = { ...https, organiser: await Organiser.setUp(https.server), page }
    await walkAsParticipant(walk, async (name) => {
      assert.ok(await page.evaluate(() => isSecureContext), 'the page is on https')
      for (const look of [notSideways, nothingClipped, nothingUnsaid]) await look(page, name).catch((error) => found.push(error.message))
      for (const finding of await axeFindings(page)) found.push(`${name}: ${finding}`)
    }).catch(async (error) => {
      await photograph(page, 'https')
      throw error
    })
    assert.deepEqual(found, [])
    assert.deepEqual(https.devices.troubles, [])
  } finally {
    await https.stop()
  }
})

test('the same way on plain http, as in a hall without internet, and on with a second phone by the personal link', { timeout: 300_000 }, async () => {
  // A name that is no secure context, as 127.0.0.1 is.
  const origin = 'http://kiemkring.example'
  const own = await startServer(undefined, ['--public-url', origin])
  const hall = await Devices.launch([`--host-resolver-rules=MAP kiemkring.example 127.0.0.1:${own.port}`])
  const { page } = await hall.phone('plain http')
  try {
    const seen = []
    let personal
    await walkAsParticipant({ devices: hall, server: own, organiser: await Organiser.setUp(own), page, origin }, async (name) => {
      seen.push(name)
      assert.equal(await page.evaluate(() => isSecureContext || 'serviceWorker' in navigator || 'randomUUID' in crypto), false, name)
      if (name === 'mine') personal = await page.locator('.other-phone-link input').inputValue()
    })
    for (const name of ['a photo that is shown', 'a pin that arrived', 'an own photo', 'a vote given', 'who does what', 'the results page']) assert.ok(seen.includes(name), name)
    assert.ok(personal.startsWith(`${origin}/#m=`), personal)
    const second = (await hall.phone('second')).page
    await second.goto(personal)
    await waitForHeading(second, 'Dank je wel, Anna')
    await second.locator('.results-own-list').getByText('Een vlonder door het riet').waitFor()
    assert.ok(!(await second.evaluate(() => isSecureContext)))
    assert.deepEqual(hall.troubles, [])
  } catch (error) {
    await photograph(page, 'plain-http')
    throw error
  } finally {
    await hall.close()
    await own.stop()
  }
})

test('nothing is announced while somebody types, and then it is', { timeout: 300_000 }, async () => {
  const session = await organiser.createSession()
  const crowd = await Crowd.gather(devices, server.origin)
  const lead = await crowd.pair(await organiser.pairingLink(session, 'facilitator'))
  const [invite] = await lead.records('invite')
  const rounds = new Map((await lead.records('agenda'))[0].rounds.map(({ id, kind }) => [kind, id]))
  const go = (kind, in_ms = 0) => lead.say('start_round', { round: rounds.get(kind), in_ms })
  const { page, context } = await devices.phone('typing')
  await joinByLink(page, `${server.origin}/#q=${invite.secret}`, 'Anna')
  await go('ideas')
  await waitForHeading(page, 'Wat wordt onze groene plek?')
  await page.locator('form.composer textarea').focus()
  await page.evaluate(() => {
    globalThis.said = []
    globalThis.typedAt = 0
    document.addEventListener('input', () => (globalThis.typedAt = performance.now()))
    new MutationObserver((changes) => {
      for (const { target } of changes) {
        const place = (target instanceof Element ? target : target.parentElement)?.closest('[role=alert], [role=status], [aria-live]')
        if (place?.textContent) globalThis.said.push({ text: place.textContent, afterMs: performance.now() - globalThis.typedAt })
      }
    }).observe(document.body, { childList: true, characterData: true, subtree: true })
  })
  // A letter every 150 ms, while everybody else moves on and the network goes and comes back.
  const field = page.locator('form.composer textarea')
  await field.pressSequentially('Een bank')
  const typing = field.pressSequentially(' in de zon bij de weegbrug, met een rug', { delay: 150 })
  await go('group')
  await page.getByRole('button', { name: 'Ga mee' }).waitFor()
  await context.setOffline(true)
  await page.getByText('Geen verbinding.').first().waitFor()
  await context.setOffline(false)
  await typing
  await page.waitForFunction(() => globalThis.said.some(({ text }) => text.includes('Iedereen is nu bij Groeperen.')))
  const said = await page.evaluate(() => globalThis.said)
  assert.deepEqual(said.filter(({ afterMs }) => afterMs < 1_900), [])
  assert.equal(await field.inputValue(), 'Een bank in de zon bij de weegbrug, met een rug')
})
