// The portfolio as a whole: places brought in from a table, saved as files, and the approach that every new trajectory begins with,
// changed at two desks.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, test } from 'node:test'
import { axeFindings } from './support/axe.mjs'
import { Devices, photograph, setBox } from './support/browser.mjs'
import * as desks from './support/desk.mjs'
import { Organiser } from './support/organiser.mjs'
import { startServer } from './support/server.mjs'

let server, devices, organiser, first, second
before(async () => {
  server = await startServer()
  devices = await Devices.launch()
  organiser = await Organiser.setUp(server)
  first = await devices.desk(organiser, 'first desk')
  second = await devices.desk(organiser, 'second desk')
})
after(async () => {
  await devices?.close()
  await server?.stop()
})

const button = (page, name) => page.getByRole('button', { name, exact: true })
const listed = async () => JSON.parse(await organiser.ask('GET', '/api/trajectories')).trajectories
const choose = (page, name, bytes) => page.locator('.file-field input').first().setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(bytes) })

/** Gives the page a way to ask when it had painted so many elements, all of them with this text. */
function watchPaint() {
  globalThis.painted = (selector, text = '', count = 1) =>
    new Promise((resolve) => {
      const look = () => {
        const found = [...document.querySelectorAll(selector)]
        if (found.length < count || !found.every((one) => one.textContent.includes(text))) return requestAnimationFrame(look)
        // The frame after the one in which they stand is on the screen: what was asked then is there.
        const channel = new MessageChannel()
        channel.port1.onmessage = () => resolve(performance.now())
        requestAnimationFrame(() => channel.port2.postMessage(0))
      }
      look()
    })
  // From the start of the page on, not from when somebody asks.
  globalThis.firstPlacePainted = globalThis.painted('.portfolio-field__names li')
}

async function step(name, act) {
  try {
    await act()
  } catch (error) {
    await photograph(first, 'portfolio-first')
    await photograph(second, 'portfolio-second')
    throw new Error(`${name}: ${error.message}`, { cause: error })
  }
}

test('places come in from a spreadsheet', { timeout: 300_000 }, async (t) => {
  await step('what is wrong is said by line and column before anything is kept', async () => {
    await first.goto(`${server.origin}/desk`)
    await first.getByRole('link', { name: 'Lees plekken in' }).click()
    await first.getByRole('heading', { level: 1, name: 'Lees plekken in' }).waitFor()
    await choose(first, 'leeg.csv', '')
    await first.getByText('Dit bestand is leeg.').waitFor()
    await choose(first, 'plekken.csv', 'gemeente;kleur\nZwolle;groen\n')
    await first.getByText('Er is geen kolom met de naam van de plek.').waitFor()
    // As an older Excel writes it: in the letters of Windows.
    const text = 'Naam;Gemeente;Ruimte voor groen (m²);Kleur;Begeleider\r\nCafé aan het Spui;Kampen;1.250;rood;Bram\r\nDe Aak;Kampen;veel;;\r\n€ Plein;Zwolle;;;\r\n'
    const windows = Uint8Array.from([...text].map((letter) => (letter === '€' ? 0x80 : letter.charCodeAt(0))))
    await choose(first, 'plekken.csv', windows)
    await first.getByRole('heading', { name: '2 plekken komen erbij.' }).waitFor()
    await first.getByText('Deze kolommen kennen we niet en laten we weg: Kleur.').waitFor()
    await first.getByText('Regel 3, Ruimte voor groen (m²): Een heel getal graag, zonder letters.').waitFor()
    await first.getByRole('row', { name: /Café aan het Spui.*Kampen.*Bram/ }).waitFor()
    assert.deepEqual(await axeFindings(first), [])
    assert.deepEqual(await listed(), [])
    await button(first, 'Lees 2 plekken in').click()
    await first.getByRole('heading', { name: '2 plekken zijn ingelezen.' }).waitFor()
    const places = await listed()
    assert.deepEqual(places.map(({ place }) => place).sort(), ['Café aan het Spui', '€ Plein'])
    assert.equal(places.find(({ municipality }) => municipality === 'Kampen').area_m2, 1250)
  })

  await step('an import is taken back, but for what somebody went on with, also after a reload', async () => {
    const lines = Array.from({ length: 40 }, (_, i) => `Terug ${i};Kampen;${i % 2 ? 'veel' : 100}`)
    await choose(first, 'terug.csv', `naam;gemeente;m2\n${lines.join('\n')}\n`)
    await first.getByText('In 20 regels klopt iets niet. Die laten we weg.').waitFor()
    assert.equal(await first.locator('.document__problems li').count(), 20)
    await button(first, 'Lees 20 plekken in').click()
    await first.getByRole('heading', { name: '20 plekken zijn ingelezen.' }).waitFor()
    const { id } = (await listed()).find(({ place }) => place === 'Terug 4')
    await organiser.ask('POST', `/api/trajectories/${id}`, { key: '4'.repeat(32), op: 'hand_over', args: { to: 'Noor', was: '' } })
    await first.reload()
    await first.getByText('Het laatst ingelezen: 20 plekken.').waitFor()
    await button(first, 'Haal die 20 weer weg').click()
    await first.getByText('19 plekken zijn weer weg.').waitFor()
    await first.getByText('Eén plek bleef: daar is intussen aan gewerkt.').waitFor()
    assert.deepEqual(await axeFindings(first), [])
    const left = (await listed()).filter(({ place }) => place.startsWith('Terug'))
    assert.deepEqual(left.map(({ place, facilitator }) => [place, facilitator]), [['Terug 4', 'Noor']])
    await organiser.ask('DELETE', `/api/trajectories/${id}`)
  })

  await step('each of 250 faults can be reached, by its line', async () => {
    const lines = Array.from({ length: 250 }, (_, i) => `Plek ${i};veel`)
    await choose(first, 'fouten.csv', `naam;m2\n${lines.join('\n')}\n`)
    await first.getByText('250 fouten').waitFor()
    await first.getByText('1 tot 100 van 250').waitFor()
    await first.getByText('Regel 2, Ruimte voor groen (m²): Een heel getal graag, zonder letters.').waitFor()
    for (const shown of ['101 tot 200 van 250', '201 tot 250 van 250']) {
      await button(first, 'Volgende').click()
      await first.getByText(shown).waitFor()
    }
    await first.getByText('Regel 251, Ruimte voor groen (m²)').waitFor()
    assert.deepEqual(await axeFindings(first), [])
  })

  await step('what is there already is left out, unless one wants it', async () => {
    await choose(first, 'meer.csv', 'plek,gemeente\ncafe aan het spui,KAMPEN\nKadepolder,Zwolle\n')
    await first.getByText('Eén plek is er al. Die laten we weg.').waitFor()
    await button(first, 'Lees één plek in').waitFor()
    await setBox(first.getByRole('checkbox', { name: 'Lees die ook in' }))
    await button(first, 'Lees 2 plekken in').waitFor()
  })

  await step('more than ten thousand lines are too many; with 4,000 the server dies on the way, and nothing is doubled', async () => {
    const lines = Array.from({ length: 4_000 }, (_, i) => `Plek ${i};Gemeente ${i % 40}`)
    await choose(first, 'te-veel.csv', `naam;gemeente\n${'De Hoef;Zwolle\n'.repeat(10_001)}`)
    await first.getByText('Hier staan 10.001 regels.').waitFor()
    await choose(first, 'veel.csv', `naam;gemeente\n${lines.join('\n')}`)
    const began = Date.now()
    await button(first, 'Lees 4.000 plekken in').click()
    await first.locator('progress').waitFor()
    await first.waitForFunction(() => document.querySelector('progress')?.value > 200)
    await server.kill()
    await button(first, 'Ga verder').waitFor()
    await server.start()
    await button(first, 'Ga verder').click()
    await first.getByRole('heading', { name: '4.000 plekken zijn ingelezen.' }).waitFor({ timeout: 120_000 })
    t.diagnostic(`4,000 places brought in, with a server that died, in ${Date.now() - began} ms`)
    assert.equal((await listed()).length, 4_002)
  })

  await step('the portfolio of 4,000 is drawn and filtered fast', async () => {
    // What the browser itself says: when it first painted, and the frame in which the first place stood.
    await first.addInitScript(watchPaint)
    await first.goto(`${server.origin}/desk`)
    await first.reload()
    await first.getByText('De tekening toont').waitFor()
    const drawn = await first.evaluate(() => globalThis.firstPlacePainted)
    const paint = await first.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0].startTime)
    t.diagnostic(`4,002 places: first paint after ${Math.round(paint)} ms, the first place painted after ${Math.round(drawn)} ms`)
    assert.ok(drawn >= paint)
    await button(first, 'Lijst').click()
    await first.getByText(/^1 tot 50 van 4.?002$/).waitFor()
    const filtered = await first.evaluate(async () => {
      const select = [...document.querySelectorAll('select')].find((one) => [...one.options].some(({ value }) => value === 'Gemeente 7'))
      const began = performance.now()
      select.value = 'Gemeente 7'
      select.dispatchEvent(new Event('change', { bubbles: true }))
      await globalThis.painted('.portfolio tbody tr', 'Gemeente 7', 50)
      return performance.now() - began
    })
    await first.getByText('1 tot 50 van 100').waitFor()
    t.diagnostic(`filtered and painted in ${Math.round(filtered)} ms`)
    const asked = Date.now()
    const body = await organiser.ask('GET', '/api/trajectories')
    t.diagnostic(`the whole list: ${body.length} bytes over HTTP in ${Date.now() - asked} ms`)
    const { list } = JSON.parse(body)
    assert.ok((await organiser.ask('GET', `/api/trajectories?after=${list}`)).length < 500)
  })

  await step('filters hold together and stand in the address: a reload, the way back and a way round find them', async () => {
    await first.getByRole('searchbox', { name: 'Plek', exact: true }).fill('plek 4')
    await first.waitForFunction(() => location.hash.includes('place=plek+4') && document.querySelectorAll('.portfolio tbody tr').length < 50)
    const held = await first.evaluate(() => location.hash)
    assert.match(held, /municipality=Gemeente\+7/)
    const rows = () => first.locator('.portfolio tbody tr').count()
    const count = await rows()
    assert.ok(count > 0 && count < 50)
    await first.reload()
    await first.locator('.portfolio tbody tr').first().waitFor()
    assert.equal(await rows(), count)
    assert.equal(await first.getByRole('searchbox', { name: 'Plek', exact: true }).inputValue(), 'plek 4')
    await first.locator('.portfolio tbody a').first().click()
    await first.locator('.dossier-head h1').waitFor()
    await first.locator('a.back').click()
    await first.locator('.portfolio tbody tr').first().waitFor()
    assert.equal(await first.evaluate(() => location.hash), held)
    await first.goBack()
    await first.goBack()
    await first.locator('.portfolio tbody tr').first().waitFor()
    assert.equal(await rows(), count)
    // Each choice is a step to go back from.
    await first.getByRole('combobox', { name: 'Stap' }).selectOption('plan')
    await first.getByRole('heading', { name: 'Geen plek gevonden' }).waitFor()
    await first.goBack()
    await first.locator('.portfolio tbody tr').first().waitFor()
    assert.equal(await rows(), count)
    await button(first, 'Laat de filters los').click()
    await first.getByText(/^1 tot 50 van 4.?002$/).waitFor()
    await first.getByRole('combobox', { name: 'Gemeente' }).selectOption('Gemeente 7')
    await first.getByText('1 tot 50 van 100').waitFor()
  })

  await step('what is filtered is saved as a table and as JSON', async () => {
    const saved = async (name) => {
      const coming = first.waitForEvent('download')
      await button(first, name).click()
      return readFileSync(await (await coming).path(), 'utf8')
    }
    await first.getByText('Dit bewaart de 100 plekken die je nu ziet.').waitFor()
    const csv = await saved('Bewaar als tabel (CSV)')
    assert.ok(csv.startsWith('\ufeff"Naam van de plek";'))
    assert.equal(csv.trim().split('\r\n').length, 101)
    const { trajectories } = JSON.parse(await saved('Bewaar als JSON'))
    assert.equal(trajectories.length, 100)
    assert.ok(trajectories.every(({ municipality }) => municipality === 'Gemeente 7'))
  })

  await step('whole dossiers go out in one file, and come in again as new places', async () => {
    const coming = first.waitForEvent('download')
    await button(first, 'Bewaar hele dossiers (JSON)').click()
    const path = await (await coming).path()
    const { dossiers, kiemkring_dossiers: version } = JSON.parse(readFileSync(path, 'utf8'))
    assert.equal(version, 1)
    assert.equal(dossiers.length, 100)
    assert.equal(dossiers[0].entries.filter(({ entry }) => entry.kind === 'factor').length, 7)
    await first.goto(`${server.origin}/desk#/trajectories/import`)
    const bring = (content) => first.locator('.file-field input').nth(1).setInputFiles({ name: 'dossiers.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(content)) })
    await bring({ kiemkring_portfolio: 1, trajectories: [] })
    await first.getByText('Dit is geen bestand met dossiers van Kiemkring.').waitFor()
    const few = dossiers.slice(0, 3)
    few[2] = { ...few[2], entries: few[2].entries.map((one) => (one.entry.kind === 'place' ? { ...one, entry: { ...one.entry, area_m2: -1 } } : one)) }
    const before = (await listed()).length
    await bring({ kiemkring_dossiers: 1, dossiers: few })
    await button(first, 'Lees 3 dossiers in').click()
    await first.getByText('2 dossiers ingelezen.').waitFor()
    await first.getByText(/^Niet ingelezen: Plek \d+\. Dit kan niet onder nul zijn\.$/).waitFor()
    assert.deepEqual(await axeFindings(first), [])
    assert.equal((await listed()).length, before + 2)
  })
})

test('the approach is changed at two desks, exported and imported', { timeout: 300_000 }, async () => {
  const fee = (page) => page.locator('.document [name=fee]')
  await step('amounts in both formats, a sentence at the field, and kept', async () => {
    for (const page of [first, second]) {
      await page.goto(`${server.origin}/desk#/approach`)
      await page.getByRole('heading', { level: 1, name: 'Aanpak' }).waitFor()
      await fee(page).waitFor()
    }
    assert.equal(await fee(first).inputValue(), '10.400')
    await fee(first).fill('8.000')
    await button(first, 'Bewaar').click()
    await first.getByText('Er kan niet meer terug dan de kosten.').waitFor()
    await fee(first).fill('11,000.50')
    await first.locator('[name=refund]').fill('€ 9 500')
    await first.locator('[name="name_nl-0"]').fill('Iemand die trekt')
    assert.deepEqual(await axeFindings(first), [])
    await button(first, 'Bewaar').click()
    await first.getByText('Bewaard.').first().waitFor()
  })

  await step('the second desk sees both texts where both wrote, and what does not touch is put together', async () => {
    const name = (page) => page.locator('[name="name_nl-0"]')
    await fee(second).fill('12.000')
    await name(second).fill('Een trekker')
    await second.locator('[name="question_nl-6"]').fill('Wie geeft er water?')
    await button(second, 'Bewaar').click()
    await second.getByText('Op 2 plekken hebben jullie allebei iets veranderd.').waitFor()
    const clash = second.locator('.clash')
    assert.deepEqual(await clash.locator('dd').allTextContents(), ['11.000,50', '12.000', 'Iemand die trekt', 'Een trekker'])
    assert.equal(await fee(second).inputValue(), '12.000')
    assert.equal(await second.locator('[name=refund]').inputValue(), '9.500')
    assert.equal(await button(second, 'Bewaar').isDisabled(), true)
    assert.deepEqual(await axeFindings(second), [])
    await photograph(second, 'approach-clash')
    await clash.first().getByRole('button', { name: 'Neem die van de ander' }).click()
    await second.waitForFunction(() => document.querySelector('.document [name=fee]')?.value === '11.000,50')
    await clash.getByRole('button', { name: 'Houd die van mij' }).click()
    await clash.waitFor({ state: 'detached' })
    await button(second, 'Bewaar').click()
    await second.locator('.document__state', { hasText: /^Bewaard$/ }).waitFor()
    const { document } = JSON.parse(await organiser.ask('GET', '/api/approach'))
    assert.deepEqual([document.fee, document.refund, document.factors[0].name_nl, document.factors[6].question_nl], [1_100_050, 950_000, 'Een trekker', 'Wie geeft er water?'])
  })

  await step('where the desks do not touch nobody is asked anything', async () => {
    await first.locator('[name=hours_to]').fill('6')
    await button(first, 'Bewaar').click()
    await first.getByText('Bewaard, samen met wat iemand anders intussen veranderde.').waitFor()
    assert.equal(await first.locator('[name="name_nl-0"]').inputValue(), 'Een trekker')
    assert.equal(await first.locator('.clash').count(), 0)
    const { document } = JSON.parse(await organiser.ask('GET', '/api/approach'))
    assert.deepEqual([document.hours_to, document.factors[0].name_nl, document.factors[6].question_nl], [6, 'Een trekker', 'Wie geeft er water?'])
  })

  await step('an export comes back in; a file with faults is refused with the place of each', async () => {
    const coming = second.waitForEvent('download')
    await button(second, 'Exporteer (JSON)').click()
    const file = JSON.parse(readFileSync(await (await coming).path(), 'utf8'))
    assert.equal(file.fee, 1_100_050)
    const bring = (content) => second.locator('.document .file-field input').setInputFiles({ name: 'aanpak.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(content)) })
    await bring({ ...file, kleur: 'groen', factors: [{ ...file.factors[0], name_nl: '' }] })
    await second.getByText('kleur: dit kennen we niet').waitFor()
    await second.getByText('Factor 1, Naam, Nederlands: dit mag niet leeg zijn').waitFor()
    await bring({ ...file, fee: 1_300_000 })
    await second.waitForFunction(() => document.querySelector('.document [name=fee]')?.value === '13.000')
    await button(second, 'Bewaar').click()
    await second.locator('.document__state', { hasText: /^Bewaard$/ }).waitFor()
    assert.equal(JSON.parse(await organiser.ask('GET', '/api/approach')).document.fee, 1_300_000)
  })

  await step('a new trajectory begins with it, and the refund is proposed from it', async () => {
    await first.goto(`${server.origin}/desk#/trajectories/new`)
    await first.getByRole('textbox', { name: 'Naam van de plek' }).fill('Rietgoor')
    await button(first, 'Begin het traject').click()
    await first.getByRole('heading', { level: 1, name: 'Rietgoor' }).waitFor()
    await first.getByRole('heading', { name: 'Een trekker' }).waitFor()
    await first.waitForFunction(() => document.querySelector('#form-support [name=fee]')?.value === '13.000')
    await button(first, 'Geen match …').click()
    assert.equal(await first.getByRole('dialog').locator('[name=refund]').inputValue(), '9.500')
    await first.getByRole('dialog').getByRole('button', { name: 'Annuleren' }).click()
  })

  await step('a trajectory is stopped with a kind word, and opened again', async () => {
    await button(first, 'Stop het traject …').click()
    await button(first, 'Stop het traject').click()
    await first.getByText('Schrijf op waarom.').waitFor()
    await first.getByRole('dialog').locator('[name=reason]').fill('De vereniging houdt op te bestaan.')
    await button(first, 'Stop het traject').click()
    await first.getByRole('heading', { name: 'Dit traject is gestopt' }).waitFor()
    await first.locator('.gate__reason', { hasText: 'De vereniging houdt op te bestaan.' }).waitFor()
    await button(first, 'Open het traject weer').waitFor()
  })

  await step('the proposal can be had again', async () => {
    await second.goto(`${server.origin}/desk#/approach`)
    await button(second, 'Terug naar het voorstel').click()
    await second.waitForFunction(() => document.querySelector('.document [name=fee]')?.value === '10.400')
    await button(second, 'Bewaar').click()
    await second.locator('.document__state', { hasText: /^Bewaard$/ }).waitFor()
    const { document, proposal } = JSON.parse(await organiser.ask('GET', '/api/approach'))
    assert.deepEqual(document, proposal)
  })
})

test('the catalogue of concepts is changed, exported and imported, and step 3 knows it', { timeout: 300_000 }, async () => {
  await step('a concept with its figures and what they stand on', async () => {
    await first.goto(`${server.origin}/desk#/catalogue`)
    await first.getByRole('heading', { level: 1, name: 'Concepten' }).waitFor()
    await first.locator('.catalogue summary').nth(29).waitFor()
    await button(first, 'Concept erbij').click()
    await button(first, 'Bewaar').click()
    await first.getByText('Kies waar de getallen op steunen (S, M of E).').waitFor()
    const added = first.locator('.catalogue > li').nth(30)
    await added.getByRole('textbox', { name: 'Naam, Nederlands' }).fill('Zonnebloemzee')
    await added.getByRole('textbox', { name: /^Woorden die erbij horen/ }).fill('zonnebloem, zonnebloemen')
    await added.getByRole('textbox', { name: 'Kost minstens (euro)' }).fill('400')
    await added.getByRole('textbox', { name: 'Kost hoogstens (euro)' }).fill('300')
    await setBox(added.getByRole('radio', { name: 'Geschat.', exact: true }))
    await added.getByText('Dit is minder dan het eerste getal.').waitFor()
    await added.getByRole('textbox', { name: 'Kost hoogstens (euro)' }).fill('1.200')
    assert.deepEqual(await axeFindings(first), [])
    await photograph(first, 'catalogue')
    await button(first, 'Bewaar').click()
    await first.locator('.document__state', { hasText: /^Bewaard$/ }).waitFor()
  })

  await step('an export comes back in; unknown fields and doubles are refused at their place', async () => {
    const coming = first.waitForEvent('download')
    await button(first, 'Exporteer (JSON)').click()
    const file = JSON.parse(readFileSync(await (await coming).path(), 'utf8'))
    assert.equal(file.concepts.length, 31)
    const bring = (content) => first.locator('.document .file-field input').setInputFiles({ name: 'concepten.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(content)) })
    await bring({ ...file, concepts: [file.concepts[0], { ...file.concepts[0], kleur: 'groen' }] })
    await first.getByText('concept 2, kleur: dit kennen we niet').waitFor()
    await first.getByText('concept 2, id: dit staat er al bij een ander concept').waitFor()
    await first.getByText('2 dingen zijn niet goed. Er is niets ingelezen.').waitFor()
    const many = Array.from({ length: 100 }, (_, i) => ({ ...file.concepts[0], id: `veel-${i}`, basis: 'X', kleur: 'groen' }))
    await bring({ ...file, concepts: many })
    await first.getByText('200 dingen zijn niet goed.').waitFor()
    assert.equal(await first.locator('.document__problems li').count(), 200)
    await first.getByText('concept 100, Waar steunen deze getallen op?: kies waar de getallen op steunen (S, M of E)').scrollIntoViewIfNeeded()
    assert.deepEqual(await axeFindings(first), [])
    await photograph(first, 'catalogue-import-faults')
    await bring(file)
    await first.getByText('Ingelezen. Kijk het na en bewaar het.').waitFor()
  })

  await step('the list of the approach itself comes in with its sources, and is taken back, also once it was kept', async () => {
    const list = readFileSync(new URL('../../server/domain/catalogue/concepts.json', import.meta.url))
    await first.locator('.document .file-field input').setInputFiles({ name: 'concepts.json', mimeType: 'application/json', buffer: list })
    await first.getByText('Ingelezen. Kijk het na en bewaar het.').last().waitFor()
    await first.locator('.catalogue summary', { hasText: 'Tiny Forest' }).first().getByText('bronnen S2, S3').waitFor()
    assert.equal(await first.locator('.catalogue > li').count(), 30)
    await button(first, 'Bewaar').click()
    await first.locator('.document__state', { hasText: /^Bewaard$/ }).waitFor()
    const kept = async () => JSON.parse(await organiser.ask('GET', '/api/catalogue')).document.concepts.map(({ id }) => id)
    assert.equal((await kept()).length, 30)
    await first.reload()
    await first.locator('.catalogue summary').nth(29).waitFor()
    await button(first, 'Zet terug van voor het inlezen').click()
    await first.locator('.catalogue > li').nth(30).waitFor()
    await button(first, 'Bewaar').click()
    await first.locator('.document__state', { hasText: /^Bewaard$/ }).waitFor()
    assert.equal((await kept()).length, 31)
  })

  await step('two desks in one concept: both texts stand at the field, and what is new at both stays', async () => {
    const open = async (page, at) => {
      const one = page.locator('.catalogue > li').nth(at)
      if (!(await one.locator('details').evaluate((details) => details.open))) await one.locator('summary').click()
      return one
    }
    for (const page of [first, second]) {
      await page.goto(`${server.origin}/desk#/trajectories`)
      await page.goto(`${server.origin}/desk#/catalogue`)
      await page.locator('.catalogue summary').nth(30).waitFor()
      if (page === first) await button(page, 'Laat mijn wijzigingen los').click({ timeout: 2000 }).catch(() => {})
    }
    const write = async (page, name, added) => {
      const one = await open(page, 0)
      await one.getByRole('textbox', { name: 'Naam, Nederlands' }).fill(name)
      await button(page, 'Concept erbij').click()
      const last = page.locator('.catalogue > li').last()
      await last.getByRole('textbox', { name: 'Naam, Nederlands' }).fill(added)
      await setBox(last.getByRole('radio', { name: 'Geschat.', exact: true }))
      await button(page, 'Bewaar').click()
    }
    await write(first, 'Van de eerste', 'Erbij van de eerste')
    await first.locator('.document__state', { hasText: /^Bewaard$/ }).waitFor()
    await write(second, 'Van de tweede', 'Erbij van de tweede')
    await second.getByText('Op één plek hebben jullie allebei iets veranderd.').waitFor()
    const clash = second.locator('.catalogue > li').first().locator('.clash')
    assert.deepEqual(await clash.locator('dd').allTextContents(), ['Van de eerste', 'Van de tweede'])
    assert.deepEqual(await axeFindings(second), [])
    await clash.getByRole('button', { name: 'Neem die van de ander' }).click()
    await button(second, 'Bewaar').click()
    await second.locator('.document__state', { hasText: /^Bewaard$/ }).waitFor()
    const { document } = JSON.parse(await organiser.ask('GET', '/api/catalogue'))
    assert.equal(document.concepts[0].name_nl, 'Van de eerste')
    assert.deepEqual(document.concepts.slice(31).map(({ name_nl }) => name_nl).sort(), ['Erbij van de eerste', 'Erbij van de tweede'])
    assert.equal(new Set(document.concepts.map(({ id }) => id)).size, 33)
  })

  await step('an idea of step 3 is held beside it', async () => {
    const place = { kind: 'place', name: 'Zonhof', sort: 'company', address: '', municipality: '', funder: '', about: '', area_m2: 0 }
    const key = () => Array.from({ length: 32 }, () => Math.floor(Math.random() * 16).toString(16)).join('')
    const { id } = JSON.parse(await organiser.ask('POST', '/api/trajectories', { key: key(), language: 'nl', place }))
    const now = { kind: 'idea', name: 'Zonnebloemen langs de weg', about: '', letter: '', place: 1, votes: 0, hands: 0, missing_note: '', note: '', session: '', number: 0, route: 'undecided', concept_id: '' }
    const { entry } = JSON.parse(await organiser.ask('POST', `/api/trajectories/${id}`, { key: key(), op: 'put_entry', args: { id: 0, was: null, now } }))
    const { concepts } = JSON.parse(await organiser.ask('GET', `/api/trajectories/${id}/matches?idea=${entry}&language=nl`))
    assert.equal(concepts[0].name_nl, 'Zonnebloemzee')
    assert.deepEqual(concepts[0].cost_eur, [400, 1200])
  })
})

test('of two desks that hand one place over at once the second sees both names', { timeout: 120_000 }, async () => {
  const place = { kind: 'place', name: 'Twee bureaus', sort: 'company', address: '', municipality: '', funder: '', about: '', area_m2: 0 }
  const { id } = JSON.parse(await organiser.ask('POST', '/api/trajectories', { key: '7'.repeat(32), language: 'nl', place }))
  const hand = async (page, to) => {
    await page.goto(`${server.origin}/desk#/trajectories/${id}`)
    await button(page, 'Draag over').click()
    await page.getByRole('dialog').locator('[name=to]').fill(to)
  }
  await step('the second is told, and chooses', async () => {
    await hand(first, 'Kees')
    await hand(second, 'Noor')
    await button(first, 'Draag over aan deze naam').click()
    await first.getByText('met Kees').waitFor()
    const clash = second.getByRole('dialog').locator('.clash')
    await clash.waitFor()
    assert.deepEqual(await clash.locator('dd').allTextContents(), ['Kees', 'Noor'])
    assert.equal(await button(second, 'Draag over aan deze naam').isDisabled(), true)
    assert.deepEqual(await axeFindings(second), [])
    await clash.getByRole('button', { name: 'Toch mijn keuze' }).click()
    await second.getByText('met Noor').waitFor()
    await first.getByText('met Noor').waitFor()
  })

  await step('a hand-over and the archive are taken back where they were done', async () => {
    await desks.undo(second, 'Noor begeleidt dit traject nu.')
    await first.getByText('met Kees').waitFor()
    await button(second, 'Leg in het archief').click()
    await button(first, 'Haal uit het archief').waitFor()
    await desks.undo(second, 'Dit traject ligt in het archief.')
    await button(first, 'Leg in het archief').waitFor()
  })
})
