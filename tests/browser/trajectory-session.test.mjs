// Step 2 of a trajectory: from an open step through a live session with phones to the ideas and commitments in the dossier, which
// come by themselves, also after a server that died, and change when somebody takes something back.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, test } from 'node:test'
import { axeFindings } from './support/axe.mjs'
import { Devices, photograph, setBox, sizes } from './support/browser.mjs'
import { Organiser } from './support/organiser.mjs'
import { ideas, meet } from './support/meeting.mjs'
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
const inDays = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
const button = (page, name) => page.getByRole('button', { name, exact: true })
const isKept = (page) => page.locator('.save-state--saved').waitFor()

async function newDossier() {
  const place = { kind: 'place', name: 'De Hoef', sort: 'business_park', address: 'Hoefweg 1', municipality: 'Zwolle', funder: '', about: '', area_m2: 0 }
  const { id } = JSON.parse(await organiser.ask('POST', '/api/trajectories', { key: key(), language: 'nl', place }))
  await say(id, 'put_entry', { id: 0, was: null, now: { kind: 'contact', name: 'Joost de Wit', role: 'owner', organisation: 'Van Loon', email: '', phone: '+31612345678', note: '', hours_a_week: 0 } })
  await changeBudget(id)
  const picture = readFileSync(new URL('../report/photo-with-position.jpg', import.meta.url))
  const headers = { Origin: server.origin, Cookie: organiser.cookie, 'Content-Type': 'application/octet-stream', 'Upload-Trajectory': id, 'Upload-As': 'site_plan' }
  const brought = await fetch(`${server.origin}/api/uploads/${key()}`, { method: 'POST', headers, body: picture })
  assert.equal(brought.status, 201)
  await say(id, 'open_step', { step: 'session', reason: 'Het wordt al koud.' })
  return id
}
async function changeBudget(id) {
  const { entries } = JSON.parse(await organiser.ask('GET', `/api/trajectories/${id}`))
  const { id: support, entry } = entries.find((one) => one.entry.kind === 'support')
  await say(id, 'put_entry', { id: support, was: entry, now: { ...entry, budget: 650_000 } })
}
const say = (id, op, args) => organiser.ask('POST', `/api/trajectories/${id}`, { key: key(), op, args })
async function kept(id) {
  const { entries, ...rest } = JSON.parse(await organiser.ask('GET', `/api/trajectories/${id}`))
  return { ...rest, of: (kind) => entries.map(({ entry }) => entry).filter((entry) => entry.kind === kind) }
}

async function plan(desk) {
  await button(desk, 'Plan de sessie').click()
  const form = desk.getByRole('form', { name: 'Plan de sessie' })
  await form.getByRole('textbox', { name: 'Naam' }).fill('Groen op De Hoef')
  await form.locator('[name=held_on]').fill(inDays(14))
  await form.locator('[name=starts_at]').fill('13:30')
  await form.locator('[name=ends_at]').fill('12:30')
  await form.getByRole('button', { name: 'Voeg toe' }).click()
  await form.getByRole('alert').filter({ hasText: /./ }).or(form.locator('.ui-field-error')).first().waitFor()
  await form.locator('[name=ends_at]').fill('16:30')
  await form.getByRole('button', { name: 'Voeg toe' }).click()
  await form.waitFor({ state: 'detached' })
  await desk.getByRole('heading', { name: 'Groen op De Hoef' }).waitFor()

  await desk.getByText('Uitnodiging', { exact: true }).click()
  await button(desk, 'Maak een voorstel').click()
  await desk.locator('.invitation__text').getByText('Samen maken we De Hoef groener').waitFor()
  const download = desk.waitForEvent('download')
  await desk.getByRole('link', { name: 'Bewaar voor agenda (.ics)' }).click()
  const parts = []
  for await (const part of await (await download).createReadStream()) parts.push(part)
  const calendar = Buffer.concat(parts).toString('utf8')
  assert.match(calendar, /SUMMARY:Groen op De Hoef/)
  assert.match(calendar, new RegExp(`DTSTART;TZID=Europe/Amsterdam:${inDays(14).replaceAll('-', '')}T133000`))
}

async function start(desk) {
  await setBox(desk.locator('.plan-doings').getByRole('radio', { name: /^Kort: één uur/ }))
  await isKept(desk)
  // Who is responsible for the data is asked before anything is made.
  await button(desk, 'Start de sessie').click()
  await desk.getByText('Vul eerst in wat nog mist.').waitFor()
  await desk.locator('[id^=form-entry-] [name=controller]').first().fill('Stichting Groen, post@groen.example')
  await desk.locator('h1').first().click()
  await isKept(desk)
  await desk.getByText('De laatste plattegrond van deze plek gaat mee. Bij geld komt €\u00a06.500 te staan.').waitFor()
  await button(desk, 'Start de sessie').click()
  await desk.getByRole('link', { name: 'Naar de sessie' }).waitFor()
  // It is there before anybody brought one to the session itself.
  await desk.locator('.plan img').waitFor()
}

test('a session is planned, started, held, and its result is in the dossier by itself', { timeout: 300_000 }, async () => {
  const id = await newDossier()
  const { page: desk } = await devices.large('desk', sizes.laptop)
  await organiser.logIn(desk)
  try {
    await desk.goto(`${server.origin}/desk#/trajectories/${id}`)
    await desk.locator('.session-step').waitFor()
    await photograph(desk, 'step-2-empty')
    await plan(desk)
    await photograph(desk, 'step-2-planned')
    await start(desk)
    const [{ session }] = (await kept(id)).of('session_plan')
    assert.match(session, /^[0-9a-f]{16}$/)
    await photograph(desk, 'step-2-started')

    // The session and its dossier lead to each other.
    await desk.getByRole('link', { name: 'Naar de sessie' }).click()
    await desk.getByRole('heading', { level: 1, name: 'Groen op De Hoef' }).waitFor()
    await desk.getByRole('link', { name: 'Naar het dossier van deze plek' }).click()
    await desk.locator('.session-step').waitFor()

    const { Anna: anna } = await meet(session, { devices, organiser, server })
    // Whether it was before or after the results were taken: they are there once.
    await server.kill()
    await server.start()
    await desk.locator('.what-came').waitFor({ timeout: 60_000 })
    const first = await kept(id)
    assert.deepEqual(first.of('idea').map(({ name }) => name).sort(), ideas.slice(0, 5).sort())
    assert.deepEqual(first.of('idea').map(({ place }) => place)[0], 1)
    assert.deepEqual(
      first.of('commitment').map(({ name, role, email, said_note }) => [name, role, email, said_note]),
      [['Anna', 'arrange', 'anna@post.example', 'een graafmachine']],
    )
    for (const text of ideas.slice(0, 5)) await desk.locator('.ideas').getByRole('heading', { name: text }).waitFor()

    // Between the steps: what to find out came along with each idea, in the language of the meeting, and who to call.
    assert.equal(first.of('task').length, 15)
    assert.deepEqual([...new Set(first.of('task').map(({ topic }) => topic))].sort(), ['cables', 'cost', 'owner_of_ground'])
    const boomgaard = desk.locator('.fact-finding').first()
    await boomgaard.getByRole('heading', { name: 'Liggen er kabels of leidingen? (KLIC-melding)' }).waitFor()
    await desk.getByText('Joost de Wit').first().waitFor()
    // The owner of the ground is called too.
    await desk.getByText('Nog 2 te bellen.').waitFor()
    await setBox(desk.getByRole('checkbox', { name: 'Gebeld' }).first())
    await desk.getByText('Nog 1 te bellen.').waitFor()
    await setBox(desk.getByRole('checkbox', { name: 'Gebeld' }).nth(1))
    await desk.getByText('Iedereen is gebeld.').waitFor()
    await button(desk, 'Pas Een boomgaard aan').click()
    await desk.locator('.entry-row__form [name=note]').first().fill('De eigenaar is voor.')
    await desk.locator('h1').first().click()
    await isKept(desk)
    await desk.getByRole('button', { name: 'Toch openen …' }).waitFor()
    assert.deepEqual(await axeFindings(desk), [])
    await photograph(desk, 'step-2-results')

    // Afterwards Anna takes back what she does and how to reach her, and puts an idea otherwise.
    await anna.reload()
    await anna.getByRole('button', { name: 'Haal mijn gegevens weg' }).click()
    await anna.getByRole('button', { name: 'Verbeter: Een boomgaard' }).click()
    await anna.getByRole('dialog').getByLabel('Wat is jouw idee?').fill('Een pluktuin')
    await anna.getByRole('dialog').getByRole('button', { name: 'Bewaren' }).click()
    await anna.getByText('Verbeterd.').first().waitFor()
    await anna.getByRole('button', { name: /^Wis: een graafmachine/ }).click()
    await desk.locator('.what-came li').filter({ hasText: 'Iemand trok iets terug' }).waitFor({ timeout: 60_000 })
    await desk.getByText('De eigenaar is voor.').first().waitFor()
    const later = await kept(id)
    assert.deepEqual(later.of('commitment'), [])
    assert.equal(later.of('idea').length, 5)
    assert.ok(!JSON.stringify(later).includes('anna@post.example'))
    assert.equal(later.of('task').length, 16)
    await photograph(desk, 'step-2-changed')
    await desk.setViewportSize({ width: 360, height: 740 })
    await photograph(desk, 'step-2-narrow')
    assert.deepEqual(devices.troubles.filter((one) => !/ERR_CONNECTION|Failed to load|WebSocket/.test(String(one))), [])
  } catch (error) {
    await photograph(desk, 'trajectory-session-desk')
    throw error
  }
})
