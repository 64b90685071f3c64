// Step 3 at two desks: who decides is said first, ideas are weighed on criteria, and one of them is chosen.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { axeFindings } from './support/axe.mjs'
import { Devices, photograph, setBox, sizes } from './support/browser.mjs'
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

const key = () => Array.from({ length: 32 }, () => Math.floor(Math.random() * 16).toString(16)).join('')
const button = (page, name) => page.getByRole('button', { name, exact: true })
const heading = (page, name) => page.getByRole('heading', { name }).waitFor()
const isKept = (page) => page.locator('.save-state--saved').waitFor()
const cell = (page, criterion, idea) => page.locator(`.matrix__mark[aria-label^="${criterion}, ${idea}"]`)

const ask = async (id, op, args) => JSON.parse(await organiser.ask('POST', `/api/trajectories/${id}`, { key: key(), op, args }))
async function kept(id) {
  const { entries, ...rest } = JSON.parse(await organiser.ask('GET', `/api/trajectories/${id}`))
  return { ...rest, entries, of: (kind) => entries.map(({ entry }) => entry).filter((entry) => entry.kind === kind) }
}
const idea = (name, letter, place, about = '') => ({ kind: 'idea', name, about, letter, place, votes: 18 - place, hands: 0, missing_note: '', note: '', session: '', number: 0, route: 'undecided', concept_id: '' })

/** A place whose session has been: its ideas are there, and step 3 is open. */
async function atChoice(name, ideas) {
  const place = { kind: 'place', name, sort: 'company', address: '', municipality: 'Zwolle', funder: '', about: '', area_m2: 180 }
  const { id } = JSON.parse(await organiser.ask('POST', '/api/trajectories', { key: key(), language: 'nl', place }))
  const support = (await kept(id)).entries.find(({ entry }) => entry.kind === 'support')
  await ask(id, 'put_entry', { id: support.id, was: support.entry, now: { ...support.entry, budget: 650_000 } })
  for (const now of ideas) await ask(id, 'put_entry', { id: 0, was: null, now })
  await ask(id, 'open_step', { step: 'session', reason: 'Toch' })
  await ask(id, 'open_step', { step: 'choice', reason: 'Toch' })
  return id
}
const open = async (page, id) => {
  await page.goto(`${server.origin}/desk#/trajectories/${id}`)
  await page.locator('.choice').waitFor()
}

async function step(name, act) {
  try {
    await act()
  } catch (error) {
    await photograph(first, 'trajectory-choice-first')
    await photograph(second, 'trajectory-choice-second')
    throw new Error(`${name}: ${error.message}`, { cause: error })
  }
}

let id
test('who decides is said first, and the matrix is filled in at two desks', { timeout: 300_000 }, async () => {
  await step('the matrix is closed until it is recorded who decides', async () => {
    id = await atChoice('Kadepolder', [
      idea('Regen van hal 3 opvangen', 'C', 2),
      idea('Een pauzeplek buiten', 'B', 1, 'Picknicktafel en bank in de zon bij de kantine'),
      idea('Een muurschildering', 'F', 0),
    ])
    await open(first, id)
    await open(second, id)
    await heading(first, 'Wie kiest straks het ene idee?')
    assert.equal(await first.locator('.matrix').count(), 0)
    const early = { kind: 'mark', idea: 9, criterion: 9, colour: 'green', summary: '', note: '', source: '', said_by: '', group_tenths: 0, group_answers: 0 }
    await assert.rejects(ask(id, 'put_entry', { id: 0, was: null, now: early }), /unknown_entry|decider_first/)
    assert.deepEqual(await axeFindings(first), [])
    await setBox(first.getByRole('radio', { name: 'De groep, met instemming' }))
    await button(first, 'Leg dit vast').click()
    await first.getByText('De groep beslist, met instemming.', { exact: true }).waitFor()
    await first.getByText('vóór het invullen').waitFor()
    await second.locator('.matrix').waitFor()
    const now = await kept(id)
    assert.equal(now.of('decider')[0].who, 'group_consent')
    await first.waitForFunction(() => document.querySelectorAll('.matrix tbody tr').length === 11)
    assert.deepEqual((await kept(id)).of('criterion').map(({ name }) => name), ['Tijd', 'Geld', 'Plek en eigenaar', 'Vergunning', 'Onderhoud', 'Steun', 'Hitte', 'Water', 'Natuur', 'Ontmoeten', 'Gezondheid'])
  })

  await step('the first ideas stand in it by their place, then those of the desk', async () => {
    assert.deepEqual(await first.locator('.matrix thead .matrix__name').allTextContents(), ['Een pauzeplek buiten', 'Regen van hal 3 opvangen', 'Een muurschildering'])
  })

  await step('the keyboard is enough: to a cell by arrows, Enter, type, on to the next idea', async () => {
    const start = cell(first, 'Tijd', 'Een pauzeplek buiten')
    await start.focus()
    for (const arrow of ['ArrowDown', 'ArrowRight', 'ArrowUp', 'ArrowLeft']) await first.keyboard.press(arrow)
    await first.waitForFunction(() => document.activeElement?.dataset.cell === '0-0')
    await first.keyboard.press('Enter')
    const sheet = first.getByRole('dialog')
    await sheet.getByText('Ligt het er binnen een jaar?').waitFor()
    await sheet.getByRole('radio', { name: 'past', exact: true }).focus()
    await first.keyboard.press('Space')
    await first.keyboard.press('Tab')
    await first.keyboard.type('3 maanden')
    assert.deepEqual(await axeFindings(first), [])
    await sheet.getByRole('button', { name: 'Volgende idee' }).focus()
    await first.keyboard.press('Enter')
    await first.getByRole('heading', { name: 'Tijd: Regen van hal 3 opvangen' }).waitFor()
    await first.keyboard.press('Escape')
    await sheet.waitFor({ state: 'detached' })
    await isKept(first)
    assert.deepEqual((await kept(id)).of('mark').map(({ colour, summary }) => [colour, summary]), [['green', '3 maanden']])
    await cell(second, 'Tijd', 'Een pauzeplek buiten').getByText('3 maanden').waitFor()
  })

  await step('two desks begin in one empty cell: one mark comes of it, and no word is lost', async () => {
    for (const page of [first, second]) await cell(page, 'Geld', 'Een pauzeplek buiten').click()
    // What the second desk sends is on its way for as long as the first one needs.
    let letGo
    const isFirst = new Promise((resolve) => { letGo = resolve })
    await second.route('**/api/trajectories/*', async (asked) => {
      if (asked.request().method() === 'POST') await isFirst
      await asked.continue().catch(() => {})
    })
    await second.getByRole('dialog').locator('[name=summary]').fill('€ 7.000')
    await second.getByRole('dialog').locator('[name=source]').fill('offerte hovenier')
    await first.getByRole('dialog').locator('[name=summary]').fill('€ 6.500')
    await button(first, 'Klaar').click()
    await cell(first, 'Geld', 'Een pauzeplek buiten').getByText('€ 6.500').waitFor()
    letGo()
    const clash = second.locator('.clash')
    await clash.getByText('€ 6.500').waitFor()
    await clash.getByText('€ 7.000').waitFor()
    await second.unroute('**/api/trajectories/*')
    await clash.getByRole('button', { name: 'Neem die van de ander' }).click()
    await button(second, 'Klaar').click()
    await isKept(second)
    const marks = (await kept(id)).of('mark')
    assert.equal(marks.length, 2)
    assert.deepEqual([marks[1].summary, marks[1].source], ['€ 6.500', 'offerte hovenier'])
  })

  await step('a criterion of their own, and a weight of 1 to 5', async () => {
    await button(second, 'Criterium erbij').click()
    const form = second.getByRole('form', { name: 'Criterium erbij' })
    await form.locator('[name=name]').fill('Tijd')
    await form.getByRole('button', { name: 'Voeg toe' }).click()
    await form.getByText('Dit staat er al.').waitFor()
    await form.locator('[name=name]').fill('Uitzicht')
    await form.locator('[name=weight]').fill('7')
    await form.getByRole('button', { name: 'Voeg toe' }).click()
    await form.getByText('Dit is te veel.').waitFor()
    await form.locator('[name=weight]').fill('5')
    await form.getByRole('button', { name: 'Voeg toe' }).click()
    await form.waitFor({ state: 'detached' })
    await button(first, 'Pas Uitzicht aan').waitFor()
    await button(first, 'Toon de volgorde naar gewicht').click()
    await first.getByText('Deze volgorde beslist niets.').waitFor()
  })

  await step('on a narrow screen nothing is cut off', async () => {
    await second.setViewportSize({ width: 320, height: 720 })
    await cell(second, 'Tijd', 'Een pauzeplek buiten').getByText('3 maanden').waitFor()
    assert.equal(await second.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true)
    await photograph(second, 'trajectory-choice-narrow')
    assert.deepEqual(await axeFindings(second), [])
    await second.setViewportSize(sizes.laptop)
  })
})

test('one idea is chosen, and the choice can be opened again', { timeout: 300_000 }, async () => {
  const panel = first.locator('.choice-panel')
  await step('an idea is picked, and what exists already is found by its words', async () => {
    await setBox(panel.getByRole('radio', { name: 'B: een pauzeplek buiten' }))
    await panel.getByRole('heading', { name: 'Wij kiezen B: een pauzeplek buiten' }).waitFor()
    const match = panel.locator('.match', { hasText: 'Picknick' }).first()
    await match.locator('mark', { hasText: 'picknicktafel' }).waitFor()
    await match.getByText('Wat je eerst nagaat').click()
    assert.ok((await panel.locator('.match').count()) <= 4)
    await setBox(match.getByRole('radio'))
    await second.locator('.match input:checked').first().waitFor()
    const chosen = (await kept(id)).of('idea').find(({ letter }) => letter === 'B')
    assert.equal(chosen.route, 'other_concept')
    assert.equal(chosen.concept_id, 'picknick')
    assert.deepEqual(await axeFindings(first), [])
  })

  await step('what if there is more money: said, and nothing kept', async () => {
    const { version } = await kept(id)
    await panel.getByText('Wat als er meer of minder is?').click()
    const money = panel.getByRole('slider', { name: 'Geld' })
    await money.focus()
    await first.keyboard.press('Home')
    await panel.getByText('Kost meestal').first().waitFor()
    await first.keyboard.press('End')
    await panel.getByText('is ruim genoeg').first().waitFor()
    await panel.getByRole('button', { name: 'Terug naar wat er is' }).click()
    assert.equal((await kept(id)).version, version)
  })

  await step('only the room that is taken along is kept, in the plan of step 4', async () => {
    const room = panel.getByRole('slider', { name: 'Ruimte' })
    await room.focus()
    for (const press of ['Home', 'PageUp']) await first.keyboard.press(press)
    const take = panel.getByRole('button', { name: /^Neem [\d.]+ m² mee naar het plan$/ })
    const area = Number((await take.innerText()).replace(/\D/g, ''))
    await take.click()
    await panel.getByText('In het plan van stap 4 staat').waitFor()
    await take.waitFor({ state: 'detached' })
    assert.deepEqual((await kept(id)).of('plan').map(({ area_m2 }) => area_m2), [area])
    await panel.getByRole('button', { name: 'Terug naar wat er is' }).click()
  })

  await step('of two that become one both show what they are like, and it is said which one decides', async () => {
    await panel.locator('.choice-panel__with select').selectOption({ label: 'C: regen van hal 3 opvangen' })
    const [whole, part] = [panel.locator('.matches').nth(0), panel.locator('.matches').nth(1)]
    await whole.getByText('Dit idee beslist of het hele plan een concept van IVN wordt.').waitFor()
    await part.getByText('Dit idee hoort erbij.').waitFor()
    await part.getByText('Lijkt “C: regen van hal 3 opvangen” op iets dat al bestaat?').waitFor()
    await setBox(part.getByRole('radio', { name: 'Geen bestaand concept: ons eigen plan' }))
    const routes = async () => (await kept(id)).of('idea').map(({ letter, route }) => `${letter} ${route}`).sort()
    await second.locator('.matches').nth(1).getByRole('radio', { name: 'Geen bestaand concept: ons eigen plan', checked: true }).waitFor()
    assert.deepEqual(await routes(), ['B other_concept', 'C own_plan', 'F undecided'])
    assert.deepEqual(await axeFindings(first), [])
    await photograph(first, 'trajectory-choice-two')
    // The second one is made the first: they change places.
    await setBox(panel.getByRole('radio', { name: 'C: regen van hal 3 opvangen' }))
    await whole.getByText('Lijkt “C: regen van hal 3 opvangen” op iets dat al bestaat?').waitFor()
    await part.getByText('Lijkt “B: een pauzeplek buiten” op iets dat al bestaat?').waitFor()
    await setBox(panel.getByRole('radio', { name: 'B: een pauzeplek buiten' }))
    await part.getByText('Lijkt “C: regen van hal 3 opvangen” op iets dat al bestaat?').waitFor()
    await panel.locator('.choice-panel__with select').selectOption('0')
    await part.waitFor({ state: 'detached' })
  })

  await step('no choice without a reason; with one it stands at both desks', async () => {
    await panel.getByRole('button', { name: 'Leg de keuze vast' }).click()
    await panel.getByText('Schrijf op waarom het dit idee wordt.').waitFor()
    await panel.locator('[name=reason]').fill('Iedereen eet er, en het kan dit voorjaar.')
    await panel.locator('[name=concerns]').fill('1 zorg over roken: er komt een rookvrij bord.')
    await panel.getByRole('button', { name: 'Leg de keuze vast' }).click()
    await heading(first, 'Nog even kijken vóór stap 4')
    await second.locator('.choice-panel').getByText('Iedereen eet er').waitFor()
    await first.getByText('Gekozen: Een pauzeplek buiten').waitFor()
    const [choice] = (await kept(id)).of('choice')
    assert.deepEqual([choice.outcome, choice.method, choice.reason], ['chosen', 'consent', 'Iedereen eet er, en het kan dit voorjaar.'])
    await photograph(first, 'trajectory-choice-chosen')
    assert.deepEqual(await axeFindings(first), [])
  })

  await step('it is opened again only with a reason, and the log says so', async () => {
    await button(second, 'Open de keuze weer …').click()
    await button(second, 'Open de keuze').click()
    await second.getByText('Schrijf op waarom.').waitFor()
    await second.getByRole('dialog').locator('[name=reason]').fill('De grond blijkt verhuurd.')
    await button(second, 'Open de keuze').click()
    await first.getByText('De keuze is weer open: De grond blijkt verhuurd.').first().waitFor()
    await panel.getByRole('button', { name: 'Leg de keuze vast' }).click()
    await heading(first, 'Nog even kijken vóór stap 4')
  })

  await step('what is still open is filled in, and step 4 opens', async () => {
    const { of, entries } = await kept(id)
    const chosen = entries.find(({ entry }) => entry.letter === 'B').id
    const marked = new Set(of('mark').filter(({ idea, colour }) => idea === chosen && colour !== 'open').map(({ criterion }) => criterion))
    for (const { id: criterion, entry } of entries) {
      if (entry.kind !== 'criterion' || marked.has(criterion)) continue
      const there = entries.find(({ entry: mark }) => mark.kind === 'mark' && mark.idea === chosen && mark.criterion === criterion)
      const was = there?.entry ?? null
      const now = { kind: 'mark', idea: chosen, criterion, summary: '', note: '', source: '', said_by: '', group_tenths: 0, group_answers: 0, ...was, colour: 'amber' }
      await ask(id, 'put_entry', { id: there?.id ?? 0, was, now })
    }
    await heading(first, 'Het hek naar stap 4 kan open')
    await button(first, 'Naar stap 4').click()
    await first.locator('.step-path [aria-current=step]', { hasText: '4.' }).waitFor()
    assert.equal((await kept(id)).progress.step, 'plan')
  })

  await step('whether there is an example of it decides how step 4 begins', async () => {
    await first.getByText('Een pauzeplek buiten wordt een bestaand concept: Picknick').waitFor()
    await photograph(first, 'trajectory-choice-route')
    assert.deepEqual(await axeFindings(first), [])
    await button(first, 'Zet 3 eerste taken klaar').click()
    // It counts down as they come.
    await first.getByRole('button', { name: /^Zet .* eerste ta(ak|ken) klaar$/ }).waitFor({ state: 'detached' })
    const tasks = (await kept(id)).of('task').filter(({ idea }) => idea === 0)
    assert.equal(tasks.length, 3)
    assert.match(tasks[0].what, /^Nagaan voor “Picknick/)
    assert.notEqual(tasks[0].note, '')
  })
})

test('none of them is an answer too, and who decides binds how', { timeout: 300_000 }, async () => {
  let other
  await step('the client decides, by name', async () => {
    other = await atChoice('De Aak', [idea('Een haag', 'A', 1), idea('Een poel', 'B', 2)])
    await open(first, other)
    await setBox(first.getByRole('radio', { name: 'De opdrachtgever' }))
    await button(first, 'Leg dit vast').click()
    const panel = first.locator('.choice-panel')
    await setBox(panel.getByRole('radio', { name: 'A: een haag' }))
    await panel.locator('[name=reason]').fill('Het kortst klaar.')
    await panel.getByRole('button', { name: 'Leg de keuze vast' }).click()
    await panel.getByText('Schrijf op wie er namens de opdrachtgever besliste.').waitFor()
    const voted = { kind: 'choice', outcome: 'chosen', idea: (await kept(other)).entries.find(({ entry }) => entry.letter === 'A').id, combined_with: 0, reason: 'Gestemd', method: 'vote', concerns: '', decided_by: 'Samira', decided_on: '', reopen_note: '' }
    const there = (await kept(other)).entries.find(({ entry }) => entry.kind === 'choice')
    await assert.rejects(ask(other, 'put_entry', { id: there.id, was: there.entry, now: voted }), /method_does_not_fit/)
  })
  await step('none: step 2 opens again with the reason', async () => {
    await button(first, 'Geen van deze …').click()
    await first.getByRole('dialog').locator('[name=reason]').fill('De buren willen iets anders.')
    await button(first, 'Terug naar stap 2').click()
    await first.locator('.step-path [aria-current=step]', { hasText: '2.' }).waitFor()
    const now = await kept(other)
    assert.deepEqual(now.progress, { step: 'session', outcome: 'running', reason: 'De buren willen iets anders.', refund: 0 })
    assert.equal(now.of('choice')[0].outcome, 'none')
    await first.getByText('Geen van de ideeën gekozen: De buren willen iets anders.').waitFor()
  })
  assert.deepEqual(devices.troubles, [])
})
