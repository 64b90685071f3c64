// A session that has ended is opened again, from the tablet and from the desk: phones and the big screen come along by themselves, and
// what it comes to then is in its dossier instead of what it came to before, without losing what somebody wrote there. And a newer
// version of a session that is here already takes its place.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { axeFindings } from './support/axe.mjs'
import { Devices, photograph, sizes } from './support/browser.mjs'
import * as desks from './support/desk.mjs'
import { ideas, meet } from './support/meeting.mjs'
import { Organiser } from './support/organiser.mjs'
import * as phones from './support/phone.mjs'
import { startServer } from './support/server.mjs'

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
const button = (page, name) => page.getByRole('button', { name, exact: true })
const say = (id, op, args) => organiser.ask('POST', `/api/trajectories/${id}`, { key: key(), op, args })
async function kept(id) {
  const { entries } = JSON.parse(await organiser.ask('GET', `/api/trajectories/${id}`))
  return (kind) => entries.filter(({ entry }) => entry.kind === kind).map(({ id, entry }) => ({ id, ...entry }))
}
async function change(id, { id: entry, ...was }, now) {
  await say(id, 'put_entry', { id: entry, was, now: { ...was, ...now } })
}
async function until(what, why) {
  for (let tries = 0; tries < 200; ++tries) {
    const found = await what()
    if (found) return found
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  assert.fail(why)
}

/** A dossier with a session for ideas that has begun. */
async function begin() {
  const place = { kind: 'place', name: 'De Hoef', sort: 'business_park', address: 'Hoefweg 1', municipality: 'Zwolle', funder: '', about: '', area_m2: 0 }
  const { id } = JSON.parse(await organiser.ask('POST', '/api/trajectories', { key: key(), language: 'nl', place }))
  await say(id, 'open_step', { step: 'session', reason: 'Het wordt al koud.' })
  const plan = { kind: 'session_plan', name: 'Groen op De Hoef', purpose: 'ideas', held_on: '', starts_at: '', ends_at: '', location: '', invitation: '', template_id: 'workshop-60', language: 'nl', host: 'De Hoef', controller: 'Groen', seats: 0, kept_days: 0, session: '', session_version: 0, taken_note: '', session_erased: false, kept_note: '' }
  await say(id, 'put_entry', { id: 0, was: null, now: plan })
  const [{ id: number }] = (await kept(id))('session_plan')
  const wish = { template: 'workshop-60', language: 'nl', title: 'Groen op De Hoef', question: 'Wat kan hier?', within: 'een jaar', money: '', place: '', host: 'De Hoef', controller: 'Groen', retained_days: 90, seats_max: 20 }
  const { id: session } = JSON.parse(await organiser.ask('POST', `/api/trajectories/${id}/plans/${number}/start`, wish))
  return { id, session }
}
async function openDesk(hash) {
  const { page } = await devices.large('desk', sizes.laptop)
  await organiser.logIn(page)
  await page.goto(`${server.origin}/desk#${hash}`)
  return page
}
/** By the rail, past the rounds between, and to what that round is worked on with. */
async function goTo(tablet, round) {
  await tablet.getByRole('banner').getByRole('button', { name: 'Regie' }).click()
  await tablet.getByRole('navigation', { name: 'Rondes' }).getByRole('button', { name: new RegExp(round) }).click()
  await tablet.getByRole('dialog').getByRole('button', { name: /^Ga hierheen/ }).click()
  const working = tablet.getByRole('heading', { level: 1, name: round })
  const directing = tablet.getByRole('banner').getByRole('button', { name: round, exact: true })
  await working.or(directing).first().waitFor()
  if (await directing.isVisible()) await directing.click()
  await working.waitFor()
}
async function end(tablet) {
  await goTo(tablet, 'Afsluiten')
  await button(tablet, 'Sessie afsluiten').click()
  await tablet.getByRole('dialog').getByRole('button', { name: 'Sluit de sessie af' }).click()
  await tablet.getByRole('heading', { name: 'De sessie is afgesloten' }).waitFor()
}

test('a session is opened again, and its dossier has what it comes to then', { timeout: 300_000 }, async () => {
  const { id, session } = await begin()
  const people = await meet(session, { devices, organiser, server })
  await until(async () => (await kept(id))('idea').length === 5, 'the ideas did not come')
  const orchard = (await kept(id))('idea').find(({ place }) => place === 1)
  assert.equal(orchard.name, ideas[0])
  // At the desk somebody gave the orchard a better name, and called Anna, who said where she can be reached at work.
  await change(id, orchard, { name: 'Een boomgaard met een hek' })
  await change(id, (await kept(id))('commitment')[0], { called: true, note: 'Belt terug', email: 'anna@werk.example' })

  const tablet = (await devices.large('tablet', sizes.tablet)).page
  await tablet.goto(await organiser.pairingLink(session, 'facilitator'))
  const screen = (await devices.large('screen', sizes.beamer)).page
  await screen.goto(await organiser.pairingLink(session, 'screen'))
  await tablet.getByRole('heading', { name: 'De sessie is afgesloten' }).waitFor()
  await people.Bo.getByRole('heading', { name: 'Van jou' }).waitFor()
  await photograph(tablet, 'reopen-ended')
  await button(tablet, 'Toch niet afsluiten').click()
  await photograph(tablet, 'reopen-asked')
  assert.deepEqual(await axeFindings(tablet), [], 'opening again')
  await tablet.getByRole('dialog').getByRole('button', { name: 'Open de sessie weer' }).click()
  await tablet.getByText('Deze sessie was al eens afgesloten.').waitFor()
  // Nobody touched their phone: it comes back by itself, and does not ask for stars a second time.
  await people.Bo.getByRole('heading', { name: 'Van jou' }).waitFor({ state: 'detached' })
  await people.Bo.getByRole('heading', { name: 'Dank je wel, Bo' }).waitFor()
  assert.equal(await people.Bo.getByRole('radio', { name: /ster/ }).count(), 0)
  await photograph(people.Bo, 'reopen-phone')
  await photograph(tablet, 'reopen-open')
  await photograph(screen, 'reopen-screen')

  await goTo(tablet, 'Wie doet mee').catch(async (trouble) => {
    await photograph(tablet, 'reopen-goto')
    throw trouble
  })
  await phones.waitForHeading(people.Bo, 'Waar doe jij aan mee?')
  await phones.pickIdea(people.Bo, 1)
  await button(people.Bo, 'Ik trek de kar').click()
  await tablet.getByText('trekt de kar').first().waitFor()
  await button(people.Anna, 'Aanpassen').click()
  await people.Anna.getByLabel('Je e-mail of telefoon').fill('anna@nieuw.example')
  await button(people.Anna, 'Bewaar mijn gegevens').click()
  await people.Anna.getByText('We kunnen je bereiken via anna@nieuw.example.').waitFor()
  await end(tablet)

  await until(async () => (await kept(id))('commitment').some(({ name }) => name === 'Bo'), 'Bo is not in the dossier')
  const now = await kept(id)
  assert.deepEqual(now('commitment').map(({ name }) => name).sort(), ['Anna', 'Bo'])
  const anna = now('commitment').find(({ name }) => name === 'Anna')
  assert.deepEqual([anna.called, anna.note], [true, 'Belt terug'])
  assert.equal(now('idea').find(({ place }) => place === 1).name, 'Een boomgaard met een hek')
  assert.equal(now('idea').length, 5)
  // The same again is nothing new.
  const before = JSON.parse(await organiser.ask('GET', `/api/trajectories/${id}`)).version
  await new Promise((resolve) => setTimeout(resolve, 2_500))
  assert.equal(JSON.parse(await organiser.ask('GET', `/api/trajectories/${id}`)).version, before)

  const desk = await openDesk(`/trajectories/${id}`)
  await desk.locator('.what-came').getByText('1 mens wil meedoen').waitFor()
  await photograph(desk, 'reopen-dossier')
  assert.deepEqual(await axeFindings(desk), [], 'what came later')

  // The session says something else of Anna than the desk wrote: both stand there, and one of them is chosen.
  const notice = desk.getByRole('region', { name: 'De sessie zegt nu iets anders.' })
  await notice.getByText('anna@werk.example').waitFor()
  await notice.getByText('anna@nieuw.example').waitFor()
  await notice.scrollIntoViewIfNeeded()
  await photograph(desk, 'kept-both')
  const email = async () => (await kept(id))('commitment').find(({ name }) => name === 'Anna').email
  await button(notice, 'Neem over: Anna: E-mail').click()
  await notice.waitFor({ state: 'detached' })
  assert.equal(await email(), 'anna@nieuw.example')
  await desks.undo(desk, 'Hier staat nu wat de sessie zegt.')
  await notice.getByText('anna@werk.example').waitFor()
  assert.equal(await email(), 'anna@werk.example')
  await button(notice, 'Laat staan: Anna: E-mail').click()
  await notice.waitFor({ state: 'detached' })
  await desk.reload()
  await desk.locator('.what-came').getByText('1 mens wil meedoen').waitFor()
  assert.equal(await notice.count(), 0)
  assert.equal(await email(), 'anna@werk.example')
})

test('the desk opens a session again, and a newer version of it is taken in with what it changes', { timeout: 300_000 }, async () => {
  const { session } = await begin()
  const people = await meet(session, { devices, organiser, server })
  const first = JSON.parse(await organiser.export(session))
  const desk = await openDesk(`/sessions/${session}`)
  await button(desk, 'Open de sessie weer').click().catch(async (trouble) => {
    await photograph(desk, 'reopen-desk')
    throw trouble
  })
  await photograph(desk, 'reopen-desk')
  assert.deepEqual(await axeFindings(desk), [], 'opening again at the desk')
  await button(desk, 'Open weer').click()
  await desk.getByText('De sessie is weer open.').first().waitFor()
  await button(desk, 'Open de sessie weer').waitFor({ state: 'detached' })

  const tablet = (await devices.large('tablet', sizes.tablet)).page
  await tablet.goto(await organiser.pairingLink(session, 'facilitator'))
  await goTo(tablet, 'Ideeën')
  await people.Cor.locator('form.composer').waitFor()
  await phones.sendIdea(people.Cor, 'Een regenton')
  await phones.waitForState(people.Cor, 'Een regenton', 'Ontvangen')
  await end(tablet)
  const second = JSON.parse(await organiser.export(session))

  // As on another server: the first version was brought in there.
  await organiser.ask('DELETE', `/api/sessions/${session}`)
  await organiser.ask('POST', '/api/sessions/import', first)
  await desk.goto(`${server.origin}/desk#/sessions`)
  const bring = async (content) => {
    const sheet = desk.getByRole('dialog')
    await sheet.locator('input[type=file]').setInputFiles({ name: 'sessie.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(content)) })
    await sheet.getByRole('button', { name: 'Lees in' }).click()
    return sheet
  }
  await button(desk, 'Inlezen').first().click()
  const sheet = await bring(first)
  await sheet.getByText('dit bestand is niet nieuwer').waitFor()
  await bring(second)
  await sheet.getByText('1 idee erbij').waitFor()
  await photograph(desk, 'reopen-newer')
  assert.deepEqual(await axeFindings(desk), [], 'what is newer')
  await sheet.getByRole('button', { name: 'Neem de nieuwere versie' }).click()
  await desk.getByText('De nieuwere versie staat erin.').first().waitFor()
  assert.ok((await organiser.export(session)).includes('Een regenton'))
  assert.deepEqual(devices.troubles, [])
})
