// One place through all five steps at the desk, with the live sessions of steps 2 and 3 in the middle, to the day it is finished; and a single
// company for which it is no match. What one step knows the next one shows: nothing is typed twice.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { Devices, photograph, setBox } from './support/browser.mjs'
import { ideas, meet, weigh } from './support/meeting.mjs'
import { Organiser } from './support/organiser.mjs'
import { cameraPhoto } from './support/photo.mjs'
import { startServer } from './support/server.mjs'

let server, devices, organiser, desk, phone
before(async () => {
  server = await startServer()
  devices = await Devices.launch()
  organiser = await Organiser.setUp(server)
  desk = await devices.desk(organiser, 'desk')
  phone = (await devices.phone('link')).page
})
after(async () => {
  await devices?.close()
  await server?.stop()
})

const key = () => Array.from({ length: 32 }, () => Math.floor(Math.random() * 16).toString(16)).join('')
const inDays = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
const field = (form, name) => desk.locator(`#form-${form} [name="${name}"]`)
const button = (name) => desk.getByRole('button', { name, exact: true })
const heading = (name) => desk.getByRole('heading', { name }).first().waitFor()
const isKept = () => desk.locator('.save-state--saved').waitFor()
const sees = (text) => desk.locator('.dossier').getByText(text).first().waitFor()
const leave = async () => {
  await desk.locator('h1').first().click()
  await isKept()
}
async function kept(id) {
  const { entries, ...rest } = JSON.parse(await organiser.ask('GET', `/api/trajectories/${id}`))
  return { ...rest, entries, of: (kind) => entries.map(({ entry }) => entry).filter((entry) => entry.kind === kind) }
}
const say = async (id, op, args) => JSON.parse(await organiser.ask('POST', `/api/trajectories/${id}`, { key: key(), op, args }))

async function begin(name, sort, municipality) {
  await desk.goto(`${server.origin}/desk#/trajectories/new`)
  await desk.getByRole('textbox', { name: 'Naam van de plek' }).fill(name)
  await setBox(desk.getByRole('radio', { name: sort }))
  await desk.getByRole('textbox', { name: /^Gemeente/ }).fill(municipality)
  await button('Begin het traject').click()
  await desk.getByRole('heading', { level: 1, name }).waitFor()
  return /trajectories\/([0-9a-f]{16})/.exec(desk.url())[1]
}
async function add(link, fields, choice) {
  await button(link).click()
  const form = desk.getByRole('form', { name: link })
  await form.locator('.entry-form :focus').waitFor()
  if (choice) await setBox(form.getByRole('radio', { name: choice, exact: true }).first())
  for (const [name, text] of Object.entries(fields)) await form.locator(`[name=${name}]`).fill(text)
  await form.getByRole('button', { name: 'Voeg toe' }).click()
  await form.waitFor({ state: 'detached' })
}
/** Opens a row, sets what is given, and closes it once that is kept. */
async function edit(entry, name, fields, choice) {
  await button(`Pas ${name} aan`).first().click()
  const form = desk.locator(`#form-entry-${entry}`)
  await form.waitFor()
  if (choice) await setBox(form.getByRole('radio', { name: choice, exact: true }))
  for (const [field, text] of Object.entries(fields)) await form.locator(`[name=${field}]`).fill(text)
  await leave()
  await desk.locator('.entry-row', { has: form }).getByRole('button', { name: 'Klaar', exact: true }).click()
  await form.waitFor({ state: 'detached' })
}
/** What step 2 found out of the first idea. */
const found = { owner_of_ground: 'Van Loon Logistiek', cables: 'Geen, KLIC gedaan', cost: 'Ongeveer € 2.000, zegt de kweker' }
async function step(name, act) {
  try {
    await act()
  } catch (error) {
    await photograph(desk, 'whole-desk')
    await photograph(phone, 'whole-phone')
    throw new Error(`${name}: ${error.message}`, { cause: error })
  }
}
/** The person behind a link says yes. */
async function yesByLink(name) {
  await button(`Maak een link voor ${name}`).click()
  const address = desk.locator('.entry-row', { hasText: name }).locator('.address__url')
  await address.waitFor()
  await phone.goto('about:blank')
  await phone.goto(`${server.origin}/answer#${(await address.inputValue()).split('#')[1]}`)
  await setBox(phone.getByRole('radio', { name: 'Ja', exact: true }))
  await phone.getByRole('button', { name: 'Stuur je antwoord', exact: true }).click()
  await phone.getByText('Je ja is bewaard.').waitFor()
}

test('a business park, from the first talk to the day it is finished', { timeout: 600_000 }, async () => {
  let id
  let session
  await step('step 1: who takes part, money, seven factors, and the gate', async () => {
    id = await begin('De Hoef', 'Bedrijvenpark', 'Zwolle')
    await add('Contact erbij', { name: 'Mirjam Post', hours_a_week: '3' }, 'contactpersoon')
    await add('Contact erbij', { name: 'Bram Vos' }, 'parkmanager')
    for (const name of ['Van Loon Logistiek', 'Koelhuis Zuid']) await add('Bedrijf erbij', { name })
    await field('place', 'area_m2').fill('180')
    await field('support', 'budget').fill('6.500')
    await field('support', 'colleagues').fill('In de nieuwsbrief.')
    await field('place', 'address').fill('Hoefweg 1')
    await leave()
    for (const { id: factor, entry } of (await kept(id)).entries.filter((one) => one.entry.kind === 'factor'))
      await edit(factor, entry.name, { said_by: 'Mirjam Post', ...(entry.name === 'Zorg voor later' ? { note: 'Hovenier Kees' } : {}) }, 'Geregeld')
    await heading('Het hek naar stap 2 kan open')
    await photograph(desk, 'whole-1-green-date')
    await button('Naar stap 2').click()
    await heading('De sessie')
  })

  await step('step 2: a session with phones, whose ideas and people come back by themselves', async () => {
    await add('Plan de sessie', { name: 'Groen op De Hoef', held_on: inDays(14), starts_at: '13:30', ends_at: '16:30' })
    await setBox(desk.locator('.plan-doings').getByRole('radio', { name: /^Kort: één uur/ }))
    await desk.locator('.plan-doings .ui-button-primary').click()
    await desk.locator('[id^=form-entry-] [name=controller]').first().fill('Stichting Groen, post@groen.example')
    await leave()
    await button('Start de sessie').click()
    await desk.getByRole('link', { name: 'Naar de sessie' }).waitFor()
    session = (await kept(id)).of('session_plan')[0].session
    await meet(session, { devices, organiser, server })
    await desk.locator('.what-came').waitFor({ timeout: 60_000 })
    assert.deepEqual((await kept(id)).of('commitment').map(({ name, email }) => [name, email]), [['Anna', 'anna@post.example']])
    await desk.getByRole('heading', { name: 'Liggen er kabels of leidingen? (KLIC-melding)' }).first().waitFor()
    // What is found out is written down once; most of it ends with one press.
    const { entries } = await kept(id)
    const first = entries.find(({ entry }) => entry.kind === 'idea' && entry.name === ideas[0]).id
    for (const { id: task, entry } of entries.filter((one) => one.entry.kind === 'task')) {
      if (entry.idea === first) await edit(task, entry.what, { who: 'Bram Vos', note: found[entry.topic] })
      const [idea] = entries.filter((one) => one.id === entry.idea)
      await button(`Uitgezocht: ${entry.what} (${idea.entry.name})`).click()
      await button(`Uitgezocht: ${entry.what} (${idea.entry.name})`).waitFor({ state: 'detached' })
    }
    assert.ok((await kept(id)).of('task').every(({ state }) => state === 'done'))
    await photograph(desk, 'whole-2-found-out')
    await button('Naar stap 3').click()
    await heading('Wie kiest straks het ene idee?')
  })

  await step('step 3: the group decides, and one idea is chosen', async () => {
    await setBox(desk.getByRole('radio', { name: 'De groep, met instemming' }))
    await button('Leg dit vast').click()
    await desk.waitForFunction(() => document.querySelectorAll('.matrix tbody tr:not(.matrix__known)').length === 11)
    const names = await desk.locator('.matrix thead .matrix__name').allTextContents()
    assert.deepEqual([...names].sort(), ideas.slice(0, 5).sort())
    assert.equal(names[0], 'Een boomgaard')
    // The group itself, on its phones: what the dossier knows comes along, and what they choose comes back.
    await button('Start de verdieping').click()
    await desk.getByRole('link', { name: 'Naar de sessie' }).waitFor()
    const before = await kept(id)
    const live = before.of('session_plan').find(({ purpose }) => purpose === 'choice').session
    const criteria = before.of('criterion').filter((one) => one.live).map(({ name }) => name)
    assert.equal(criteria.length, 5)
    const reason = 'De strook ligt er al, en iedereen plukt mee.'
    await weigh(live, { titles: ideas.slice(0, 5), criteria, chosen: ideas[0], together: ideas[3], reason }, { devices, organiser, server })
    const panel = desk.locator('.choice-panel')
    await panel.getByText(reason).waitFor({ timeout: 60_000 })
    await desk.getByText(/groep: 5(,0)? van 5/).first().waitFor()
    // Of two that became one both say what they are like.
    for (const [i, own] of (await panel.getByRole('radio', { name: /ons eigen plan/ }).all()).entries()) {
      await own.click({ force: true })
      await panel.locator('.match input:checked').nth(i).waitFor()
    }
    assert.equal(await panel.locator('.match input:checked').count(), 2)
    await heading('Nog even kijken vóór stap 4')
    const { entries, of } = await kept(id)
    const { idea, combined_with: second, method } = of('choice')[0]
    const named = (wanted) => entries.find((one) => one.id === wanted).entry.name
    assert.deepEqual([named(idea), named(second), method], [ideas[0], ideas[3], 'consent'])
    // What step 2 found out stands above the matrix and beside each cell: one press takes it along.
    assert.match(await desk.locator('.matrix__known').innerText(), /Grond: Van Loon Logistiek/)
    for (const { id: criterion, entry } of entries.filter((one) => one.entry.kind === 'criterion')) {
      await desk.locator(`[data-mark="${idea}-${criterion}"]`).click()
      const sheet = desk.getByRole('dialog')
      await setBox(sheet.getByRole('radio', { name: 'past', exact: true }))
      if (entry.name === 'Geld') {
        await sheet.locator('[name=note]').fill('Dat lukt.')
        await sheet.getByRole('button', { name: 'Zet erbij: Kosten' }).click()
        await sheet.getByText('staat erbij').waitFor()
        await photograph(desk, 'whole-3-known')
      }
      await sheet.getByRole('button', { name: 'Klaar', exact: true }).click()
      await sheet.waitFor({ state: 'detached' })
    }
    await isKept()
    const money = (await kept(id)).entries.find(({ entry }) => entry.kind === 'criterion' && entry.name === 'Geld').id
    const mark = (await kept(id)).of('mark').find((one) => one.criterion === money && one.idea === idea)
    assert.deepEqual([mark.note, mark.source, mark.said_by], [`Dat lukt.\nKosten: ${found.cost}`, 'uitgezocht in stap 2', 'Bram Vos'])
    await heading('Het hek naar stap 4 kan open')
    await photograph(desk, 'whole-3-choice')
    await button('Naar stap 4').click()
    await heading('Het plan is nog niet klaar')
  })

  await step('step 4: a plan with money, people who say yes themselves, and agreements for later', async () => {
    await sees(/Een boomgaard/)
    // What steps 1 to 3 know is proposed; what somebody types stays.
    await field('plan', 'spot').fill('De strook bij de weegbrug')
    await desk.getByRole('button', { name: 'Neem over: Waar komt het?' }).waitFor({ state: 'detached' })
    await photograph(desk, 'whole-4-proposals')
    await button('Neem alle 2 over').first().click()
    await isKept()
    const [plan] = (await kept(id)).of('plan')
    assert.match(plan.goal_note, /^Een boomgaard \+ Een bank in de schaduw\nWaarom: De strook ligt er al/)
    assert.deepEqual([plan.spot, plan.area_m2], ['De strook bij de weegbrug', 180])
    await field('plan', 'trees').fill('12')
    await field('plan', 'starts_on').fill(inDays(50))
    await field('plan', 'ends_on').fill(inDays(120))
    await leave()
    await button('Neem over: Een boomgaard').click()
    await desk.getByRole('button', { name: 'Neem over: Een boomgaard' }).waitFor({ state: 'detached' })
    const [cost] = (await kept(id)).of('cost')
    assert.deepEqual([cost.amount, cost.basis], [200_000, found.cost])
    await button('Neem over: Geld uit stap 1').click()
    await button('Neem over: Geld uit stap 1').waitFor({ state: 'detached' })
    await sees(/Er is .* te weinig/)
    const [{ id: cover, entry: hoped }] = (await kept(id)).entries.filter(({ entry }) => entry.kind === 'cover')
    assert.equal(hoped.amount, 650_000)
    await edit(cover, hoped.what, {}, 'toegezegd')
    await sees(/Er blijft .* over/)
    await add('Regel erbij', { what: 'Planten', starts_on: inDays(60), ends_on: inDays(62) })
    await add('Taak erbij', { what: 'Bomen bestellen', who: 'Mirjam Post', due: inDays(20) })
    await add('Risico erbij', { what: 'Het blijft te nat', measure_note: 'Eerst een greppel' }, 'groot')
    await add('Vergunning erbij', { what: 'Melding bij het waterschap', due: inDays(10) }, 'aangevraagd')
    // What is first of all that has a day stands below, without anybody writing it there.
    await desk.locator('.from-dossier').getByText('Vergunning: Melding bij het waterschap').waitFor()
    await desk.locator('.from-dossier').scrollIntoViewIfNeeded()
    await photograph(desk, 'whole-4-next')
    // A day before today is refused at its field, and what was typed stays.
    await button('Pas Bomen bestellen aan').click()
    const [{ id: task }] = (await kept(id)).entries.filter(({ entry }) => entry.what === 'Bomen bestellen')
    await field(`entry-${task}`, 'due').fill('2020-01-01')
    await desk.locator('h1').first().click()
    await desk.locator(`#form-entry-${task}`).getByText('Deze dag is al geweest', { exact: false }).waitFor()
    await field(`entry-${task}`, 'due').fill(inDays(20))
    await leave()
    // What was taken away comes back with one press.
    const spade = async () => (await kept(id)).of('cost').some(({ what }) => what === 'Scheppen')
    await add('Kosten erbij', { what: 'Scheppen', amount: '90', basis: 'Bouwmarkt' })
    await button('Pas Scheppen aan').click()
    await desk.locator('.entry-row', { hasText: 'Scheppen' }).getByRole('button', { name: 'Haal weg' }).click()
    await desk.getByRole('heading', { name: 'Scheppen' }).waitFor({ state: 'detached' })
    assert.equal(await spade(), false)
    await desk.getByRole('button', { name: /^Ongedaan maken.*Scheppen/ }).first().click()
    await desk.getByRole('heading', { name: 'Scheppen' }).waitFor()
    assert.equal(await spade(), true)
    // The tasks in somebody's own calendar.
    await add('Agenda-adres erbij', { name: 'Mirjam' })
    await button('Maak een link voor Mirjam').click()
    const feed = desk.locator('.entry-row', { hasText: 'Mirjam' }).locator('.address__url')
    await feed.waitFor()
    const calendar = await (await fetch(await feed.inputValue())).text()
    assert.match(calendar, /BEGIN:VCALENDAR/)
    assert.match(calendar, /Bomen bestellen/)
    // Who came forward is asked with one press, with the address that she gave.
    await button('Vraag Anna').click()
    await button('Vraag Anna').waitFor({ state: 'detached' })
    await desk.locator('.entry-row', { hasText: 'Anna' }).getByText('anna@post.example').waitFor()
    await add('Iemand erbij', { name: 'Mirjam Post' })
    await button('Neem over: Van wie is de grond?').click()
    await button('Neem over: Wie onderhoudt het?').click()
    await isKept()
    assert.deepEqual((await kept(id)).of('agreement').map((one) => [one.owner_of_ground, one.maintainer]), [['Van Loon Logistiek', 'Hovenier Kees']])
    await field('agreement', 'frequency').fill('vier keer per jaar')
    await field('agreement', 'ends_on').fill(inDays(100))
    await leave()
    await sees(/Dit eindigt voordat het plan klaar is/)
    await sees('Afspraken die langer duren dan het plan zelf')
    await field('agreement', 'ends_on').scrollIntoViewIfNeeded()
    await photograph(desk, 'whole-4-agreement')
    await field('agreement', 'ends_on').fill(inDays(2_000))
    await leave()
    await desk.getByText('Afspraken die langer duren dan het plan zelf').waitFor({ state: 'detached' })
    await yesByLink('Mirjam Post')
    await add('Vraag de eigenaar', { name: 'Joost de Wit' })
    await yesByLink('Joost de Wit')
    // Who looks after it signed a letter: a photo of it is the yes.
    await add('Vraag wie onderhoudt', { name: 'Kees van Dam' })
    const kees = desk.locator('.entry-row', { hasText: 'Kees van Dam' })
    await kees.locator('.asked__letters input[type=file]').setInputFiles(await cameraPhoto(desk, 7, { width: 900, height: 1200 }))
    await sees(/zei ja op .* brief: bijgevoegd/)
    await button('Meld klaar als versie 1').click()
    await heading('Het plan is klaar: versie 1')
    await button('Naar stap 5').click()
    await heading('Nog niet helemaal klaar')
  })

  await step('step 5: the party, what came of it, who is thanked and who looks after it', async () => {
    await field('opening_party', 'held_on').fill(inDays(200))
    await leave()
    await field('opening_measured', 'area_m2').fill('190')
    await field('opening_measured', 'trees').fill('12')
    await field('opening_measured', 'people').fill('45')
    await leave()
    await desk.getByRole('button', { name: /^Zet \d+ namen uit het dossier erbij/ }).click()
    await setBox(desk.getByRole('checkbox', { name: /^Mirjam Post/ }))
    await add('Onderhoud erbij', { what: 'Snoeien', every_months: '12', starts_on: inDays(400), function: 'Terreinbeheer' })
    await heading('Alles is gedaan')
    await button('Sluit het traject af').click()
    await heading('Deze plek is klaar. En hij groeit door.')
    const { progress, happened } = await kept(id)
    assert.equal(progress.outcome, 'finished')
    assert.ok(happened.length > 0)
  })

  await step('the portfolio adds it up', async () => {
    await desk.goto(`${server.origin}/desk#/trajectories`)
    await desk.getByText('12 bomen, 45 mensen die meededen').waitFor()
  })

  await step('once the session is erased, who was in it is nowhere in the dossier any more', async () => {
    await organiser.ask('DELETE', `/api/sessions/${session}`)
    for (let tries = 0; (await kept(id)).of('commitment').length > 0; tries += 1) {
      assert.ok(tries < 100, 'Anna is there still')
      await new Promise((resolve) => setTimeout(resolve, 200))
    }
    const now = await kept(id)
    assert.ok(!JSON.stringify(now).includes('anna@post.example'))
    assert.equal(now.of('session_plan')[0].session_erased, true)
    assert.equal(now.of('idea').length, 5)
    assert.equal(now.of('confirmation').length, 3)
  })
  assert.deepEqual(devices.troubles, [])
})

test('a single company, from the first talk to no match, with the refund', { timeout: 300_000 }, async () => {
  let id
  await step('one company needs no second one, and the money does', async () => {
    id = await begin('Bergerveld', 'Eén bedrijf', 'Kampen')
    await add('Contact erbij', { name: 'Noor Smit', hours_a_week: '2' }, 'contactpersoon')
    const lacks = (await kept(id)).missing.map(({ what }) => what)
    assert.ok(!lacks.includes('second_company') && lacks.includes('budget'))
  })
  await step('it ends kindly, and what goes back is recorded', async () => {
    await button('Geen match …').click()
    const sheet = desk.getByRole('dialog')
    await sheet.locator('[name=reason]').fill('De verhuurder wil niet.')
    await button('Sluit het traject').click()
    await heading('Deze keer geen match')
    assert.deepEqual((await kept(id)).progress, { step: 'green_date', outcome: 'no_match', reason: 'De verhuurder wil niet.', refund: 900_000 })
    await desk.goto(`${server.origin}/desk#/trajectories`)
    await desk.getByRole('link', { name: 'De Hoef' }).waitFor()
  })
  assert.deepEqual(devices.troubles, [])
})
