// Templates at the desk: copied, changed by mouse and by keys, undone, exported, imported with what is wrong told first, used
// for a session; two desks that change the same one.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, test } from 'node:test'
import { Devices, photograph, sizes } from './support/browser.mjs'
import * as desk from './support/desk.mjs'
import { account, sessionForm } from './support/organiser.mjs'
import { startServer } from './support/server.mjs'

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

const file = (name, text) => ({ name, mimeType: 'application/json', buffer: Buffer.from(text) })
const short = readFileSync(new URL('../../proto/examples/template/short.json', import.meta.url), 'utf8')
const button = (page, name) => page.getByRole('button', { name, exact: true })

/** Names and minutes of the rounds in the order in which they stand. */
const rounds = (page) =>
  page.locator('.template-round__name').evaluateAll((rows) =>
    rows.map((row) => `${row.querySelector('.template-round__title').firstChild.textContent} ${row.lastElementChild.textContent}`))

async function toTemplates(page) {
  await page.goto(`${server.origin}/desk#/templates`)
  await page.getByRole('heading', { level: 1, name: 'Draaiboeken' }).waitFor()
}

/** A second desk of the same organiser. */
async function anotherDesk() {
  const { page } = await devices.large('other desk', sizes.laptop)
  await page.goto(`${server.origin}/desk`)
  await page.getByLabel('Naam', { exact: true }).fill(account.name)
  await page.getByLabel('Wachtzin', { exact: true }).fill(account.passphrase)
  await button(page, 'Log in').click()
  await page.getByRole('heading', { name: 'Hier groeit nog niets' }).waitFor()
  return page
}

async function withPictures(pages, act) {
  try {
    await act()
  } catch (error) {
    for (const [name, page] of Object.entries(pages)) await photograph(page, `templates-${name}`)
    throw error
  }
  assert.deepEqual(devices.troubles, [], 'no page threw an error')
}

test('a template is copied, changed, undone, kept, exported and used', { timeout: 300_000 }, async () => {
  const { page } = await devices.large('desk', sizes.laptop)
  await withPictures({ desk: page }, async () => {
    await desk.setUp(page, server.setupLink)
    await toTemplates(page)
    await page.getByText('Je hebt nog geen eigen draaiboek.').waitFor()
    await button(page, 'Kopieer Kort: één uur').click()
    await page.getByRole('heading', { level: 1, name: 'Kort: één uur (kopie)' }).waitFor()
    await page.getByLabel('Naam van het draaiboek').fill('Avond op De Grift')
    await page.getByRole('textbox', { name: /^De vraag/ }).fill('Wat doen we met het gras?')

    // By keys: the vote goes before the grouping, and stays under the fingers.
    const first = await rounds(page)
    assert.deepEqual(first.slice(0, 4), ['Inloop 5 min', 'Ideeën 15 min', 'Groeperen 12 min', 'Stemmen 8 min'])
    await button(page, 'Ronde 4, Stemmen, omhoog').focus()
    await page.keyboard.press('Enter')
    assert.deepEqual((await rounds(page)).slice(1, 4), ['Ideeën 15 min', 'Stemmen 8 min', 'Groeperen 12 min'])
    assert.equal(await page.evaluate(() => document.activeElement.getAttribute('aria-label')), 'Ronde 3, Stemmen, omhoog')
    await page.keyboard.press('Alt+ArrowDown')
    assert.deepEqual(await rounds(page), first)
    assert.equal(await button(page, 'Ronde 1, Inloop, omlaag').isDisabled(), true)

    // A round more, with words of its own; one less, and that taken back.
    await page.getByLabel('Nieuwe ronde').selectOption({ label: 'Tafelgesprek' })
    await button(page, 'Voeg toe').click()
    await page.getByLabel(/^De vraag voor de tafels/).fill('Waar loop jij het liefst?')
    await page.getByLabel(/^Zin om te zeggen/).fill('Praat met je buren.')
    await page.getByLabel('Minuten').fill('tien')
    await button(page, 'Bewaren').click()
    await page.getByText('Een getal van 0 tot en met 240.').waitFor()
    await page.getByLabel('Minuten').fill('12')
    await button(page, 'Haal ronde 2, Ideeën, weg').click()
    assert.equal((await rounds(page)).length, first.length)
    // Whoever took it away goes on with what stands there now.
    await page.locator('.template-round__name:focus', { hasText: 'Groeperen' }).waitFor()
    await button(page, 'Ongedaan maken').click()
    assert.equal((await rounds(page)).length, first.length + 1)

    // A look elsewhere loses nothing; then it is kept, also for who loads the page anew.
    await page.getByRole('link', { name: 'Draaiboeken' }).click()
    await page.getByText('Er zijn wijzigingen die nog niet bewaard zijn.').waitFor()
    await page.getByRole('link', { name: 'Kort: één uur (kopie)' }).click()
    await button(page, 'Bewaren').click()
    await page.getByText('Alles is bewaard.').waitFor()
    await page.reload()
    await page.getByRole('heading', { level: 1, name: 'Avond op De Grift' }).waitFor()
    assert.deepEqual((await rounds(page)).slice(-2), ['Tafelgesprek 12 min', 'Afsluiten 5 min'])

    const kept = JSON.parse(await desk.saved(page, 'Bewaar als bestand'))
    assert.equal(kept.kiemkring_template, 1)
    assert.equal(kept.question, 'Wat doen we met het gras?')
    assert.deepEqual(kept.rounds.at(-2), { kind: 'talk', title: 'Waar loop jij het liefst?', minutes: 12, say: 'Praat met je buren.', text: '' })

    // A session of it has its question and its rounds.
    await button(page, 'Nieuwe sessie hiermee').click()
    await page.getByRole('radio', { name: /^Avond op De Grift/, checked: true }).waitFor()
    assert.equal(await page.getByRole('textbox', { name: 'De vraag' }).inputValue(), 'Wat doen we met het gras?')
    await page.getByRole('textbox', { name: 'Naam van de sessie' }).fill(sessionForm.title)
    await page.getByRole('textbox', { name: 'Wie nodigt uit?' }).fill(sessionForm.host)
    await page.getByRole('textbox', { name: 'Wie is verantwoordelijk voor de gegevens?' }).fill(sessionForm.controller)
    await button(page, 'Zet klaar').click()
    await page.getByRole('heading', { level: 1, name: sessionForm.title }).waitFor()
    const session = JSON.parse(await desk.saved(page, 'Bewaar alles'))
    assert.equal(session.events[0].what.agenda.length, kept.rounds.length)
    assert.equal(session.events[0].what.info.question, 'Wat doen we met het gras?')

    // Deleted, and back with one tap.
    await toTemplates(page)
    await button(page, 'Wis Avond op De Grift').click()
    await page.getByText('“Avond op De Grift” is gewist.').first().waitFor()
    await page.getByText('Je hebt nog geen eigen draaiboek.').waitFor()
    await button(page, 'Ongedaan maken').click()
    await page.getByRole('link', { name: 'Avond op De Grift' }).waitFor()
    await server.kill()
    await server.start()
    await page.reload()
    await page.getByRole('link', { name: 'Avond op De Grift' }).waitFor()
  })
})

test('a file is looked at before anything is kept, and says place by place what is wrong', { timeout: 300_000 }, async () => {
  const { page } = await devices.large('desk', sizes.laptop)
  await withPictures({ desk: page }, async () => {
    await desk.setUp(page, server.setupLink)
    await toTemplates(page)
    await button(page, 'Draaiboek inlezen').click()
    const sheet = page.getByRole('dialog')
    const choose = (text, name = 'draaiboek.json') => sheet.locator('input[type=file]').setInputFiles(file(name, text))
    const told = async (...sentences) => {
      for (const sentence of sentences) await sheet.getByText(sentence, { exact: true }).waitFor()
      assert.equal(await button(sheet, 'Zet bij mijn draaiboeken').isDisabled(), true)
    }
    const but = (change) => {
      const copy = JSON.parse(short)
      change(copy)
      return JSON.stringify(copy)
    }
    await choose('geen JSON')
    await told('Dit bestand is niet leesbaar. Is het wel een draaiboek van Kiemkring?')
    await choose('{"ideas": []}')
    await told('Dit is geen draaiboek van Kiemkring.')
    await choose(but((one) => { one.kiemkring_template = 2 }))
    await told('Dit draaiboek is gemaakt met een andere versie van Kiemkring. Die kunnen we hier niet lezen.')
    await choose(but((one) => { one.rounds = Array.from({ length: 1_000 }, () => one.rounds[1]) }))
    await told('Er staan te veel rondes in: hoogstens 100.')
    await choose(but((one) => {
      one.rounds[2].next = 2
      one.rounds[3].minutes = 500
      one.rounds[4].kind = 'dansen'
    }))
    await told(
      'Ronde 3: “next” kennen we niet.',
      'Ronde 4, minuten: een getal van 0 tot en met 240.',
      'Ronde 5, soort: deze soort ronde kennen we niet.',
    )
    await choose(`${short}${' '.repeat(140_000)}`)
    await told('Dit bestand is te groot voor een draaiboek: hoogstens 128 kB, en 100 kB aan woorden.')

    await choose(short)
    await sheet.getByText('Kort overleg, 50 minuten').waitFor()
    await sheet.getByText('Welkom! Scan de code.').waitFor()
    await button(sheet, 'Annuleren').click()
    await page.getByText('Je hebt nog geen eigen draaiboek.').waitFor()
    await page.reload()
    await page.getByText('Je hebt nog geen eigen draaiboek.').waitFor()

    await button(page, 'Draaiboek inlezen').click()
    await choose(short)
    await sheet.getByText('Kort overleg, 50 minuten').waitFor()
    await button(sheet, 'Zet bij mijn draaiboeken').click()
    await page.getByRole('heading', { level: 1, name: 'Kort overleg' }).waitFor()
    assert.deepEqual(JSON.parse(await desk.saved(page, 'Bewaar als bestand')), JSON.parse(short), 'it goes out as it came in')
  })
})

test('of two desks that change one template the second is told, and nothing is lost', { timeout: 300_000 }, async () => {
  const { page: one } = await devices.large('desk', sizes.laptop)
  await desk.setUp(one, server.setupLink)
  const other = await anotherDesk()
  await withPictures({ one, other }, async () => {
    await toTemplates(one)
    await button(one, 'Kopieer Kort: één uur').click()
    await one.getByRole('heading', { level: 1, name: 'Kort: één uur (kopie)' }).waitFor()
    await other.goto(one.url())
    await other.getByLabel('Naam van het draaiboek').fill('Van de ander')
    await one.getByLabel('Naam van het draaiboek').fill('Van de een')
    await button(one, 'Bewaren').click()
    await one.getByText('Alles is bewaard.').waitFor()

    await button(other, 'Bewaren').click()
    await other.getByText('Dit draaiboek is intussen ergens anders bewaard').waitFor()
    assert.equal(await other.getByLabel('Naam van het draaiboek').inputValue(), 'Van de ander')
    await button(other, 'Bewaar die van mij als kopie').click()
    await other.getByRole('heading', { level: 1, name: 'Van de ander' }).waitFor()
    await toTemplates(one)
    await one.getByRole('link', { name: 'Van de een' }).waitFor()
    await one.getByRole('link', { name: 'Van de ander' }).click()

    // Deleted elsewhere while somebody has a change in it.
    await one.getByLabel('Naam van het draaiboek').fill('Toch nog anders')
    await button(other, 'Wis').click()
    await other.getByText('“Van de ander” is gewist.').first().waitFor()
    await button(one, 'Bewaren').click()
    await one.getByText('Dit draaiboek is intussen gewist').waitFor()
    await button(one, 'Bewaar als nieuw draaiboek').click()
    await one.getByRole('heading', { level: 1, name: 'Toch nog anders' }).waitFor()
  })
})
