// The page kept on the phone: it opens without a server, with what was typed; a new version comes when the page is loaded and
// never under one that is open. Over plain http all works without it.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { Devices, photograph, sizes } from './support/browser.mjs'
import { Crowd } from './support/crowd.mjs'
import { Organiser } from './support/organiser.mjs'
import { joinByLink, ownIdeas, sendIdea, waitForHeading, waitForState } from './support/phone.mjs'
import { RenewableServer } from './support/renewable-server.mjs'
import { freePort, startServer } from './support/server.mjs'
import { sitePlan } from './support/site-plan.mjs'
import { next, waitForPeople } from './support/tablet.mjs'

let server, organiser, door
before(async () => {
  server = await startServer()
  organiser = await Organiser.setUp(server)
  door = new RenewableServer(server, await freePort())
  await door.open()
})
after(async () => {
  await door?.shut()
  await server?.stop()
})

async function inTheIdeas(devices) {
  const session = await organiser.createSession()
  const crowd = await Crowd.gather(devices, server.origin)
  const lead = await crowd.pair(await organiser.pairingLink(session, 'facilitator'))
  const [invite] = await lead.records('invite')
  const ideas = (await lead.records('agenda'))[0].rounds.find(({ kind }) => kind === 'ideas').id
  await lead.say('start_round', { round: ideas, in_ms: 0 })
  return { session, door: `#q=${invite.secret}` }
}

const field = (page) => page.locator('form.composer textarea').first()
const version = (page) => page.evaluate(() => document.querySelector('meta[name=version]')?.content ?? '1')
const shelves = (page) => page.evaluate(() => caches.keys())
const kept = (page) => page.evaluate(async () => (await navigator.serviceWorker.ready).active?.state === 'activated')

/** How much of a walk this phone keeps: what was told, and the plan. */
const walkKept = () =>
  new Promise((resolve, reject) => {
    const opening = indexedDB.open('kiemkring-walk', 1)
    opening.onerror = () => reject(opening.error)
    opening.onsuccess = () => {
      const counting = opening.result.transaction('walk').objectStore('walk').count()
      counting.onsuccess = () => {
        opening.result.close()
        resolve(counting.result)
      }
    }
  })

/** `ask` runs in the page and may take its time. */
async function until(page, what, ask) {
  for (let asked = 0; asked < 100; ++asked) {
    if (await page.evaluate(ask)) return
    await page.waitForTimeout(200)
  }
  throw new Error(`not within 20 s: ${what}`)
}

test('the page opens without a server, and an update takes no typed text away', { timeout: 300_000 }, async () => {
  const devices = await Devices.launch()
  const { page, context } = await devices.phone('installed')
  try {
    const { session, door: secret } = await inTheIdeas(devices)
    await page.goto(door.origin + '/' + secret)
    await page.getByLabel('Je voornaam').fill('Anna')
    await page.getByRole('button', { name: 'Meedoen' }).click()
    await waitForHeading(page, 'Wat wordt onze groene plek?')
    await sendIdea(page, 'Een bank in de zon')
    await waitForState(page, 'Een bank in de zon', 'Ontvangen')
    await page.waitForFunction(() => navigator.serviceWorker.controller)
    assert.ok(await kept(page))
    const manifest = await page.evaluate(async () => {
      const response = await fetch(document.querySelector('link[rel=manifest]').href)
      return { type: response.headers.get('content-type'), body: await response.json() }
    })
    assert.equal(manifest.type, 'application/manifest+json')
    for (const { src } of manifest.body.icons) assert.equal((await fetch(server.origin + src)).status, 200, src)
    const browser = await context.newCDPSession(page)
    const { errors } = await browser.send('Page.getAppManifest')
    assert.deepEqual(errors, [])

    await door.shut()
    await page.getByText('Geen verbinding.').first().waitFor()
    await sendIdea(page, 'Een tafel onder de linde')
    await field(page).fill('Een half idee')
    await page.reload()
    await page.getByText('Geen verbinding.').first().waitFor()
    assert.equal(await field(page).inputValue(), 'Een half idee')
    assert.deepEqual(await ownIdeas(page), [{ text: 'Een tafel onder de linde', state: 'Op je telefoon' }])
    await page.getByRole('button', { name: 'Van mij' }).click()
    await waitForHeading(page, 'Van mij')
    await page.getByRole('button', { name: 'Terug' }).click()

    door.renewed = true
    await door.open()
    await waitForState(page, 'Een tafel onder de linde', 'Ontvangen')
    await field(page).focus()
    await page.keyboard.press('End')
    await page.keyboard.type(' dat groeit')
    // A browser that fails to fetch a file for it tries again another time, so this does too.
    await until(page, 'the new worker waits', async () => {
      const registration = await navigator.serviceWorker.ready
      if (!registration.waiting && !registration.installing) await registration.update().catch(() => {})
      return Boolean(registration.waiting)
    })
    await page.keyboard.type(' in de zon')
    assert.equal(await version(page), '1', 'the open page goes on')
    assert.equal((await shelves(page)).length, 2, 'and its files are still there')
    assert.equal(await field(page).inputValue(), 'Een half idee dat groeit in de zon')

    await page.reload()
    await waitForState(page, 'Een tafel onder de linde', 'Ontvangen')
    assert.equal(await version(page), '2')
    assert.equal(await field(page).inputValue(), 'Een half idee dat groeit in de zon')
    // Nobody runs on the files of the version before any more.
    await until(page, 'only the new files are kept', async () => {
      const [first, ...rest] = await caches.keys()
      return first.includes('renewed') && rest.length === 0
    })

    await door.shut()
    await page.reload()
    await page.getByText('Geen verbinding.').first().waitFor()
    assert.equal(await version(page), '2')
    await door.open()
    await waitForState(page, 'Een tafel onder de linde', 'Ontvangen')
    const { result } = JSON.parse(await organiser.export(session))
    assert.deepEqual(result.ideas.map(({ text }) => text), ['Een bank in de zon', 'Een tafel onder de linde'])
    assert.deepEqual(devices.troubles, [])
  } catch (error) {
    await photograph(page, 'installed')
    throw error
  } finally {
    door.renewed = false
    if (!door.isOpen) await door.open()
    await devices.close()
  }
})

test('a page that ends in a dead spot on a walk has the plan and its pins again', { timeout: 300_000 }, async () => {
  const devices = await Devices.launch()
  const { page } = await devices.phone('walk')
  try {
    const session = await organiser.createSession({ template: 'outside-120' })
    const { page: tablet } = await devices.large('tablet', sizes.tablet)
    await tablet.goto(await organiser.pairingLink(session, 'facilitator'))
    const code = (await tablet.locator('.lobby-code').innerText()).replace(/\s/g, '')
    await tablet.getByRole('button', { name: 'Meer', exact: true }).click()
    await tablet.getByRole('dialog').getByRole('button', { name: 'Plattegrond' }).click()
    const sheet = tablet.getByRole('dialog', { name: 'Plattegrond' })
    await sheet.locator('input[type=file]').setInputFiles(await sitePlan(tablet))
    await sheet.getByRole('img', { name: 'Plattegrond van het terrein' }).waitFor()
    await sheet.getByRole('button', { name: 'Sluit' }).click()
    await joinByLink(page, `${door.origin}/#c=${code}`, 'Anna')
    await waitForPeople(tablet, 1)
    await next(tablet, 'Rondje terrein')
    await waitForHeading(page, 'Rondje terrein')
    await page.locator('.site-plan-sheet img').waitFor()
    const pin = async (text, send) => {
      await page.getByRole('button', { name: 'Zet hier' }).click()
      await page.getByLabel('Wat zie je hier?').fill(text)
      await page.getByRole('button', { name: send }).click()
    }
    await pin('Een bank bij het water', 'Verstuur')
    await page.getByRole('button', { name: 'Pin 1: Een bank bij het water' }).waitFor()
    await page.waitForFunction(() => navigator.serviceWorker.controller)
    assert.ok(await kept(page))
    assert.equal(await page.evaluate(walkKept), 2)

    await door.shut()
    await page.getByText('Geen verbinding.').first().waitFor()
    await pin('Bomen langs de weg', 'Bewaar, straks versturen')
    await page.getByRole('button', { name: 'Pin …: Bomen langs de weg' }).waitFor()
    await page.reload()
    await waitForHeading(page, 'Rondje terrein')
    await page.getByRole('button', { name: 'Pin 1: Een bank bij het water' }).waitFor()
    await page.getByRole('button', { name: 'Pin …: Bomen langs de weg' }).waitFor()
    await page.waitForFunction(() => document.querySelector('.site-plan-sheet img')?.naturalWidth > 0)
    await photograph(page, 'installed-walk')

    await door.open()
    await page.getByRole('button', { name: 'Pin 2: Bomen langs de weg' }).waitFor()
    // Over with the walk: nothing of it stays behind.
    await next(tablet, 'Ideeën')
    await waitForHeading(page, 'Nog een idee?')
    for (let asked = 0; asked < 100 && (await page.evaluate(walkKept)) > 0; ++asked) await page.waitForTimeout(100)
    assert.equal(await page.evaluate(walkKept), 0)
    assert.deepEqual(devices.troubles, [])
  } catch (error) {
    await photograph(page, 'installed-walk-failed')
    throw error
  } finally {
    if (!door.isOpen) await door.open()
    await devices.close()
  }
})

test('its headers, and no other page is taken over', { timeout: 300_000 }, async () => {
  const worker = await fetch(`${server.origin}/service-worker.js`)
  assert.equal(worker.headers.get('content-type'), 'text/javascript; charset=utf-8')
  assert.equal(worker.headers.get('cache-control'), 'no-cache')
  const devices = await Devices.launch()
  try {
    const { page } = await devices.phone('beside')
    const { door: secret } = await inTheIdeas(devices)
    await page.goto(door.origin + '/' + secret)
    await page.getByLabel('Je voornaam').fill('Bram')
    await page.getByRole('button', { name: 'Meedoen' }).click()
    await page.waitForFunction(() => navigator.serviceWorker.controller)
    await door.shut()
    for (const path of ['/desk', '/console', '/screen']) await assert.rejects(page.goto(door.origin + path), path)
    await door.open()
  } finally {
    await devices.close()
  }
})

test('over plain http all works without it', { timeout: 300_000 }, async () => {
  const devices = await Devices.launch(['--host-resolver-rules=MAP kiemkring.example 127.0.0.1'])
  try {
    const { page } = await devices.phone('plain')
    const { door: secret } = await inTheIdeas(devices)
    await page.goto(`http://kiemkring.example:${door.port}/${secret}`)
    await page.getByLabel('Je voornaam').fill('Cor')
    await page.getByRole('button', { name: 'Meedoen' }).click()
    await waitForHeading(page, 'Wat wordt onze groene plek?')
    await sendIdea(page, 'Een bank in de schaduw')
    await waitForState(page, 'Een bank in de schaduw', 'Ontvangen')
    await page.waitForTimeout(6_000) // longer than the page waits before it is kept
    assert.deepEqual(await page.evaluate(() => [isSecureContext, 'serviceWorker' in navigator, document.querySelectorAll('link[rel=manifest]').length]), [false, false, 0])
    await field(page).fill('Een half idee')
    await page.reload()
    await waitForState(page, 'Een bank in de schaduw', 'Ontvangen')
    assert.equal(await field(page).inputValue(), 'Een half idee')
    assert.deepEqual(devices.troubles, [])
  } finally {
    await devices.close()
  }
})
