// An idea in a second language: put beside it on the tablet and by its writer, seen by everybody, first in the language of the phone,
// read aloud in its own voice, undone, hidden with the idea, and in both exports.
import assert from 'node:assert/strict'
import { afterEach, beforeEach, test } from 'node:test'
import { photograph } from './support/browser.mjs'
import { readCsv } from './support/csv.mjs'
import { lendVoice } from './support/voice.mjs'
import { startServer } from './support/server.mjs'
import { inSmallSession } from './support/small-session.mjs'
import * as tablets from './support/tablet.mjs'

let server
beforeEach(async () => {
  server = await startServer()
})
afterEach(async () => {
  await server?.stop()
})

const dutch = 'Een bank in de zon'
const polish = 'Ławka w słońcu'

async function besideOnTablet(tablet, language, text) {
  await tablet.getByRole('button', { name: `Pas aan: ${dutch}` }).click()
  const sheet = tablet.getByRole('dialog')
  await sheet.getByRole('button', { name: 'Zet een andere taal erbij' }).click()
  await sheet.getByLabel('Welke taal?').selectOption(language)
  await sheet.getByLabel('Het idee in die taal').fill(text)
  await photograph(tablet, 'beside-sheet')
  await sheet.getByRole('button', { name: 'Bewaar' }).click()
  await sheet.waitFor({ state: 'detached' })
}

test('an idea stands in two languages for everybody, and each phone reads its own first', { timeout: 300_000 }, () =>
  inSmallSession(server, 'second-language', async ({ session, organiser, tablet, screen, phone, devices, door }) => {
    const ewa = await devices.phone('Ewa', { locale: 'pl-PL' })
    await ewa.context.addInitScript(lendVoice)
    const other = ewa.page
    await other.goto(door)
    await other.getByRole('button', { name: 'Dołącz', exact: true }).click()
    await other.locator('form.composer').waitFor()

    // The facilitator puts Polish beside it.
    await besideOnTablet(tablet, 'pl', polish)
    await tablet.locator('.idea-beside', { hasText: polish }).waitFor()
    await tablet.getByRole('button', { name: 'Laat de ideeën zien' }).click()
    await screen.locator('.idea-card', { hasText: dutch }).getByText(polish).waitFor()
    await photograph(screen, 'beside-screen')
    const linesOn = (page) => page.locator('.ideas-shared-text span[lang]').allTextContents()
    await other.locator('.ideas-shared-text').waitFor()
    assert.deepEqual(await linesOn(other), [polish, dutch])
    assert.deepEqual(await linesOn(phone), [dutch, polish])
    await photograph(other, 'beside-polish')

    // Aloud in its own voice.
    await other.locator('.ui-read-aloud').first().click()
    assert.deepEqual(await other.evaluate(() => globalThis.heard), [{ text: polish, voice: 'Ewa' }])
    await other.locator('.ui-read-aloud').first().click()

    // In the light, on every phone.
    await tablet.locator('.idea-face', { hasText: dutch }).click()
    await tablet.getByRole('button', { name: 'In het licht' }).click()
    await other.locator('dialog.cover h1').getByText(polish).waitFor()
    await screen.locator('.held__beside', { hasText: polish }).waitFor()
    await photograph(screen, 'beside-light')
    await photograph(other, 'beside-light-phone')
    await tablet.getByRole('button', { name: 'Ongedaan maken' }).click()
    await other.locator('dialog.cover').waitFor({ state: 'detached' })

    // Undone, everywhere; and put beside it again by the one who wrote it.
    await tablet.getByRole('button', { name: 'Ongedaan maken' }).click()
    await tablet.getByRole('button', { name: 'Ongedaan maken' }).click()
    await screen.getByText(polish).waitFor({ state: 'detached' })
    await phone.getByRole('button', { name: `Aanpassen: ${dutch}` }).click()
    await phone.getByRole('button', { name: 'Zet er een andere taal bij' }).click()
    const dialog = phone.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Bewaren' }).click()
    await dialog.getByText('Schrijf je idee ook in de andere taal.').waitFor()
    await dialog.getByLabel('Welke taal?').selectOption('pl')
    await dialog.getByLabel('Je idee in die taal').fill(polish)
    await photograph(phone, 'beside-own')
    await dialog.getByRole('button', { name: 'Bewaren' }).click()
    await phone.locator('.mine-idea .beside', { hasText: polish }).waitFor()
    await tablet.locator('.idea-beside', { hasText: polish }).waitFor()

    // In both exports.
    const [idea] = JSON.parse(await organiser.export(session)).result.ideas
    assert.deepEqual(idea.translation, { language: 'pl', text: polish })
    const rows = readCsv((await organiser.tables(session)).get('ideeen.csv').toString('utf8'))
    assert.deepEqual(rows[0].slice(-2), ['Tweede taal', 'In die taal'])
    assert.deepEqual(rows[1].slice(-2), ['pl', polish])

    // What has no other name is called so on the ballot.
    await tablets.next(tablet, 'Groeperen')
    await tablet.locator('.idea-beside', { hasText: polish }).waitFor()
    await tablets.next(tablet, 'Stemmen')
    await other.locator('.vote-title').getByText(polish).waitFor()
    assert.deepEqual(await other.locator('.vote-title > span[lang]').allTextContents(), [polish])
    assert.equal(await other.locator('.vote-title .beside').textContent(), dutch)
    await photograph(other, 'beside-vote')
    assert.deepEqual(devices.troubles, [])
  }))

test('what is hidden takes its other language along, and its writer takes it away', { timeout: 300_000 }, () =>
  inSmallSession(server, 'second-language-hidden', async ({ tablet, screen, phone, devices }) => {
    await besideOnTablet(tablet, 'en', 'A bench in the sun')
    await tablet.getByRole('button', { name: 'Laat de ideeën zien' }).click()
    await screen.getByText('A bench in the sun').waitFor()
    await tablet.locator('.idea-face', { hasText: dutch }).click()
    await tablet.getByRole('button', { name: 'Verberg', exact: true }).click()
    await screen.getByText('A bench in the sun').waitFor({ state: 'detached' })
    await tablet.getByRole('button', { name: 'Ongedaan maken' }).click()
    await screen.getByText('A bench in the sun').waitFor()

    await phone.getByRole('button', { name: `Aanpassen: ${dutch}` }).click()
    await phone.getByRole('button', { name: 'Zet er een andere taal bij' }).click()
    await phone.getByRole('dialog').getByRole('button', { name: 'Haal weg' }).click()
    await screen.getByText('A bench in the sun').waitFor({ state: 'detached' })
    await screen.getByText(dutch).waitFor()
    assert.deepEqual(devices.troubles, [])
  }))
