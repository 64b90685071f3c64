// The agenda while a session runs, by the buttons of the tablet: other order, left out, once more, one that was not planned, other
// words; half a minute that is stopped or cut short; the tables of a talk; and the way back from each by one button.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { Devices, sizes } from './support/browser.mjs'
import { Crowd } from './support/crowd.mjs'
import { waitForHeading } from './support/phone.mjs'
import { startServer } from './support/server.mjs'
import { inSmallSession } from './support/small-session.mjs'
import { next } from './support/tablet.mjs'

let server
let devices
before(async () => {
  server = await startServer()
  devices = await Devices.launch()
})
after(async () => {
  await devices?.close()
  await server?.stop()
})

const button = (page, name) => page.getByRole('button', { name, exact: true })
const rail = (tablet) => tablet.getByRole('navigation', { name: 'Rondes' })

/** The sheet of a round on the rail; `place` where the same kind stands there twice. */
async function openRound(tablet, title, place = 0) {
  await rail(tablet).locator('.rail-stop', { has: tablet.locator('.rail-title', { hasText: new RegExp(`^${title}$`) }) }).nth(place).click()
  return tablet.getByRole('dialog')
}

/** Waits until the rail says so. */
async function railIs(tablet, titles) {
  const shown = () => tablet.locator('.rail-title').allInnerTexts()
  for (let tries = 0; tries < 100 && (await shown()).join() !== titles.join(); ++tries) await tablet.waitForTimeout(50)
  assert.deepEqual(await shown(), titles)
}

/** What was done last, as the tablet says it, is taken back; the message goes with it. */
async function undo(tablet, said) {
  const slip = tablet.locator('.undo-slip', { hasText: said })
  await button(slip, 'Ongedaan maken').click()
}
const saidNoMore = (tablet, said) => tablet.locator('.undo-slip', { hasText: said }).waitFor({ state: 'detached' })

const planned = ['Inloop', 'Ideeën', 'Groeperen', 'Stemmen', 'Gelijke stand', 'Uitslag', 'Wie doet mee', 'Afsluiten']
const goesOnTo = (tablet, title) => button(tablet, `Volgende: ${title} nu, voor iedereen`).waitFor()

test('rounds are put in another order, left out, held after all and once more', { timeout: 300_000 }, () =>
  inSmallSession(server, 'agenda', async ({ organiser, session, tablet, phone, screen }) => {
    await button(tablet, 'Regie').click()
    await railIs(tablet, planned)

    // The one after this cannot come earlier: what is on, is on.
    let sheet = await openRound(tablet, 'Groeperen')
    assert.equal(await button(sheet, '↑ Eerder').isDisabled(), true)
    await button(sheet, '↓ Later').click()
    await railIs(tablet, ['Inloop', 'Ideeën', 'Stemmen', 'Groeperen', ...planned.slice(4)])
    await button(sheet, '↓ Later').click()
    await railIs(tablet, ['Inloop', 'Ideeën', 'Stemmen', 'Gelijke stand', 'Groeperen', ...planned.slice(5)])
    await button(sheet, '↑ Eerder').click()
    await railIs(tablet, ['Inloop', 'Ideeën', 'Stemmen', 'Groeperen', ...planned.slice(4)])
    await button(sheet, '↑ Eerder').click()
    await railIs(tablet, planned)
    await goesOnTo(tablet, 'Groeperen')

    // Step by step the same way back, over a reload.
    await tablet.keyboard.press('Escape')
    const otherOrder = 'De volgorde is veranderd.'
    await undo(tablet, otherOrder)
    await railIs(tablet, ['Inloop', 'Ideeën', 'Stemmen', 'Groeperen', ...planned.slice(4)])
    await tablet.reload()
    await undo(tablet, otherOrder)
    await railIs(tablet, ['Inloop', 'Ideeën', 'Stemmen', 'Gelijke stand', 'Groeperen', ...planned.slice(5)])
    await undo(tablet, otherOrder)
    await railIs(tablet, ['Inloop', 'Ideeën', 'Stemmen', 'Groeperen', ...planned.slice(4)])
    await undo(tablet, otherOrder)
    await railIs(tablet, planned)
    await saidNoMore(tablet, otherOrder)

    await button(await openRound(tablet, 'Groeperen'), 'Sla over').click()
    await goesOnTo(tablet, 'Stemmen')
    await rail(tablet).getByText('overgeslagen').waitFor()
    // On another tablet, which has it from the first.
    const { page: second } = await devices.large('second', sizes.tablet)
    await second.goto(await organiser.pairingLink(session, 'facilitator'))
    await undo(second, 'Een ronde is overgeslagen, of komt toch weer.')
    for (const page of [tablet, second]) await goesOnTo(page, 'Groeperen')
    await rail(tablet).getByText('overgeslagen').waitFor({ state: 'detached' })

    sheet = await openRound(tablet, 'Groeperen')
    await button(sheet, 'Pas aan').click()
    await sheet.getByLabel('Naam').fill('Op hoopjes')
    await button(sheet, 'Langer').click()
    await button(sheet, 'Bewaar').click()
    await goesOnTo(tablet, 'Op hoopjes')
    await undo(second, 'Een ronde is aangepast.')
    for (const page of [tablet, second]) await goesOnTo(page, 'Groeperen')
    await railIs(tablet, planned)
    await second.context().close()

    await button(await openRound(tablet, 'Groeperen'), 'Sla over').click()
    await goesOnTo(tablet, 'Stemmen')
    await rail(tablet).getByText('overgeslagen').waitFor()
    await button(await openRound(tablet, 'Groeperen'), 'Toch doen').click()
    await goesOnTo(tablet, 'Groeperen')
    await rail(tablet).getByText('overgeslagen').waitFor({ state: 'detached' })

    // Once more, right after this one.
    await next(tablet, 'Groeperen')
    await waitForHeading(phone, 'Deze ideeën horen bij elkaar')
    await button(tablet, 'Regie').click()
    await button(await openRound(tablet, 'Ideeën'), 'Nog een keer na deze ronde').click()
    await railIs(tablet, ['Inloop', 'Ideeën', 'Groeperen', 'Ideeën', ...planned.slice(3)])
    await next(tablet, 'Ideeën')
    await waitForHeading(phone, 'Nog een idee?')
    await waitForHeading(screen, 'Wat wordt onze groene plek?')
  }, { devices }))

test('a talk that was not planned gets its question, its words and its minutes, and people their tables', { timeout: 300_000 }, () =>
  inSmallSession(server, 'talk', async ({ organiser, session, tablet, phone, screen }) => {
    const crowd = await Crowd.gather(devices, server.origin)
    const lead = await crowd.pair(await organiser.pairingLink(session, 'facilitator'))
    const [{ secret }] = await lead.records('invite')
    for (const name of ['Bo', 'Cor']) await crowd.join({ secret }, name)

    // A door that was shut by mistake.
    await tablet.getByRole('button', { name: 'Mensen, 3 binnen' }).click()
    await button(tablet.getByRole('dialog'), 'Deur dicht doen').click()
    await button(tablet.getByRole('dialog'), 'Deur open doen').waitFor()
    await assert.rejects(crowd.join({ secret }, 'Dina'))
    await tablet.keyboard.press('Escape')
    await undo(tablet, 'De deur is dicht.')
    await saidNoMore(tablet, 'De deur is dicht.')
    await crowd.join({ secret }, 'Dina')

    await button(tablet, 'Regie').click()
    await button(tablet, 'Ronde erbij').click()
    let sheet = tablet.getByRole('dialog')
    await sheet.locator('.ui-chip', { hasText: 'Tafelgesprek' }).click()
    await sheet.getByLabel('De vraag aan de tafels').fill('Waar loop jij het liefst?')
    await button(sheet, 'Zet erbij, na deze ronde').click()
    await railIs(tablet, ['Inloop', 'Ideeën', 'Tafelgesprek', ...planned.slice(2)])
    await goesOnTo(tablet, 'Tafelgesprek')

    sheet = await openRound(tablet, 'Tafelgesprek')
    await button(sheet, 'Pas aan').click()
    await sheet.getByLabel('Wat jij zegt').fill('Praat met je buren.')
    await button(sheet, 'Langer').click()
    await button(sheet, 'Bewaar').click()
    await sheet.waitFor({ state: 'detached' })
    await goesOnTo(tablet, 'Tafelgesprek')
    await button(tablet, 'Volgende: Tafelgesprek nu, voor iedereen').click()
    for (const page of [phone, screen]) await waitForHeading(page, 'Waar loop jij het liefst?')
    await tablet.getByText('“Praat met je buren.”').waitFor()
    await tablet.locator('.clock-time', { hasText: /^1[45]:/ }).waitFor()
    const left = async () => {
      const [minutes, seconds] = (await tablet.locator('.clock-time').innerText()).split(':').map(Number)
      return minutes * 60 + seconds
    }
    const before = await left()
    await button(tablet, '+1: één minuut meer').click()
    for (let tries = 0; tries < 100 && (await left()) <= before; ++tries) await tablet.waitForTimeout(50)
    assert.ok((await left()) > before, 'a minute more')
    await undo(tablet, 'De tijd is veranderd.')
    for (let tries = 0; tries < 100 && (await left()) > before; ++tries) await tablet.waitForTimeout(50)
    assert.ok((await left()) <= before, 'and that minute is gone')

    // Four people over two tables; whoever holds a phone reads where, and with whom.
    await button(tablet, 'Tafels').click()
    await tablet.getByRole('heading', { name: 'Nog zonder tafel' }).waitFor()
    await button(tablet, 'Eén tafel meer').click()
    await button(tablet, 'Verdeel over 2 tafels').click()
    await phone.getByText(/^Je zit aan tafel \d/).waitFor()
    // Taken back, nobody has a table; then once more.
    await undo(tablet, 'Iedereen is verdeeld over tafels.')
    await phone.getByText(/^Je zit aan tafel \d/).waitFor({ state: 'detached' })
    await tablet.getByRole('heading', { name: 'Nog zonder tafel' }).waitFor()
    await button(tablet, 'Verdeel over 2 tafels').click()
    await tablet.getByRole('heading', { name: 'Nog zonder tafel' }).waitFor({ state: 'detached' })
    const seated = await tablet.locator('.cards .card').evaluateAll((cards) =>
      cards.map((card) => [...card.querySelectorAll('.name')].map(({ textContent }) => textContent)))
    assert.deepEqual(seated.map(({ length }) => length), [2, 2])
    const own = seated.findIndex((table) => table.includes('Anna'))
    await phone.getByText(`Je zit aan tafel ${own + 1} met ${seated[own].find((name) => name !== 'Anna')}.`).waitFor()
    assert.equal(await tablet.getByText(/gekozen/).count(), 0, 'nothing is chosen in a talk')

    // One of them sits elsewhere.
    await button(tablet, 'Anna: andere tafel').click()
    await button(tablet.getByRole('dialog'), 'Tafel 3').click()
    await phone.getByText('Je zit aan tafel 3. Er is hier nog niemand anders.').waitFor()
    await button(tablet, 'Regie').click()
    await tablet.getByText('4 van de 4 zitten aan een tafel.').waitFor()
  }, { devices }))

test('half a minute before a round is stopped, or cut short, and everybody sees it', { timeout: 300_000 }, () =>
  inSmallSession(server, 'moving', async ({ tablet, phone, screen }) => {
    const coming = phone.getByText('Straks: Groeperen')
    const announced = screen.locator('.moving-sign')
    const soon = async () => {
      await tablet.waitForTimeout(850) // a second tap within less moves nobody
      await button(tablet, 'Over 30 seconden').click()
      await tablet.getByText('Iedereen gaat naar Groeperen').waitFor()
      await coming.waitFor()
      await announced.waitFor()
    }
    await soon()
    await button(tablet, 'Stop, nog niet').click()
    await coming.waitFor({ state: 'detached' })
    await announced.waitFor({ state: 'detached' })
    await goesOnTo(tablet, 'Groeperen')
    await phone.locator('form.composer').waitFor()

    await soon()
    await tablet.waitForTimeout(850)
    await button(tablet, 'Ga nu').click()
    await waitForHeading(phone, 'Deze ideeën horen bij elkaar')
    await waitForHeading(screen, 'Dit hoort bij elkaar')
    await announced.waitFor({ state: 'detached' })
    await tablet.getByRole('region', { name: 'Nog te plaatsen' }).waitFor()
  }, { devices }))
