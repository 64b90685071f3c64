// The page kept on the phone: it opens without a server, with what was typed; a new version comes when the page is loaded and
// never under one that is open. Over plain http all works without it.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { Devices, photograph } from './support/browser.mjs'
import { Crowd } from './support/crowd.mjs'
import { Organiser } from './support/organiser.mjs'
import { ownIdeas, sendIdea, waitForHeading, waitForState } from './support/phone.mjs'
import { RenewableServer } from './support/renewable-server.mjs'
import { freePort, startServer } from './support/server.mjs'

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

/** `ask` runs in the page and may take its time. */
async function until(page, what, ask) {
  for (let asked = 0; asked < 100; ++asked) {
    if (await page.evaluate(ask)) return
    await page.waitForTimeout(200)
  }
  throw new Error(`not within 20 s: ${what}`)
}

test('the page opens without a server, and an update takes no typed text away', { timeout: 120_000 }, async () => {
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
    await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready
      await registration.update()
    })
    await until(page, 'the new worker waits', async () => Boolean((await navigator.serviceWorker.ready).waiting))
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

test('its headers, and no other page is taken over', { timeout: 60_000 }, async () => {
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

test('over plain http all works without it', { timeout: 60_000 }, async () => {
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
