// Everybody takes part: people on paper, a helper on a phone, a borrowed phone, a link sent beforehand; with several devices at
// once, as people do it.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sizes } from './support/browser.mjs'
import { chosenOnes, ownIdeas, sendIdea, waitForHeading, waitForState } from './support/phone.mjs'
import { startServer } from './support/server.mjs'
import { inSmallSession } from './support/small-session.mjs'
import { next } from './support/tablet.mjs'

let server
before(async () => {
  server = await startServer()
})
after(async () => {
  await server?.stop()
})

const button = (page, name) => page.getByRole('button', { name, exact: true })
const closeSheet = async (tablet) => {
  await tablet.keyboard.press('Escape')
  await tablet.getByRole('dialog').waitFor({ state: 'hidden' })
}
const linkOf = (tablet) => tablet.getByRole('dialog').getByLabel('De link').inputValue()

const truusHasIt = (phone) => phone.locator('.ui-strip').getByText('Nu doet Truus mee op deze telefoon.')

/** A helper's phone, by the link that the tablet makes. */
async function helperOf(tablet, devices) {
  await button(tablet, 'Meer').click()
  await button(tablet, 'Helper erbij').click()
  const link = await linkOf(tablet)
  await closeSheet(tablet)
  const { page } = await devices.phone('helper')
  await page.goto(link)
  await waitForHeading(page, 'Mensen zonder telefoon')
  return { page, link }
}

async function addOnPaper(page, name) {
  await page.getByLabel('Voornaam').fill(name)
  await button(page, 'Plek op papier').click()
}

async function writeDown(page, text) {
  await page.getByLabel('Wat is het idee?').fill(text)
  await button(page, 'Verstuur').click()
  await page.locator('.paper-ideas').getByText(text).waitFor()
}

test('a tablet and a helper write ideas and votes for people on paper, each with votes of their own', { timeout: 300_000 }, () =>
  inSmallSession(server, 'paper', async ({ tablet, screen, phone, devices }) => {
    await button(tablet, 'Mensen, 1 binnen').click()
    await addOnPaper(tablet, 'Truus')
    await tablet.getByRole('heading', { name: 'Truus' }).waitFor()
    await tablet.getByText('Begeleiders en helpers zien wat Truus kiest en schrijft. Zeg dat eerst even.').waitFor()
    await writeDown(tablet, 'Een pad van schelpen')
    await tablet.keyboard.press('Escape')
    await tablet.getByRole('heading', { name: 'Mensen' }).waitFor()
    await tablet.getByText('op papier ·').waitFor()
    await closeSheet(tablet)
    await button(tablet, 'Mensen, 2 binnen').waitFor()

    const { page: helper, link } = await helperOf(tablet, devices)
    assert.equal(await helper.evaluate(() => document.documentElement.scrollWidth), 360)
    await addOnPaper(helper, 'Piet')
    await waitForHeading(helper, 'Piet')
    await writeDown(helper, 'Een insectenhotel')
    await button(helper, 'Haal weg: Een insectenhotel').click()
    await button(helper, 'Zet terug: Een insectenhotel').click()
    await button(helper, 'Haal weg: Een insectenhotel').waitFor()
    await button(tablet, 'Mensen, 3 binnen').waitFor()
    // A helper drives nothing.
    assert.equal(await helper.getByRole('button', { name: /^Volgende/ }).count(), 0)

    // Nobody else can use the helper's link.
    const { page: stranger } = await devices.phone('stranger')
    await stranger.goto(link)
    await waitForHeading(stranger, 'Deze link werkt niet meer')

    await next(tablet, 'Groeperen')
    await next(tablet, 'Stemmen')
    await helper.getByText('nog 3 stemmen').first().waitFor()
    const vote = (letter) => helper.getByRole('button', { name: new RegExp(`^Stem op ${letter}: `) })
    for (const letter of ['A', 'B', 'C']) await vote(letter).click()
    await helper.getByText('Alle stemmen zijn op.').waitFor()
    assert.equal(await helper.getByRole('button', { name: /^Stem op / }).count(), 0)
    await helper.getByRole('button', { name: /^Stem terug van A: / }).click()
    await helper.getByText('nog 1 stem').waitFor()
    // After a reload it is all there, and the connection may go meanwhile.
    await helper.context().setOffline(true)
    await vote('A').click()
    await helper.getByText('1 opdracht wacht').waitFor()
    await helper.context().setOffline(false)
    await helper.getByText('Alle stemmen zijn op.').waitFor()
    await helper.reload()
    await helper.getByRole('button', { name: /Piet/ }).click()
    await helper.getByText('Alle stemmen zijn op.').waitFor()
    await button(helper, 'Alle mensen').click()
    await helper.getByRole('button', { name: /Truus/ }).click()
    await helper.getByText('nog 3 stemmen').waitFor()
    // The big screen tells how many voted, and the tablet sees what is on paper.
    await screen.getByText('van de 3').first().waitFor()
    await button(tablet, 'Mensen, 3 binnen').click()
    await button(tablet, 'Schrijf op voor Piet').click()
    await tablet.getByRole('dialog').getByText('Alle stemmen zijn op.').waitFor()
    assert.deepEqual(devices.troubles, [])
    assert.equal(await phone.getByText('Piet').count(), 0)
  }))

test('a helper lets late comers in, and does nothing else', () =>
  inSmallSession(server, 'helper-door', async ({ tablet, phone, door, devices }) => {
    const { page: helper } = await helperOf(tablet, devices)
    await helper.getByText('Nog niemand.', { exact: false }).waitFor()
    await button(tablet, 'Mensen, 1 binnen').click()
    await button(tablet, 'Deur dicht doen').click()
    await closeSheet(tablet)
    const { page: late } = await devices.phone('late')
    await late.goto(door)
    await late.getByLabel('Je voornaam').fill('Fatma')
    await button(late, 'Klop aan').click()
    await helper.getByText('Fatma klopt aan.').waitFor()
    await button(helper, 'Laat binnen').click()
    await waitForHeading(late, 'Wat wordt onze groene plek?')
    await button(tablet, 'Mensen, 2 binnen').waitFor()
    await helper.getByText('Fatma klopt aan.').waitFor({ state: 'hidden' })
    // What others write is not on the helper's phone.
    await sendIdea(phone, 'Niet voor de helper')
    await tablet.getByText('Niet voor de helper').first().waitFor()
    assert.equal(await helper.getByText('Niet voor de helper').count(), 0)
  }))

test('a link sent beforehand lets one phone in through a locked door, and no other', () =>
  inSmallSession(server, 'link', async ({ organiser, session, tablet, devices }) => {
    await button(tablet, 'Mensen, 1 binnen').click()
    await button(tablet, 'Deur dicht doen').click()
    await closeSheet(tablet)
    await button(tablet, 'Meer').click()
    await button(tablet, 'Persoonlijke link').click()
    await tablet.getByLabel('Voornaam').fill('Ria')
    await button(tablet, 'Maak de link').click()
    await tablet.getByRole('heading', { name: 'Link voor Ria' }).waitFor()
    const link = await linkOf(tablet)
    await closeSheet(tablet)
    await button(tablet, 'Mensen, 1 binnen').click()
    await tablet.getByText('link nog niet geopend').waitFor()
    await closeSheet(tablet)

    const { page: ria } = await devices.phone('ria')
    await ria.goto(link)
    // Her name stands there already.
    const name = ria.getByLabel(/Je voornaam/)
    await name.waitFor()
    await ria.waitForFunction((field) => field.value === 'Ria', await name.elementHandle())
    await button(ria, 'Meedoen').click()
    await waitForHeading(ria, 'Wat wordt onze groene plek?')
    await sendIdea(ria, 'Een geurtuin')
    await waitForState(ria, 'Een geurtuin', 'Ontvangen')
    await button(tablet, 'Mensen, 2 binnen').click()
    await tablet.getByText('link nog niet geopend').waitFor({ state: 'hidden' })
    await tablet.locator('.person', { hasText: 'Ria' }).waitFor()
    await closeSheet(tablet)
    // The same phone again is the same person; another phone is told that the link is of no use.
    await ria.goto('about:blank')
    await ria.goto(link)
    await waitForState(ria, 'Een geurtuin', 'Ontvangen')
    const { page: other } = await devices.phone('other')
    await other.goto(link)
    await other.getByText('Deze QR-code of link werkt niet meer.').waitFor()

    // The organiser makes one at the desk, and the facilitator withdraws it.
    const { page: desk } = await devices.large('desk', sizes.laptop)
    await organiser.logIn(desk)
    await desk.goto(`${server.origin}/desk#/sessions/${session}`)
    await desk.getByLabel('Voornaam').fill('Bo')
    await button(desk, 'Maak een link').click()
    const second = await desk.locator('.personal-link input[readonly]').inputValue()
    await button(tablet, 'Mensen, 2 binnen').click()
    await button(tablet, 'Haal weg: Bo').click()
    await tablet.getByText('Trek je de link van Bo in?', { exact: false }).waitFor()
    await tablet.getByRole('alert').getByRole('button', { name: 'Haal weg' }).click()
    await tablet.getByText('link nog niet geopend').waitFor({ state: 'hidden' })
    const { page: bo } = await devices.phone('bo')
    await bo.goto(second)
    await button(bo, 'Meedoen').click()
    await bo.getByText('Deze QR-code of link werkt niet meer.').waitFor()
  }))

test('somebody else uses a phone for a moment, with a seat of their own, and gives it back', () =>
  inSmallSession(server, 'guest', async ({ organiser, session, tablet, phone, devices }) => {
    await phone.locator('form.composer textarea').first().fill('Nog niet af')
    await button(phone, 'Van mij').click()
    await phone.getByText('Iemand anders op deze telefoon').click()
    await phone.getByLabel('Voornaam van de ander').fill('Truus')
    await button(phone, 'Geef de telefoon door').click()
    await truusHasIt(phone).waitFor()
    await button(tablet, 'Mensen, 2 binnen').waitFor()
    assert.deepEqual(await ownIdeas(phone), [])
    assert.equal(await phone.locator('form.composer textarea').first().inputValue(), '')
    await sendIdea(phone, 'Idee van Truus')
    await waitForState(phone, 'Idee van Truus', 'Ontvangen')

    // Without a connection it stays on the phone as hers, also over a reload, and when she has given it back.
    let line = false
    await phone.context().routeWebSocket(/\/ws$/, (socket) => {
      if (line) socket.connectToServer()
      else void socket.close({ code: 1012 })
    })
    await phone.reload()
    await truusHasIt(phone).waitFor()
    await sendIdea(phone, 'Zonder verbinding')
    await phone.getByRole('listitem').getByText('Zonder verbinding').waitFor()
    await phone.reload()
    await truusHasIt(phone).waitFor()
    await button(phone, 'Geef terug').click()
    await truusHasIt(phone).waitFor({ state: 'hidden' })
    assert.doesNotMatch(await organiser.export(session), /Zonder verbinding/)
    line = true
    await waitForState(phone, 'Een bank in de zon', 'Ontvangen')
    const until = Date.now() + 30_000
    while (!(await organiser.export(session)).includes('Zonder verbinding')) {
      assert.ok(Date.now() < until, 'what Truus wrote stays on the phone')
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    assert.deepEqual(await ownIdeas(phone), [{ text: 'Een bank in de zon', state: 'Ontvangen' }])
    assert.equal(await phone.locator('form.composer textarea').first().inputValue(), 'Nog niet af')

    await next(tablet, 'Groeperen')
    await next(tablet, 'Stemmen')
    const pick = (page) => page.getByRole('button', { name: 'Kies: Een bank in de zon', exact: true })
    await pick(phone).click()
    await phone.getByText('Nog 2 stemmen').first().waitFor()
    await button(phone, 'Van mij').click()
    await phone.getByText('Iemand anders op deze telefoon').click()
    await button(phone, 'Verder als Truus').click()
    await truusHasIt(phone).waitFor()
    await phone.getByText('Nog 3 stemmen').first().waitFor()
    assert.deepEqual(await chosenOnes(phone), [])
    // Taken out while she has the phone: its owner goes on.
    await button(tablet, 'Mensen, 2 binnen').click()
    await button(tablet, 'Haal weg: Truus').click()
    await tablet.getByRole('alert').getByRole('button', { name: 'Haal weg' }).click()
    await button(phone, 'Terug').click()
    await phone.getByText('Nog 2 stemmen').first().waitFor()
    await truusHasIt(phone).waitFor({ state: 'hidden' })
    // Nothing of hers stays on it.
    await phone.getByText('Truus is van deze telefoon af.').first().waitFor()
    assert.equal(await phone.evaluate(() => localStorage.getItem('kiemkring.guests')), null)
    assert.deepEqual(devices.troubles, [])
  }))
