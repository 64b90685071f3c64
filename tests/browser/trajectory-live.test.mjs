// Steps 1 and 3 with the group: what stands in the dossier is scored on phones, and what the group gave, chose and decided is in the
// dossier by itself.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { axeFindings } from './support/axe.mjs'
import { Devices, photograph, sizes } from './support/browser.mjs'
import * as desks from './support/desk.mjs'
import { Organiser } from './support/organiser.mjs'
import * as phones from './support/phone.mjs'
import { startServer } from './support/server.mjs'
import * as tablets from './support/tablet.mjs'

let server, devices, organiser
before(async () => {
  server = await startServer()
  devices = await Devices.launch()
  organiser = await Organiser.setUp(server)
})
after(async () => {
  await devices?.close()
  await server?.stop()
})

const key = () => Array.from({ length: 32 }, () => Math.floor(Math.random() * 16).toString(16)).join('')
const inDays = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
const say = (id, op, args) => organiser.ask('POST', `/api/trajectories/${id}`, { key: key(), op, args })
const put = (id, now) => say(id, 'put_entry', { id: 0, was: null, now })
async function kept(id) {
  const { entries } = JSON.parse(await organiser.ask('GET', `/api/trajectories/${id}`))
  return (kind) => entries.filter(({ entry }) => entry.kind === kind).map(({ id, entry }) => ({ id, ...entry }))
}
async function until(what) {
  for (let tries = 0; tries < 150; ++tries) {
    const found = await what()
    if (found) return found
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  assert.fail('it did not come')
}

const idea = (name, about) => ({ kind: 'idea', name, about, letter: '', place: 0, votes: 0, hands: 0, missing_note: '', note: '', session: '', number: 0, route: 'undecided', concept_id: '' })
const ideas = ['Een pauzeplek buiten', 'Regen opvangen', 'Bomen langs de weg']
const criteria = ['Geld', 'Onderhoud']

async function newDossier() {
  const place = { kind: 'place', name: 'De Hoef', sort: 'business_park', address: 'Hoefweg 1', municipality: 'Zwolle', funder: '', about: '', area_m2: 0 }
  return JSON.parse(await organiser.ask('POST', '/api/trajectories', { key: key(), language: 'nl', place })).id
}
async function atTheChoice(who) {
  const id = await newDossier()
  for (const step of ['session', 'choice']) await say(id, 'open_step', { step, reason: 'Wij willen verder.' })
  for (const name of ideas) await put(id, idea(name, `Waarom ${name.toLowerCase()}`))
  await put(id, { kind: 'decider', who, agreed_on: inDays(0), note: '' })
  for (const name of criteria) await put(id, { kind: 'criterion', name, question: `Hoe zit het met ${name.toLowerCase()}?`, weight: 1, live: true })
  await put(id, { kind: 'criterion', name: 'Vergunning', question: '', weight: 1, live: false })
  return id
}

async function openDesk(id) {
  const { page: desk } = await devices.large('desk', sizes.laptop)
  await organiser.logIn(desk)
  await desk.goto(`${server.origin}/desk#/trajectories/${id}`)
  return desk
}

/** A tablet, a big screen, and people on their phones. */
async function gather(session, names) {
  const tablet = (await devices.large('tablet', sizes.tablet)).page
  await tablet.goto(await organiser.pairingLink(session, 'facilitator'))
  const screen = (await devices.large('screen', sizes.screen)).page
  await screen.goto(await organiser.pairingLink(session, 'screen'))
  const code = (await tablet.locator('.lobby-code').innerText()).replace(/\s/g, '')
  const people = []
  for (const name of names) {
    const { page } = await devices.phone(name)
    people.push(page)
    await phones.joinByLink(page, `${server.origin}/#c=${code}`, name)
    await tablets.waitForPeople(tablet, people.length)
  }
  return { tablet, screen, people }
}
async function finish(tablet) {
  await tablets.next(tablet, 'Afsluiten')
  await tablet.getByLabel('Datum').fill(inDays(21))
  await tablet.getByRole('button', { name: 'Schrijf op' }).click()
  await tablet.getByText('Volgende stap:').first().waitFor()
  await tablet.getByRole('button', { name: 'Sessie afsluiten' }).click()
  await tablet.getByRole('dialog').getByRole('button', { name: 'Sluit de sessie af' }).click()
}
/** The last round is on still. */
async function endAgain(tablet) {
  const button = tablet.getByRole('button', { name: 'Sessie afsluiten' })
  const banner = tablet.getByRole('banner').getByRole('button', { name: 'Afsluiten', exact: true })
  await button.or(banner).first().waitFor()
  if (!(await button.isVisible())) await banner.click()
  await button.click()
  await tablet.getByRole('dialog').getByRole('button', { name: 'Sluit de sessie af' }).click()
}
const point = (page, n, criterion, title) => page.getByRole('button', { name: `${n} van 5: ${criterion}, ${title}`, exact: true })
async function isClean(page, what) {
  assert.deepEqual(await axeFindings(page), [], what)
}
/** The report of a session as a page, in both languages, on a wide screen and on a phone. */
async function reportIsClean(desk, session, titles, name) {
  const page = await desk.context().newPage()
  for (const [language, title] of Object.entries(titles))
    for (const size of [sizes.laptop, sizes.phone]) {
      await page.setViewportSize(size)
      await page.goto(`${server.origin}/api/sessions/${session}/export?format=html&look=1&readers=archive&language=${language}`)
      await page.getByRole('heading', { name: title }).waitFor()
      await page.locator('.score, .seen').first().waitFor()
      await isClean(page, `${name} ${language} ${size.width}`)
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), 0, `${name} ${language}: wider than ${size.width}`)
      await photograph(page, `${name}-${language}-${size.width}`)
    }
  await page.close()
}
const givenAndChosen = { nl: 'Wat de groep gaf en koos', en: 'What the group gave and chose' }

test('four people score the ideas of a dossier and choose one, and that is in step 3 by itself', { timeout: 300_000 }, async () => {
  const id = await atTheChoice('group_consent')
  const desk = await openDesk(id)
  await desk.getByRole('button', { name: 'Start de verdieping', exact: true }).click()
  await desk.getByRole('link', { name: 'Naar de sessie' }).waitFor()
  await photograph(desk, 'step-3-meeting')
  const [plan] = (await kept(id))('session_plan')
  assert.equal(plan.purpose, 'choice')

  const { tablet, screen, people } = await gather(plan.session, ['Anna', 'Bo', 'Cor', 'Dee'])
  await tablets.next(tablet, 'Van vijf naar één')
  await tablets.next(tablet, 'Verdieping')
  for (const [n, page] of people.entries()) {
    await phones.waitForHeading(page, 'Hoe goed past het?')
    for (const title of ideas) for (const criterion of criteria) await point(page, n === 0 && title === ideas[0] ? 2 : 4, criterion, title).click()
    await page.getByText('Alles ingevuld. Je kunt nog wisselen.').waitFor()
  }
  // Another score, taken back and given again, is one answer; a reload keeps it.
  await point(people[1], 5, 'Geld', ideas[0]).click()
  const five = people[1].getByRole('button', { name: `5 van 5: Geld, ${ideas[0]}`, exact: true, pressed: true })
  await five.waitFor()
  await people[1].reload()
  await five.waitFor()
  await tablet.getByText('4 van de 4 zijn klaar.').waitFor()
  assert.equal(await screen.locator('.spread').count(), 0)
  await photograph(people[0], 'assess-phone')
  await photograph(tablet, 'assess-tablet')
  await photograph(screen, 'assess-screen')
  await isClean(people[0], 'scoring on a phone')
  await isClean(tablet, 'who still scores')

  await tablet.getByRole('button', { name: 'Sluit en laat zien' }).click()
  await tablet.getByText('Gemiddeld 3,8 van 5').first().waitFor()
  await screen.locator('.scores').waitFor()
  await phones.waitForHeading(people[0], 'Dit gaf de groep')
  await photograph(people[0], 'assess-gave-phone')
  await photograph(tablet, 'assess-gave-tablet')
  await photograph(screen, 'assess-gave-screen')
  await isClean(tablet, 'what the group gave')
  await isClean(screen, 'what the group gave on the big screen')

  await tablet.waitForTimeout(850) // a second tap within less moves nobody
  await tablet.getByRole('button', { name: 'Volgende: Tafelgesprek' }).click()
  await people[0].getByText('Waar denken we verschillend over?').waitFor()
  await tablets.next(tablet, 'Kiezen')
  await tablet.getByRole('button', { name: `Stel voor: ${ideas[1]}` }).click()
  for (const page of people.slice(0, 3)) await page.getByRole('button', { name: `Prima: ${ideas[1]}` }).click()
  await people[3].getByRole('button', { name: `Ik heb een zorg: ${ideas[1]}` }).click()
  await people[3].getByLabel('Wat is je zorg?').fill('Muggen in de zomer')
  await people[3].getByRole('button', { name: 'Bewaar' }).click()
  await tablet.getByText('Muggen in de zomer').waitFor()
  await photograph(people[3], 'choose-phone')
  await photograph(tablet, 'choose-tablet')
  await photograph(screen, 'choose-screen')
  await isClean(people[3], 'choosing on a phone')
  await isClean(tablet, 'choosing on the tablet')
  assert.equal(await tablet.getByRole('button', { name: 'Zet de keuze vast' }).isDisabled(), true)
  await tablet.getByRole('button', { name: 'Opgelost: zorg van Dee' }).click()
  await tablet.getByLabel('Waarom kiezen jullie dit?').fill('Het helpt tegen wateroverlast')
  await tablet.getByRole('button', { name: 'Zet de keuze vast' }).click()
  await phones.waitForHeading(people[0], 'Dit plan is gekozen')
  await photograph(screen, 'chosen-screen')
  await finish(tablet)

  const choice = await until(async () => (await kept(id))('choice')[0])
  assert.deepEqual([choice.outcome, choice.method, choice.reason], ['chosen', 'consent', 'Het helpt tegen wateroverlast'])
  assert.match(choice.concerns, /Muggen in de zomer \(opgelost\)/)
  const of = await kept(id)
  assert.equal(of('idea').find((one) => one.id === choice.idea).name, ideas[1])
  assert.equal(of('mark').length, 6)
  const mark = of('mark').find((one) => one.idea === of('idea')[0].id && one.criterion === of('criterion')[0].id)
  assert.deepEqual([mark.group_tenths, mark.group_answers, mark.colour], [38, 4, 'open'])
  await desk.getByText('groep: 3,8 van 5 (4 antwoorden)').first().waitFor()
  await photograph(desk, 'step-3-after-meeting')
  // And on paper.
  assert.match(await desk.locator('.printed-choice').textContent(), /groep: 3,8 van 5 \(4 antwoorden\)/)
  await desk.emulateMedia({ media: 'print' })
  await photograph(desk, 'step-3-printed')
  await desk.emulateMedia({ media: 'screen' })
  await isClean(desk, 'step 3 after the meeting')
  await reportIsClean(desk, plan.session, givenAndChosen, 'choice-report')
  await photograph(people[0], 'results-matrix-phone')

  // At the desk somebody chooses another after all; the session, opened again and ended again, says what it said.
  const { id: number, ...made } = choice
  const opened = { ...made, outcome: 'open', idea: 0, reopen_note: 'De eigenaar belde' }
  await say(id, 'put_entry', { id: number, was: made, now: opened })
  const own = { ...opened, outcome: 'chosen', idea: of('idea')[0].id, reason: 'De eigenaar wil dit' }
  await say(id, 'put_entry', { id: number, was: opened, now: own })
  await tablet.getByRole('button', { name: 'Toch niet afsluiten' }).click()
  await tablet.getByRole('dialog').getByRole('button', { name: 'Open de sessie weer' }).click()
  await tablet.getByText('Deze sessie was al eens afgesloten.').waitFor()
  await endAgain(tablet)
  const notice = desk.getByRole('region', { name: 'De sessie zegt nu iets anders.' })
  await notice.getByText(`${ideas[0]} · Met instemming · De eigenaar wil dit`).waitFor()
  await notice.getByText(`${ideas[1]} · Met instemming · Het helpt tegen wateroverlast`).waitFor()
  await photograph(desk, 'kept-choice')
  await isClean(desk, 'a choice that the session says otherwise')
  await notice.getByRole('button', { name: 'Neem over: De keuze van de groep' }).click()
  await notice.waitFor({ state: 'detached' })
  const now = (await kept(id))('choice')[0]
  assert.deepEqual([now.outcome, now.idea, now.reason], ['chosen', choice.idea, 'Het helpt tegen wateroverlast'])
  assert.match(now.reopen_note, /^De groep koos iets anders in de sessie \(/)
  await desks.undo(desk, 'Hier staat nu wat de sessie zegt.')
  await notice.waitFor()
  // Two steps are taken back, and the notice is there after the first.
  await until(async () => (await kept(id))('choice')[0].idea === own.idea)
})

test('three people fill in the factors, the table decides, and that is in step 1 by itself', { timeout: 300_000 }, async () => {
  const id = await newDossier()
  const desk = await openDesk(id)
  await desk.getByRole('button', { name: 'Start de green date', exact: true }).click()
  await desk.getByRole('link', { name: 'Naar de sessie' }).waitFor()
  const [plan] = (await kept(id))('session_plan')
  const factors = (await kept(id))('factor')
  assert.equal(factors.length, 7)

  const { tablet, screen, people } = await gather(plan.session, ['Eef', 'Fay', 'Gijs'])
  await tablets.next(tablet, 'Groen licht?')
  await tablets.next(tablet, 'Groen, oranje of rood?')
  for (const [n, page] of people.entries())
    for (const [i, { name }] of factors.entries()) {
      const colour = i === 0 && n === 2 ? 'rood' : i === 1 ? 'oranje' : 'groen'
      await page.getByRole('button', { name: `${colour}: ${name}`, exact: true }).click()
    }
  await tablet.getByText('3 van de 3 zijn klaar.').waitFor()
  await photograph(people[0], 'factors-phone')
  await isClean(people[0], 'the factors on a phone')
  await tablet.getByRole('button', { name: 'Sluit en laat zien' }).click()
  await tablet.getByText('2 groen, 1 rood').waitFor()
  await screen.getByText('2 groen').waitFor()

  const first = tablet.getByRole('group', { name: `De tafel zegt van ${factors[0].name}` })
  await first.getByRole('button', { name: 'Oranje' }).click()
  await first.getByLabel('Waarom').fill('Joost vraagt zijn baas')
  await first.getByLabel('Waarom').press('Enter')
  await people[0].getByText('Joost vraagt zijn baas').waitFor()
  await tablet.getByRole('group', { name: `De tafel zegt van ${factors[2].name}` }).getByRole('button', { name: 'Groen' }).click()
  await photograph(tablet, 'factors-tablet')
  await photograph(screen, 'factors-screen')
  await isClean(tablet, 'what the table says')
  await finish(tablet)

  const factor = await until(async () => (await kept(id))('factor').find((one) => one.colour === 'amber'))
  assert.deepEqual([factor.name, factor.note], [factors[0].name, 'Joost vraagt zijn baas'])
  assert.match(factor.said_by, /^de tafel op \d\d-\d\d-\d{4}$/)
  assert.equal((await kept(id))('factor').filter((one) => one.colour === 'green').length, 1)
  await desk.getByText(factor.said_by).first().waitFor()
  await photograph(desk, 'step-1-after-meeting')
  await reportIsClean(desk, plan.session, givenAndChosen, 'factors-report')
})

test('a group that votes comes to a tie, votes once more, and what it chose and how is in step 3 by itself', { timeout: 300_000 }, async () => {
  const id = await atTheChoice('group_vote')
  const desk = await openDesk(id)
  await desk.getByRole('button', { name: 'Start de verdieping', exact: true }).click()
  await desk.getByRole('link', { name: 'Naar de sessie' }).waitFor()
  const [plan] = (await kept(id))('session_plan')
  const { tablet, screen, people } = await gather(plan.session, ['Hans', 'Ilse', 'Jan', 'Kim'])
  await tablets.next(tablet, 'Van vijf naar één')
  await tablets.next(tablet, 'Verdieping')
  await phones.waitForHeading(people[0], 'Hoe goed past het?')
  await tablets.next(tablet, 'Tafelgesprek')
  await tablets.next(tablet, 'Stemmen')
  // Two for the first, two for the second.
  for (const [n, page] of people.entries()) await phones.choose(page, ideas[n < 2 ? 0 : 1])
  await tablet.getByText('4 van de 4 zijn klaar.').waitFor()
  await tablets.closeVote(tablet)
  await tablets.next(tablet, 'Gelijke stand')
  await tablet.getByRole('heading', { name: '2 ideeën voor één plek' }).waitFor()
  // The ways out, each with what follows from it.
  for (const way of ['Start de extra ronde', 'Loot op het scherm']) await tablet.getByRole('button', { name: way }).waitFor()
  assert.equal(await tablet.getByRole('button', { name: /^Maak er een top|^Voeg samen/ }).count(), 0)
  await photograph(tablet, 'choice-tie-tablet')
  await photograph(screen, 'choice-tie-screen')
  await isClean(tablet, 'a tie for the one plan')
  await tablet.getByRole('button', { name: 'Start de extra ronde' }).click()
  for (const [n, page] of people.entries()) await phones.choose(page, ideas[n === 0 ? 0 : 1])
  await tablet.getByText('4 van de 4 zijn klaar.').waitFor()
  await tablets.closeVote(tablet)
  await tablet.getByRole('heading', { name: 'Opgelost door de extra ronde.' }).waitFor()
  await tablets.next(tablet, 'Kiezen')
  // What the vote came to is proposed by itself; another proposal is said to be one.
  for (const page of people) await page.getByRole('button', { name: `Prima: ${ideas[1]}` }).waitFor()
  await tablet.getByRole('button', { name: `Stel voor: ${ideas[2]}` }).click()
  await tablet.getByText(`De stemming kwam uit op ${ideas[1]}.`).waitFor()
  await photograph(tablet, 'choice-not-the-vote')
  await isClean(tablet, 'a proposal that is not the vote')
  await tablet.getByRole('button', { name: `Stel voor: ${ideas[1]}` }).click()
  await tablet.getByText(`De stemming kwam uit op ${ideas[1]}.`).waitFor({ state: 'detached' })
  for (const page of people) await page.getByRole('button', { name: `Prima: ${ideas[1]}` }).click()
  await tablet.getByLabel('Waarom kiezen jullie dit?').fill('Drie van de vier willen het')
  await tablet.getByRole('button', { name: 'Zet de keuze vast' }).click()
  await phones.waitForHeading(people[0], 'Dit plan is gekozen')
  await finish(tablet)

  const choice = await until(async () => (await kept(id))('choice')[0])
  assert.deepEqual([choice.outcome, choice.method, choice.reason], ['chosen', 'run_off', 'Drie van de vier willen het'])
  assert.equal((await kept(id))('idea').find((one) => one.id === choice.idea).name, ideas[1])
  await desk.getByText('Drie van de vier willen het').first().waitFor()
  assert.deepEqual(devices.troubles, [])
})

test('a choice that is not what the vote came to does not come by itself, and the desk is told why', { timeout: 300_000 }, async () => {
  const id = await atTheChoice('group_vote')
  const desk = await openDesk(id)
  await desk.getByRole('button', { name: 'Start de verdieping', exact: true }).click()
  await desk.getByRole('link', { name: 'Naar de sessie' }).waitFor()
  const [plan] = (await kept(id))('session_plan')
  const { tablet, people } = await gather(plan.session, ['Lot', 'Mo'])
  // Truus has no phone: what she thinks is written down for her.
  await tablet.getByRole('button', { name: /^Mensen/ }).click()
  await tablet.getByLabel('Voornaam van iemand zonder telefoon').fill('Truus')
  await tablet.getByRole('button', { name: 'Plek op papier' }).click()
  const paper = tablet.getByRole('dialog', { name: 'Truus' })
  await paper.waitFor()
  // Back to the list of people, and from there to the round.
  const shut = async () => {
    await tablet.keyboard.press('Escape')
    await paper.waitFor({ state: 'detached' })
    await tablet.locator('dialog[open]').waitFor()
    await tablet.keyboard.press('Escape')
    await tablet.locator('dialog[open]').waitFor({ state: 'detached' })
  }
  await shut()
  await tablets.next(tablet, 'Van vijf naar één')
  await tablets.next(tablet, 'Verdieping')
  await tablets.next(tablet, 'Tafelgesprek')
  await tablets.next(tablet, 'Stemmen')
  for (const page of people) await phones.choose(page, ideas[0])
  // Truus did not vote: that is asked first.
  await tablet.getByRole('button', { name: 'Sluit de stemming' }).click()
  await tablet.getByText('2 van de 3 stemden.').waitFor()
  await tablet.getByRole('button', { name: 'Sluit over 10 seconden', exact: true }).click()
  await tablet.getByRole('button', { name: 'Sluit nu' }).click()
  await tablets.next(tablet, 'Kiezen')
  await tablet.getByRole('button', { name: `Stel voor: ${ideas[2]}` }).click()
  for (const page of people) await page.getByRole('button', { name: `Prima: ${ideas[2]}` }).click()
  await tablet.getByRole('button', { name: /^Mensen/ }).click()
  await tablet.getByRole('button', { name: 'Schrijf op voor Truus' }).click()
  await paper.getByRole('heading', { name: ideas[2] }).waitFor()
  await paper.getByRole('button', { name: 'Een zorg' }).click()
  await paper.getByLabel('Welke zorg?').fill('Wie maait er?')
  await paper.getByRole('button', { name: 'Schrijf op' }).click()
  await photograph(tablet, 'choice-paper')
  await isClean(tablet, 'consent for a seat on paper')
  await paper.getByRole('button', { name: 'Prima' }).click()
  await paper.getByRole('button', { name: 'Prima', pressed: true }).waitFor()
  await shut()
  await tablet.getByText('3 van 3 zeiden iets.').waitFor()
  await tablet.getByLabel('Waarom kiezen jullie dit?').fill('De eigenaar wil alleen dit')
  await tablet.getByRole('button', { name: 'Zet de keuze vast' }).click()
  await phones.waitForHeading(people[0], 'Dit plan is gekozen')
  await finish(tablet)

  await until(async () => (await kept(id))('session_plan')[0].session_version > 0)
  assert.equal((await kept(id))('choice').length, 0)
  const notice = desk.getByRole('region', { name: 'De sessie zegt nu iets anders.' })
  await notice.getByText('De groep koos in de sessie op een andere manier dan het dossier zegt').waitFor()
  await notice.getByText('Nog niet gekozen').waitFor()
  await notice.getByText(`${ideas[2]} · Met instemming · De eigenaar wil alleen dit`).waitFor()
  assert.equal(await notice.getByRole('button', { name: /^Neem over/ }).count(), 0)
  await photograph(desk, 'choice-told-why')
  await isClean(desk, 'why a choice did not come')
  await notice.getByRole('button', { name: 'Laat staan: De keuze van de groep' }).click()
  await notice.waitFor({ state: 'detached' })
})
