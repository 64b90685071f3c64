// Directing with several devices at once: pause, done, spotlight, moderation, notes, a second facilitator, a locked door,
// two seats of one person, undo on another tablet; each as people see it.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { axeFindings } from './support/axe.mjs'
import { photograph, setBox, sizes } from './support/browser.mjs'
import { choose, chosenOnes, sendIdea, waitForHeading, waitForState } from './support/phone.mjs'
import { readQrCode } from './support/qr.mjs'
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
const more = (tablet) => button(tablet, 'Meer').click()
const linkOf = (tablet) => tablet.getByRole('dialog').getByLabel('De link').inputValue()
const closeSheet = async (tablet) => {
  await tablet.keyboard.press('Escape')
  await tablet.getByRole('dialog').waitFor({ state: 'hidden' })
}
const phoneLink = async (screen) => `${server.origin}/#c=${(await screen.locator('.corner__code').innerText()).replace(/\s/g, '')}`

async function openDesk(desk, organiser, session) {
  await organiser.logIn(desk)
  await desk.goto(`${server.origin}/desk#/sessions/${session}`)
}

/** How many voted, of how many, on the big screen. */
const votes = (screen, voted, seats) =>
  screen.waitForFunction(
    ([voted, seats]) =>
      document.querySelector('.tallyless__number')?.textContent === String(voted) &&
      document.querySelector('.tallyless__words')?.textContent.includes(`van de ${seats} `),
    [voted, seats],
  )

/** The face that a round is driven with; after a reload a tablet may have it already. */
async function direct(tablet) {
  const note = tablet.getByLabel('Notitie, alleen voor begeleiders')
  for (let tries = 0; tries < 30 && !(await note.isVisible()); ++tries) {
    await button(tablet, 'Regie').click({ timeout: 1_000 }).catch(() => {})
    await note.waitFor({ timeout: 1_000 }).catch(() => {})
  }
  await note.waitFor()
}

async function hasText(place, text) {
  await place.filter({ hasText: new RegExp(`^${text}$`) }).waitFor()
}

/** Soon: what stands in a field comes with what the server tells. */
async function hasValue(field, text) {
  for (let tried = 0; tried < 100 && (await field.inputValue()) !== text; ++tried) await field.page().waitForTimeout(100)
  assert.equal(await field.inputValue(), text)
}

test('a pause holds everybody, keeps what was typed, lets what was sent arrive, and ends for all', () =>
  inSmallSession(server, 'pause', async ({ tablet, screen, phone, devices }) => {
    const field = phone.locator('form.composer textarea').first()
    await phone.context().setOffline(true)
    await sendIdea(phone, 'Vlak voor de pauze')
    await field.fill('Een half idee')
    await button(tablet, 'Pauze voor iedereen').click()
    await tablet.getByText('Alle telefoons en het grote scherm wachten.').waitFor()
    await waitForHeading(screen, 'Even pauze')
    await phone.context().setOffline(false)
    await waitForHeading(phone, 'Even pauze')
    // It is under the cover: no tap and no key reaches it, and it is still there.
    assert.equal(await field.inputValue(), 'Een half idee')
    await phone.keyboard.press('Escape')
    await phone.keyboard.press('Escape')
    // A second Escape closes it in spite of all; it is back at once.
    await phone.locator('dialog[open]').waitFor()
    await phone.keyboard.press('Tab')
    await phone.waitForFunction(() => !document.querySelector('main').contains(document.activeElement))
    await tablet.getByText('Vlak voor de pauze').waitFor()

    await phone.reload()
    await waitForHeading(phone, 'Even pauze')
    await button(tablet, 'Ga verder').click()
    await waitForState(phone, 'Vlak voor de pauze', 'Ontvangen')
    assert.equal(await field.inputValue(), 'Een half idee')
    await screen.getByRole('heading', { level: 1, name: 'Wat wordt onze groene plek?' }).waitFor()
    assert.deepEqual(devices.troubles, [])
  }))

test('who is done is counted among those who are connected, until the next round', () =>
  inSmallSession(server, 'ready', async ({ tablet, screen, phone, devices }) => {
    const { page: other } = await devices.phone('other')
    await joinByLinkIn(other, await phoneLink(screen), 'Bo')
    await button(phone, 'Ik ben klaar').click()
    await button(phone, 'Klaar').waitFor()
    await screen.getByText('1 van 2 verbonden klaar').waitFor()
    await button(tablet, 'Regie').click()
    await tablet.getByText('1 van 2 verbonden klaar').waitFor()
    await tablet.getByRole('button', { name: 'Mensen, 2 binnen' }).click()
    const people = tablet.getByRole('dialog').getByRole('listitem')
    await people.filter({ hasText: 'Klaar met deze ronde' }).waitFor()
    assert.equal(await people.filter({ has: tablet.getByText('Bo', { exact: true }) }).filter({ hasText: 'Klaar met deze ronde' }).count(), 0)
    await photograph(tablet, 'direct-people-ready')
    await closeSheet(tablet)
    await phone.reload()
    await button(phone, 'Klaar').waitFor()
    await other.context().close()
    await screen.getByText('1 van 1 verbonden klaar').waitFor()
    await next(tablet, 'Groeperen')
    await button(phone, 'Ik ben klaar').waitFor()
    await screen.getByText('verbonden klaar').waitFor({ state: 'hidden' })
  }))

test('one idea is in the light on every screen, and goes out again', () =>
  inSmallSession(server, 'light', async ({ tablet, screen, phone }) => {
    await phone.locator('form.composer textarea').first().fill('Nog niet af')
    await tablet.getByRole('button', { name: 'Een bank in de zon', exact: true }).click()
    await button(tablet, 'In het licht').click()
    await waitForHeading(phone, 'Een bank in de zon')
    await waitForHeading(screen, 'Een bank in de zon')
    await phone.getByText('Jouw idee', { exact: true }).waitFor()
    await button(tablet, 'Licht uit').click()
    await phone.locator('.cover').waitFor({ state: 'hidden' })
    assert.equal(await phone.locator('form.composer textarea').first().inputValue(), 'Nog niet af')
    await screen.locator('.held').waitFor({ state: 'hidden' })
  }))

test('with moderation on, others see an idea once it was let through, and its writer knows', () =>
  inSmallSession(server, 'moderation', async ({ tablet, screen, phone }) => {
    await button(tablet, 'Laat de ideeën zien').click()
    await more(tablet)
    await setBox(tablet.getByLabel('Nieuwe ideeën eerst langs mij'))
    await closeSheet(tablet)
    await sendIdea(phone, 'Een vijver')
    await waitForState(phone, 'Een vijver', 'De begeleider leest dit eerst')
    await tablet.getByText('1 idee wacht op jou.').waitFor()
    assert.equal(await screen.getByText('Een vijver').count(), 0)
    await button(tablet, 'Bekijk').click()
    await button(tablet, 'Laat door: Een vijver').click()
    await tablet.getByText('Er wacht niets meer.').waitFor()
    await closeSheet(tablet)
    await waitForState(phone, 'Een vijver', 'Ontvangen')
    await screen.getByText('Een vijver').waitFor()
    await button(tablet, 'Ongedaan maken').click()
    await waitForState(phone, 'Een vijver', 'De begeleider leest dit eerst')
  }))

test('a second facilitator watches, takes over with the PIN in one tap, and the first reads it', () =>
  inSmallSession(server, 'second', async ({ tablet, phone, devices }) => {
    await more(tablet)
    await button(tablet, 'Tweede begeleider koppelen').click()
    const pin = await tablet.locator('.pairing-pin b').innerText()
    assert.match(pin, /^\d{4}$/)
    const link = await linkOf(tablet)
    await closeSheet(tablet)
    const { page: second } = await devices.large('second', sizes.tablet)
    await second.goto(link)
    await second.getByText('Jij kijkt mee. Een andere begeleider stuurt.').waitFor()
    await second.getByRole('banner').getByRole('button', { name: 'Ideeën' }).click()
    await second.getByText('Een bank in de zon').waitFor()
    assert.equal(await second.getByRole('button', { name: /^Volgende/ }).count(), 0)

    // A PIN that was made anew by mistake is undone: the one that was told is good again, and shown.
    await more(tablet)
    await button(tablet, 'Tweede begeleider koppelen').click()
    await hasText(tablet.locator('.pairing-pin b'), pin)
    await button(tablet, 'Nieuwe pincode').click()
    await tablet.waitForFunction((pin) => ![pin, undefined].includes(document.querySelector('.pairing-pin b')?.textContent), pin)
    await closeSheet(tablet)
    await tablet.getByText('Nieuwe pincode.').waitFor()
    await tablet.reload()
    await button(tablet, 'Ongedaan maken').click()
    await tablet.getByText('Nieuwe pincode.').waitFor()  // the first one is offered next, and stays
    await more(tablet)
    await button(tablet, 'Tweede begeleider koppelen').click()
    await hasText(tablet.locator('.pairing-pin b'), pin)
    await closeSheet(tablet)

    // Notes of the one are there for the other, and nobody's words are lost.
    await direct(tablet)
    await tablet.getByLabel('Notitie, alleen voor begeleiders').fill('Karin vraagt het woord')
    await tablet.getByText('Bewaard.').waitFor()

    await button(second, 'Neem over').click()
    await second.getByLabel('Pincode').fill(pin === '0000' ? '1111' : '0000')
    await second.getByText('Deze pincode klopt niet.').waitFor()
    await second.getByLabel('Pincode').fill(pin)
    await second.getByRole('button', { name: /^Volgende/ }).waitFor()
    await tablet.getByText('Een andere begeleider heeft het overgenomen. Jij kijkt mee.').waitFor()
    await button(second, 'Regie').click()
    await hasValue(second.getByLabel('Notitie, alleen voor begeleiders'), 'Karin vraagt het woord')
    await next(second, 'Groeperen')
    await waitForHeading(phone, 'Deze ideeën horen bij elkaar')

    await tablet.reload()
    await tablet.getByText('Jij kijkt mee', { exact: false }).first().waitFor()
    await button(tablet, 'Neem over').click()
    await second.getByText('Jij kijkt mee', { exact: false }).first().waitFor()
    // What the other did can be undone by who drives now.
    await button(tablet, 'Ongedaan maken').click()
    await waitForHeading(phone, 'Nog een idee?')
  }))

test('a note is prepared at a round to come, there when it begins, and read back later', () =>
  inSmallSession(server, 'notes', async ({ tablet }) => {
    const label = 'Notitie, alleen voor begeleiders'
    const open = async (round) => {
      await tablet.getByRole('navigation', { name: 'Rondes' }).getByRole('button', { name: new RegExp(round) }).click()
      return tablet.getByRole('dialog')
    }
    await button(tablet, 'Regie').click()
    let sheet = await open('Groeperen')
    await sheet.getByLabel(label).fill('Begin bij het water')
    await sheet.getByText('Bewaard.').waitFor()
    await photograph(tablet, 'direct-note-before')
    await closeSheet(tablet)
    await tablet.reload()
    await next(tablet, 'Groeperen')
    await button(tablet, 'Regie').click()
    await hasValue(tablet.getByLabel(label), 'Begin bij het water')
    await tablet.getByLabel(label).fill('Het water bleef liggen')
    await tablet.getByText('Bewaard.').waitFor()
    // It is put back where it stands, also after a reload; what was done meanwhile is undone by itself.
    await button(tablet, 'Zet terug wat er stond').click()
    await hasValue(tablet.getByLabel(label), 'Begin bij het water')
    await tablet.getByLabel(label).fill('Niemand ging naar het water')
    await tablet.getByText('Bewaard.').waitFor()
    await tablet.reload()
    await direct(tablet)
    await hasValue(tablet.getByLabel(label), 'Niemand ging naar het water')
    await photograph(tablet, 'direct-note-undo')
    await button(tablet, 'Zet terug wat er stond').click()
    await hasValue(tablet.getByLabel(label), 'Begin bij het water')
    await tablet.getByLabel(label).fill('Het water bleef liggen')
    await tablet.getByText('Bewaard.').waitFor()
    await next(tablet, 'Stemmen')
    await button(tablet, 'Regie').click()
    sheet = await open('Groeperen')
    await hasValue(sheet.getByLabel(label), 'Het water bleef liggen')
  }))

test('what was put aside comes back in a later round, and nobody has to move', () =>
  inSmallSession(server, 'shelves', async ({ tablet, phone }) => {
    await tablet.getByRole('button', { name: 'Een bank in de zon', exact: true }).click()
    await button(tablet, 'Voor later').click()
    await next(tablet, 'Groeperen')
    await waitForHeading(phone, 'Deze ideeën horen bij elkaar')
    await more(tablet)
    await button(tablet, 'Alle ideeën').click()
    const sheet = tablet.getByRole('dialog', { name: 'Alle ideeën' })
    await setBox(sheet.getByRole('radio', { name: 'Later 1' }))
    await photograph(tablet, 'direct-ideas-sheet')
    await sheet.getByRole('button', { name: 'Haal terug' }).click()
    await sheet.getByText('Niets voor later.').waitFor()
    await closeSheet(tablet)
    await tablet.getByRole('region', { name: 'Nog te plaatsen' }).getByText('Een bank in de zon').waitFor()
    await waitForHeading(phone, 'Deze ideeën horen bij elkaar')
  }))

test('the phone of the facilitator is a remote', () =>
  inSmallSession(server, 'remote', async ({ tablet, screen, phone, devices }) => {
    await more(tablet)
    await button(tablet, 'Mijn telefoon koppelen').click()
    const link = await linkOf(tablet)
    await closeSheet(tablet)
    const { page: remote } = await devices.phone('remote')
    await remote.goto(link)
    for (const name of ['Toon niets', 'Pauze voor iedereen', /^Volgende/, 'Zet stil']) {
      const box = await remote.getByRole('button', { name, exact: typeof name === 'string' }).first().boundingBox()
      assert.ok(box.height >= 44, `${name} is ${box.height} high`)
    }
    assert.equal(await remote.evaluate(() => document.documentElement.scrollWidth), 360)
    await button(remote, 'Toon niets').click()
    await waitForHeading(screen, 'Even geen beeld')
    await button(remote, 'Toon weer').click()
    await remote.getByRole('button', { name: /^Volgende/ }).click()
    await waitForHeading(phone, 'Deze ideeën horen bij elkaar')
    // Both drive: nobody watches.
    await tablet.getByRole('button', { name: /^Volgende/ }).waitFor()
  }))

test('a locked door is knocked on, and who is let in comes in by itself', () =>
  inSmallSession(server, 'knock', async ({ tablet, screen, devices }) => {
    const link = await phoneLink(screen)
    await button(tablet, 'Mensen, 1 binnen').click()
    await button(tablet, 'Deur dicht doen').click()
    await closeSheet(tablet)
    // Who comes now has something to knock with.
    await screen.getByText('De deur is dicht. Klop aan:').waitFor()
    await screen.getByRole('img', { name: 'QR-code om mee te doen' }).waitFor()
    assert.equal(await phoneLink(screen), link)
    await photograph(screen, 'direct-locked')
    const { page: late } = await devices.phone('late')
    await late.goto(link)
    await waitForHeading(late, 'De deur is dicht')
    await late.getByLabel('Je voornaam').fill('Fatma')
    await button(late, 'Klop aan').click()
    await waitForHeading(late, 'Je hebt aangeklopt')
    await tablet.getByText('Fatma klopt aan.').waitFor()
    await button(tablet, 'Laat binnen').click()
    await waitForHeading(late, 'Wat wordt onze groene plek?')
    await button(tablet, 'Mensen, 2 binnen').waitFor()

    const { page: refused } = await devices.phone('refused')
    await refused.goto(link)
    await refused.getByLabel('Je voornaam').fill('Gijs')
    await button(refused, 'Klop aan').click()
    await button(tablet, 'Nu niet').click()
    await refused.getByText('De begeleider laat nu niemand meer binnen.').waitFor()
    // By mistake: also after a reload of the tablet there is a way back, and the phone comes in by itself.
    await tablet.reload()
    await tablet.getByText('Gijs is niet binnengelaten.').waitFor()
    await button(tablet, 'Laat toch binnen').click()
    await waitForHeading(refused, 'Wat wordt onze groene plek?', 30_000)
    await button(tablet, 'Mensen, 3 binnen').waitFor()
  }))

test('the Wi-Fi of the room goes before the page on the big screen, and its password nowhere else', () =>
  inSmallSession(server, 'wifi', async ({ organiser, session, tablet, screen, phone, devices, door }) => {
    const heard = []
    const { page: late } = await devices.phone('late')
    late.on('websocket', (line) => line.on('framereceived', ({ payload }) => heard.push(String(payload))))
    await joinByLinkIn(late, door, 'Noor')
    await tablet.getByRole('banner').getByRole('button', { name: 'Regie' }).click()
    await tablet.getByRole('navigation', { name: 'Rondes' }).getByRole('button', { name: /Inloop/ }).click()
    await tablet.getByRole('dialog').getByRole('button', { name: /^Ga hierheen/ }).click()
    await screen.locator('.mount').waitFor()
    await tablet.locator('.lobby-buttons').getByRole('button', { name: 'Wifi van de zaal' }).click()
    const sheet = tablet.getByRole('dialog', { name: 'Wifi van de zaal' })
    await sheet.getByLabel('Wachtwoord').fill('kort')
    await button(sheet, 'Zet op het grote scherm').click()
    await sheet.getByText('Vul de naam van de wifi in.').waitFor()
    await sheet.getByLabel('Naam van de wifi').fill('De Grift; gasten')
    await sheet.getByText('Een wachtwoord heeft 8 tot 63 gewone letters en tekens.').waitFor()
    await sheet.getByLabel('Wachtwoord').fill('groene:plek\\2026')
    await photograph(tablet, 'direct-wifi-sheet')
    await button(sheet, 'Zet op het grote scherm').click()
    await sheet.waitFor({ state: 'hidden' })

    const read = async (name) => readQrCode(screen.getByRole('img', { name, exact: true }))
    const escaped = 'WIFI:T:WPA;S:De Grift\\; gasten;P:groene\\:plek\\\\2026;;'
    await screen.getByText('Eerst op de wifi: scan dit blok.').waitFor()
    assert.equal(await read('QR-code van de wifi'), escaped)
    await screen.getByText('groene:plek\\2026').waitFor()
    await photograph(screen, 'direct-wifi-screen')
    await button(tablet, 'Toon de QR om mee te doen').click()
    await screen.getByText('en typ de code:').waitFor()
    assert.match(await read('QR-code om mee te doen'), /#q=/)
    await photograph(tablet, 'direct-wifi-lobby')
    await button(tablet, 'Toon de QR van de wifi').click()
    await screen.getByText('Eerst op de wifi: scan dit blok.').waitFor()
    await screen.reload()
    await screen.getByText('Eerst op de wifi: scan dit blok.').waitFor()

    // Phones are not told, an export does not have it, and it can be taken away.
    assert.ok(heard.length > 0 && !heard.join().includes('groene:plek'))
    assert.ok(!(await organiser.export(session)).includes('groene:plek'))
    await tablet.locator('.lobby-buttons').getByRole('button', { name: 'Wifi van de zaal' }).click()
    await button(sheet, 'Haal de wifi weg').click()
    await screen.getByText('en typ de code:').waitFor()
    await button(tablet, 'Ongedaan maken').click()
    await screen.getByText('groene:plek\\2026').waitFor()
    await tablet.locator('.lobby-buttons').getByRole('button', { name: 'Wifi van de zaal' }).click()
    await button(sheet, 'Haal de wifi weg').click()
    await screen.getByText('en typ de code:').waitFor()
    await button(tablet, 'Toon de QR van de wifi').waitFor({ state: 'detached' })
    await waitForHeading(phone, /Je bent binnen/)
    assert.deepEqual(devices.troubles, [])
  }))

test('what is put ready at the desk is there: the Wi-Fi before the page, and a list that was there already', () =>
  inSmallSession(server, 'prepared', async ({ organiser, devices }) => {
    const session = await organiser.createSession({ title: 'Straks' })
    const { page: desk } = await devices.large('desk', sizes.laptop)
    await openDesk(desk, organiser, session)
    const wifi = desk.getByRole('region', { name: 'Wifi van de zaal' })
    await wifi.getByLabel('Wachtwoord').fill('kort')
    await button(wifi, 'Zet de wifi klaar').click()
    await wifi.getByText('Vul de naam van de wifi in.').waitFor()
    await wifi.getByLabel('Naam van de wifi').fill('De Grift')
    await wifi.getByLabel('Wachtwoord').fill('groene plek')
    await button(wifi, 'Zet de wifi klaar').click()
    await wifi.getByText('De wifi staat klaar.').waitFor()
    const list = desk.getByRole('region', { name: 'Ideeën die er al zijn' })
    await list.getByLabel('De lijst').fill(`- Een heg\n${'lang '.repeat(40)}`)
    await list.getByText('Te lang, meer dan 140 tekens: regel 2.').waitFor()
    await list.getByLabel('De lijst').fill('- Een heg\n2. Een boomgaard\nEen heg')
    await list.getByText('1 regel stond er dubbel in.').waitFor()
    await list.scrollIntoViewIfNeeded()
    await photograph(desk, 'prepared-desk')
    assert.deepEqual(await axeFindings(desk), [])
    await button(list, 'Voeg 2 ideeën toe').click()
    await list.getByText('2 ideeën toegevoegd.').waitFor()
    await list.getByText('Er zijn al 2 ideeën in deze sessie.').waitFor()
    await desk.reload()
    assert.equal(await wifi.getByLabel('Naam van de wifi').inputValue(), 'De Grift')

    const { page: screen } = await devices.large('screen of then', sizes.beamer)
    const { page: tablet } = await devices.large('tablet of then', sizes.tablet)
    await screen.goto(await organiser.pairingLink(session, 'screen'))
    await tablet.goto(await organiser.pairingLink(session, 'facilitator'))
    await screen.getByText('Eerst op de wifi: scan dit blok.').waitFor()
    await screen.getByText('groene plek', { exact: true }).waitFor()
    // Two desks at once: what came meanwhile is told, and nothing is there twice.
    const { page: second } = await devices.large('second desk', sizes.laptop)
    await openDesk(second, organiser, session)
    const theirs = second.getByRole('region', { name: 'Ideeën die er al zijn' })
    await list.getByLabel('De lijst').fill('Een vijver')
    await theirs.getByLabel('De lijst').fill('Een vijver')
    await button(list, 'Voeg 1 idee toe').click()
    await list.getByText('1 idee toegevoegd.').waitFor()
    await button(theirs, 'Voeg 1 idee toe').click()
    await theirs.getByText('Er kwamen intussen ideeën bij. Kijk eerst of jouw lijst er al bij is.').waitFor()
    assert.equal(JSON.parse(await organiser.export(session)).result.ideas.length, 3)
    // The tablet undoes it as an act of its own.
    await tablet.getByText('Er kwam een lijst met ideeën bij.').waitFor()
    await button(tablet, 'Ongedaan maken').click()
    await next(tablet, 'Ideeën')
    await tablet.getByText('Een boomgaard').waitFor()
    assert.equal(await tablet.getByText('Een vijver').count(), 0)
    assert.deepEqual(devices.troubles, [])
  }))

test('a phone says so when no facilitator is there for a while, and goes on', { timeout: 300_000 }, () =>
  inSmallSession(server, 'away', async ({ organiser, session, tablet, screen, phone, devices }) => {
    await tablet.context().close()
    const strip = phone.locator('.ui-strip', { hasText: 'De begeleider heeft even geen verbinding.' })
    await strip.waitFor({ timeout: 60_000 })
    await photograph(phone, 'direct-away')
    await sendIdea(phone, 'Ook zonder begeleider')
    await waitForState(phone, 'Ook zonder begeleider', 'Ontvangen')
    await phone.reload()
    await strip.waitFor()
    // The big screen keeps its picture.
    await screen.getByRole('heading', { level: 1, name: 'Wat wordt onze groene plek?' }).waitFor()
    const { page: back } = await devices.large('back', sizes.tablet)
    await back.goto(await organiser.pairingLink(session, 'facilitator'))
    await strip.waitFor({ state: 'detached' })
    assert.deepEqual(devices.troubles, [])
  }))

test('a presenter remote goes on from the tablet, once that was allowed there', () =>
  inSmallSession(server, 'clicker', async ({ tablet, screen, phone, devices }) => {
    await tablet.keyboard.press('PageDown')
    await screen.keyboard.press('PageDown')
    await more(tablet)
    await setBox(tablet.getByRole('checkbox', { name: 'Doorklikken met een presenter' }))
    await photograph(tablet, 'direct-menu')
    // A sheet lies over the page: nothing moves.
    await tablet.keyboard.press('PageDown')
    await closeSheet(tablet)
    await phone.locator('form.composer').waitFor()
    await tablet.waitForTimeout(850) // as a second tap, it moves nobody within less
    await tablet.keyboard.press('PageDown')
    await waitForHeading(phone, 'Deze ideeën horen bij elkaar')
    await tablet.getByRole('heading', { level: 1, name: 'Groeperen' }).waitFor()
    await tablet.reload()
    await tablet.getByRole('button', { name: 'Volgende: Stemmen' }).waitFor()
    await tablet.keyboard.press('PageDown')
    await waitForHeading(phone, 'Kies jouw favorieten')
    // The big screen has no say in it, whatever key it gets.
    await screen.keyboard.press('PageDown')
    assert.deepEqual(devices.troubles, [])
  }))

test('two seats of one person become one in one tap, and two again by undo', () =>
  inSmallSession(server, 'seats', async ({ tablet, screen, phone, devices }) => {
    const link = await phoneLink(screen)
    const { page: again } = await devices.phone('again')
    await joinByLinkIn(again, link, 'Anna')
    await sendIdea(again, 'Een heg')
    await waitForState(again, 'Een heg', 'Ontvangen')
    await phone.context().setOffline(true)
    await button(tablet, 'Mensen, 2 binnen').click()
    await tablet.getByText('verbinding kwijt').waitFor({ timeout: 60_000 })
    await button(tablet, 'Maak er één van').click()
    await closeSheet(tablet)
    await button(tablet, 'Mensen, 1 binnen').waitFor()
    await waitForState(again, 'Een bank in de zon', 'Ontvangen')
    await phone.context().setOffline(false)
    await waitForState(phone, 'Een heg', 'Ontvangen')
    await button(tablet, 'Ongedaan maken').click()
    await button(tablet, 'Mensen, 2 binnen').waitFor()
    await again.getByText('Een bank in de zon').waitFor({ state: 'hidden' })
  }))

/** Comes in while the ideas are on: there is no waiting room. */
async function joinByLinkIn(page, link, name) {
  await page.goto(link)
  await page.getByLabel('Je voornaam').fill(name)
  await page.getByRole('button', { name: 'Meedoen' }).click()
  await waitForHeading(page, 'Wat wordt onze groene plek?')
}

test('who was taken out by mistake is brought back, with the ideas and the votes', () =>
  inSmallSession(server, 'brought-back', async ({ tablet, screen, phone }) => {
    await next(tablet, 'Groeperen')
    await next(tablet, 'Stemmen')
    await choose(phone, 'Een bank in de zon')
    await votes(screen, 1, 1)
    await button(tablet, 'Mensen, 1 binnen').click()
    await button(tablet, 'Haal weg: Anna').click()
    await tablet.getByRole('alert').getByRole('button', { name: 'Haal weg' }).click()
    await waitForHeading(phone, 'Je bent uit de sessie gehaald')
    const back = button(tablet, 'Haal terug: Anna')
    await back.waitFor()
    await votes(screen, 0, 0)
    await back.click()
    await back.waitFor({ state: 'hidden' })
    await closeSheet(tablet)
    await button(tablet, 'Mensen, 1 binnen').waitFor()
    // The phone asks again by itself.
    await button(phone, 'Gekozen: Een bank in de zon').waitFor({ timeout: 40_000 })
    assert.deepEqual(await chosenOnes(phone), ['Een bank in de zon'])
    await votes(screen, 1, 1)
  }))

test('in a full room another phone gets the seat of who is in, and both go on', () =>
  inSmallSession(server, 'other-phone', async ({ tablet, phone, devices }) => {
    await button(tablet, 'Mensen, 1 binnen').click()
    await button(tablet, 'Andere telefoon voor Anna').click()
    const link = await linkOf(tablet)
    await photograph(tablet, 'other-phone-tablet')
    await tablet.keyboard.press('Escape')
    await button(tablet, 'Andere telefoon voor Anna').waitFor()
    await closeSheet(tablet)
    const { page: other } = await devices.phone('other')
    await other.goto(link)
    await button(other, 'Meedoen').click()
    await waitForState(other, 'Een bank in de zon', 'Ontvangen')
    await sendIdea(other, 'Een vijver')
    await waitForState(phone, 'Een vijver', 'Ontvangen')
    await button(tablet, 'Mensen, 1 binnen').waitFor()
  }))

test('ideas that were there already are pasted as a list, looked over, and taken back by undo', () =>
  inSmallSession(server, 'pasted', async ({ tablet, screen }) => {
    await more(tablet)
    await button(tablet, 'Ideeën die er al zijn').click()
    await tablet.getByLabel('De lijst').fill(`- Een heg\n2. Een boomgaard\n\n${'lang '.repeat(40)}`)
    await tablet.getByText('Te lang, meer dan 140 tekens: regel 3.').waitFor()
    assert.ok(await button(tablet, 'Voeg 3 ideeën toe').isDisabled())
    await tablet.getByLabel('De lijst').fill('- Een heg\n2. Een boomgaard\nEen heg')
    await tablet.getByText('1 regel stond er dubbel in.').waitFor()
    await photograph(tablet, 'pasted-tablet')
    await button(tablet, 'Voeg 2 ideeën toe').click()
    await tablet.getByText('Een boomgaard').waitFor()
    assert.equal(await screen.getByText('Een boomgaard').count(), 0)
    await button(tablet, 'Laat de ideeën zien').click()
    await screen.getByText('Een boomgaard').waitFor()
    await button(tablet, 'Ongedaan maken').click()
    await screen.getByText('Een boomgaard').waitFor({ state: 'hidden' })
    await tablet.getByText('Er kwam een lijst met ideeën bij.').waitFor()
    await button(tablet, 'Ongedaan maken').click()
    await tablet.getByText('Een boomgaard').waitFor({ state: 'hidden' })
  }))
