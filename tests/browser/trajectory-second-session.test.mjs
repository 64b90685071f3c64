// Two sessions of one dossier: one that was planned and held here, and one that ran on a laptop elsewhere, whose file is brought in and
// tied to it. The ideas and the people of both stand in step 2, and the ideas of both in step 3. Two more for the choice, which contradict
// each other: the later stands, and what the earlier said is beside it.
import assert from 'node:assert/strict'
import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { axeFindings } from './support/axe.mjs'
import { Devices, photograph, setBox, sizes } from './support/browser.mjs'
import * as desks from './support/desk.mjs'
import { Crowd } from './support/crowd.mjs'
import { Organiser } from './support/organiser.mjs'
import { startServer } from './support/server.mjs'

const pictures = join(dirname(fileURLToPath(import.meta.url)), '../../build/pictures/second-session')
let home, laptop, devices, organiser
before(async () => {
  home = await startServer()
  laptop = await startServer()
  devices = await Devices.launch()
  organiser = await Organiser.setUp(home)
  mkdirSync(pictures, { recursive: true })
})
after(async () => {
  await devices?.close()
  await home?.stop()
  await laptop?.stop()
})

const key = () => Array.from({ length: 32 }, () => Math.floor(Math.random() * 16).toString(16)).join('')
const button = (page, name) => page.getByRole('button', { name, exact: true })
const say = (id, op, args) => organiser.ask('POST', `/api/trajectories/${id}`, { key: key(), op, args }).then(JSON.parse)
async function kept(id) {
  const { entries } = JSON.parse(await organiser.ask('GET', `/api/trajectories/${id}`))
  return (kind) => entries.filter(({ entry }) => entry.kind === kind).map(({ id: number, entry }) => ({ ...entry, id: number }))
}
async function until(what, why) {
  for (let tries = 0; tries < 150; ++tries) {
    if (await what()) return
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  assert.fail(why)
}

/** A short meeting on a server: these ideas, of which the first gets most votes, and somebody who helps with it. */
async function hold(server, host, session, name, texts) {
  const crowd = await Crowd.gather(devices, server.origin)
  const lead = await crowd.pair(await host.pairingLink(session, 'facilitator'))
  const [{ rounds }] = await lead.records('agenda')
  const [{ secret }] = await lead.records('invite')
  const go = (kind) => lead.say('start_round', { round: rounds.find((round) => round.kind === kind).id, in_ms: 0 })
  const person = await crowd.join({ secret }, name)
  await go('ideas')
  for (const text of texts) await person.say('submit_idea', { text, explanation: '' })
  await go('vote')
  const candidate = async (title) => (await lead.records('group')).find((group) => group.name === title).id
  for (const text of texts.slice(0, 2)) await person.say('cast_vote', { candidate: await candidate(text) })
  await lead.say('close_vote', { in_ms: 0, anyway: true })
  await go('commit')
  await person.say('commit', { candidate: await candidate(texts[0]), role: 'help', note: 'een schop' })
  await go('close')
  await lead.say('set_next_step', { date: '2031-01-15', text: 'Kijken' })
  await lead.say('close_session', {})
  return person
}

/** A dossier with a session that was held here. */
async function withSession() {
  const place = { kind: 'place', name: 'De Hoef', sort: 'business_park', address: 'Hoefweg 1', municipality: 'Zwolle', funder: '', about: '', area_m2: 0 }
  const { id } = JSON.parse(await organiser.ask('POST', '/api/trajectories', { key: key(), language: 'nl', place }))
  await say(id, 'open_step', { step: 'session', reason: 'Het wordt al koud.' })
  const plan = { kind: 'session_plan', name: 'Groen op De Hoef', purpose: 'ideas', held_on: '', starts_at: '', ends_at: '', location: '', invitation: '', template_id: 'workshop-60', language: 'nl', host: 'De Hoef', controller: 'Groen', seats: 0, kept_days: 0, session: '', session_version: 0, taken_note: '', session_erased: false, kept_note: '' }
  const { entry } = await say(id, 'put_entry', { id: 0, was: null, now: plan })
  const wish = { template: 'workshop-60', language: 'nl', title: 'Groen op De Hoef', question: 'Wat kan hier?', within: 'een jaar', money: '', place: '', host: 'De Hoef', controller: 'Groen', retained_days: 90, seats_max: 20 }
  const { id: session } = JSON.parse(await organiser.ask('POST', `/api/trajectories/${id}/plans/${entry}/start`, wish))
  const person = await hold(home, organiser, session, 'Anna', ['Een boomgaard', 'Een vijver'])
  await until(async () => (await kept(id))('idea').length === 2, 'what was held here did not come')
  return { id, session, person }
}

/** Until the server has looked at all sessions twice: what is corrected in another one, after what came before, stands in its dossier. */
async function lookedAtAll({ id, person }) {
  for (const name of ['Annet', 'Annika']) {
    await person.say('set_profile', { name, organisation: '', role: '' })
    await until(async () => (await kept(id))('commitment').some((one) => one.name === name), 'what was corrected did not come')
  }
}

/** The same page in both languages, as it is and on a narrow screen. */
async function look(page, name) {
  for (const language of ['nl', 'en']) {
    const there = (await devices.large('desk', sizes.laptop, { language })).page
    await organiser.logIn(there)
    await there.goto(page.url())
    await there.locator('.dossier h2').first().waitFor()
    // What a session says where something else stands is asked for once the page is there.
    await there.waitForTimeout(600)
    await there.screenshot({ path: join(pictures, `${name}-${language}.png`), fullPage: true })
    await there.setViewportSize({ width: 360, height: 740 })
    await there.screenshot({ path: join(pictures, `${name}-${language}-narrow.png`), fullPage: true })
    await there.context().close()
  }
}

test('a session that ran elsewhere stands beside the one that was held here', { timeout: 300_000 }, async () => {
  const { id, session } = await withSession()
  const away = await Organiser.setUp(laptop)
  const elsewhere = await away.createSession({ title: 'Avond in de kantine' })
  await hold(laptop, away, elsewhere, 'Bo', ['Een haag', 'Een boomgaard'])
  const file = await away.export(elsewhere)

  const desk = await devices.desk(organiser, 'desk')
  try {
    await desk.goto(`${home.origin}/desk#/trajectories/${id}`)
    await button(desk, 'Nog een sessie plannen').click()
    const form = desk.getByRole('form', { name: 'Nog een sessie plannen' })
    await form.getByRole('textbox', { name: 'Naam' }).fill('Avond in de kantine')
    await form.getByRole('button', { name: 'Voeg toe' }).click()
    await form.waitFor({ state: 'detached' })

    // From the dossier to where the file is read, and back.
    await button(desk, 'Koppel een sessie …').click()
    const sheet = desk.getByRole('dialog')
    await sheet.getByText('Je hebt geen losse sessie.').waitFor()
    assert.deepEqual(await axeFindings(desk), [])
    await desk.screenshot({ path: join(pictures, 'nothing-to-tie.png') })
    await sheet.getByRole('link', { name: 'Haal een sessie binnen van een laptop' }).click()
    await button(desk, 'Inlezen').first().click()
    const reading = desk.getByRole('dialog')
    await reading.locator('input[type=file]').setInputFiles({ name: 'avond.kiemkring', mimeType: 'application/json', buffer: Buffer.from(file) })
    await reading.getByRole('button', { name: 'Lees in' }).click()
    await desk.getByRole('heading', { level: 1, name: 'Avond in de kantine' }).waitFor()
    await desk.goto(`${home.origin}/desk#/trajectories/${id}`)
    await button(desk, 'Koppel een sessie …').click()
    // The one that is in the dossier already is not offered.
    await sheet.getByRole('radio').first().waitFor()
    assert.equal(await sheet.getByRole('radio').count(), 1)
    await setBox(sheet.getByRole('radio', { name: /^Avond in de kantine/ }))
    await desk.screenshot({ path: join(pictures, 'tie.png') })
    await button(sheet, 'Koppel').click()
    await sheet.waitFor({ state: 'detached' })
    await until(async () => (await kept(id))('idea').length === 4, 'what ran elsewhere did not come')

    const now = await kept(id)
    const of = (which) => now('idea').filter((one) => one.session === which).sort((a, b) => a.place - b.place).map(({ name }) => name)
    assert.deepEqual(of(session), ['Een boomgaard', 'Een vijver'])
    assert.deepEqual(of(elsewhere), ['Een haag', 'Een boomgaard'])
    assert.deepEqual(now('commitment').map(({ name }) => name).sort(), ['Anna', 'Bo'])
    // Each idea came with what has to be found out about it.
    for (const idea of now('idea')) assert.equal(now('task').filter((task) => task.idea === idea.id).length, 3)
    await desk.locator('.ideas').getByRole('heading', { name: 'Een haag' }).waitFor()
    assert.equal(await desk.locator('.ideas').getByRole('heading', { name: 'Een boomgaard', exact: true }).count(), 2)
    // Which came from where is said as soon as there are two.
    assert.equal(await desk.locator('.ideas').getByText('uit “Avond in de kantine”').count(), 2)
    await desk.locator('.what-came').getByText('Uit de sessie “Avond in de kantine”.').waitFor()
    assert.deepEqual(await axeFindings(desk), [])
    await look(desk, 'step-2')

    // Both are weighed beside each other.
    await say(id, 'open_step', { step: 'choice', reason: 'De groep wil door.' })
    await say(id, 'put_entry', { id: 0, was: null, now: { kind: 'decider', who: 'group_consent', agreed_on: '', note: '' } })
    await desk.goto('about:blank')
    await desk.goto(`${home.origin}/desk#/trajectories/${id}`)
    const names = desk.locator('.matrix thead .matrix__name')
    await names.nth(3).waitFor()
    assert.deepEqual((await names.allTextContents()).map((name) => name.trim()).sort(), ['Een boomgaard', 'Een boomgaard', 'Een haag', 'Een vijver'])
    assert.equal(await desk.locator('.matrix thead').getByText('Groen op De Hoef').count(), 2)
    assert.deepEqual(await axeFindings(desk), [])
    await look(desk, 'step-3')
    assert.deepEqual(devices.troubles.filter((one) => !/ERR_CONNECTION|Failed to load|WebSocket/.test(String(one))), [])
  } catch (error) {
    await photograph(desk, 'second-session')
    throw error
  }
})

/** A meeting for the choice in which one person scores the first idea for the only criterion, and one idea is chosen. */
async function choose(id, number, { points, chosen, reason }) {
  const wish = { template: 'choice-90', language: 'nl', title: 'Verdieping', question: 'Welk plan?', within: 'een jaar', money: '', place: '', host: 'De Hoef', controller: 'Groen', retained_days: 90, seats_max: 20 }
  const { id: session } = JSON.parse(await organiser.ask('POST', `/api/trajectories/${id}/plans/${number}/start`, wish))
  const crowd = await Crowd.gather(devices, home.origin)
  const lead = await crowd.pair(await organiser.pairingLink(session, 'facilitator'))
  const [{ rounds }] = await lead.records('agenda')
  const [{ secret }] = await lead.records('invite')
  const go = (kind) => lead.say('start_round', { round: rounds.find((round) => round.kind === kind).id, in_ms: 0 })
  const person = await crowd.join({ secret }, 'Anna')
  await go('assess')
  const [{ subjects }] = await lead.records('matrix')
  const { group } = subjects[chosen]
  await person.say('give_score', { group: subjects[0].group, criterion: 0, score: points })
  await go('choose')
  await lead.say('propose_choice', { group })
  await person.say('answer_concern', { candidate: group, answer: 'fine', text: '' })
  await lead.say('freeze_choice', { frozen: true, reason })
  await go('close')
  await lead.say('set_next_step', { date: '2031-01-15', text: 'Kijken' })
  await lead.say('close_session', {})
  await until(async () => (await kept(id))('session_plan').find((plan) => plan.id === number).session_version > 0, 'what was chosen did not come')
  return { person, session }
}

test('of two sessions that choose otherwise the later stands, and what the earlier said is beside it', { timeout: 300_000 }, async () => {
  const place = { kind: 'place', name: 'De Hoef', sort: 'business_park', address: 'Hoefweg 1', municipality: 'Zwolle', funder: '', about: '', area_m2: 0 }
  const { id } = JSON.parse(await organiser.ask('POST', '/api/trajectories', { key: key(), language: 'nl', place }))
  for (const step of ['session', 'choice']) await say(id, 'open_step', { step, reason: 'Wij willen verder.' })
  const put = (now) => say(id, 'put_entry', { id: 0, was: null, now })
  const idea = (name, letter) => ({ kind: 'idea', name, about: '', letter, place: 0, votes: 0, hands: 0, missing_note: '', note: '', session: '', number: 0, route: 'undecided', concept_id: '' })
  await put(idea('Een boomgaard', 'A'))
  await put(idea('Een vijver', 'B'))
  await put({ kind: 'decider', who: 'group_consent', agreed_on: '2026-11-01', note: '' })
  await put({ kind: 'criterion', name: 'Geld', question: '', weight: 1, live: true })
  const plan = (name) => ({ kind: 'session_plan', name, purpose: 'choice', held_on: '', starts_at: '', ends_at: '', location: '', invitation: '', template_id: 'choice-90', language: 'nl', host: 'De Hoef', controller: 'Groen', seats: 0, kept_days: 0, session: '', session_version: 0, taken_note: '', session_erased: false, kept_note: '' })
  const { entry: noon } = await put(plan('Middag'))
  const { entry: evening } = await put(plan('Avond'))
  const { person } = await choose(id, noon, { points: 2, chosen: 0, reason: 'Iedereen plukt mee' })
  await choose(id, evening, { points: 5, chosen: 1, reason: 'Het water moet ergens heen' })
  const now = async () => {
    const of = await kept(id)
    return [of('choice')[0].reason, of('mark')[0].group_tenths]
  }
  assert.deepEqual(await now(), ['Het water moet ergens heen', 50])

  const desk = await devices.desk(organiser, 'two-choices')
  try {
    await desk.goto(`${home.origin}/desk#/trajectories/${id}`)
    await desk.getByText('Gekozen in “Avond”.').waitFor()
    await desk.getByText('In “Middag” koos de groep iets anders: Een boomgaard · Met instemming · Iedereen plukt mee').waitFor()
    const beside = desk.getByRole('region', { name: 'In “Avond” is iets anders gezegd.' })
    await beside.getByRole('row', { name: /^Geld, Een boomgaard groep: 5,0 van 5 \(1 antwoord\) groep: 2,0 van 5 \(1 antwoord\)$/ }).waitFor()
    assert.deepEqual(await axeFindings(desk), [])
    await look(desk, 'step-3-two-choices')
    await desk.locator('.matrix__mark').first().click()
    const sheet = desk.getByRole('dialog')
    await sheet.getByText('“Avond”: groep: 5,0 van 5 (1 antwoord)').waitFor()
    await sheet.getByText('“Middag”: groep: 2,0 van 5 (1 antwoord)').waitFor()
    assert.deepEqual(await axeFindings(desk), [])
    await desk.screenshot({ path: join(pictures, 'cell-of-two.png') })
    await button(sheet, 'Klaar').click()

    // Who corrects something of theirs in the earlier one turns nothing round.
    const another = await withSession()
    const before = (await kept(id))('session_plan').find((one) => one.id === noon)
    await person.say('set_profile', { name: 'Anne', organisation: '', role: '' })
    await lookedAtAll(another)
    assert.deepEqual(await now(), ['Het water moet ergens heen', 50])
    assert.equal((await kept(id))('session_plan').find((one) => one.id === noon).kept_note, before.kept_note)

    // The desk takes over what the earlier said, and takes that back.
    await beside.getByRole('button', { name: 'Neem over: De keuze van de groep' }).click()
    await desk.getByRole('heading', { name: 'Wij kiezen A: een boomgaard' }).waitFor()
    assert.deepEqual(await now(), ['Iedereen plukt mee', 50])
    await desks.undo(desk, 'Hier staat nu wat de sessie zegt.')
    await desk.getByRole('heading', { name: 'Wij kiezen B: een vijver' }).waitFor()
    await beside.getByRole('button', { name: 'Laat staan: De keuze van de groep' }).click()
    await beside.getByRole('button', { name: 'Laat staan: De cijfers van de groep' }).click()
    await beside.waitFor({ state: 'detached' })
    assert.deepEqual(await now(), ['Het water moet ergens heen', 50])
    assert.deepEqual(devices.troubles.filter((one) => !/ERR_CONNECTION|Failed to load|WebSocket/.test(String(one))), [])
  } catch (error) {
    await photograph(desk, 'two-choices')
    throw error
  }
})
