// A round over the site: a plan from the tablet, pins from a phone (also in a dead spot), and the big screen by group.
import assert from 'node:assert/strict'
import { afterEach, beforeEach, test } from 'node:test'
import { Devices, photograph, sizes } from './support/browser.mjs'
import { Organiser } from './support/organiser.mjs'
import { cameraPhoto, choosePhoto } from './support/photo.mjs'
import { joinByLink, waitForHeading, waitForState } from './support/phone.mjs'
import { startServer } from './support/server.mjs'
import { sitePlan } from './support/site-plan.mjs'
import { goTo, groupByTaps, next, waitForPeople } from './support/tablet.mjs'
import { straight, touch } from './support/touch.mjs'

let server
let devices
beforeEach(async () => {
  server = await startServer()
  devices = await Devices.launch()
})
afterEach(async () => {
  await devices?.close()
  await server?.stop()
})

const what = 'Wat zie je hier?'

/** Where something is once it is where it should be. */
async function settled(place, isThere) {
  let now = await place.boundingBox()
  for (let tries = 0; tries < 100 && !isThere(now); ++tries) {
    await place.page().waitForTimeout(30)
    now = await place.boundingBox()
  }
  assert.ok(isThere(now), JSON.stringify(now))
  return now
}

const middleOf = async (page) => {
  const { x, y, width, height } = await page.locator('.site-plan-box').boundingBox()
  return [x + width / 2, y + height / 2]
}

/** Pulls the plan with one finger, from its middle. */
async function pull(page, dx, dy) {
  const [x, y] = await middleOf(page)
  await touch(page, straight([x, y], [x + dx, y + dy]))
}

/** Two fingers beside the middle go apart, or to each other. */
async function pinch(page, from, to) {
  const [x, y] = await middleOf(page)
  await touch(page, straight([x - from, y], [x - to, y]), straight([x + from, y], [x + to, y]))
}

test('people set pins on the plan with a word and a photo, and everybody sees them by group', async () => {
  const organiser = await Organiser.setUp(server)
  const session = await organiser.createSession({ template: 'outside-120' })
  const { page: screen } = await devices.large('screen', sizes.beamer)
  const { page: tablet } = await devices.large('tablet', sizes.tablet)
  const { page: phone } = await devices.phone('phone')
  await screen.goto(await organiser.pairingLink(session, 'screen'))
  await tablet.goto(await organiser.pairingLink(session, 'facilitator'))
  const code = (await tablet.locator('.lobby-code').innerText()).replace(/\s/g, '')
  try {
    // The plan: what is none is told in words, then a drawing.
    await tablet.getByRole('button', { name: 'Meer', exact: true }).click()
    await tablet.getByRole('dialog').getByRole('button', { name: 'Plattegrond' }).click()
    const plan = tablet.getByRole('dialog', { name: 'Plattegrond' })
    await plan.locator('input[type=file]').setInputFiles({ name: 'x.png', mimeType: 'image/png', buffer: Buffer.from('GIF89a nothing') })
    await plan.getByRole('alert').getByText('Dit soort bestand kunnen we niet lezen').waitFor()
    await plan.locator('input[type=file]').setInputFiles(await sitePlan(tablet))
    await plan.getByRole('img', { name: 'Plattegrond van het terrein' }).waitFor()
    await photograph(tablet, 'site-plan-sheet')
    await plan.getByRole('button', { name: 'Sluit' }).click()

    await joinByLink(phone, `${server.origin}/#c=${code}`, 'Anna')
    await waitForPeople(tablet, 1)
    await next(tablet, 'Rondje terrein')
    await waitForHeading(phone, 'Rondje terrein')
    await phone.locator('.site-plan-sheet img').waitFor()
    await photograph(phone, 'site-phone')
    await photograph(screen, 'site-screen-empty')

    // A tap brings the spot under the seed; pulled on from there.
    const sheet = phone.locator('.site-plan-sheet')
    const shown = await sheet.boundingBox()
    const box = await phone.locator('.site-plan-box').boundingBox()
    await touch(phone, [[box.x + 200, box.y + 90]])
    const tapped = await settled(sheet, (now) => now.x !== shown.x && now.y !== shown.y)
    await pull(phone, 70, -60)
    const pulled = await settled(sheet, (now) => now.x !== tapped.x)
    assert.deepEqual([Math.round(pulled.x - tapped.x), Math.round(pulled.y - tapped.y)], [70, -60], 'as far as the finger went')
    assert.equal(await phone.evaluate(() => scrollY), 0, 'the page stays where it is')

    // Two fingers: twice as far apart, twice as large, and the middle stays where it is; then back.
    const [middleX] = await middleOf(phone)
    await pinch(phone, 40, 80)
    const large = await settled(sheet, (now) => now.width > 1.9 * pulled.width)
    assert.ok(Math.abs(large.width / pulled.width - 2) < 0.05, `${large.width / pulled.width} times as large`)
    const inside = ({ x, width }) => (middleX - x) / width
    assert.ok(Math.abs(inside(large) - inside(pulled)) < 0.02, 'the same spot in the middle')
    await pinch(phone, 80, 40)
    await settled(sheet, (now) => now.width < 1.05 * pulled.width)
    await phone.getByRole('button', { name: 'Groter' }).click()
    await phone.getByRole('button', { name: 'Zet hier' }).click()
    await phone.getByRole('button', { name: 'Een stapje naar rechts' }).click()
    await phone.getByLabel(what).fill('Hier een bank bij het water')
    await choosePhoto(phone.locator('form.composer'), await cameraPhoto(phone, 2))
    await phone.getByText('Je foto gaat mee.').waitFor()
    await photograph(phone, 'site-phone-writing')
    await phone.getByRole('button', { name: 'Verstuur' }).click()
    await phone.getByRole('button', { name: 'Pin 1: Hier een bank bij het water' }).waitFor()

    // On the tablet at once; the big screen only counts while everybody looks around.
    await tablet.getByRole('button', { name: '1: Hier een bank bij het water' }).first().waitFor()
    await screen.getByText('Al 1 idee.').waitFor()
    assert.equal(await screen.locator('.site-pin').count(), 0)

    // A dead spot: the pin stands where it was set, and arrives later.
    await phone.context().setOffline(true)
    await phone.getByText('Je kunt doorgaan.').waitFor()
    await pull(phone, -160, 40)
    await phone.getByRole('button', { name: 'Zet hier' }).click()
    await phone.getByLabel(what).fill('Bomen langs de weg')
    await phone.getByRole('button', { name: 'Bewaar, straks versturen' }).click()
    await phone.getByRole('button', { name: /^Pin …: Bomen langs de weg/ }).waitFor()
    await photograph(phone, 'site-phone-dead-spot')
    await phone.context().setOffline(false)
    await phone.getByRole('button', { name: 'Pin 2: Bomen langs de weg' }).waitFor()
    await tablet.getByRole('button', { name: '2: Bomen langs de weg' }).first().waitFor()

    // Not everything worth telling is somewhere.
    await phone.getByRole('button', { name: 'Schrijf zonder plek' }).click()
    await phone.getByLabel(what).fill('Overal hoor je de snelweg')
    await photograph(phone, 'site-phone-without')
    await phone.getByRole('button', { name: 'Verstuur' }).click()
    await tablet.getByRole('button', { name: 'Overal hoor je de snelweg' }).first().waitFor()

    // The list says the same, and moves a pin without dragging.
    await phone.getByRole('button', { name: 'Lijst' }).click()
    await phone.getByRole('heading', { name: 'Alle plekken' }).waitFor()
    await photograph(phone, 'site-phone-list')
    const before = await organiser.export(session)
    await phone.locator('li', { hasText: 'Bomen langs de weg' }).getByRole('button', { name: 'Verzet de pin' }).click()
    for (let i = 0; i < 3; ++i) await phone.getByRole('button', { name: 'Een stapje omhoog' }).click()
    await phone.getByRole('button', { name: 'Zet hier' }).click()
    await phone.getByRole('button', { name: 'Pin 2: Bomen langs de weg' }).waitFor()
    const pins = (text) => JSON.parse(text).events.filter(({ event }) => event === 'idea_pinned').map(({ what }) => what.now)
    await assert.doesNotReject(async () => {
      while (pins(await organiser.export(session)).length === pins(before).length) await new Promise((resolve) => setTimeout(resolve, 100))
    })
    for (const place of pins(await organiser.export(session))) assert.ok(place.x >= 0 && place.x <= 1 && place.y >= 0 && place.y <= 1)

    // Shown to the room, with the photo.
    await tablet.getByRole('button', { name: 'Laat de ideeën zien' }).click()
    await tablet.getByRole('button', { name: 'Laat 1 foto zien' }).click()
    await screen.getByText('Hier een bank bij het water').waitFor()
    await screen.locator('.explore__photos img').waitFor()
    assert.equal(await screen.locator('.explore__sheet .site-pin').count(), 2)
    await photograph(tablet, 'site-tablet')
    await photograph(screen, 'site-screen')

    // By group, once there are groups.
    await goTo(tablet, 'Groeperen')
    await groupByTaps(tablet, 'Aan het water', ['Hier een bank bij het water'])
    await goTo(tablet, 'Rondje terrein')
    await screen.locator('.explore__list li', { hasText: 'Aan het water' }).waitFor()
    assert.equal(await screen.locator('.explore__sheet .site-pin-group').textContent(), 'A')
    await photograph(screen, 'site-screen-groups')

    // In a later round too: from the tablet, off by the remote of a second tablet, undone, over a reload; the next round comes without it.
    await goTo(tablet, 'Groeperen')
    await screen.getByRole('heading', { level: 1, name: 'Dit hoort bij elkaar' }).waitFor()
    const second = (await devices.phone('second')).page
    await second.goto(await organiser.pairingLink(session, 'facilitator'))
    await tablet.getByRole('button', { name: 'Toon plattegrond' }).first().click()
    await screen.locator('.explore__sheet .site-pin-group').waitFor()
    await screen.locator('.explore__list li', { hasText: 'Aan het water' }).waitFor()
    await waitForHeading(phone, 'Deze ideeën horen bij elkaar')
    await second.getByText('De plattegrond staat op het grote scherm.').first().waitFor()
    await screen.reload()
    await screen.locator('.explore__sheet .site-pin-group').waitFor()
    await second.getByRole('button', { name: 'Haal de plattegrond weg' }).click()
    await screen.getByRole('heading', { level: 1, name: 'Dit hoort bij elkaar' }).waitFor()
    await tablet.getByText('De plattegrond staat niet meer op het grote scherm.').waitFor()
    await tablet.getByRole('button', { name: 'Ongedaan maken' }).click()
    await screen.locator('.explore__sheet .site-pin-group').waitFor()
    await goTo(tablet, 'Rondje terrein')
    await tablet.getByText('De plattegrond staat op het grote scherm.').waitFor({ state: 'detached' })
    await goTo(tablet, 'Groeperen')
    await screen.getByRole('heading', { level: 1, name: 'Dit hoort bij elkaar' }).waitFor()
    await goTo(tablet, 'Rondje terrein')
    await screen.locator('.explore__plan img').waitFor()

    // Taken away by mistake, and brought back by undo.
    await tablet.getByRole('button', { name: 'Meer', exact: true }).click()
    await tablet.getByRole('dialog').getByRole('button', { name: 'Plattegrond' }).click()
    await tablet.getByRole('dialog').getByRole('button', { name: 'Haal weg' }).click()
    await screen.locator('.explore__plan').waitFor({ state: 'detached' })
    await tablet.getByRole('dialog').getByRole('button', { name: 'Sluit' }).click()
    await tablet.getByRole('button', { name: 'Ongedaan maken' }).click()
    await screen.locator('.explore__plan img').waitFor()
    assert.deepEqual(devices.troubles, [])
  } catch (error) {
    for (const [name, page] of Object.entries({ screen, tablet, phone })) await photograph(page, `site-failed-${name}`)
    throw error
  }
})

test('without a plan people write where they are; a PDF gives the page that was chosen', async () => {
  const organiser = await Organiser.setUp(server)
  const session = await organiser.createSession({ template: 'outside-120' })
  const { page: tablet } = await devices.large('tablet', sizes.tablet)
  const { page: phone } = await devices.phone('phone')
  await tablet.goto(await organiser.pairingLink(session, 'facilitator'))
  const code = (await tablet.locator('.lobby-code').innerText()).replace(/\s/g, '')
  await joinByLink(phone, `${server.origin}/#c=${code}`, 'Anna')
  await waitForPeople(tablet, 1)
  await next(tablet, 'Rondje terrein')
  await phone.getByText('Er is nog geen plattegrond.').waitFor()
  await photograph(phone, 'site-phone-no-plan')
  await phone.getByLabel(what).fill('Bij de slagboom')
  await phone.getByRole('button', { name: 'Verstuur' }).click()
  await tablet.getByText('Bij de slagboom').waitFor()

  const pdf = Buffer.from(
    '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R 4 0 R]/Count 2>>endobj\n' +
      '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 842 595]/Resources<<>>>>endobj\n' +
      '4 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 800]/Resources<<>>>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF',
  )
  await tablet.getByRole('button', { name: 'Kies een plattegrond' }).click()
  const sheet = tablet.getByRole('dialog')
  await sheet.locator('input[type=file]').setInputFiles({ name: 'plan.pdf', mimeType: 'application/pdf', buffer: pdf })
  await sheet.getByLabel('Welke bladzijde?').fill('3')
  await sheet.getByRole('button', { name: 'Neem deze bladzijde' }).click()
  await sheet.getByRole('alert').getByText('Die bladzijde is er niet.').waitFor()
  await sheet.getByLabel('Welke bladzijde?').fill('2')
  await sheet.getByRole('button', { name: 'Neem deze bladzijde' }).click()
  const image = sheet.getByRole('img', { name: 'Plattegrond van het terrein' })
  await image.waitFor()
  assert.equal(await image.evaluate((one) => one.naturalHeight / one.naturalWidth), 2)
  // The idea from before gets its pin afterwards.
  await phone.getByRole('button', { name: 'Lijst' }).click()
  await phone.locator('li', { hasText: 'Bij de slagboom' }).getByRole('button', { name: 'Zet op de plattegrond' }).click()
  await phone.getByRole('button', { name: 'Zet hier' }).click()
  await phone.getByRole('button', { name: 'Pin 1: Bij de slagboom' }).waitFor()
  assert.deepEqual(devices.troubles, [])
})

test('a helper and the tablet set pins for who is on paper, and for what was said aloud', async () => {
  const organiser = await Organiser.setUp(server)
  const session = await organiser.createSession({ template: 'outside-120' })
  const { page: screen } = await devices.large('screen', sizes.beamer)
  const { page: tablet } = await devices.large('tablet', sizes.tablet)
  const { page: helper } = await devices.phone('helper')
  await screen.goto(await organiser.pairingLink(session, 'screen'))
  await tablet.goto(await organiser.pairingLink(session, 'facilitator'))
  const button = (page, name) => page.getByRole('button', { name, exact: true })
  const placed = async () => JSON.parse(await organiser.export(session)).events.filter(({ event }) => event === 'idea_pinned').at(-1).what.now
  /** By a step of the keys, from the middle. */
  const set = async (page, way) => {
    const sheet = page.getByRole('dialog', { name: 'Waar is dat?' })
    await sheet.locator('.site-plan-sheet img').waitFor()
    await button(sheet, way).click()
    return sheet
  }
  try {
    await button(tablet, 'Meer').click()
    await button(tablet, 'Plattegrond').click()
    const plan = tablet.getByRole('dialog', { name: 'Plattegrond' })
    await plan.locator('input[type=file]').setInputFiles(await sitePlan(tablet))
    await plan.getByRole('img', { name: 'Plattegrond van het terrein' }).waitFor()
    await plan.getByRole('button', { name: 'Sluit' }).click()
    await next(tablet, 'Rondje terrein')

    await helper.goto(await organiser.pairingLink(session, 'helper'))
    await helper.getByLabel('Voornaam').fill('Truus')
    await button(helper, 'Plek op papier').click()
    await helper.getByLabel('Wat is het idee?').fill('Een bank bij de vijver')
    await button(helper, 'Zet op de plattegrond').click()
    const sheet = await set(helper, 'Een stapje naar links')
    await photograph(helper, 'site-helper-place')
    assert.equal(await helper.evaluate(() => document.documentElement.scrollWidth), 360)
    await button(sheet, 'Zet hier').click()
    await button(helper, 'Verstuur').click()
    await button(helper, 'Verzet de pin: Een bank bij de vijver').waitFor()
    await tablet.getByRole('button', { name: '1: Een bank bij de vijver' }).first().waitFor()
    const first = await placed()
    assert.deepEqual([first.x < 0.5, first.y], [true, 0.5])

    // A helper moves it, and takes it away; the tablet sets it again, and undoes that.
    await button(helper, 'Verzet de pin: Een bank bij de vijver').click()
    await button(await set(helper, 'Een stapje omlaag'), 'Zet hier').click()
    await button(helper, 'Verzet de pin: Een bank bij de vijver').waitFor()
    for (let i = 0; i < 60 && (await placed()).y === 0.5; ++i) await helper.waitForTimeout(50)
    assert.ok((await placed()).y > 0.5)
    await button(helper, 'Verzet de pin: Een bank bij de vijver').click()
    await button(helper.getByRole('dialog', { name: 'Waar is dat?' }), 'Haal de pin weg').click()
    await tablet.getByText('Nog niet op de plattegrond').waitFor()
    await button(tablet, 'Zet op de plattegrond: Een bank bij de vijver').click()
    await button(await set(tablet, 'Een stapje omhoog'), 'Zet hier').click()
    await tablet.locator('.site-pin').first().waitFor()
    await photograph(tablet, 'site-tablet-placed')
    await button(tablet, 'Verzet de pin: Een bank bij de vijver').waitFor()
    await button(tablet, 'Ongedaan maken').click()
    await tablet.getByText('Nog niet op de plattegrond').waitFor()
    assert.deepEqual(devices.troubles, [])
  } catch (error) {
    for (const [name, page] of Object.entries({ screen, tablet, helper })) await photograph(page, `site-paper-${name}`)
    throw error
  }
})

test('a pin with one word, or a photo with one word, is an idea; without one the phone says so', async () => {
  const organiser = await Organiser.setUp(server)
  const session = await organiser.createSession({ template: 'outside-120' })
  const { page: tablet } = await devices.large('tablet', sizes.tablet)
  const { page: phone } = await devices.phone('phone')
  const send = phone.getByRole('button', { name: 'Verstuur' })
  const said = phone.locator('form.composer .ui-field-error')
  try {
    await tablet.goto(await organiser.pairingLink(session, 'facilitator'))
    const code = (await tablet.locator('.lobby-code').innerText()).replace(/\s/g, '')
    await tablet.getByRole('button', { name: 'Meer', exact: true }).click()
    await tablet.getByRole('dialog').getByRole('button', { name: 'Plattegrond' }).click()
    const plan = tablet.getByRole('dialog', { name: 'Plattegrond' })
    await plan.locator('input[type=file]').setInputFiles(await sitePlan(tablet))
    await plan.getByRole('img', { name: 'Plattegrond van het terrein' }).waitFor()
    await plan.getByRole('button', { name: 'Sluit' }).click()
    await joinByLink(phone, `${server.origin}/#c=${code}`, 'Anna')
    await next(tablet, 'Rondje terrein')
    await phone.locator('.site-plan-sheet img').waitFor()
    await phone.getByRole('button', { name: 'Zet hier' }).click()
    await send.click()
    await said.getByText('Eén woord erbij is genoeg.').waitFor()
    await phone.getByLabel(what).fill('Bank')
    await send.click()
    await phone.getByRole('button', { name: 'Pin 1: Bank' }).waitFor()

    await goTo(tablet, 'Ideeën')
    await waitForHeading(phone, 'Nog een idee?')
    // Nothing at all is no idea yet.
    await send.click()
    await said.getByText('Typ eerst je idee.').waitFor()
    await choosePhoto(phone.locator('form.composer'), await cameraPhoto(phone, 2))
    await phone.locator('.photo-chosen').getByText('Eén woord erbij is genoeg.').waitFor()
    await photograph(phone, 'photo-one-word')
    await send.click()
    await said.getByText('Eén woord erbij is genoeg.').waitFor()
    await phone.locator('form.composer textarea').first().fill('Muur')
    await phone.locator('.photo-chosen').getByText('Eén woord erbij is genoeg.').waitFor({ state: 'detached' })
    await send.click()
    await waitForState(phone, 'Muur', 'Ontvangen')
    await phone.getByText('Foto ontvangen.').waitFor()
    const { result } = JSON.parse(await organiser.export(session))
    assert.deepEqual(result.ideas.map(({ text }) => text), ['Bank', 'Muur'])
    assert.deepEqual(devices.troubles, [])
  } catch (error) {
    for (const [name, page] of Object.entries({ tablet, phone })) await photograph(page, `site-one-word-${name}`)
    throw error
  }
})
