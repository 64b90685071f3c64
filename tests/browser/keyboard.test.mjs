// The whole way of a participant by keyboard alone, on a screen 320 px wide: no tap, no mouse, nothing sideways.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sessionOf } from './matrix-rounds.mjs'
import { Devices, photograph } from './support/browser.mjs'
import { Crowd } from './support/crowd.mjs'
import { cameraPhoto } from './support/photo.mjs'
import { Organiser } from './support/organiser.mjs'
import { waitForHeading, waitForState } from './support/phone.mjs'
import { startServer } from './support/server.mjs'
import { sitePlan } from './support/site-plan.mjs'
import { notSideways } from './support/width.mjs'

const ideas = ['Een bank in de zon', 'Een rij leilindes', 'Een wadi met stapstenen', 'Een haag voor mussen', 'Lunchrondje', 'Een kas', 'Bollen in de berm']

let server, devices
before(async () => {
  server = await startServer()
  devices = await Devices.launch()
})
after(async () => {
  await devices?.close()
  await server?.stop()
})

/** Presses Tab until the focus is on something with this role and name. */
const tabTo = (page, role, name, within = page) => tabOn(page, within.getByRole(role, { name }).first(), name)

async function tabOn(page, goal, name) {
  await goal.waitFor({ state: 'attached' })
  for (let presses = 0; presses < 80; ++presses) {
    await page.keyboard.press('Tab')
    if (!(await goal.evaluate((element) => element === document.activeElement))) continue
    const seen = await goal.evaluate(async (element) => {
      // What is fetched on need may still come in above it; the browser keeps it in view.
      await new Promise((resolve) => setTimeout(resolve, 200))
      const shown = element.matches('.visually-hidden') ? element.closest('label') : element
      const box = shown.getBoundingClientRect()
      const style = getComputedStyle(element)
      const faces = [element, element.nextElementSibling, element.parentElement].filter(Boolean)
      return {
        inView: box.bottom > 0 && box.top < innerHeight,
        ring: element.matches(':focus-visible') && faces.some((face) => getComputedStyle(face).outlineStyle !== 'none' || getComputedStyle(face).boxShadow !== 'none'),
        outline: style.outlineStyle,
      }
    })
    assert.ok(seen.inView, `the focus on ${name} can be seen`)
    assert.ok(seen.ring, `the focus on ${name} has a ring`)
    return goal
  }
  throw new Error(`Tab does not reach ${name}`)
}

test('the whole way of a participant by keyboard, 320 px wide', { timeout: 300_000 }, async () => {
  const organiser = (server.organiser ??= await Organiser.setUp(server))
  const session = await organiser.createSession()
  const crowd = await Crowd.gather(devices, server.origin)
  const lead = await crowd.pair(await organiser.pairingLink(session, 'facilitator'))
  const [invite] = await lead.records('invite')
  const rounds = new Map((await lead.records('agenda'))[0].rounds.map(({ id, kind }) => [kind, id]))
  const go = (kind) => lead.say('start_round', { round: rounds.get(kind), in_ms: 0 })
  const other = await crowd.join({ secret: invite.secret }, 'Bram')

  const phone = await devices.phone('keyboard', { viewport: { width: 320, height: 640 }, isMobile: false, hasTouch: false })
  const { page } = phone
  const press = (key) => page.keyboard.press(key)
  try {
    await page.goto(server.origin)
    await page.getByLabel('Code').waitFor()
    await notSideways(page, 'the code')
    await tabTo(page, 'textbox', 'Code')
    await page.keyboard.type(invite.code)
    await press('Enter')
    await tabTo(page, 'textbox', /Je voornaam/)
    await notSideways(page, 'the name')
    await page.keyboard.type('Anna')
    await tabTo(page, 'button', 'Meedoen')
    await press('Enter')
    await waitForHeading(page, 'Je bent binnen, Anna')
    await notSideways(page, 'waiting')

    await go('ideas')
    await waitForHeading(page, 'Wat wordt onze groene plek?')
    await notSideways(page, 'the ideas')
    await tabTo(page, 'textbox', 'Wat is jouw idee?')
    await page.keyboard.type('Een vlonder door het riet')
    await press('Enter')
    await waitForState(page, 'Een vlonder door het riet', 'Ontvangen')
    await tabTo(page, 'button', 'Aanpassen: Een vlonder door het riet')
    await press('Enter')
    await page.getByRole('dialog').waitFor()
    await notSideways(page, 'changing an idea')
    await tabTo(page, 'textbox', 'Wat is jouw idee?', page.getByRole('dialog'))
    await press('End')
    await page.keyboard.type(' en de wilgen')
    await tabTo(page, 'button', 'Bewaren', page.getByRole('dialog'))
    await press('Enter')
    await waitForState(page, 'Een vlonder door het riet en de wilgen', 'Ontvangen')
    await tabTo(page, 'button', 'Aanpassen: Een vlonder door het riet en de wilgen')
    await press('Enter')
    await tabTo(page, 'button', 'Zet er een andere taal bij', page.getByRole('dialog'))
    await press('Enter')
    const beside = page.getByRole('dialog', { name: 'Een andere taal erbij' })
    await tabTo(page, 'combobox', 'Welke taal?', beside)
    await notSideways(page, 'an idea in a second language')
    await tabTo(page, 'textbox', 'Je idee in die taal', beside)
    await page.keyboard.type('A boardwalk through the reeds')
    await tabTo(page, 'button', 'Bewaren', beside)
    await press('Enter')
    await page.locator('.mine-idea').getByText('A boardwalk through the reeds').waitFor()

    for (const text of ideas) await other.say('submit_idea', { text, explanation: '' })
    await lead.say('share_ideas', { shared: true })
    await page.getByRole('heading', { name: 'Alle ideeën' }).waitFor()
    await notSideways(page, 'all ideas')

    await go('group')
    await lead.say('allow_grouping', { allowed: true })
    const known = await lead.records('idea')
    const [first, second] = known
    await lead.say('create_group', { name: 'Water en riet', ideas: [{ idea: first.id, from: 0 }] })
    await lead.say('create_group', { name: 'Zitten', ideas: [{ idea: second.id, from: 0 }] })
    await waitForHeading(page, 'Deze ideeën horen bij elkaar')
    await notSideways(page, 'the groups')
    const third = known[2].text
    await tabTo(page, 'button', new RegExp(third))
    await press('Enter')
    await page.getByRole('dialog').waitFor()
    await notSideways(page, 'moving an idea')
    await tabTo(page, 'button', /Zitten/, page.getByRole('dialog'))
    await press('Enter')
    await page.locator('section.group', { hasText: 'Zitten' }).getByText(third).waitFor()

    await go('vote')
    await waitForHeading(page, 'Kies jouw favorieten')
    await notSideways(page, 'the vote')
    await tabTo(page, 'button', 'Kies: Zitten')
    await press('Space')
    await page.getByRole('button', { name: 'Gekozen: Zitten' }).waitFor()
    await press('Space')
    await page.getByRole('button', { name: 'Kies: Zitten' }).waitFor()
    await press('Space')
    await page.getByRole('button', { name: 'Gekozen: Zitten' }).waitFor()
    for (let i = 0; i < 40 && (await lead.records('vote'))[0].voted === 0; ++i) await page.waitForTimeout(50)
    const [vote] = await lead.records('vote')
    assert.equal(vote.voted, 1, 'the vote has arrived')
    for (const candidate of vote.candidates.slice(0, 3)) await other.say('cast_vote', { candidate }).catch(() => {})
    await lead.say('close_vote', { in_ms: 0, anyway: true })
    await waitForHeading(page, 'De stemming is dicht')

    const [tie] = await lead.records('tie')
    if (tie && !tie.decided) {
      await go('tie')
      await waitForHeading(page, 'Gelijke stand')
      await notSideways(page, 'the tie')
      await lead.say('widen_top')
    }
    await go('top5')
    const [top] = await lead.records('top')
    for (let i = 0; i < top.entries.length; ++i) await lead.say('reveal_next', { seen: i }).catch(() => {})
    await waitForHeading(page, /Onze top/)
    await notSideways(page, 'the result')

    await go('commit')
    await waitForHeading(page, 'Waar doe jij aan mee?')
    await notSideways(page, 'who does what')
    await tabTo(page, 'button', 'Ik help mee')
    await press('Space')
    await page.locator('.commit-role[aria-pressed=true]').waitFor()
    await tabTo(page, 'textbox', /Je e-mail of telefoon/)
    await page.keyboard.type('anna@degrift.example')
    await tabTo(page, 'checkbox', 'Om mij het verslag te sturen')
    await press('Space')
    await tabTo(page, 'button', 'Bewaar mijn gegevens')
    await press('Enter')
    await page.getByText('We kunnen je bereiken via anna@degrift.example.').waitFor()
    await notSideways(page, 'contact')

    await go('close')
    await lead.say('set_next_step', { date: new Date(Date.now() + 864e6).toISOString().slice(0, 10), text: 'Samen lopen' })
    await waitForHeading(page, 'Dank je wel, Anna')
    await page.getByText('Samen lopen').waitFor()
    await notSideways(page, 'the end')
    await tabTo(page, 'button', 'Van mij')
    await press('Enter')
    await waitForHeading(page, 'Van mij')
    await notSideways(page, 'mine')
    const fold = page.locator('summary', { hasText: 'Verder op een andere telefoon' })
    await tabOn(page, fold, 'another phone')
    await press('Enter')
    await tabTo(page, 'textbox', 'Jouw link')
    await notSideways(page, 'another phone')
    assert.match(await page.evaluate(() => getSelection().toString() || document.activeElement.value.slice(document.activeElement.selectionStart, document.activeElement.selectionEnd)), /#m=/, 'the link is chosen whole')
    await page.keyboard.press('Shift+Tab')
    await press('Space')
    await page.getByLabel('Jouw link', { exact: true }).waitFor({ state: 'detached' })
    // The list of languages keeps the focus while the words around it change.
    const list = await tabTo(page, 'combobox', 'Taal')
    await page.keyboard.type('Eng')
    await waitForHeading(page, 'Mine')
    assert.equal(await page.evaluate(() => `${document.documentElement.lang} ${document.activeElement.className}`), 'en ui-language-list')
    await press('ArrowUp')
    await waitForHeading(page, 'Van mij')
    assert.ok(await list.evaluate((element) => element === document.activeElement))
    await tabTo(page, 'button', 'Terug')
    await press('Enter')
    await waitForHeading(page, 'Dank je wel, Anna')

    const { result } = JSON.parse(await organiser.export(session))
    assert.ok(result.ideas.some(({ text }) => text === 'Een vlonder door het riet en de wilgen'))
    assert.deepEqual(result.commitments.map(({ role, name }) => `${name} ${role}`), ['Anna help'])

    // Nothing stays on this phone; who thinks again is back at the button.
    await tabTo(page, 'button', 'Van mij')
    await press('Enter')
    const wiping = await tabTo(page, 'button', 'Wis deze telefoon')
    await press('Enter')
    const sure = page.getByRole('dialog', { name: 'Wis deze telefoon' })
    await sure.waitFor()
    await notSideways(page, 'wiping')
    await press('Escape')
    await sure.waitFor({ state: 'detached' })
    assert.ok(await wiping.evaluate((element) => element === document.activeElement), 'the focus is back')
    await press('Enter')
    await tabTo(page, 'button', 'Ja, wis alles', sure)
    await press('Enter')
    await page.getByLabel('Code').waitFor()
    await tabTo(page, 'textbox', 'Code')
    assert.ok(!(await page.evaluate(() => JSON.stringify(localStorage))).includes(session), 'nothing of it is left')
    assert.deepEqual(devices.troubles, [])
  } catch (error) {
    await photograph(page, 'keyboard')
    throw error
  }
})

test('a walk, the rounds of tables and plans, and the results page by keyboard, 320 px wide', { timeout: 300_000 }, async () => {
  const organiser = (server.organiser ??= await Organiser.setUp(server))
  const session = await organiser.createSession({ template: 'workshop-180' })
  const crowd = await Crowd.gather(devices, server.origin)
  const lead = await crowd.pair(await organiser.pairingLink(session, 'facilitator'))
  const [invite] = await lead.records('invite')
  const rounds = new Map((await lead.records('agenda'))[0].rounds.map(({ id, kind }) => [kind, id]))
  const start = (round) => lead.say('start_round', { round, in_ms: 0 })
  const go = (kind) => start(rounds.get(kind))
  const other = await crowd.join({ secret: invite.secret }, 'Bram')
  const phone = await devices.phone('keyboard', { viewport: { width: 320, height: 640 }, isMobile: false, hasTouch: false })
  const { page } = phone
  const press = (key) => page.keyboard.press(key)
  const enter = async (role, name, within) => {
    await tabTo(page, role, name, within)
    await press('Enter')
  }
  try {
    await page.goto(`${server.origin}/#q=${invite.secret}`)
    await tabTo(page, 'textbox', /Je voornaam/)
    await page.keyboard.type('Anna')
    await press('Enter')
    await waitForHeading(page, 'Je bent binnen, Anna')

    // The walk: the plan goes under the seed by arrows, a photo is chosen from the file dialog, a pin is moved from the list.
    const plan = await fetch(`${server.origin}/api/uploads/${'5'.repeat(32)}`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${lead.token}`, 'Content-Type': 'application/octet-stream' },
      body: (await sitePlan(page)).buffer,
    })
    assert.equal(plan.status, 201)
    await start(await lead.say('add_round', { kind: 'explore', title: '', text: '', say: '', minutes: 0 }))
    await waitForHeading(page, 'Rondje terrein')
    await page.locator('.site-plan-sheet img').waitFor()
    await tabTo(page, 'region', /^Plattegrond van het terrein/)
    const before = await page.locator('.site-plan-sheet').boundingBox()
    await press('ArrowRight')
    await press('ArrowDown')
    const after = await page.locator('.site-plan-sheet').boundingBox()
    assert.ok(after.x < before.x && after.y < before.y, 'the arrows move the plan')
    await notSideways(page, 'a walk')
    await enter('button', 'Zet hier')
    await tabTo(page, 'textbox', 'Wat zie je hier?')
    await page.keyboard.type('Hier staat het water')
    // Asked for before the way there: the browser takes a moment to hand its file dialogs over.
    const choosing = page.waitForEvent('filechooser')
    await enter('button', 'Foto erbij')
    await (await choosing).setFiles(await cameraPhoto(page, 3, { width: 800, height: 600 }))
    await page.getByText('Je foto gaat mee.').waitFor()
    await notSideways(page, 'a pin being written')
    await enter('button', 'Verstuur')
    await page.getByText('Foto ontvangen.').waitFor()
    await enter('button', /^Pin 1: Hier staat het water/)
    await page.locator('.explore-card').waitFor()
    await enter('button', 'Sluit')
    await enter('button', 'Lijst')
    await waitForHeading(page, 'Alle plekken')
    await notSideways(page, 'the list of places')
    await enter('button', 'Verzet de pin')
    await enter('button', 'Een stapje naar rechts')
    const [placed] = await lead.records('idea')
    await enter('button', 'Zet hier')
    await page.getByRole('button', { name: /^Pin 1: / }).waitFor()
    const moved = async () => (await lead.records('idea'))[0].place.x
    for (let i = 0; i < 60 && (await moved()) === placed.place.x; ++i) await page.waitForTimeout(50)
    assert.ok((await moved()) > placed.place.x, 'the pin moved to the right')
    await enter('button', /^Bekijk de foto/)
    await page.getByRole('dialog').waitFor()
    await tabTo(page, 'textbox', 'Wat is er te zien?', page.getByRole('dialog'))
    await page.keyboard.type('Een plas naast de weegbrug')
    await press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })

    // Bram has a photo with his, which everybody may see.
    const photo = 'b'.repeat(32)
    for (const [i, text] of ideas.entries()) await other.say('submit_idea', { text, explanation: '', place: null, photo: i === 0 ? photo : null })
    const brought = await fetch(`${server.origin}/api/uploads/${photo}`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${other.token}`, 'Content-Type': 'application/octet-stream' },
      body: (await cameraPhoto(page, 5, { width: 800, height: 600 })).buffer,
    })
    assert.equal(brought.status, 201)
    const { id: bench } = (await lead.records('idea')).find(({ text }) => text === ideas[0])
    await lead.say('release_photos', { photos: (await lead.records('photo')).filter(({ idea }) => idea === bench).map(({ id }) => id), released: true })
    await lead.say('share_ideas', { shared: true })
    const known = await lead.records('idea')
    const water = await lead.say('create_group', { name: 'Water', ideas: [{ idea: known[0].id, from: 0 }, { idea: known[1].id, from: 0 }] })
    await lead.say('create_group', { name: 'Zitten', ideas: [{ idea: known[2].id, from: 0 }] })

    await go('pitch')
    await lead.say('start_pitch', { group: water })
    await page.locator('.pitch-now').getByText('Water', { exact: true }).waitFor()
    await notSideways(page, 'a group that explains itself')

    await go('table_choice')
    await enter('button', 'Tafel 2')
    await waitForHeading(page, 'Kies drie ideeën met je tafel')
    await tabTo(page, 'button', /: Water$/)
    await press('Space')
    await page.locator('.vote-button-chosen').waitFor()
    await notSideways(page, 'what the table chooses')

    await go('sharpen')
    await waitForHeading(page, 'Maak er een voorstel van')
    await enter('button', 'Wij maken dit voorstel: Water')
    await page.locator('.sharpen-form').or(page.getByRole('button', { name: 'Begin met schrijven: Water' })).first().waitFor()
    if (!(await page.locator('.sharpen-form').count())) await enter('button', 'Begin met schrijven: Water')
    await tabTo(page, 'textbox', 'Wat')
    await page.keyboard.type('Een poel met een vlonder')
    await tabTo(page, 'textbox', 'Voor wie')
    await page.keyboard.type('Wie buiten pauze houdt')
    await tabTo(page, 'radio', 'Weet niet')
    await press('ArrowRight')
    await page.getByRole('radio', { name: 'Ja', checked: true }).first().waitFor()
    await notSideways(page, 'a plan being written')
    await enter('button', 'Bewaar het voorstel')
    await page.getByText('Bewaard. Iedereen kan het lezen.').waitFor()

    await go('vote')
    await waitForHeading(page, 'Kies jouw favorieten')
    const [vote] = await lead.records('vote')
    await other.say('cast_vote', { candidate: water })
    await lead.say('close_vote', { in_ms: 0, anyway: true })
    await waitForHeading(page, 'De stemming is dicht')
    if ((await lead.records('tie')).some(({ decided }) => !decided)) {
      await go('tie')
      await lead.say('widen_top')
    }
    assert.ok(vote.candidates.length > 2)
    await go('top5')
    const [top] = await lead.records('top')
    for (let i = 0; i < top.entries.length; ++i) await lead.say('reveal_next', { seen: i }).catch(() => {})
    await waitForHeading(page, /Onze top/)

    await go('concerns')
    await waitForHeading(page, 'Zorgen of prima?')
    await tabTo(page, 'button', 'Ik heb een zorg: Water')
    await press('Space')
    await tabTo(page, 'textbox', 'Wat is je zorg?')
    await page.keyboard.type('Wie houdt het schoon?')
    await enter('button', 'Bewaar')
    await page.getByText('Bewaard.').waitFor()
    await notSideways(page, 'a concern')

    await go('close')
    await lead.say('set_next_step', { date: new Date(Date.now() + 864e6).toISOString().slice(0, 10), text: 'Samen lopen' })
    await waitForHeading(page, 'Dank je wel, Anna')
    await tabOn(page, page.locator('.star input').first(), 'the stars')
    for (let i = 0; i < 3; ++i) await press('ArrowRight')
    await page.locator('.star-given').nth(3).waitFor()
    await notSideways(page, 'the stars')
    await lead.say('close_session')

    await page.reload()
    await page.locator('.plan-result .site-pin').first().waitFor()
    await notSideways(page, 'the results page')
    await enter('button', /^Hier staat het water/)
    await page.locator('.site-pin-chosen').waitFor()
    const stored = async () => JSON.parse(await organiser.export(session)).result.ideas.map(({ text }) => text)
    assert.ok((await stored()).includes('Hier staat het water'))
    // Somebody is in a photo of somebody else: thinks again, and has it erased; then an own one.
    const pictures = async () => JSON.parse(await organiser.export(session)).pictures?.length ?? 0
    assert.equal(await pictures(), 3, 'the plan and two photos')
    const theirs = await tabTo(page, 'button', `Bekijk de foto: ${ideas[0]}`)
    await press('Enter')
    await enter('button', 'Ik sta op deze foto', page.getByRole('dialog'))
    await tabTo(page, 'button', 'Ja, haal de foto weg', page.getByRole('dialog'))
    await notSideways(page, 'somebody in a photo')
    await press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    assert.ok(await theirs.evaluate((element) => element === document.activeElement), 'the focus is back')
    await press('Enter')
    await enter('button', 'Ik sta op deze foto', page.getByRole('dialog'))
    await enter('button', 'Ja, haal de foto weg', page.getByRole('dialog'))
    await theirs.waitFor({ state: 'detached' })
    assert.equal(await pictures(), 2)
    const own = await tabTo(page, 'button', 'Bekijk de foto: Hier staat het water')
    await press('Enter')
    await enter('button', 'Foto weghalen', page.getByRole('dialog'))
    await enter('button', 'Ja, wis de foto', page.getByRole('dialog'))
    await own.waitFor({ state: 'detached' })
    await notSideways(page, 'after erasing a photo')
    await press('Tab')
    assert.ok(await page.evaluate(() => document.activeElement.closest('.results-own-list')), 'who goes by keys goes on from there')
    assert.equal(await pictures(), 1)
    // What is one's own is corrected, and erased.
    await enter('button', 'Verbeter: Hier staat het water')
    await tabTo(page, 'textbox', 'Wat is jouw idee?', page.getByRole('dialog'))
    await press('End')
    await page.keyboard.type(' hoog')
    await enter('button', 'Bewaren', page.getByRole('dialog'))
    await page.locator('.results-own-list').getByText('Hier staat het water hoog').waitFor()
    await notSideways(page, 'what was corrected')
    await enter('button', 'Wis: Hier staat het water hoog')
    await enter('button', 'Ja, wis dit', page.getByRole('dialog'))
    await page.locator('.results-own-list').getByText('Hier staat het water hoog').waitFor({ state: 'detached' })
    await notSideways(page, 'what is left after erasing')
    assert.ok((await stored()).every((text) => !text.startsWith('Hier staat het water')))
    assert.deepEqual(devices.troubles, [])
  } catch (error) {
    await photograph(page, 'keyboard-between')
    throw error
  }
})

test('knocking, a pause, an idea in the light, a phone that is lent and a run-off by keyboard, 320 px wide', { timeout: 300_000 }, async () => {
  const organiser = (server.organiser ??= await Organiser.setUp(server))
  const session = await organiser.createSession()
  const crowd = await Crowd.gather(devices, server.origin)
  const lead = await crowd.pair(await organiser.pairingLink(session, 'facilitator'))
  const [invite] = await lead.records('invite')
  const rounds = new Map((await lead.records('agenda'))[0].rounds.map(({ id, kind }) => [kind, id]))
  const go = (kind) => lead.say('start_round', { round: rounds.get(kind), in_ms: 0 })
  const others = []
  for (const name of ['Bram', 'Cora', 'Dirk', 'Eva']) others.push(await crowd.join({ secret: invite.secret }, name))
  await lead.say('lock_door', { locked: true })

  const { page } = await devices.phone('keyboard', { viewport: { width: 320, height: 640 }, isMobile: false, hasTouch: false })
  const press = (key) => page.keyboard.press(key)
  const enter = async (role, name, within) => {
    await tabTo(page, role, name, within)
    await press('Enter')
  }
  /** Neither Tab nor Escape leads out of what lies over the page. */
  const covered = async (words, where) => {
    const cover = page.getByRole('dialog', { name: words })
    await cover.waitFor()
    for (const key of ['Tab', 'Tab', 'Escape', 'Escape', 'Tab']) {
      await press(key)
      // A browser lets the second Escape through; the cover is back at once.
      await page.waitForFunction(() => document.querySelector('dialog.cover[open]:modal') && !document.activeElement?.matches('textarea'), null, { timeout: 60_000 })
    }
    await notSideways(page, where)
    return () => cover.waitFor({ state: 'detached' })
  }
  try {
    await page.goto(`${server.origin}/#q=${invite.secret}`)
    await waitForHeading(page, 'De deur is dicht')
    await tabTo(page, 'textbox', 'Je voornaam')
    await page.keyboard.type('Anna')
    await notSideways(page, 'a locked door')
    await enter('button', 'Klop aan')
    await waitForHeading(page, 'Je hebt aangeklopt')
    await notSideways(page, 'after knocking')
    await lead.say('answer_knock', { knock: 1, let_in: true })
    await waitForHeading(page, 'Je bent binnen, Anna')
    await lead.say('lock_door', { locked: false })
    await tabOn(page, page.locator('.warm-up-symbol input').first(), 'the first thing to take along')
    await press('Space')
    await press('ArrowRight')
    await page.locator('.warm-up-symbol-chosen').nth(0).waitFor()
    assert.ok(await page.locator('.warm-up-symbol input').nth(1).isChecked(), 'the arrows choose another')
    await notSideways(page, 'the warm-up')

    await go('ideas')
    await waitForHeading(page, 'Wat wordt onze groene plek?')
    for (const [i, text] of ideas.slice(0, 6).entries()) await others[i % 4].say('submit_idea', { text, explanation: '' })
    const known = await lead.records('idea')
    await tabTo(page, 'textbox', 'Wat is jouw idee?')
    await page.keyboard.type('Een half idee')
    const typing = () => page.evaluate(() => document.activeElement?.matches('form.composer textarea') && document.activeElement.value)
    await lead.say('pause_session', { paused: true })
    const over = await covered('Even pauze', 'a pause')
    await lead.say('pause_session', { paused: false })
    await over()
    assert.equal(await typing(), 'Een half idee', 'after a pause one types on')
    await lead.say('spotlight', { idea: known[0].id })
    const dark = await covered(known[0].text, 'an idea in the light')
    await lead.say('spotlight', { idea: 0 })
    await dark()
    assert.equal(await typing(), 'Een half idee', 'and after the light too')

    // Somebody else has the phone for a moment.
    await enter('button', 'Van mij')
    await waitForHeading(page, 'Van mij')
    await tabOn(page, page.locator('summary', { hasText: 'Iemand anders op deze telefoon' }), 'somebody else on this phone')
    await press('Enter')
    await tabTo(page, 'textbox', 'Voornaam van de ander')
    await notSideways(page, 'lending the phone')
    await page.keyboard.type('Truus')
    await enter('button', 'Geef de telefoon door')
    await page.locator('.ui-strip').getByText('Nu doet Truus mee op deze telefoon.').waitFor()
    await waitForHeading(page, 'Wat wordt onze groene plek?')
    await notSideways(page, 'a borrowed phone')
    await enter('button', 'Geef terug')
    await page.locator('.ui-strip').getByText('Nu doet Truus mee op deze telefoon.').waitFor({ state: 'detached' })
    await page.waitForFunction(() => document.querySelector('form.composer textarea')?.value === 'Een half idee')

    // Two are equal for the fifth place.
    await lead.say('share_ideas', { shared: true })
    await go('vote')
    await waitForHeading(page, 'Kies jouw favorieten')
    const { candidates } = (await lead.records('vote'))[0]
    for (const [i, chosen] of [[0, 1, 2], [3, 0, 1], [2, 3, 4], [5]].entries())
      for (const place of chosen) await others[i].say('cast_vote', { candidate: candidates[place] })
    await lead.say('close_vote', { in_ms: 0, anyway: true })
    await go('tie')
    await waitForHeading(page, 'Gelijke stand')
    await lead.say('start_runoff')
    const rows = page.locator('.vote-row')
    await rows.nth(1).waitFor()
    assert.equal(await rows.count(), 2)
    await notSideways(page, 'a run-off')
    await tabOn(page, rows.nth(1).locator('.vote-button'), 'the second of the two')
    await press('Space')
    await page.locator('.vote-row-chosen .vote-button').waitFor()
    for (let i = 0; i < 60 && (await lead.records('vote')).every(({ voted }) => voted !== 1); ++i) await page.waitForTimeout(50)
    await lead.say('close_vote', { in_ms: 0, anyway: true })
    await page.getByText('De extra ronde heeft beslist.').waitFor()
    await notSideways(page, 'a run-off that decided')
    assert.deepEqual(devices.troubles, [])
  } catch (error) {
    await photograph(page, 'keyboard-room')
    throw error
  }
})

test('what the group scores and chooses by keyboard, 320 px wide', { timeout: 300_000 }, async () => {
  const organiser = (server.organiser ??= await Organiser.setUp(server))
  const session = await sessionOf(organiser, 'choice')
  const crowd = await Crowd.gather(devices, server.origin)
  const lead = await crowd.pair(await organiser.pairingLink(session, 'facilitator'))
  const [invite] = await lead.records('invite')
  const rounds = new Map((await lead.records('agenda'))[0].rounds.map(({ id, kind }) => [kind, id]))
  const go = (kind) => lead.say('start_round', { round: rounds.get(kind), in_ms: 0 })
  const { page } = await devices.phone('keyboard', { viewport: { width: 320, height: 640 }, isMobile: false, hasTouch: false })
  const press = (key) => page.keyboard.press(key)
  try {
    await page.goto(`${server.origin}/#q=${invite.secret}`)
    await tabTo(page, 'textbox', /Je voornaam/)
    await page.keyboard.type('Anna')
    await press('Enter')
    await waitForHeading(page, 'Je bent binnen, Anna')
    await go('assess')
    await waitForHeading(page, 'Hoe goed past het?')
    const [{ subjects, criteria }] = await lead.records('matrix')
    const cell = { name: `4 van 5: ${criteria[0].name}, ${(await lead.records('group')).find(({ id }) => id === subjects[0].group).name}` }
    await tabTo(page, 'button', cell.name)
    await press('Space')
    await page.getByRole('button', { ...cell, pressed: true }).waitFor()
    await notSideways(page, 'scores')
    await page.getByText(`Nog ${subjects.length * criteria.length - 1} vragen open.`).waitFor()
    await lead.say('close_matrix', { closed: true })
    await waitForHeading(page, 'Dit gaf de groep')
    await notSideways(page, 'what the group gave')

    await go('choose')
    await waitForHeading(page, 'We kiezen één plan')
    const [{ candidates }] = await lead.records('choosing')
    await lead.say('propose_choice', { group: candidates[0] })
    await waitForHeading(page, 'Kiezen we dit plan?')
    await tabTo(page, 'button', /^Ik heb een zorg: /)
    await press('Space')
    await tabTo(page, 'textbox', 'Wat is je zorg?')
    await page.keyboard.type('Wie houdt het bij?')
    await tabTo(page, 'button', 'Bewaar')
    await press('Enter')
    await page.getByText('Bewaard.').waitFor()
    await notSideways(page, 'a plan that is proposed')
    // "Bewaard." may still be of the concern that had no words yet.
    let concern
    for (let left = 100; left > 0 && concern?.text !== 'Wie houdt het bij?'; --left) {
      await page.waitForTimeout(100)
      ;[concern] = await lead.records('concern')
    }
    assert.equal(concern.text, 'Wie houdt het bij?')
    await lead.say('settle_concern', { concern: concern.id, status: 'resolved' })
    await lead.say('freeze_choice', { frozen: true, reason: 'Het helpt het meest' })
    await waitForHeading(page, 'Dit plan is gekozen')
    await notSideways(page, 'the plan that is chosen')
    assert.deepEqual(devices.troubles, [])
  } catch (error) {
    await photograph(page, 'keyboard-choice')
    throw error
  }
})
