// After the session, as people do it: the big screen shows the way to the result, the phone of then opens it the day after, what is
// one's own is corrected and erased (in the next export too), and a phone that forgot sees what came out and nothing of anybody.
import assert from 'node:assert/strict'
import { afterEach, beforeEach, test } from 'node:test'
import { photograph, setBox } from './support/browser.mjs'
import * as phones from './support/phone.mjs'
import { cameraPhoto, choosePhoto } from './support/photo.mjs'
import { readQrCode } from './support/qr.mjs'
import { startServer } from './support/server.mjs'
import { startHttps } from './support/https.mjs'
import { inSmallSession } from './support/small-session.mjs'
import * as tablets from './support/tablet.mjs'

let server
beforeEach(async () => {
  server = await startServer()
})
afterEach(async () => {
  await server?.stop()
})

const date = new Date(Date.now() + 21 * 86_400_000).toISOString().slice(0, 10)

/** Anna's bench and Bo's pond are the group Rust; Anna's wall, with a photo, stands alone. Both have votes; the session ends. */
async function meet({ tablet, screen, phone, devices, door }, beforeTheEnd = async () => {}) {
  await choosePhoto(phone.locator('form.composer'), await cameraPhoto(phone))
  await phone.locator('form.composer textarea').first().fill('Een groene muur')
  await phone.getByText('Toelichting', { exact: true }).click()
  await phone.getByLabel('Toelichting').fill('bij hal drie, bel Anna op 06')
  await phone.getByRole('button', { name: 'Verstuur' }).click()
  await phones.waitForState(phone, 'Een groene muur', 'Ontvangen')
  await phone.getByText('Foto ontvangen.').waitFor()
  const bo = (await devices.phone('Bo')).page
  await bo.goto(door)
  await bo.getByLabel('Je voornaam').fill('Bo')
  await bo.getByRole('button', { name: 'Meedoen' }).click()
  await phones.waitForHeading(bo, 'Wat wordt onze groene plek?')
  await phones.sendIdea(bo, 'Een vijver met riet')
  await phones.waitForState(bo, 'Een vijver met riet', 'Ontvangen')

  await tablet.getByRole('button', { name: 'Laat de ideeën zien' }).click()
  await tablet.getByRole('button', { name: 'Laat 1 foto zien' }).click()
  await tablets.next(tablet, 'Groeperen')
  await tablets.groupByTaps(tablet, 'Rust', ['Een bank in de zon', 'Een vijver met riet'])
  await tablets.next(tablet, 'Stemmen')
  for (const page of [phone, bo]) await phones.choose(page, 'Rust')
  await phones.choose(bo, 'Een groene muur')
  await tablets.closeVote(tablet)
  await tablets.next(tablet, 'Uitslag')
  for (const place of [2, 1]) {
    await tablet.getByRole('button', { name: /^Onthul/ }).click()
    await phone.locator('.result-list li', { hasText: place === 2 ? 'Een groene muur' : 'Rust' }).waitFor()
  }
  await tablets.next(tablet, 'Wie doet mee')
  await phones.waitForHeading(phone, 'Waar doe jij aan mee?')
  await phone.getByRole('button', { name: 'Ik kan iets regelen', exact: true }).click()
  await phone.getByLabel('Wat kun je regelen?').fill('stoelen van mijn neef')
  await phone.getByRole('button', { name: 'Bewaar', exact: true }).click()
  await phone.locator('.commit-note').waitFor()
  await phone.getByLabel('Je e-mail of telefoon').fill('anna@post.example')
  await setBox(phone.getByRole('checkbox', { name: 'Om mij het verslag te sturen' }))
  // The session goes on before she has saved it: what she typed is still there.
  await tablets.next(tablet, 'Afsluiten')
  await phones.waitForHeading(phone, 'Dank je wel, Anna')
  assert.equal(await phone.getByLabel('Je e-mail of telefoon').inputValue(), 'anna@post.example')
  await setBox(phone.getByRole('checkbox', { name: 'Om mij het verslag te sturen' }))
  await phone.getByRole('button', { name: 'Bewaar mijn gegevens' }).click()
  await phone.getByText('We kunnen je bereiken via anna@post.example.').waitFor()
  await beforeTheEnd(bo)
  await tablet.getByLabel('Datum').fill(date)
  await tablet.getByLabel('Wat gebeurt er dan?').fill('Samen over het terrein')
  await tablet.getByRole('button', { name: 'Schrijf op' }).click()
  await tablet.getByText('Volgende stap:').first().waitFor()
  await tablet.getByRole('button', { name: 'Sessie afsluiten' }).click()
  await tablet.getByRole('dialog').getByRole('button', { name: 'Sluit de sessie af' }).click()
  await phone.getByRole('heading', { name: 'Van jou' }).waitFor()
  await screen.locator('.close-results').waitFor()
  return bo
}

const own = (page) => page.locator('.results-own-list')
const card = (page, text) => page.locator('.results-own-list > ul > li', { hasText: text })
const topOf = (page) => page.locator('.results-top > li > p').allTextContents()

test('the day after, on the phone of then: what came out, and what is mine is corrected and erased at once', { timeout: 300_000 }, () =>
  inSmallSession(server, 'results', async (all) => {
    const { session, organiser, phone, devices } = all
    await meet(all)
    assert.match(await organiser.export(session), /bel Anna op 06/)
    const context = phone.context()
    await phone.close()

    const day = await context.newPage()
    const asked = []
    day.on('request', (request) => asked.push(new URL(request.url()).pathname))
    await day.goto(`${server.origin}/`)
    await day.getByRole('heading', { name: 'Dank je wel, Anna' }).waitFor()
    await own(day).waitFor()
    assert.ok(!asked.some((path) => path.includes('later-stages')), 'the rounds are not loaded for it')
    assert.deepEqual((await topOf(day)).map((line) => line.replace(/^[A-Z] /, '')), ['RustJouw idee', 'Een groene muurJouw idee'])
    await day.getByText('Samen over het terrein').waitFor()
    await day.getByText(/^Parkvereniging De Grift, post@degrift.example bewaart dit tot .*20\d\d\. Daarna wordt alles gewist\./).waitFor()
    await photograph(day, 'results')

    // A correction.
    await card(day, 'Een bank in de zon').getByText('Staat op plaats 1: Rust').waitFor()
    await day.getByRole('button', { name: 'Verbeter: Een bank in de zon' }).click()
    await day.getByRole('dialog').getByLabel('Wat is jouw idee?').fill('Een bank in de schaduw')
    await photograph(day, 'results-correct')
    await day.getByRole('dialog').getByRole('button', { name: 'Bewaren' }).click()
    await card(day, 'Een bank in de schaduw').waitFor()
    await day.getByText('Verbeterd.').first().waitFor()
    let exported = await organiser.export(session)
    assert.ok(!exported.includes('in de zon') && exported.includes('in de schaduw'))

    // The wall is a proposal by itself: the title stays, and so it is said.
    await day.getByRole('button', { name: 'Wis: Een groene muur' }).click()
    await day.getByRole('dialog').getByText('De titel in de uitslag blijft staan. Zo koos de groep hem.').waitFor()
    await photograph(day, 'results-erase')
    await day.getByRole('button', { name: 'Laat staan' }).click()
    await card(day, 'bel Anna op 06').waitFor()
    await day.getByRole('button', { name: 'Wis: Een groene muur' }).click()
    await day.getByRole('button', { name: 'Ja, wis dit' }).click()
    await card(day, 'bel Anna op 06').waitFor({ state: 'detached' })
    assert.match((await topOf(day))[1], /Een groene muur/)
    exported = await organiser.export(session)
    assert.ok(!exported.includes('bel Anna op 06'))
    assert.equal(JSON.parse(exported).pictures, undefined, 'its photo went with it')
    assert.match((await organiser.tables(session)).get('ideeen.csv').toString('utf8'), /ingetrokken/)

    // What she does, and how to reach her.
    await day.getByRole('button', { name: 'Verbeter: stoelen van mijn neef' }).click()
    await day.getByRole('dialog').getByRole('textbox').fill('zes stoelen')
    await day.getByRole('dialog').getByRole('button', { name: 'Bewaren' }).click()
    await own(day).getByText('zes stoelen').waitFor()
    await day.getByRole('button', { name: 'Wis: zes stoelen' }).click()
    await own(day).getByText('zes stoelen').waitFor({ state: 'detached' })
    await day.getByRole('button', { name: 'Haal mijn gegevens weg' }).click()
    await own(day).getByText('anna@post.example').waitFor({ state: 'detached' })
    exported = await organiser.export(session)
    for (const gone of ['stoelen', 'anna@post.example']) assert.ok(!exported.includes(gone), gone)

    // Nothing came back with a reload, and what is left is there.
    await day.reload()
    await card(day, 'Een bank in de schaduw').waitFor()
    assert.equal(await own(day).locator('> ul > li').count(), 1)
    await day.getByRole('button', { name: 'Wis: Een bank in de schaduw' }).click()
    await day.getByRole('dialog').getByText('De naam van de groep blijft.').waitFor()
    await day.getByRole('button', { name: 'Ja, wis dit' }).click()
    await day.getByText('Je hebt hier zelf niets achtergelaten.').waitFor()
    assert.match((await topOf(day))[0], /Rust/)
    assert.deepEqual(devices.troubles, [])
  }))

test('a photo of mine is described and taken back, and how to reach me is corrected, after the end', { timeout: 300_000 }, () =>
  inSmallSession(server, 'results-photo', async (all) => {
    const { session, organiser, phone, devices } = all
    await meet(all)
    const exported = async () => JSON.parse(await organiser.export(session))
    const photo = own(phone).getByRole('button', { name: /^Bekijk de foto: / })
    await photo.click()
    const dialog = phone.getByRole('dialog')
    await dialog.getByLabel('Wat is er te zien?').fill('Een kale muur met klimop')
    await dialog.getByRole('button', { name: 'Bewaren' }).click()
    await own(phone).getByRole('button', { name: 'Bekijk de foto: Een kale muur met klimop' }).waitFor()
    assert.match(JSON.stringify(await exported()), /Een kale muur met klimop/)

    await photo.click()
    await photograph(phone, 'results-photo-own')
    await dialog.getByRole('button', { name: 'Foto weghalen' }).click()
    await dialog.getByRole('button', { name: 'Houd de foto' }).click()
    await photo.click()
    await dialog.getByRole('button', { name: 'Foto weghalen' }).click()
    await dialog.getByRole('button', { name: 'Ja, wis de foto' }).click()
    await photo.waitFor({ state: 'detached' })
    await card(phone, 'Een groene muur').waitFor()
    let file = await exported()
    assert.equal(file.pictures, undefined)
    assert.doesNotMatch(JSON.stringify(file), /Een kale muur met klimop/)

    await own(phone).getByRole('button', { name: 'Aanpassen' }).click()
    await own(phone).getByLabel('Je e-mail of telefoon').fill('geen adres')
    await own(phone).getByRole('button', { name: 'Bewaar mijn gegevens' }).click()
    await own(phone).getByText('Dit lijkt geen e-mailadres of telefoonnummer.').waitFor()
    await own(phone).getByLabel('Je e-mail of telefoon').fill('anna@thuis.example')
    await own(phone).getByRole('button', { name: 'Bewaar mijn gegevens' }).click()
    await own(phone).getByText('We kunnen je bereiken via anna@thuis.example.').waitFor()
    file = JSON.stringify(await exported())
    assert.ok(file.includes('anna@thuis.example') && !file.includes('anna@post.example'))
    assert.deepEqual(devices.troubles, [])
  }))

test('what is corrected without a connection waits on the phone, and is done once there is one', { timeout: 300_000 }, () =>
  inSmallSession(server, 'results-offline', async (all) => {
    const { session, organiser, phone, devices } = all
    await meet(all)
    await phone.context().setOffline(true)
    await phone.getByRole('button', { name: 'Wis: Een bank in de zon' }).click()
    await phone.getByRole('button', { name: 'Ja, wis dit' }).click()
    await card(phone, 'Een bank in de zon').getByText('Wordt gewist zodra er verbinding is.').waitFor()
    await phone.context().setOffline(false)
    await card(phone, 'Een bank in de zon').waitFor({ state: 'detached' })
    assert.ok(!(await organiser.export(session)).includes('Een bank in de zon'))
    assert.deepEqual(devices.troubles, [])
  }))

test('whoever has no phone is helped on the tablet, and the desk keeps it all for longer', { timeout: 300_000 }, () =>
  inSmallSession(server, 'results-paper', async (all) => {
    const { session, organiser, tablet, phone, devices } = all
    const button = (name) => tablet.getByRole('button', { name, exact: true })
    await meet(all, async () => {
      await button('Mensen, 2 binnen').click()
      await tablet.getByLabel('Voornaam').fill('Truus')
      await button('Plek op papier').click()
      for (const text of ['Een bank voor Truus de Wit', 'Een muur met een naam']) {
        await tablet.getByLabel('Wat is het idee?').fill(text)
        await button('Verstuur').click()
        await tablet.locator('.paper-ideas').getByText(text).waitFor()
      }
      await tablet.keyboard.press('Escape')
      await tablet.getByRole('heading', { name: 'Mensen' }).waitFor()
      await tablet.keyboard.press('Escape')
      await tablet.getByRole('dialog').waitFor({ state: 'hidden' })
    })
    await button('Mensen, 3 binnen').click()
    await button('Bekijk wat van Truus is').click()
    await button('Verander: Een bank voor Truus de Wit').click()
    await tablet.getByLabel('Wat is het idee?').fill('Een bank')
    await tablet.locator('.paper-ideas').getByRole('button', { name: 'Bewaar' }).click()
    await button('Verander: Een bank').waitFor()
    await button('Wis: Een muur met een naam').click()
    await photograph(tablet, 'results-paper')
    await button('Ja, wis dit').click()
    await tablet.getByText('Een muur met een naam').waitFor({ state: 'detached' })
    const kept = await organiser.export(session)
    assert.ok(kept.includes('"Een bank"'))
    for (const gone of ['Truus de Wit', 'muur met een naam']) assert.ok(!kept.includes(gone), gone)
    await tablet.keyboard.press('Escape')
    await tablet.getByRole('heading', { name: 'Mensen' }).waitFor()
    await tablet.keyboard.press('Escape')
    await tablet.getByRole('dialog').waitFor({ state: 'hidden' })

    // Truus is in the photo, and does not want that.
    assert.equal(JSON.parse(kept).pictures.length, 1)
    await tablet.locator('.closing-photos .photo-tile').click()
    await button('Wis de foto').click()
    await photograph(tablet, 'results-photo-tablet')
    await button('Ja, wis de foto').click()
    await tablet.locator('.closing-photos').waitFor({ state: 'detached' })
    await own(phone).locator('.photo-thumb').waitFor({ state: 'detached' })
    assert.equal(JSON.parse(await organiser.export(session)).pictures, undefined)

    // The phone of then says until when.
    const until = new Date(Date.now() + 900 * 86_400_000).toISOString().slice(0, 10)
    await organiser.ask('POST', `/api/sessions/${session}/retention`, { retained_until: until })
    await phone.getByText(`bewaart dit tot ${Number(until.slice(8))} `).waitFor()
    await phone.getByText(until.slice(0, 4)).first().waitFor()
    assert.deepEqual(devices.troubles, [])
  }))

test('the code on the big screen, a second phone, and somebody in a photo', { timeout: 300_000 }, () =>
  inSmallSession(server, 'results-general', async (all) => {
    const { session, organiser, screen, phone, devices } = all
    let link
    const bo = await meet(all, async (page) => {
      // At the close the big screen shows the way to the result, and Anna's phone knows who it is.
      link = await readQrCode(screen.locator('.close-results__qr'))
      assert.match(link, /\/#r=[0-9a-f]{32}$/)
      await photograph(screen, 'results-screen')
      const early = (await devices.phone('late')).page
      await early.goto(link)
      await early.getByRole('heading', { name: 'Dit kwam eruit' }).waitFor()
      await early.getByRole('button', { name: 'Naar de sessie' }).click()
      await early.getByLabel('Je voornaam').waitFor()
      await page.goto(link)
      await page.getByRole('heading', { name: 'Dank je wel, Bo' }).waitFor()
    })

    // A phone that forgot: what came out, and nothing of anybody.
    const stranger = (await devices.phone('stranger')).page
    let told = ''
    stranger.on('response', async (response) => {
      if (response.url().endsWith('/api/results')) told = await response.text()
    })
    await stranger.goto(link)
    await stranger.getByRole('heading', { name: 'Dit kwam eruit' }).waitFor()
    await stranger.getByText('Open deze pagina op de telefoon van toen.').waitFor()
    assert.equal((await topOf(stranger)).length, 2)
    assert.equal(await stranger.getByRole('button', { name: /^Wis|^Verbeter/ }).count(), 0)
    await photograph(stranger, 'results-general')
    for (const secret of ['Anna', 'Bo', 'anna@post', 'hal drie', 'neef', 'my_idea', '"person"']) assert.ok(!told.includes(secret), secret)

    // Bo is in the photo.
    await bo.getByRole('button', { name: 'Bekijk de foto: Een groene muur' }).click()
    await bo.getByRole('button', { name: 'Ik sta op deze foto' }).click()
    await bo.getByRole('button', { name: 'Ja, haal de foto weg' }).click()
    await bo.getByRole('heading', { name: 'Foto’s' }).waitFor({ state: 'detached' })
    await phone.locator('.results-own-list .photo-thumb').waitFor({ state: 'detached' })
    assert.equal(JSON.parse(await organiser.export(session)).pictures, undefined)

    // On a second phone, by the personal link.
    await bo.getByRole('button', { name: 'Van mij' }).click()
    await bo.getByText('Verder op een andere telefoon').click()
    const personal = await bo.getByRole('textbox', { name: 'Jouw link' }).inputValue()
    const second = (await devices.phone('second')).page
    await second.goto(personal)
    await second.getByRole('heading', { name: 'Dank je wel, Bo' }).waitFor()
    await second.getByRole('button', { name: 'Wis: Een vijver met riet' }).click()
    await second.getByRole('button', { name: 'Ja, wis dit' }).click()
    await card(second, 'Een vijver met riet').waitFor({ state: 'detached' })
    await bo.goBack()
    await card(bo, 'Een vijver met riet').waitFor({ state: 'detached' })

    // The organiser erases it all: every phone says so kindly.
    await organiser.ask('DELETE', `/api/sessions/${session}`)
    await phone.getByRole('heading', { name: 'Deze sessie is gewist' }).waitFor()
    await second.reload()
    await second.getByRole('heading', { name: /Deze sessie is gewist|We kennen deze telefoon niet meer/ }).waitFor()
    await stranger.reload()
    await stranger.getByRole('heading', { name: 'Deze sessie is er niet meer' }).waitFor()
    await photograph(stranger, 'results-gone')
    assert.deepEqual(devices.troubles, [])
  }))

test('in a hall on plain http all that is for at home has the public address, and works there', { timeout: 300_000 }, async () => {
  const https = await startHttps()
  const { origin, devices } = https
  const atHome = async (name) => {
    const { page } = await devices.phone(name)
    page.on('request', (request) => asked.add(new URL(request.url()).origin))
    return page
  }
  const asked = new Set()
  try {
    await inSmallSession(https.server, 'results-public', async (all) => {
      const { session, organiser, screen, phone, door } = all
      assert.ok(door.startsWith('http://127.0.0.1:'), 'phones in the hall are on plain http')
      let link, bosLink
      await meet(all, async (bo) => {
        link = await readQrCode(screen.locator('.close-results__qr'))
        const kept = bo.getByRole('textbox', { name: 'Jouw link' })
        bosLink = await kept.inputValue()
        await kept.scrollIntoViewIfNeeded()
        await photograph(bo, 'results-at-home')
        // While it lasts another phone of the same hall gets in where this one did.
        await bo.getByRole('button', { name: 'Van mij' }).click()
        await bo.getByText('Verder op een andere telefoon').click()
        assert.ok((await bo.getByRole('textbox', { name: 'Jouw link' }).inputValue()).startsWith(`${https.server.origin}/#m=`))
        await bo.goBack()
      })
      assert.match(link, new RegExp(`^${origin}/#r=[0-9a-f]{32}$`))
      assert.equal(await readQrCode(screen.locator('.close-results__qr')), link)
      const stranger = await atHome('at home')
      await stranger.goto(link)
      await stranger.getByRole('heading', { name: 'Dit kwam eruit' }).waitFor()
      assert.equal((await topOf(stranger)).length, 2)

      assert.ok(bosLink.startsWith(`${origin}/#m=${session}.`), bosLink)
      const bo = await atHome('Bo at home')
      await bo.goto(bosLink)
      await bo.getByRole('heading', { name: 'Dank je wel, Bo' }).waitFor()
      await card(bo, 'Een vijver met riet').waitFor()

      await phone.getByRole('button', { name: 'Van mij', exact: true }).click()
      await phone.getByText('Verder op een andere telefoon').click()
      const personal = await phone.getByRole('textbox', { name: 'Jouw link' }).inputValue()
      assert.ok(personal.startsWith(`${origin}/#m=${session}.`), personal)
      const anna = await atHome('Anna at home')
      await anna.goto(personal)
      await anna.getByRole('heading', { name: 'Dank je wel, Anna' }).waitFor()
      assert.ok(await anna.evaluate(() => isSecureContext))
      await anna.getByRole('button', { name: 'Verbeter: Een bank in de zon' }).click()
      await anna.getByRole('dialog').getByLabel('Wat is jouw idee?').fill('Een bank in de schaduw')
      await anna.getByRole('dialog').getByRole('button', { name: 'Bewaren' }).click()
      await card(anna, 'Een bank in de schaduw').waitFor()
      await anna.reload()
      await card(anna, 'Een bank in de schaduw').waitFor()
      assert.match(await organiser.export(session), /in de schaduw/)
      assert.deepEqual([...asked], [origin])
      assert.deepEqual(devices.troubles, [])
    }, { devices })
  } finally {
    await https.stop()
  }
})

test('what was to be kept until a day that has passed goes when the server looks, and the log says so', () =>
  inSmallSession(server, 'results-date', async ({ session, organiser }) => {
    const file = JSON.parse(await organiser.export(session))
    const past = { ...file, session: '00000000000000aa' }
    // Today, as the server has it: from tomorrow on it is over.
    const today = new Date().toISOString().slice(0, 10)
    past.events[0].what.info.retained_until = today
    const last = past.events.at(-1)
    past.events.push({
      ...last,
      ...('version' in last ? { version: last.version + 1 } : {}),
      op: 'close_session',
      event: 'session_status_set',
      what: { now: 'ended', was: 'open' },
    })
    await organiser.ask('POST', '/api/sessions/import', past)
    const listed = async () => JSON.parse(await organiser.ask('GET', '/api/sessions')).sessions.map(({ id }) => id)
    assert.deepEqual((await listed()).sort(), ['00000000000000aa', session].sort())

    // A day further on, by the clock on its wall.
    await server.kill()
    const zone = process.env.TZ
    process.env.TZ = 'EAST-24'
    await server.start()
    if (zone === undefined) delete process.env.TZ
    else process.env.TZ = zone
    const deadline = Date.now() + 10_000
    while ((await listed()).length > 1) {
      assert.ok(Date.now() < deadline, 'it stays')
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    assert.deepEqual(await listed(), [session])
    assert.ok(server.printed.includes(`session 00000000000000aa erased: it was kept until ${today}`))
  }))
