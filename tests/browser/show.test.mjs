// A show: concepts, slides and a photo, put in order on the tablet, large on the big screen and small on the phones.
import assert from 'node:assert/strict'
import { afterEach, beforeEach, test } from 'node:test'
import { Devices, photograph, setBox, sizes } from './support/browser.mjs'
import { Organiser } from './support/organiser.mjs'
import { cameraPhoto, choosePhoto } from './support/photo.mjs'
import { joinByLink, waitForHeading } from './support/phone.mjs'
import { startServer } from './support/server.mjs'
import { next, waitForPeople } from './support/tablet.mjs'

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

const pdf = Buffer.from(
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R 4 0 R]/Count 2>>endobj\n' +
    '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 842 595]/Resources<<>>>>endobj\n' +
    '4 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 800]/Resources<<>>>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF',
)
const button = (page, name) => page.getByRole('button', { name, exact: true })

/** By the rail, past the rounds between. */
async function goTo(tablet, round) {
  await tablet.getByRole('navigation', { name: 'Rondes' }).getByRole('button', { name: new RegExp(round) }).click()
  await tablet.getByRole('dialog').getByRole('button', { name: /^Ga hierheen/ }).click()
}

test('a show has words, concepts, slides and photos, turned by whoever directs', { timeout: 300_000 }, async () => {
  const organiser = await Organiser.setUp(server)
  const session = await organiser.createSession({ template: 'workshop-120' })
  const { page: screen } = await devices.large('screen', sizes.beamer)
  const { page: tablet } = await devices.large('tablet', sizes.tablet)
  const { page: phone } = await devices.phone('phone')
  await screen.goto(await organiser.pairingLink(session, 'screen'))
  await tablet.goto(await organiser.pairingLink(session, 'facilitator'))
  const code = (await tablet.locator('.lobby-code').innerText()).replace(/\s/g, '')
  const text = 'Waarom we hier zijn'
  try {
    // A photo that the room may see, from before.
    await joinByLink(phone, `${server.origin}/#c=${code}`, 'Anna')
    await waitForPeople(tablet, 1)
    await button(tablet, 'Regie').click()
    await goTo(tablet, 'Ideeën')
    await waitForHeading(phone, 'Wat wordt onze groene plek?')
    await phone.locator('form.composer textarea').first().fill('Een bank aan het water')
    await choosePhoto(phone.locator('form.composer'), await cameraPhoto(phone, 2, { width: 1600, height: 1200 }))
    await phone.getByText('Je foto gaat mee.').waitFor()
    await phone.locator('form.composer button[type=submit]').click()
    await button(tablet, 'Ideeën').click()
    await button(tablet, 'Laat de ideeën zien').click()
    await button(tablet, 'Laat 1 foto zien').click()

    // Put ready before the round is on: nobody else sees any of it.
    await button(tablet, 'Regie').click()
    await tablet.getByRole('navigation', { name: 'Rondes' }).getByRole('button', { name: new RegExp(text) }).click()
    await button(tablet.getByRole('dialog'), 'Bladzijden kiezen').click()
    const sheet = tablet.getByRole('dialog', { name: 'Bladzijden' })
    await sheet.getByText('Er zijn nog geen bladzijden.').waitFor()
    await sheet.getByLabel('Een voorbeeld van een groene plek').selectOption({ label: 'Poel of kleine vijver' })
    await button(sheet, 'Voeg voorbeeld toe').click()
    await sheet.getByRole('listitem').filter({ hasText: 'Poel of kleine vijver' }).waitFor()
    await sheet.locator('input[type=file]').setInputFiles({ name: 'nep.png', mimeType: 'image/png', buffer: Buffer.from('GIF89a nothing') })
    await sheet.getByRole('alert').getByText('Dit soort bestand kunnen we niet lezen').waitFor()
    await sheet.locator('input[type=file]').setInputFiles({ name: 'dias.pdf', mimeType: 'application/pdf', buffer: pdf })
    await sheet.getByRole('listitem').filter({ hasText: 'Dia 3' }).waitFor()
    assert.equal(await sheet.getByRole('alert').count(), 0)
    await button(sheet, 'Voeg foto toe: Een bank aan het water').click()
    await sheet.getByRole('listitem').filter({ hasText: 'Foto: Een bank aan het water' }).waitFor()
    await button(sheet, 'Foto: Een bank aan het water omhoog').click()
    await button(sheet, 'Dia 4 omlaag').waitFor()
    await photograph(tablet, 'show-sheet')
    await tablet.keyboard.press('Escape')

    await goTo(tablet, text)
    await inTurn([screen, phone], (page) => page.getByRole('heading', { level: 1, name: text }).waitFor())
    const turn = () => button(tablet, 'Volgende bladzijde').click()
    await turn()
    await inTurn([screen, phone], async (page) => {
      await page.getByRole('heading', { level: 1, name: 'Poel of kleine vijver' }).waitFor()
      await page.getByText('€ 1.500 tot 9.000').waitFor()
    })
    await photograph(screen, 'show-concept')
    await photograph(phone, 'show-concept-phone')
    await turn()
    await inTurn([screen.locator('.show__picture img'), phone.locator('.show-picture img')], async (image) => {
      await image.waitFor()
      await image.evaluate((one) => one.decode())
      assert.equal(await image.evaluate((one) => Math.round((100 * one.naturalHeight) / one.naturalWidth)), 71)
    })
    await turn()
    await screen.waitForFunction(() => {
      const image = document.querySelector('.show__picture img')
      return image?.complete && Math.round((100 * image.naturalHeight) / image.naturalWidth) === 75
    })
    await photograph(screen, 'show-photo')
    await photograph(tablet, 'show-tablet')
    await tablet.getByText('4 van 5').waitFor()
    await button(tablet, 'Vorige bladzijde').click()
    await tablet.getByText('3 van 5').waitFor()

    // A late reader sees the page of now; a photo that is taken back is gone from the show too.
    await phone.reload()
    await phone.locator('.show-picture img').waitFor()
    await turn()
    await screen.reload()
    await screen.locator('.show__picture img').waitFor()
    await tablet.reload()
    await tablet.getByText('4 van 5').waitFor()
    await button(phone, 'Van mij').click()
    await phone.locator('.mine-idea .photo-thumb').click()
    await phone.getByRole('dialog').getByRole('button', { name: 'Foto weghalen' }).click()
    await phone.getByRole('dialog').getByRole('button', { name: 'Ja, wis de foto' }).click()
    await screen.getByText('Deze foto is er niet meer.').waitFor()
    assert.deepEqual(devices.troubles, [])
  } catch (error) {
    for (const [name, page] of Object.entries({ screen, tablet, phone })) await photograph(page, `show-failed-${name}`)
    throw error
  }
})

const desk = {
  nl: { template: 'Waarom we hier zijn', edited: 'Poel met een vlonder', added: 'De oude boomgaard', cost: '€ 2.500 tot 4.000' },
  en: { template: 'Why we are here', edited: 'Pond with a deck', added: 'The old orchard', cost: '€2,500 to 4,000' },
}

/** What the organiser writes in the fields of a concept of the catalogue, by the words beside them. */
async function write(concept, fields) {
  for (const [name, text] of Object.entries(fields)) await concept.getByRole('textbox', { name }).fill(text)
}
async function save(page) {
  await button(page, 'Bewaar').click()
  await page.locator('.document__state', { hasText: /^Bewaard$/ }).waitFor()
}

for (const [language, words] of Object.entries(desk))
  test(`a show has a concept as the desk wrote it by then, and what the desk writes later changes it no more (${language})`, { timeout: 300_000 }, async () => {
    const organiser = await Organiser.setUp(server)
    const { page: office } = await devices.large('office', sizes.laptop)
    await organiser.logIn(office)
    await office.goto(`${server.origin}/desk#/catalogue`)
    const pond = office.locator('.catalogue > li').filter({ hasText: 'Poel of kleine vijver' })
    await pond.locator('summary').click()
    // The list item is found by its number from here on: its name changes.
    const at = await pond.evaluate((one) => [...one.parentElement.children].indexOf(one))
    const concept = office.locator('.catalogue > li').nth(at)
    const costs = { 'Kost minstens (euro)': '2500', 'Kost hoogstens (euro)': '4000' }
    await write(concept, { 'Naam, Nederlands': desk.nl.edited, 'Naam, Engels': desk.en.edited, ...costs })
    await button(office, 'Concept erbij').click()
    const added = office.locator('.catalogue > li').last()
    await write(added, { 'Naam, Nederlands': desk.nl.added, 'Naam, Engels': desk.en.added, ...costs })
    await setBox(added.getByRole('radio', { name: 'Geschat.', exact: true }))
    await save(office)

    const session = await organiser.createSession({ template: 'workshop-120', language })
    const { page: screen } = await devices.large('screen', sizes.beamer)
    const { page: tablet } = await devices.large('tablet', sizes.tablet)
    const { page: phone } = await devices.phone('phone')
    const pages = { office, screen, tablet, phone }
    try {
      await screen.goto(await organiser.pairingLink(session, 'screen'))
      await tablet.goto(await organiser.pairingLink(session, 'facilitator'))
      const code = (await tablet.locator('.lobby-code').innerText()).replace(/\s/g, '')
      await joinByLink(phone, `${server.origin}/#c=${code}`, 'Anna')
      await waitForPeople(tablet, 1)
      await button(tablet, 'Regie').click()
      await tablet.getByRole('navigation', { name: 'Rondes' }).getByRole('button', { name: new RegExp(words.template) }).click()
      await button(tablet.getByRole('dialog'), 'Bladzijden kiezen').click()
      const sheet = tablet.getByRole('dialog', { name: 'Bladzijden' })
      // The tablet itself speaks Dutch here; what is in the show has the language of the session.
      for (const [chosen, named] of [[desk.nl.edited, words.edited], [desk.nl.added, words.added]]) {
        await sheet.getByLabel('Een voorbeeld van een groene plek').selectOption({ label: chosen })
        await button(sheet, 'Voeg voorbeeld toe').click()
        await sheet.getByRole('listitem').filter({ hasText: named }).waitFor()
      }
      await tablet.keyboard.press('Escape')
      await goTo(tablet, words.template)
      const shows = (title, cost) =>
        inTurn([screen, phone], async (page) => {
          await page.getByRole('heading', { level: 1, name: title, exact: true }).waitFor()
          if (cost) await page.getByText(cost).waitFor()
        })
      await shows(words.template)
      await button(tablet, 'Volgende bladzijde').click()
      await shows(words.edited, words.cost)

      // The desk thinks again: one is called otherwise, the other goes.
      await write(concept, { 'Naam, Nederlands': 'Iets heel anders', 'Naam, Engels': 'Something else', 'Kost hoogstens (euro)': '9000' })
      await button(office, `Haal “${desk.nl.added}” weg`).click()
      await save(office)
      await screen.reload()
      await phone.reload()
      await shows(words.edited, words.cost)
      await photograph(screen, `show-desk-${language}`)
      await photograph(phone, `show-desk-phone-${language}`)
      await button(tablet, 'Volgende bladzijde').click()
      await shows(words.added, words.cost)
      await tablet.reload()
      await button(tablet, 'Vorige bladzijde').click()
      await shows(words.edited)
      assert.deepEqual(devices.troubles, [])
    } catch (error) {
      for (const [name, page] of Object.entries(pages)) await photograph(page, `show-desk-failed-${name}`)
      throw error
    }
  })

const inTurn = async (pages, act) => {
  for (const page of pages) await act(page)
}
