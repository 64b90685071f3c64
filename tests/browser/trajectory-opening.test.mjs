// Step 5 at two desks: the party from an empty page until the place is finished, and a next round from what was not chosen.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { axeFindings } from './support/axe.mjs'
import { Devices, photograph, setBox } from './support/browser.mjs'
import { cameraPhoto } from './support/photo.mjs'
import { Organiser } from './support/organiser.mjs'
import { startServer } from './support/server.mjs'

let server, devices, organiser, desk, other, id
before(async () => {
  server = await startServer()
  devices = await Devices.launch()
  organiser = await Organiser.setUp(server)
  desk = await devices.desk(organiser, 'desk')
  other = await devices.desk(organiser, 'other desk')
  id = await placeAtStep5()
})
after(async () => {
  await devices?.close()
  await server?.stop()
})

const key = () => Array.from({ length: 32 }, () => Math.floor(Math.random() * 16).toString(16)).join('')
const ask = async (op, args, of = id) => JSON.parse(await organiser.ask('POST', `/api/trajectories/${of}`, { key: key(), op, args }))
const put = (now, of) => ask('put_entry', { id: 0, was: null, now }, of)
const look = async (of = id) => JSON.parse(await organiser.ask('GET', `/api/trajectories/${of}`))
const kept = async (kind, of) => (await look(of)).entries.filter(({ entry }) => entry.kind === kind)

/** A place that has come to its opening: with people, three ideas, and one of them chosen. */
async function placeAtStep5() {
  const place = { kind: 'place', name: 'De Linde', sort: 'business_park', address: 'Lindelaan 1', municipality: 'Zwolle', funder: '', about: '', area_m2: 180 }
  const { id } = JSON.parse(await organiser.ask('POST', '/api/trajectories', { key: key(), language: 'nl', place }))
  await put({ kind: 'contact', name: 'Noor Smit', role: 'contact_person', organisation: 'Bakkerij Smit', email: 'noor@bakkerij.example', phone: '', note: '', hours_a_week: 3 }, id)
  await put({ kind: 'company', name: 'Koelhuis Zuid', trade: '', note: '' }, id)
  for (const name of ['Een bank bij de vaart', 'Een vijver', 'Fruitbomen'])
    await put({ kind: 'idea', name, about: '', letter: '', place: 0, votes: 0, hands: 0, missing_note: '', note: '', session: '', number: 0, route: 'undecided', concept_id: '' }, id)
  const [{ id: chosen }] = await kept('idea', id)
  for (const step of ['session', 'choice']) await ask('open_step', { step, reason: 'In dit bedrijf gebeurde dit al.' }, id)
  await put({ kind: 'decider', who: 'group_consent', agreed_on: '', note: '' }, id)
  await put({ kind: 'choice', outcome: 'chosen', idea: chosen, combined_with: 0, reason: 'Daar zit iedereen al.', method: 'consent', concerns: '', decided_by: 'De groep', decided_on: '', reopen_note: '' }, id)
  for (const step of ['plan', 'opening']) await ask('open_step', { step, reason: 'In dit bedrijf gebeurde dit al.' }, id)
  return id
}

const field = (page, form, name) => page.locator(`#form-${form} [name="${name}"]`)
const button = (page, name) => page.getByRole('button', { name })
const heading = (page, name) => page.getByRole('heading', { name }).waitFor()
const isKept = (page) => page.locator('.save-state--saved').waitFor()
const leave = (page) => page.locator('h1').first().click()

async function step(name, act) {
  try {
    await act()
  } catch (error) {
    await photograph(desk, 'opening-desk')
    throw new Error(`${name}: ${error.message}`, { cause: error })
  }
}

test('from an empty step 5 until the place is finished', { timeout: 300_000 }, async () => {
  await step('the step says what is open, and leads there', async () => {
    await desk.goto(`${server.origin}/desk#/trajectories/${id}`)
    await heading(desk, 'Nog niet helemaal klaar')
    await button(desk, 'De dag van de opening').click()
    await desk.waitForFunction(() => document.activeElement?.getAttribute('name') === 'held_on')
    assert.deepEqual(await axeFindings(desk), [])
  })

  await step('the party and its list, with days before it', async () => {
    await field(desk, 'opening_party', 'held_on').fill('2030-05-20')
    await field(desk, 'opening_party', 'starts_at').fill('15:00')
    await field(desk, 'opening_party', 'ends_at').fill('14:00')
    await leave(desk)
    await desk.getByText('Dit ligt vóór het begin.').waitFor()
    await field(desk, 'opening_party', 'ends_at').fill('17:00')
    await field(desk, 'opening_party', 'location').fill('Bij de weegbrug')
    await leave(desk)
    await isKept(desk)
    await desk.locator('section', { has: desk.getByRole('heading', { name: 'Wat moet er klaar zijn?' }) }).getByRole('button', { name: 'Begin met een voorstel' }).click()
    await desk.getByText('0 van 7 klaar.').waitFor()
    assert.ok((await kept('task')).some(({ entry }) => entry.due === '2030-04-22'))
    await setBox(desk.getByRole('checkbox', { name: 'Een bordje maken over de plek' }))
    await desk.getByText('1 van 7 klaar.').waitFor()
  })

  await step('another desk sees it and ticks too', async () => {
    await other.goto(`${server.origin}/desk#/trajectories/${id}`)
    await other.getByText('1 van 7 klaar.').waitFor()
    for (const { entry } of await kept('task'))
      if (entry.state !== 'done') {
        await setBox(other.getByRole('checkbox', { name: entry.what }))
        await other.waitForFunction((what) => [...document.querySelectorAll('.opening__tick')].some((row) => row.textContent === what && row.querySelector(':checked')), entry.what)
      }
    await desk.getByText('7 van 7 klaar.').waitFor()
  })

  await step('the invitation is proposed with what is known, and goes by mail', async () => {
    await button(desk, 'Begin met een voorstel').click()
    await isKept(desk)
    const link = desk.getByRole('link', { name: 'Open in je mail' })
    await link.waitFor()
    const href = decodeURIComponent(await link.getAttribute('href'))
    for (const part of ['Uitnodiging: opening van De Linde', '20 mei 2030 van 15:00 tot 17:00 uur', 'Waar: Bij de weegbrug']) assert.ok(href.includes(part), part)
  })

  await step('what was measured, whom we thank and who looks after it', async () => {
    await field(desk, 'opening_measured', 'area_m2').fill('210')
    await field(desk, 'opening_measured', 'trees').fill('-3')
    await leave(desk)
    await desk.getByText('Dit kan niet onder nul zijn.').waitFor()
    await field(desk, 'opening_measured', 'trees').fill('12')
    await field(desk, 'opening_measured', 'people').fill('60')
    await leave(desk)
    await isKept(desk)
    await button(desk, 'Zet 2 namen uit het dossier erbij').click()
    await setBox(desk.getByRole('checkbox', { name: 'Noor Smit, Bakkerij Smit' }))
    await button(desk, 'Onderhoud erbij').click()
    const form = desk.getByRole('form', { name: 'Onderhoud erbij' })
    await form.locator('.entry-form :focus').waitFor()
    await form.locator('[name=what]').fill('Water geven')
    await form.locator('[name=every_months]').fill('1')
    await form.locator('[name=starts_on]').fill('2030-06-01')
    await form.locator('[name=ends_on]').fill('2035-06-01')
    await form.locator('[name=function]').fill('Terreinbeheer')
    await form.locator('[name=email]').fill('beheer@delinde.example')
    await form.getByRole('button', { name: 'Voeg toe' }).click()
    await desk.getByText('elke maand · Terreinbeheer · de keer van 1 juni 2030').waitFor()
    const mail = new URL(await desk.getByRole('link', { name: 'Mail dit aan: Terreinbeheer' }).getAttribute('href'))
    assert.equal(decodeURIComponent(mail.pathname), 'beheer@delinde.example')
    assert.match(mail.searchParams.get('body'), /Water geven\.\r\nWanneer: elke maand, voor het eerst op 1 juni 2030, voor het laatst op 1 juni 2035\./)
    assert.deepEqual(await axeFindings(desk), [])
  })

  await step('then it is finished, and can be opened again', async () => {
    await heading(desk, 'Alles is gedaan')
    await button(desk, 'Sluit het traject af').click()
    await heading(desk, 'Deze plek is klaar. En hij groeit door.')
    assert.equal((await look()).progress.outcome, 'finished')
    await button(desk, 'Open het traject weer').click()
    await desk.getByRole('dialog').locator('textarea').fill('Er komt nog een boom bij.')
    await desk.getByRole('dialog').getByRole('button', { name: 'Open weer' }).click()
    await heading(desk, 'Alles is gedaan')
  })

  await step('the portfolio adds up what was measured', async () => {
    await desk.goto(`${server.origin}/desk#/trajectories`)
    await desk.getByText('12 bomen, 60 mensen die meededen').waitFor()
  })
})

test('photos, the slider and the public story', { timeout: 300_000 }, async () => {
  const moment = (name) => desk.locator('.photos__moment', { has: desk.getByRole('heading', { name, exact: true }) })
  const describe = async (name, words) => {
    await moment(name).locator('.entry-row__open').click()
    const form = moment(name).locator('.entry-row__form')
    assert.equal(await form.getByRole('checkbox').count(), 0)
    await form.locator('[name=description]').fill(words)
    await leave(desk)
    await setBox(form.getByRole('checkbox', { name: 'Op de verhaalpagina' }))
    await form.getByRole('button', { name: 'Klaar', exact: true }).click()
    await moment(name).locator('.factor__by', { hasText: 'op de verhaalpagina' }).waitFor()
  }

  await step('photos of before and after come with progress, and need words', async () => {
    await desk.goto(`${server.origin}/desk#/trajectories/${id}`)
    for (const [name, seed] of [['Ervoor', 1], ['Erna', 8]]) {
      await moment(name).locator('input[type=file]').setInputFiles(await cameraPhoto(desk, seed, { width: 1600, height: 1200 }))
      await moment(name).locator('.photos__small').waitFor()
    }
    await describe('Ervoor', 'Een plein vol tegels voor hal 2')
    await describe('Erna', 'Dezelfde plek met bomen')
    await moment('Tijdens het werk').locator('input[type=file]').setInputFiles({ name: 'geen-foto.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('geen foto') })
    await desk.getByText('geen-foto.jpg: Dit soort bestand kunnen we niet lezen.').waitFor()
  })

  await step('the slider follows the keys', async () => {
    const slider = desk.getByRole('slider', { name: 'Schuif van erna naar ervoor' })
    await slider.focus()
    for (let i = 0; i < 10; i += 1) await slider.press('ArrowRight')
    assert.equal(await slider.getAttribute('aria-valuetext'), 'Ervoor 60 %, Erna 40 %')
    assert.deepEqual(await axeFindings(desk), [])
  })

  let address, visitor
  await step('a site plan belongs to step 1', async () => {
    await button(desk, /^1\. Verkennen/).click()
    const plans = desk.locator('section', { has: desk.getByRole('heading', { name: 'Plattegrond' }) })
    await plans.locator('input[type=file]').setInputFiles(await cameraPhoto(desk, 4, { width: 900, height: 600 }))
    await plans.locator('.picture-plan img').waitFor()
    await button(desk, /^5\. Vieren/).click()
  })

  await step('the story is public once the organiser wants it', async () => {
    await field(desk, 'opening_story', 'story_title').fill('Van tegels naar tuin')
    await field(desk, 'opening_story', 'story').fill('Eerst was er steen.\nNu is er schaduw.')
    await leave(desk)
    await isKept(desk)
    address = `${server.origin}/story/de-linde-${id}`
    visitor = (await devices.large('visitor', { width: 320, height: 640 })).page
    assert.equal((await visitor.goto(address)).status(), 404)
    await visitor.getByRole('heading', { name: 'Dit verhaal staat hier niet' }).waitFor()
    await setBox(desk.getByRole('checkbox', { name: 'Iedereen mag deze pagina lezen' }))
    await leave(desk)
    await isKept(desk)
    assert.equal(await desk.getByRole('link', { name: 'Bekijk de pagina' }).getAttribute('href'), `/story/de-linde-${id}`)
  })

  await step('a neighbour reads it on a narrow phone, and slides', async () => {
    const asked = []
    visitor.on('request', (request) => asked.push(new URL(request.url()).origin))
    assert.equal((await visitor.goto(address)).status(), 200)
    await visitor.getByRole('heading', { level: 1, name: 'Van tegels naar tuin' }).waitFor()
    await visitor.getByRole('img', { name: 'Dezelfde plek met bomen' }).waitFor()
    await visitor.getByRole('slider', { name: 'Schuif van erna naar ervoor' }).press('ArrowLeft')
    await visitor.getByText('210 m² groen').waitFor()
    assert.ok(await visitor.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'nothing sticks out at 320 pixels')
    assert.deepEqual(await axeFindings(visitor), [])
    assert.deepEqual(new Set(asked), new Set([server.origin]))
  })

  await step('without a script both photos stand there', async () => {
    const context = await devices.browser.newContext({ javaScriptEnabled: false })
    const plain = await context.newPage()
    await plain.goto(address)
    await plain.getByRole('img', { name: 'Een plein vol tegels voor hal 2' }).waitFor()
    await plain.getByRole('img', { name: 'Dezelfde plek met bomen' }).waitFor()
    await context.close()
  })

  await step('who wants to join in is thanked once it is kept, and is there at the desk', async () => {
    await visitor.getByRole('button', { name: 'Ik wil meedoen' }).click()
    await visitor.getByText('Vul dit nog in.').waitFor()
    await visitor.getByLabel('Je naam').fill('Anna Buur')
    await visitor.getByRole('button', { name: 'Ik wil meedoen' }).click()
    await visitor.getByText('Vul je e-mail of je telefoon in.', { exact: true }).waitFor()
    await visitor.getByLabel('E-mail').fill('anna')
    await visitor.getByRole('button', { name: 'Ik wil meedoen' }).click()
    await visitor.getByText('Dit is geen e-mailadres.').waitFor()
    await visitor.getByLabel('E-mail').fill('anna@straat.example')
    await visitor.getByLabel(/^Wat zou je willen doen/).fill('Ik kan snoeien.')
    await visitor.getByRole('button', { name: 'Ik wil meedoen' }).click()
    await visitor.getByText('Dank je wel! De organisator heeft je bericht.').waitFor()
    await desk.getByRole('heading', { name: 'Anna Buur' }).waitFor()
    assert.equal((await kept('neighbour')).length, 1)
  })

  await step('she is erased for good, and the story is taken away', async () => {
    await button(desk, 'Pas Anna Buur aan').click()
    await button(desk, 'Wis voorgoed …').click()
    await desk.getByRole('dialog').getByRole('button', { name: 'Wis voorgoed' }).click()
    await desk.getByRole('heading', { name: 'Anna Buur', exact: true }).waitFor({ state: 'detached' })
    await setBox(desk.getByRole('checkbox', { name: 'Iedereen mag deze pagina lezen' }), false)
    await leave(desk)
    await isKept(desk)
    await desk.getByRole('link', { name: 'Bekijk de pagina' }).waitFor({ state: 'detached' })
    assert.equal((await visitor.goto(address)).status(), 404)
    await visitor.getByText('of heeft de organisator het weggehaald').waitFor()
  })
})

test('a next round from the ideas that were not chosen', { timeout: 300_000 }, async () => {
  await step('it begins with those that are wanted, and without people', async () => {
    await desk.goto(`${server.origin}/desk#/trajectories/${id}`)
    await setBox(desk.getByRole('checkbox', { name: 'Fruitbomen' }), false)
    assert.equal(await desk.getByRole('checkbox', { name: 'Een bank bij de vaart' }).count(), 0)
    await button(desk, 'Begin een ronde met 1 idee').click()
    await desk.waitForFunction((before) => !location.hash.includes(before) && /trajectories\/[0-9a-f]{16}/.test(location.hash), id)
    const made = /trajectories\/([0-9a-f]{16})/.exec(desk.url())[1]
    await desk.getByRole('heading', { level: 1, name: 'De Linde' }).waitFor()
    assert.deepEqual((await kept('idea', made)).map(({ entry }) => entry.name), ['Een vijver'])
    assert.deepEqual(await kept('contact', made), [])
    assert.equal((await kept('company', made)).length, 1)
  })
  await step('the other desk, which starts it too, comes to the same one', async () => {
    await other.goto(`${server.origin}/desk#/trajectories/${id}`)
    await other.reload()
    await other.getByText('De volgende ronde is begonnen.').waitFor()
    const { trajectories } = JSON.parse(await organiser.ask('GET', '/api/trajectories'))
    assert.equal(trajectories.length, 2)
  })
  assert.deepEqual(devices.troubles, [])
})
