// Takes a picture of every screen and state, at the sizes of its devices, in Dutch and in English; axe finds nothing on
// any of them. Pages of both languages sit in the same sessions; a crowd without pages fills the room.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { dark, pictures } from './pictures-list.mjs'
import { paperPictures } from './paper-pictures.mjs'
import { deskChoice } from './desk-choice.mjs'
import { deskOpening } from './desk-opening.mjs'
import { deskPlan } from './desk-plan.mjs'
import { deskReport } from './desk-report.mjs'
import { deskTrajectories } from './desk-trajectories.mjs'
import { matrixRounds, sessionOf } from './matrix-rounds.mjs'
import { phoneRounds } from './phone-rounds.mjs'
import { rareStates } from './rare-states.mjs'
import { screenRounds } from './screen-rounds.mjs'
import { printedKit, tabletRounds } from './tablet-rounds.mjs'
import { Devices, setBox, sizes } from './support/browser.mjs'
import { Crowd } from './support/crowd.mjs'
import { Gallery } from './support/gallery.mjs'
import { account, Organiser } from './support/organiser.mjs'
import { cameraPhoto, choosePhoto } from './support/photo.mjs'
import { sendIdea } from './support/phone.mjs'
import { root, startServer } from './support/server.mjs'
import { sitePlan } from './support/site-plan.mjs'

const groups = JSON.parse(readFileSync(new URL('ideas-nl.json', import.meta.url), 'utf8'))
const names = ['Carla', 'Dirk', 'Els', 'Fatma', 'Gijs', 'Hanneke', 'Ivo', 'Jolanda van den Broek-Westerveld', 'Kees', 'Lotte', 'Mo']

let server, devices, gallery, organiser, crowd
const folder = join(root, 'build/pictures')

before(async () => {
  server = await startServer()
  devices = await Devices.launch()
  crowd = await Crowd.gather(devices, server.origin)
  gallery = new Gallery(folder, dark)
})
after(async () => {
  gallery?.writeIndex(pictures)
  await devices?.close()
  await server?.stop()
})

/** The organiser whom the desk made known, or, where a test runs alone, one of its own. */
const known = async () => {
  organiser ??= await Organiser.setUp(server)
}
/** The same act on the Dutch and on the English page. */
const both = (pages, act) => Promise.all(Object.entries(pages).map(([language, page]) => act(page, language)))
const sees = (pages, selector) => both(pages, (page) => page.locator(selector).first().waitFor())
const click = (pages, selector, place = 0) => both(pages, (page) => page.locator(selector).nth(place).click())
const closeSheet = (pages) => both(pages, async (page) => {
  await page.keyboard.press('Escape')
  await page.locator('dialog[open]').waitFor({ state: 'hidden' })
})

/** In the page: remembers its connections, so that a picture can show what a server would say. */
function keepLines() {
  globalThis.lines = []
  globalThis.WebSocket = class extends WebSocket {
    constructor(...where) {
      super(...where)
      globalThis.lines.push(this)
    }
  }
}

const hears = (pages, message) => both(pages, (page) =>
  page.evaluate((data) => globalThis.lines.at(-1).dispatchEvent(new MessageEvent('message', { data })), JSON.stringify(message)))
/** As when the disk of the server is full; a real one is in alone/full-disk.test.mjs. */
const storage = (pages, full) => hears(pages, { type: 'storage', full })
/** As when no facilitator was there for a while, who is really away in direct.test.mjs. */
const away = (pages, away) => hears(pages, { type: 'away', away })

async function pair(kind, options = {}) {
  const pages = {}
  for (const language of ['nl', 'en']) {
    const device =
      kind === 'phone'
        ? await devices.phone(`phone ${language}`, { language, ...options })
        : await devices.large(`${kind} ${language}`, { tablet: sizes.tablet, screen: sizes.beamer, desk: sizes.laptop }[kind], { language, ...options })
    await device.page.addInitScript(keepLines)
    pages[language] = device.page
  }
  return pages
}

/** Each state once its screen is there; `ready` is a selector that says so. */
async function take(device, state, pages, ready) {
  if (ready) await sees(pages, ready)
  await gallery.take(device, state, pages)
}

/** A picture from a tablet or a phone, under a key of its own; its number. */
async function bring(token, key, file, more = {}) {
  const answer = await fetch(`${server.origin}/api/uploads/${key}`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/octet-stream', ...more },
    body: file.buffer,
  })
  assert.equal(answer.status, 201)
  return (await answer.json()).picture
}

const offline = (pages, gone) => both(pages, (page) => page.context().setOffline(gone))
const open = (pages, address) => both(pages, (page) => page.goto(address))

/** The big screen follows the language of the session, until somebody presses L. */
async function speakEnglish(screens) {
  await screens.en.locator('main[class*="frame--"]').waitFor()
  await screens.en.waitForFunction(() => document.documentElement.lang === 'nl')
  await screens.en.keyboard.press('l')
}

/**
 * A round opens on the face that it is driven with, once it has come; this turns to what it is worked on with. The face of the round
 * before may look the same.
 */
const turnToWork = (tablets, kind) => both(tablets, async (page) => {
  const there = page.locator(`.frame-${kind}`)
  for (let tries = 0; tries < 30 && !(await there.isVisible()); ++tries) {
    if (await page.locator('.direct').isVisible()) await page.locator('.head-face').click()
    await there.waitFor({ timeout: 1_000 }).catch(() => {})
  }
  await there.waitFor()
})

test('the desk', { timeout: 600_000 }, async () => {
  const office = await pair('desk')
  await open(office, server.setupLink)
  await take('desk', 'setup', office, 'form')
  await click(office, 'form button[type=submit]')
  await take('desk', 'setup-errors', office, '.ui-field-error')
  organiser = await Organiser.setUp(server)
  await both(office, async (page) => {
    await page.locator('input[name=name]').fill('Iemand')
    await page.locator('input[name=passphrase]').fill(account.passphrase)
    await page.locator('input[name=repeat]').fill(account.passphrase)
    await page.locator('form button[type=submit]').click()
    await page.locator('form').waitFor({ state: 'detached' })
  })
  await take('desk', 'setup-used', office, 'h1')
  await open(office, `${server.origin}/desk#/`)
  await click(office, 'main .ui-button').catch(() => {})
  await take('desk', 'login', office, 'input[name=passphrase]')
  const logIn = (passphrase) => both(office, async (page) => {
    await page.locator('input[name=name]').fill(account.name)
    await page.locator('input[name=passphrase]').fill(passphrase)
    await page.locator('form button[type=submit]').click()
  })
  await logIn('een heel andere zin')
  await take('desk', 'login-wrong', office, '[role=alert], .form-error, .ui-field-error')
  await logIn(account.passphrase)
  await both(office, (page) => page.locator('input[name=passphrase]').waitFor({ state: 'detached' }))
  await take('desk', 'empty', office, '.account h1')
  await click(office, 'main .ui-button')
  await take('desk', 'new', office, '.new-session')
  await click(office, '.new-session button[type=submit]')
  await take('desk', 'new-errors', office, '.ui-field-error')

  const session = await organiser.createSession()
  await organiser.createSession({ title: 'Een lange naam voor het bedrijventerrein tussen de vaart en de snelweg', place: '' })
  await organiser.createSession({ title: 'Green corners', language: 'en', question: 'What will our green place be?' })
  await both(office, async (page) => {
    await page.goto(`${server.origin}/desk#/`)
    await page.reload()
  })
  await take('desk', 'list', office, 'table.sessions')
  await click(office, '.top__actions .ui-button')
  await take('desk', 'import', office, 'dialog[open]')
  await closeSheet(office)
  await open(office, `${server.origin}/desk#/templates`)
  await take('desk', 'templates', office, '.templates')
  const short = readFileSync(new URL('../../proto/examples/template/short.json', import.meta.url), 'utf8')
  const own = JSON.parse(await organiser.ask('POST', '/api/templates', JSON.parse(short))).id
  await both(office, (page) => page.reload())
  await take('desk', 'templates-own', office, '.template a')
  await click(office, '.top__actions .ui-button')
  const choose = (text) => both(office, (page) =>
    page.locator('dialog[open] input[type=file]').setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from(text) }))
  await choose(short)
  await take('desk', 'template-import', office, 'dialog[open] .agenda')
  await choose(short.replace('"group"', '"grouping"').replace('"minutes": 10', '"minutes": 1000'))
  await take('desk', 'template-import-wrong', office, 'dialog[open] .template-problems')
  await closeSheet(office)
  await open(office, `${server.origin}/desk#/templates/${own}`)
  await take('desk', 'template', office, '.template-rounds')
  await click(office, '.template-round__name', 1)
  await take('desk', 'template-round', office, '.template-round__body')
  await both(office, (page) => page.locator('.new-session input').first().fill('Ander overleg'))
  await organiser.ask('POST', `/api/templates/${own}`, { revision: 1, template: { ...JSON.parse(short), title: 'Van de ander' } })
  await click(office, '.template-end .ui-button')
  await take('desk', 'template-overtaken', office, '.ui-strip')
  await organiser.ask('DELETE', `/api/templates/${own}?revision=2`)
  await open(office, `${server.origin}/desk#/templates/0000000000000000`)
  await take('desk', 'template-unknown', office, '.lead')
  await open(office, `${server.origin}/desk#/sessions/${session}`)
  await take('desk', 'session', office, '.doors')
  await click(office, '.door .ui-button', 0)
  await sees(office, '.door__qr svg')
  await both(office, (page) => page.locator('.door').nth(1).locator('.ui-button').click())
  await both(office, (page) => page.locator('.door__qr svg').nth(1).waitFor())
  await take('desk', 'session-paired', office)
  await both(office, async (page) => {
    await page.locator('.personal-link input').fill('Ria')
    await page.locator('.personal-link button[type=submit]').click()
    await page.locator('.personal-link .address').evaluate((made) => made.scrollIntoView({ block: 'center' }))
  })
  await take('desk', 'session-link', office)
  await both(office, async (page) => {
    const wifi = page.locator('.prepared').first()
    await wifi.locator('input').nth(0).fill('De Grift')
    await wifi.locator('input').nth(1).fill('kort')
    await wifi.locator('button[type=submit]').click()
    await wifi.locator('.ui-field-error').waitFor()
    await page.locator('.prepared textarea').fill('- Een heg langs de weg\n- Een boomgaard\n- Een bank in de zon')
    await page.locator('.ui-line-list').waitFor()
    await wifi.evaluate((panel) => panel.scrollIntoView())
  })
  await take('desk', 'session-prepared', office)
  await click(office, '.session__side section:last-child .ui-button')
  await take('desk', 'delete', office, 'dialog[open]')
  await closeSheet(office)
  await deskTrajectories({ organiser, origin: server.origin, office, both, take: (state, ready) => take('desk', state, office, ready), closeSheet })
  await deskChoice({ organiser, origin: server.origin, office, both, take: (state, ready) => take('desk', state, office, ready), closeSheet })
  await deskOpening({ organiser, origin: server.origin, office, both, take: (state, ready) => take('desk', state, office, ready) })
  await deskPlan({ organiser, origin: server.origin, office, both, take: (state, ready) => take('desk', state, office, ready) })
  await open(office, `${server.origin}/desk#/sessions/0000000000000000`)
  await take('desk', 'unknown-session', office, 'h1')
  await both(office, (page) =>
    page.route('**/api/sessions', async (asked) => {
      const answer = await asked.fetch()
      await asked.fulfill({ response: answer, json: { ...(await answer.json()), storage_full: true } })
    }))
  await open(office, `${server.origin}/desk#/`)
  await take('desk', 'storage-full', office, '.ui-strip')
  await both(office, (page) => page.unroute('**/api/sessions'))
  await offline(office, true)
  await open(office, `${server.origin}/desk#/new`).catch(() => {})
  await open(office, `${server.origin}/desk#/`).catch(() => {})
  await take('desk', 'offline', office, '.ui-strip, [class*=strip]')
  await both(office, (page) => page.context().close())
})

test('phones, tablets and big screens through a whole session', { timeout: 600_000 }, async (t) => {
  await known()
  const began = Date.now()
  const note = (what) => t.diagnostic(`${((Date.now() - began) / 1000).toFixed(0)} s  ${what}`)
  const session = await organiser.createSession({ template: 'workshop-180', seats_max: names.length + 2 })
  const lead = await crowd.pair(await organiser.pairingLink(session, 'facilitator'))
  const [invite] = await lead.records('invite')
  const door = { secret: invite.secret }
  const link = `${server.origin}/#q=${invite.secret}`
  const rounds = new Map((await lead.records('agenda'))[0].rounds.map(({ id, kind }) => [kind, id]))
  const go = async (kind, in_ms = 0) => {
    await lead.say('start_round', { round: rounds.get(kind), in_ms })
    if (in_ms > 0) return
    // Nothing is worked on in a talk or a break.
    if (kind === 'talk' || kind === 'break') return sees(tablets, '.frame-direct')
    await turnToWork(tablets, kind)
  }

  const tablets = await pair('tablet')
  await open(tablets, `${server.origin}/console`)
  await take('tablet', 'not-paired', tablets, 'h1, h2')
  await open(tablets, `${server.origin}/console#p=0000000000000000000000000000000000000000000`)
  await both(tablets, (page) => page.reload())
  await both(tablets, (page) => page.waitForLoadState('networkidle'))
  await take('tablet', 'link-used', tablets, 'h1, h2')
  const screenLink = await organiser.pairingLink(session, 'screen')
  await open(tablets, `${server.origin}/console#${screenLink.split('#')[1]}`)
  await take('tablet', 'screen-link', tablets, 'main .ui-button')
  await both(tablets, async (page) => page.goto(await organiser.pairingLink(session, 'facilitator')))
  await take('tablet', 'lobby-empty', tablets, '.lobby-qr svg')

  const screens = await pair('screen')
  await open(screens, `${server.origin}/screen`)
  await take('screen', 'not-paired', screens, 'h1')
  await open(screens, `${server.origin}/screen#p=0000000000000000000000000000000000000000000`)
  await both(screens, (page) => page.reload())
  await both(screens, (page) => page.waitForLoadState('networkidle'))
  await take('screen', 'link-expired', screens, 'h1')
  await both(screens, async (page) => {
    await page.goto(screenLink)
    await page.reload()
  })
  await speakEnglish(screens)
  await take('screen', 'lobby-empty', screens, '.mount svg')
  note('before anybody is in')

  const phones = await pair('phone')
  const doors = await pair('phone')
  await open(phones, server.origin)
  await take('phone', 'join-code', phones, '.door-code input')
  await both(phones, async (page) => {
    await page.locator('.door-code input').fill('QQQQQQ')
    await page.locator('form button[type=submit]').click()
  })
  await take('phone', 'join-wrong-code', phones, '.ui-field-error')
  await open(phones, link)
  await take('phone', 'join-form', phones, '.door-name input')
  await open(doors, server.origin)
  await sees(doors, '.door-code input')
  await offline(doors, true)
  await both(doors, (page) => page.evaluate((hash) => (location.hash = hash), link.split('#')[1]))
  await take('phone', 'join-unreachable', doors, '.door-retry')
  await offline(doors, false)
  await both(phones, async (page, language) => {
    await page.locator('.door-name input').fill(language === 'nl' ? 'Anna' : 'Bram')
    await page.locator('form button[type=submit]').click()
    await page.locator('.wait-words').waitFor()
  })
  const people = []
  for (const name of names.slice(0, 5)) people.push(await crowd.join(door, name, { organisation: 'Bakkerij Van Veen', role: 'bakker' }))
  await take('phone', 'lobby', phones)
  await click(phones, 'details.later summary')
  await take('phone', 'lobby-later', phones, 'details.later form')
  await click(phones, 'details.later summary')
  await take('tablet', 'lobby', tablets)
  await take('screen', 'lobby', screens)
  for (const name of names.slice(5)) people.push(await crowd.join(door, name))
  await both(screens, (page) => page.waitForFunction((count) => document.querySelectorAll('.names li').length === count, names.length + 2))
  await take('tablet', 'lobby-full', tablets)
  await take('screen', 'lobby-full', screens)
  await open(doors, link)
  await both(doors, (page) => page.reload())
  await take('phone', 'join-full', doors, '.door-retry')
  await click(tablets, '.head-people')
  await take('tablet', 'people', tablets, 'dialog[open]')
  await click(tablets, '.people .person .ui-button')
  await take('tablet', 'people-ask', tablets, '.people-ask')
  await closeSheet(tablets)
  await click(tablets, '.head-facts > .ui-icon-button')
  await take('tablet', 'menu', tablets, 'dialog[open]')
  await click(tablets, '.sheet-list .ui-button', 0)
  await take('tablet', 'pair-screen', tablets, '.pairing-qr svg')
  await closeSheet(tablets)
  await click(tablets, '.head-facts > .ui-icon-button')
  await click(tablets, '.sheet-list .ui-button', 1)
  await take('tablet', 'pair-tablet', tablets, '.pairing-qr svg')
  await closeSheet(tablets)
  await click(tablets, '.head-facts > .ui-icon-button')
  await click(tablets, '.sheet-list .ui-button', 2)
  await take('tablet', 'pair-remote', tablets, '.pairing-qr svg')
  await closeSheet(tablets)
  const seconds = await pair('tablet')
  await both(seconds, async (page) => page.goto(await organiser.pairingLink(session, 'standby')))
  await take('tablet', 'watching', seconds, '.foot-watching')
  await click(seconds, '.foot-watching .ui-button')
  await take('tablet', 'take-over', seconds, 'dialog[open] input')
  await both(seconds, (page) => page.context().close())
  await lead.say('remove_person', { person: people.at(-1).person })
  const twin = await crowd.join(door, 'Anna')
  await twin.close()
  await click(tablets, '.head-people')
  await take('tablet', 'people-twins', tablets, '.people-twins')
  await click(tablets, '.person .ui-icon-button')
  await take('tablet', 'people-other-phone', tablets, 'dialog[open] input')
  await both(tablets, (page) => page.keyboard.press('Escape'))
  await sees(tablets, 'dialog[open] .people')
  await click(tablets, '.person .ui-icon-button', 1)
  await take('tablet', 'people-same', tablets, 'dialog[open] .sheet-list')
  await both(tablets, (page) => page.keyboard.press('Escape'))
  await sees(tablets, 'dialog[open] .people')
  await closeSheet(tablets)
  await lead.say('remove_person', { person: twin.person })
  await lead.say('lock_door', { locked: true })
  await take('tablet', 'lobby-locked', tablets, '.lobby-advice')
  await take('screen', 'lobby-locked', screens)
  await both(doors, (page) => page.reload())
  await take('phone', 'join-locked', doors, '.door-form')
  await click(doors, '.door-form .ui-button')
  await take('phone', 'join-knocked', doors, '.door p[role=status], main p[role=status]')
  await take('tablet', 'knock', tablets, '.held-knock')
  for (const knock of [1, 2]) await lead.say('answer_knock', { knock, let_in: false })
  await both(doors, (page, language) =>
    page.getByText(language === 'nl' ? 'laat nu niemand meer binnen' : 'lets nobody in any more').waitFor())
  await take('phone', 'join-turned-away', doors)
  await lead.say('bring_back_person', { person: people.at(-1).person })
  people.push(await people.pop().again())
  await lead.say('lock_door', { locked: false })
  await click(tablets, '.head-face')
  await take('tablet', 'direct', tablets, '.direct')
  await click(tablets, '.rail-stop', 2)
  await take('tablet', 'round-sheet', tablets, 'dialog[open]')
  await closeSheet(tablets)
  await click(tablets, '.head-face')
  await go('ideas', 120_000)
  await take('phone', 'lobby-moving', phones, '.ui-strip')
  await take('tablet', 'moving', tablets, '.foot-moving')
  await take('screen', 'moving', screens, '.moving-sign')
  note('the lobby')

  await go('ideas')
  await take('phone', 'ideas-empty', phones, '.ideas-examples')
  await take('tablet', 'ideas-empty', tablets, '.ideas-empty')
  await take('screen', 'ideas-empty', screens)
  const field = 'form.composer textarea'
  await both(phones, async (page) => {
    await page.locator(field).first().fill('Een heel lang idee dat maar doorgaat over bomen, banken, water en bloemen, over wie het gaat betalen en wie het gaat doen, en dan ook nog over hekken.')
    await page.locator('form.composer button[type=submit]').click()
  })
  await take('phone', 'ideas-too-long', phones, '.ui-field-error')
  const write = (text) => both(phones, async (page, language) => {
    await page.locator(field).first().fill(`${text}${language === 'nl' ? '' : ' too'}`)
    await page.locator('form.composer button[type=submit]').click()
    await page.waitForFunction((selector) => document.querySelector(selector).value === '', field)
  })
  await write('Een bank in de zon bij de weegbrug')
  await new Promise((resolve) => setTimeout(resolve, 700))
  await write('Thee plukken bij de achterdeur')
  for (const [i, { ideas }] of groups.entries()) {
    for (const [j, text] of ideas.slice(0, 4).entries()) {
      await people[(i + j) % 10].say('submit_idea', { text, explanation: j === 0 ? 'Dat kost weinig en iedereen loopt er elke dag langs.' : '' })
    }
  }
  await lead.say('set_timer', { duration_ms: 900_000 })
  await take('phone', 'ideas-sent', phones, '.mine-idea-received')
  await click(phones, '.mine-idea .ui-icon-button')
  await take('phone', 'ideas-edit', phones, 'dialog[open]')
  await click(phones, 'dialog[open] .ui-button-quiet')
  await take('phone', 'ideas-beside', phones, 'dialog[open] select')
  await closeSheet(phones)
  await take('tablet', 'ideas-silent', tablets, '.ideas-list')
  await take('screen', 'ideas-silent', screens)
  await click(tablets, '.head-face')
  await take('tablet', 'direct-running', tablets, '.clock-running')
  await lead.say('pause_timer')
  await take('tablet', 'direct-paused', tablets, '.clock-paused')
  await take('phone', 'ideas-paused', phones)
  await take('screen', 'ideas-paused', screens)
  await lead.say('resume_timer')
  await click(tablets, '.head-face')
  for (const [device, pages] of [['tablet', tablets], ['screen', screens]]) {
    await offline(pages, true)
    await take(device, 'offline', pages, device === 'tablet' ? '.ui-strip' : '.offline-sign')
    await offline(pages, false)
  }
  for (const [device, pages, sign] of [['tablet', tablets, '.ui-strip'], ['screen', screens, '.offline-sign'], ['phone', phones, '.ui-strip']]) {
    await storage(pages, true)
    await take(device, 'storage-full', pages, sign)
    await storage(pages, false)
  }
  await away(phones, true)
  await take('phone', 'away', phones, '.ui-strip')
  await away(phones, false)
  await both(tablets, (page) => page.locator('.head-face').click())
  await lead.say('write_note', { round: rounds.get('ideas'), seen: 0, text: 'Karin vraagt het woord' })
  await take('tablet', 'direct-note', tablets, '.note-pad .ui-button')
  await both(tablets, (page) => page.locator('.head-face').click())

  await offline(phones, true)
  await sees(phones, '.ui-strip')
  await write('Een zin zonder bereik')
  await take('phone', 'ideas-offline', phones, '.mine-idea-kept')
  await offline(phones, false)
  await both(phones, (page) => page.locator('.mine-idea-kept').waitFor({ state: 'detached', timeout: 60_000 }))
  await click(phones, '.head .ui-icon-button')
  await take('phone', 'mine', phones, '.ui-chips')
  await click(phones, '.other-phone summary')
  await sees(phones, '.other-phone-qr path')
  await both(phones, (page) => page.locator('.other-phone').evaluate((fold) => fold.scrollIntoView()))
  await take('phone', 'mine-other-phone', phones)
  await click(phones, '.other-phone summary')
  await click(phones, '.ui-button-danger, [class*=danger]')
  await take('phone', 'mine-wipe', phones, 'dialog[open]')
  await closeSheet(phones)
  await click(phones, '.head .ui-icon-button')
  const newest = (await lead.records('idea')).at(-1).id
  await lead.say('translate_idea', { idea: newest, language: 'pl', text: 'Zdanie bez zasięgu' })
  await lead.say('share_ideas', { shared: true })
  await take('phone', 'ideas-shared', phones, '.ideas-shared')
  await take('tablet', 'ideas-shared', tablets)
  await take('screen', 'ideas-shared', screens)
  await lead.say('allow_hints', { allowed: true })
  await both(phones, (page) => sendIdea(page, 'Een bankje met rugleuning'))
  await take('phone', 'ideas-hint', phones, '.ideas-hint')
  await click(tablets, '.idea-face', 0)
  await click(tablets, '.idea-face', 1)
  await take('tablet', 'ideas-chosen', tablets, '.choice-bar')
  await click(tablets, '.choice-acts .ui-button', 0)
  await take('tablet', 'ideas-merge', tablets, 'dialog[open]')
  await closeSheet(tablets)
  await click(tablets, '.choice-bar > .ui-icon-button')
  await click(tablets, '.idea-row .ui-icon-button')
  await take('tablet', 'ideas-edit', tablets, 'dialog[open]')
  await click(tablets, 'dialog[open] .ui-button-quiet')
  await take('tablet', 'ideas-beside', tablets, '.beside-fields select')
  await closeSheet(tablets)
  const hidden = (await lead.records('idea'))[3].id
  await lead.say('hide_idea', { ideas: [hidden], hidden: true })
  await click(tablets, '.ui-chip', 1)
  await take('tablet', 'ideas-hidden', tablets, '.idea-row')
  await lead.say('hide_idea', { ideas: [hidden], hidden: false })
  await lead.say('show_nothing', { blank: true })
  await take('screen', 'nothing', screens, '.frame--blank')
  await lead.say('show_nothing', { blank: false })
  await click(phones, '.ready .ui-button')
  await sees(phones, '.ready [aria-pressed=true]')
  await both(phones, (page) => page.locator('.ready').scrollIntoViewIfNeeded())
  await take('phone', 'ready', phones)
  await click(tablets, '.head-face')
  await take('tablet', 'ready', tablets, '.meter-ready')
  await click(tablets, '.head-face')
  await take('screen', 'ready', screens, '.ready-sign')
  await lead.say('spotlight', { idea: newest })
  await take('screen', 'light-beside', screens, '.held__beside')
  await lead.say('spotlight', { idea: (await lead.records('idea'))[0].id })
  await take('phone', 'light', phones, '.cover-light')
  await take('tablet', 'light', tablets, '.held-light')
  await take('screen', 'light', screens, '.held__idea')
  await lead.say('spotlight', { idea: 0 })
  await lead.say('pause_session', { paused: true })
  await take('phone', 'pause', phones, '.cover-pause')
  await take('tablet', 'pause', tablets, '.held-pause')
  await take('screen', 'pause', screens, '.held__pause')
  await lead.say('pause_session', { paused: false })
  await both(phones, (page) => page.locator('.cover').waitFor({ state: 'detached' }))
  await lead.say('moderate', { moderated: true })
  await write('Een zwembad met een glijbaan')
  await take('phone', 'ideas-waiting', phones, '.mine-idea-waiting')
  await take('tablet', 'waiting', tablets, '.held-waiting')
  await click(tablets, '.held-waiting .ui-button')
  await take('tablet', 'waiting-sheet', tablets, '.waiting-list')
  await closeSheet(tablets)
  for (const { id, status } of await lead.records('idea'))
    if (status === 'waiting') await lead.say('keep_for_later', { ideas: [id], later: true })
  await lead.say('moderate', { moderated: false })
  note('the ideas')

  await go('talk')
  await take('phone', 'talk', phones, '.interlude')
  await take('tablet', 'talk', tablets, '.direct')
  await take('screen', 'talk', screens)
  await go('break')
  await take('phone', 'break', phones, '.interlude')
  await take('screen', 'break', screens)
  await go('group')
  await take('phone', 'group-none', phones)
  await take('tablet', 'group-inbox', tablets, '.sort-suggestion')
  await take('screen', 'group-empty', screens)
  const live = (await lead.records('idea')).filter(({ status }) => status === 'live')
  const candidates = []
  for (const [i, { group, ideas }] of groups.slice(0, 8).entries()) {
    const inside = live.filter(({ text }) => ideas.includes(text) || (i === 7 && !groups.slice(0, 8).some((one) => one.ideas.includes(text))))
    candidates.push(await lead.say('create_group', { name: i === 2 ? '' : group, ideas: inside.map(({ id }) => ({ idea: id, from: 0 })) }))
  }
  await take('phone', 'group-watch', phones, '.group')
  await take('tablet', 'group', tablets, '.sort-column')
  await take('screen', 'group', screens, '.bed, .bed-list')
  await click(tablets, '.sort-column .sort-idea', 0)
  await click(tablets, '.sort-column .sort-idea', 1)
  await take('tablet', 'group-chosen', tablets, '.choice-bar')
  await click(tablets, '.choice-first')
  await take('tablet', 'group-move', tablets, 'dialog[open]')
  await closeSheet(tablets)
  await click(tablets, '.choice-acts .ui-button', 1)
  await take('tablet', 'group-new', tablets, 'dialog[open]')
  await closeSheet(tablets)
  await click(tablets, '.choice-bar > .ui-icon-button')
  await click(tablets, '.sort-column header .ui-icon-button')
  await take('tablet', 'group-edit', tablets, 'dialog[open]')
  await closeSheet(tablets)
  await lead.say('allow_grouping', { allowed: true })
  await take('phone', 'group-help', phones, '.group-idea-move')
  const holding = async () => people[0].say('hold_idea', { idea: live.find(({ text }) => groups[0].ideas.includes(text)).id })
  await holding()
  await Promise.all([take('phone', 'group-held', phones, '.group-idea-held'), take('tablet', 'group-held', tablets, '.sort-held')])
  await both(phones, (page, language) => page.locator('.group-idea-move').nth(language === 'nl' ? 9 : 12).click())
  await take('phone', 'group-move', phones, 'dialog[open]')
  await closeSheet(phones)
  note('the groups')

  await go('vote')
  await lead.say('set_vote_rules', { votes_per_person: 5, votes_per_candidate: 2 })
  await take('phone', 'vote-many', phones, '.vote-row-many')
  await lead.say('set_vote_rules', { votes_per_person: 5, votes_per_candidate: 1 })
  await take('phone', 'vote-open', phones, '.vote-button')
  await take('tablet', 'vote-empty', tablets, '.rules')
  await take('screen', 'vote', screens)
  // With those of the two phones: 12, 10, 8, 7, then three with 6 for one place, and 2.
  for (const [i, count] of [10, 8, 6, 5].entries()) for (const one of people.slice(0, count)) await one.say('cast_vote', { candidate: candidates[i] })
  const given = people.map((_, i) => [10, 8, 6, 5].filter((count) => i < count).length)
  const spread = async (candidate, count, skip) => {
    const able = people.map((_, i) => i).filter((i) => given[i] < 5).sort((a, b) => given[a] - given[b] || skip * (a - b))
    for (const i of able.slice(0, count)) {
      await people[i].say('cast_vote', { candidate })
      given[i] += 1
    }
  }
  await click(tablets, '.panel-end .ui-button')
  await take('tablet', 'vote-ask', tablets, '.panel-ask')
  await click(tablets, '.panel-ask .ui-button', 0)
  await both(phones, async (page) => {
    for (const candidate of candidates.slice(0, 5)) {
      const group = groups[candidates.indexOf(candidate)]
      const title = candidate === candidates[2] ? group.ideas[0] : group.group
      await page.locator(`.vote-button[aria-label$=": ${title}"]`).click()
    }
  })
  await take('phone', 'vote-none-left', phones)
  await spread(candidates[4], 4, 1)
  await spread(candidates[5], 6, 1)
  await spread(candidates[6], 6, -1)
  await take('tablet', 'vote-open', tablets)
  await lead.say('close_vote', { in_ms: 55_000, anyway: true })
  await take('phone', 'vote-closing', phones, '.vote-closing')
  await take('tablet', 'vote-closing', tablets, '.panel-closing')
  await take('screen', 'vote-closing', screens)
  await lead.say('close_vote', { in_ms: 0, anyway: true })
  await take('phone', 'vote-closed', phones)
  await take('tablet', 'vote-closed', tablets, '.tally')
  await take('screen', 'vote-closed', screens)
  note('the vote')

  await go('tie')
  const [tie] = await lead.records('tie')
  assert.equal(tie.tied.length, 3, 'three for one place')
  await take('phone', 'tie', phones, '.tie-list')
  await take('tablet', 'tie', tablets, '.ways')
  await take('screen', 'tie', screens, '.tied')
  await both(tablets, (page) => page.locator('.way', { has: page.locator('.way-roots') }).locator('.ui-button').click())
  await take('tablet', 'tie-merge', tablets, 'dialog[open]')
  await closeSheet(tablets)
  const undo = async () => lead.say('undo', { action: (await lead.records('undo'))[0].action.id })
  const merge = { candidates: tie.tied, into: tie.tied[0] }
  for (const [state, command, args] of [['tie-drawn', 'draw_lots'], ['tie-widened', 'widen_top'], ['tie-merged', 'merge_tied', merge]]) {
    await lead.say(command, args)
    await take('phone', state, phones)
    await take('tablet', state, tablets, '.work-said')
    await take('screen', state, screens)
    await undo()
    await sees(tablets, '.ways')
  }
  await lead.say('start_runoff')
  await take('phone', 'runoff', phones, '.vote-button')
  await take('tablet', 'runoff', tablets, '.vote-seats')
  await take('screen', 'runoff', screens)
  for (const one of people) await one.say('cast_vote', { candidate: candidates[4] })
  await lead.say('close_vote', { in_ms: 0, anyway: true })
  await take('phone', 'tie-decided', phones)
  await take('tablet', 'tie-decided', tablets, '.work-said')
  await take('screen', 'tie-decided', screens)
  note('the tie')

  await go('top5')
  for (const [state, reveals] of [['hidden', 0], ['partly', 2], ['', 3]]) {
    for (let i = 0; i < reveals; ++i) await lead.say('reveal_next', { seen: i })
    await take('phone', state ? `result-${state}` : 'result', phones, '.result-list')
    await take('tablet', state ? `top-${state}` : 'top', tablets, '.top')
    await take('screen', state ? `top-${state}` : 'top', screens, '.top__place')
  }
  note('the top')

  await go('commit')
  await take('phone', 'commit', phones, '.commit-roles')
  await take('tablet', 'commit-empty', tablets, '.bed')
  await take('screen', 'commit-empty', screens)
  await people[0].say('commit', { candidate: candidates[0], role: 'lead', note: '' })
  await people[1].say('commit', { candidate: candidates[0], role: 'arrange', note: 'hout, een zaag en een aanhanger' })
  await people[2].say('commit', { candidate: candidates[1], role: 'help', note: '' })
  await people[3].say('commit', { candidate: candidates[2], role: 'lead', note: '' })
  await lead.say('record_hands', { candidate: candidates[1], role: 'help', person: 0, hands: 4, note: '' })
  await click(phones, '.commit-role', 1)
  await take('phone', 'commit-taken', phones, '.commit-role[aria-pressed=true]')
  await both(phones, async (page) => {
    await page.locator('.commit-contact input[inputmode=email]').fill('geen adres')
    await setBox(page.locator('.commit-contact .ui-checkbox-box').first())
    await page.locator('.commit-contact button[type=submit]').click()
  })
  await take('phone', 'commit-bad-contact', phones, '.commit-contact .ui-field-error')
  await both(phones, async (page, language) => {
    await page.locator('.commit-contact input[inputmode=email]').fill(`${language}@degrift.example`)
    await page.locator('.commit-contact button[type=submit]').click()
    await page.locator('section.commit-contact').first().scrollIntoViewIfNeeded()
  })
  await take('phone', 'commit-contact', phones)
  await take('tablet', 'commit', tablets)
  await take('screen', 'commit', screens)
  await click(tablets, '.bed > .ui-button')
  await take('tablet', 'commit-hand', tablets, 'dialog[open]')
  await closeSheet(tablets)
  await click(tablets, '.bed-ground .ui-icon-button')
  await take('tablet', 'commit-list', tablets, 'dialog[open]')
  await closeSheet(tablets)
  await click(phones, '.commit-role[aria-pressed=true]')
  await both(phones, async (page) => {
    await page.locator('.commit-role[aria-pressed=true]').waitFor({ state: 'detached' })
    await page.locator('.commit-contact .ui-button-danger').first().click()
    await page.locator('.commit-contact input').first().waitFor()
    await page.evaluate(() => scrollTo(0, 0))
  })
  await take('phone', 'commit-withdrawn', phones)
  await click(phones, '.commit-role', 1)
  await sees(phones, '.commit-role[aria-pressed=true]')
  note('who does what')
  await open(doors, `${server.origin}/#r=${invite.secret}`)
  await both(doors, (page) => page.reload())
  await take('phone', 'results-late', doors, 'main .ui-button-primary')

  await go('close')
  await take('phone', 'close-no-date', phones, '.close-next')
  await take('tablet', 'close-no-date', tablets, '.closing')
  await take('screen', 'close-no-date', screens)
  const date = new Date(Date.now() + 21 * 86_400_000).toISOString().slice(0, 10)
  await lead.say('set_next_step', { date, text: 'De trekkers lopen samen over het terrein' })
  await take('phone', 'close', phones)
  await take('tablet', 'close', tablets, '.closing-saved')
  await take('screen', 'close', screens)
  await click(tablets, '.closing-end .ui-button')
  await take('tablet', 'close-ask', tablets, 'dialog[open]')
  await closeSheet(tablets)
  for (const readers of ['participants', 'board']) await organiser.ask('GET', `/api/sessions/${session}/export?format=pdf&readers=${readers}`)
  await lead.say('close_session')
  await take('phone', 'ended', phones, '.results-kept')
  await click(phones, '.results-own-list li .row .ui-button', 0)
  await take('phone', 'results-correct', phones, 'dialog[open]')
  await closeSheet(phones)
  await both(phones, (page) => page.locator('.results-own-list li .row .ui-button[class*=danger]').first().click())
  await take('phone', 'results-erase', phones, 'dialog[open]')
  await both(phones, (page) => page.locator('dialog[open] .ui-button-primary').click())
  await take('phone', 'results-erased', phones, '.ui-toast')
  await take('tablet', 'ended', tablets, '.closing-ended')
  await take('screen', 'ended', screens)
  await click(tablets, '.closing-panel > .ui-button')
  await take('tablet', 'replay-ready', tablets, '.replay input')
  await click(tablets, '.replay-rounds .ui-button', 1)
  await click(tablets, '.replay-bar .ui-button')
  await take('tablet', 'replay', tablets, '.replay input')
  await take('screen', 'replay', screens, '.frame--replay')
  await closeSheet(tablets)
  await both(screens, (page) => page.locator('.frame--replay').waitFor({ state: 'detached' }))
  await both(doors, (page) => page.reload())
  await take('phone', 'results-general', doors, '.results-kept')
  const office = await pair('desk')
  await both(office, (page) => organiser.logIn(page))
  await open(office, `${server.origin}/desk#/sessions/${session}`)
  await deskReport({ organiser, session, office, both, take: (state, ready) => take('desk', state, office, ready) })
  await click(office, '[aria-labelledby=reopen-title] .ui-button')
  await take('desk', 'session-reopen', office, 'dialog[open]')
  await both(office, (page) => page.context().close())
  await click(tablets, '.closing-ended .ui-button')
  await take('tablet', 'reopen-ask', tablets, 'dialog[open]')
  await lead.say('reopen_session')
  await both(tablets, (page) => page.locator('.closing-end .panel-hint').waitFor())
  await closeSheet(tablets)
  await take('tablet', 'reopened', tablets, '.closing-end .panel-hint')
  await lead.say('close_session')
  await sees(tablets, '.closing-ended')
  note('the end')

  const second = await both(phones, async (page) => {
    const other = await page.context().newPage()
    await other.goto(server.origin)
    return other
  })
  await take('phone', 'replaced', phones, '.message')
  await Promise.all(second.map((page) => page.close()))

  const small = await organiser.createSession()
  const smallLead = await crowd.pair(await organiser.pairingLink(small, 'facilitator'))
  const [way] = await smallLead.records('invite')
  const guests = await pair('phone')
  await both(guests, async (page) => {
    await page.goto(`${server.origin}/#q=${way.secret}`)
    await page.locator('form button[type=submit]').click()
    await page.locator('.wait-words').waitFor()
  })
  for (const { id } of await smallLead.records('person')) await smallLead.say('remove_person', { person: id })
  await take('phone', 'removed', guests, '.message')
  for (const { id } of await smallLead.records('person')) await smallLead.say('bring_back_person', { person: id })
  // The phones ask again by themselves.
  await sees(guests, '.wait-words')
  await both(guests, (page) => page.evaluate((hash) => (location.hash = hash), `m=${small}.${'0'.repeat(64)}`))
  await take('phone', 'other-person', guests, '.message')
  await click(guests, '.message .ui-button-primary')
  await sees(guests, '.wait-words')
  await both(tablets, async (page) => {
    await page.goto(await organiser.pairingLink(small, 'facilitator'))
    await page.locator('.lobby-code').waitFor()
  })
  const smallScreen = await organiser.pairingLink(small, 'screen')
  await both(screens, async (page) => {
    await page.goto(smallScreen)
    await page.reload()
  })
  await sees(screens, '.mount svg')
  await speakEnglish(screens)
  await both(guests, (page) => page.evaluate((hash) => (location.hash = hash), `m=${small}.${'0'.repeat(64)}`))
  // The page begins anew.
  await both(guests, (page) =>
    Promise.all([page.waitForEvent('load'), page.locator('.message .ui-button:not(.ui-button-primary)').click()]),
  )
  await both(guests, (page) => page.locator('.message .ui-button').first().waitFor())
  await take('phone', 'unknown', guests, '.message .ui-button-primary')
  await click(guests, '.message .ui-button-primary')
  await click(guests, 'form button[type=submit]')
  await sees(guests, '.wait-words')
  await organiser.ask('DELETE', `/api/sessions/${small}`)
  await take('phone', 'deleted', guests, '.message')
  await take('tablet', 'deleted', tablets, '.notice-page')
  await take('screen', 'deleted', screens, 'h1')
  await both(guests, (page) => page.reload())
  await take('phone', 'erased', guests, '.message')
  await open(doors, `${server.origin}/#r=${way.secret}`)
  await both(doors, (page) => page.reload())
  await take('phone', 'results-gone', doors, 'main .ui-button')
  note(`${gallery.taken.length} pictures`)
})

test('a rehearsal', { timeout: 300_000 }, async () => {
  await known()
  const session = await organiser.createSession({ title: 'Groen om te oefenen' })
  const { id, door } = JSON.parse(await organiser.ask('POST', `/api/sessions/${session}/rehearsal`, { people: 24 }))
  const office = await pair('desk')
  await both(office, (page) => organiser.logIn(page))
  await open(office, `${server.origin}/desk#/sessions/${id}`)
  await take('desk', 'rehearsal', office, 'h1 .rehearsal-mark')
  const phones = await pair('phone')
  await open(phones, `${server.origin}/#q=${door}`)
  await take('phone', 'rehearsal-join', phones, 'form button[type=submit]')
  await click(phones, 'form button[type=submit]')
  await take('phone', 'rehearsal', phones, '.wait-words')
  const tablets = await pair('tablet')
  await both(tablets, async (page) => page.goto(await organiser.pairingLink(id, 'facilitator')))
  await take('tablet', 'rehearsal', tablets, '.meadow > li:nth-child(12)')
  const screens = await pair('screen')
  await both(screens, async (page) => page.goto(await organiser.pairingLink(id, 'screen')))
  await speakEnglish(screens)
  await take('screen', 'rehearsal', screens, '.rehearsal-sign')
})

test('big screens through the rounds between, with few groups and with many', { timeout: 300_000 }, async () => {
  await known()
  const session = await organiser.createSession({ template: 'workshop-180' })
  const lead = await crowd.pair(await organiser.pairingLink(session, 'facilitator'))
  const [{ secret }] = await lead.records('invite')
  const screens = await pair('screen')
  const link = await organiser.pairingLink(session, 'screen')
  await both(screens, (page) => page.goto(link))
  await speakEnglish(screens)
  await screenRounds({
    lead,
    crowd,
    groups,
    door: { secret },
    names: ['Anna', ...names],
    take: (state, ready) => take('screen', state, screens, ready),
  })
  await both(screens, (page) => page.context().close())
})

test('phones in the rounds of tables and plans', { timeout: 300_000 }, async () => {
  await known()
  const session = await organiser.createSession({ template: 'workshop-60' })
  const lead = await crowd.pair(await organiser.pairingLink(session, 'facilitator'))
  const [{ secret }] = await lead.records('invite')
  const phones = await pair('phone')
  await open(phones, `${server.origin}/#q=${secret}`)
  await phoneRounds({ lead, door: { secret }, crowd, names, groups, phones, take: (state, ready) => take('phone', state, phones, ready) })
  await both(phones, (page) => page.context().close())
})

test('tablets in the rounds of tables and plans, and the kit on paper', { timeout: 300_000 }, async () => {
  await known()
  const session = await organiser.createSession({ template: 'workshop-60' })
  const lead = await crowd.pair(await organiser.pairingLink(session, 'facilitator'))
  const [{ secret }] = await lead.records('invite')
  const tablets = await pair('tablet')
  await both(tablets, async (page) => page.goto(await organiser.pairingLink(session, 'facilitator')))
  await sees(tablets, '.lobby-qr svg')
  const pictured = (state, ready) => take('tablet', state, tablets, ready)
  await tabletRounds({ lead, door: { secret }, crowd, names, groups, tablets, work: (kind) => turnToWork(tablets, kind), take: pictured })
  await printedKit({ tablets, take: pictured })
  await both(tablets, (page) => page.context().close())
})

test('what came along from a dossier is scored and chosen', { timeout: 420_000 }, async () => {
  await known()
  for (const purpose of ['choice', 'green_date']) {
    const session = await sessionOf(organiser, purpose)
    const lead = await crowd.pair(await organiser.pairingLink(session, 'facilitator'))
    const [{ secret }] = await lead.records('invite')
    const people = []
    for (const name of names.slice(0, 5)) people.push(await crowd.join({ secret }, name))
    const on = { phone: await pair('phone'), tablet: await pair('tablet'), screen: await pair('screen'), helper: await pair('phone') }
    await both(on.helper, async (page, language) => {
      await page.goto(await organiser.pairingLink(session, 'helper'))
      await page.locator('.paper-add input').fill(language === 'nl' ? 'Truus' : 'Wim')
      await page.locator('.paper-add button[type=submit]').click()
      await page.locator('.paper-seat').waitFor()
    })
    await open(on.phone, `${server.origin}/#q=${secret}`)
    await sees(on.phone, 'form button[type=submit]')
    await click(on.phone, 'form button[type=submit]')
    await sees(on.phone, '.phone')
    await both(on.tablet, async (page) => page.goto(await organiser.pairingLink(session, 'facilitator')))
    const link = await organiser.pairingLink(session, 'screen')
    await both(on.screen, (page) => page.goto(link))
    await speakEnglish(on.screen)
    await matrixRounds({
      lead,
      people,
      purpose,
      phones: on.phone,
      helpers: on.helper,
      work: (kind) => turnToWork(on.tablet, kind),
      take: (device, state, ready) => take(device, state, on[device], ready),
    })
    for (const pages of Object.values(on)) await both(pages, (page) => page.context().close())
  }
})

test('people on paper, a helper, personal links and a borrowed phone', { timeout: 300_000 }, async () => {
  await known()
  const session = await organiser.createSession()
  const lead = await crowd.pair(await organiser.pairingLink(session, 'facilitator'))
  const [{ secret }] = await lead.records('invite')
  const tablets = await pair('tablet')
  await both(tablets, async (page) => page.goto(await organiser.pairingLink(session, 'facilitator')))
  await sees(tablets, '.lobby')
  const phones = await pair('phone', { baseURL: server.origin })
  const helpers = await pair('phone', { baseURL: server.origin })
  await paperPictures({ tablets, helpers, phones, lead, door: { secret }, crowd, session, organiser, take })
  for (const pages of [tablets, helpers, phones]) await both(pages, (page) => page.context().close())
})

test('what happens once in a hundred sessions', { timeout: 420_000 }, async () => {
  const own = await startServer()
  const room = await Crowd.gather(devices, own.origin)
  const theirs = await Organiser.setUp(own)
  try {
    await rareStates({ server: own, organiser: theirs, crowd: room, groups, pair, turnToWork, speakEnglish, take })
  } finally {
    await own.stop()
  }
})

test('the phone of a facilitator as a remote', { timeout: 300_000 }, async () => {
  await known()
  const session = await organiser.createSession()
  const lead = await crowd.pair(await organiser.pairingLink(session, 'facilitator'))
  const [{ secret }] = await lead.records('invite')
  const [{ rounds }] = await lead.records('agenda')
  const go = (kind) => lead.say('start_round', { round: rounds.find((round) => round.kind === kind).id, in_ms: 0 })
  const remotes = await pair('phone')
  await both(remotes, async (page) => page.goto(await organiser.pairingLink(session, 'facilitator')))
  await take('remote', 'lobby', remotes, '.remote-keys')
  const work = (kind) => turnToWork(remotes, kind)
  const hold = async (kind, words = {}) => {
    const round = await lead.say('add_round', { kind, title: '', text: '', say: '', minutes: 10, ...words })
    await lead.say('start_round', { round, in_ms: 0 })
  }
  const seconds = await pair('phone')
  await both(seconds, async (page) => page.goto(await organiser.pairingLink(session, 'standby')))
  await take('remote', 'watching', seconds, '.foot-watching')
  await both(seconds, (page) => page.context().close())
  const people = []
  for (const name of names.slice(0, 5)) people.push(await crowd.join({ secret }, name))
  await lead.say('lock_door', { locked: true })
  const doors = await pair('phone')
  await both(doors, async (page) => {
    await page.goto(`${server.origin}/#q=${secret}`)
    await page.locator('.door-form .ui-button').click()
  })
  await take('remote', 'knock', remotes, '.held-knock')
  await both(doors, (page) => page.context().close())
  await lead.say('lock_door', { locked: false })
  await both(remotes, (page) => page.locator('.held-knock').waitFor({ state: 'detached' }))
  await hold('show', { title: 'Waarom we hier zijn', text: 'Dit is onze plek.\nVandaag bedenken we wat hier groener kan.', say: 'Fijn dat jullie er zijn.' })
  await take('remote', 'show', remotes, '.say-words')
  await hold('talk', { title: 'Waar loop jij het liefst?' })
  await lead.say('deal_tables', { tables: 2 })
  await take('remote', 'talk', remotes, '.meter')
  await work('talk')
  await take('remote', 'tables', remotes, '.cards .card')
  await hold('explore')
  await people[0].say('submit_idea', { text: 'Bij de slagboom waait het altijd', explanation: '' })
  await work('explore')
  await take('remote', 'explore', remotes, '.explore-row')
  await go('ideas')
  for (const [i, text] of groups.slice(0, 6).map(({ ideas }) => ideas[0]).entries()) await people[i % 5].say('submit_idea', { text, explanation: '' })
  await take('remote', 'ideas', remotes, '.remote-keys')
  await click(remotes, '.head-people')
  await take('remote', 'people', remotes, 'dialog[open] .person')
  await closeSheet(remotes)
  await offline(remotes, true)
  await take('remote', 'offline', remotes, '.ui-strip')
  await offline(remotes, false)
  await both(remotes, (page) => page.locator('.ui-strip').waitFor({ state: 'detached', timeout: 60_000 }))
  await lead.say('share_ideas', { shared: true })
  await go('group')
  await take('remote', 'group', remotes, '.remote-keys')
  const loose = (await lead.records('idea')).filter(({ status }) => status === 'live')
  for (const [i, { group }] of groups.slice(0, 6).entries())
    await lead.say('create_group', { name: group, ideas: loose.slice(i, i === 5 ? undefined : i + 1).map(({ id }) => ({ idea: id, from: 0 })) })
  await hold('pitch')
  await lead.say('start_pitch', { group: (await lead.records('group'))[0].id })
  await work('pitch')
  await take('remote', 'pitch', remotes, '.line-now')
  await hold('sharpen')
  await people[0].say('take_proposal', { group: (await lead.records('group'))[0].id, taken: true })
  await work('sharpen')
  await take('remote', 'sharpen', remotes, '.card')
  await go('vote')
  const [{ candidates }] = await lead.records('vote')
  // Four with two votes, and two with one for the fifth place.
  for (const [i, given] of [[0, 1, 2], [0, 1, 2], [3, 4], [3, 5]].entries()) for (const one of given) await people[i].say('cast_vote', { candidate: candidates[one] })
  await take('remote', 'vote', remotes, '.remote-keys')
  await bring(lead.token, '8'.repeat(32), await sitePlan(remotes.nl))
  await take('remote', 'plan-to-show', remotes, '.remote-plan')
  await click({ nl: remotes.nl }, '.remote-plan')
  await both(remotes, (page) => page.evaluate(() => scrollTo(0, 0)))
  await take('remote', 'plan', remotes, '.held-light')
  await click({ nl: remotes.nl }, '.held-light .ui-button')
  await sees(remotes, '.remote-plan')
  await lead.say('close_vote', { in_ms: 0, anyway: true })
  await go('tie')
  await work('tie')
  await take('remote', 'tie', remotes, '.ways')
  await lead.say('widen_top')
  await go('top5')
  await take('remote', 'top', remotes, '.remote-reveal')
  await lead.say('show_nothing', { blank: true })
  await take('remote', 'blank', remotes, '.remote-keys')
  await lead.say('show_nothing', { blank: false })
  await lead.say('pause_session', { paused: true })
  await take('remote', 'pause', remotes)
  await lead.say('pause_session', { paused: false })
  for (let seen = 0; seen < 6; ++seen) await lead.say('reveal_next', { seen })
  await hold('concerns')
  await people[1].say('answer_concern', { candidate: candidates[0], answer: 'worried', text: 'Wie geeft er water in de zomer?' })
  await work('concerns')
  await take('remote', 'concerns', remotes, '.card')
  await go('commit')
  await people[2].say('commit', { candidate: candidates[0], role: 'lead', note: '' })
  await work('commit')
  await take('remote', 'commit', remotes, '.bed')
  await go('close')
  await work('close')
  await take('remote', 'close', remotes, '.closing')
  await both(remotes, (page) => page.context().close())
})

test('phones in the languages that only they speak', { timeout: 300_000 }, async () => {
  await known()
  const session = await organiser.createSession()
  const lead = await crowd.pair(await organiser.pairingLink(session, 'facilitator'))
  const [{ secret }] = await lead.records('invite')
  const [{ rounds }] = await lead.records('agenda')
  const pages = {}
  for (const [language, locale] of Object.entries({ pl: 'pl-PL', ro: 'ro-RO', uk: 'uk-UA', de: 'de-DE' }))
    pages[language] = (await devices.phone(`phone ${language}`, { locale })).page
  await open(pages, `${server.origin}/#q=${secret}`)
  await take('languages', 'join', pages, '.door-name input')
  await both(pages, async (page) => {
    await page.locator('.door-name input').fill('Ola')
    await page.locator('form button[type=submit]').click()
    await page.locator('.wait-words').waitFor()
  })
  await lead.say('start_round', { round: rounds.find(({ kind }) => kind === 'ideas').id, in_ms: 0 })
  await sees(pages, 'form.composer')
  await both(pages, (page) => sendIdea(page, 'Een bank in de zon'))
  await take('languages', 'ideas', pages, '.mine-idea-received')
  await both(pages, (page) => page.context().close())
})

test('a round over the site, with photos', { timeout: 300_000 }, async () => {
  await known()
  const session = await organiser.createSession({ template: 'outside-120' })
  const lead = await crowd.pair(await organiser.pairingLink(session, 'facilitator'))
  const [{ secret }] = await lead.records('invite')
  const [{ rounds }] = await lead.records('agenda')
  const [tablets, screens, phones] = [await pair('tablet'), await pair('screen'), await pair('phone')]
  const shown = await organiser.pairingLink(session, 'screen')
  await both(tablets, async (page) => page.goto(await organiser.pairingLink(session, 'facilitator')))
  await both(screens, (page) => page.goto(shown))
  await speakEnglish(screens)
  await both(phones, async (page, language) => {
    await page.goto(`${server.origin}/#q=${secret}`)
    await page.locator('.door-name input').fill(language === 'nl' ? 'Anna' : 'Bram')
    await page.locator('form button[type=submit]').click()
    await page.locator('.wait-words').waitFor()
  })
  await lead.say('set_wifi', { name: 'Bedrijventerrein De Grift gasten', password: 'samen-maken-wij-dit-terrein-groener-2026', shown: true })
  await take('screen', 'lobby-wifi', screens, '.lobby__wifi')
  await take('tablet', 'lobby-wifi', tablets, '.lobby-wifi')
  await click(tablets, '.lobby-buttons .ui-button:has-text("Wi")')
  await take('tablet', 'wifi', tablets, 'dialog[open] form')
  await closeSheet(tablets)
  await lead.say('set_wifi', { name: 'De Grift', password: '', shown: true })
  await both(screens, (page) => page.locator('.lobby__wifi dd').nth(1).waitFor({ state: 'detached' }))
  await take('screen', 'lobby-wifi-open', screens, '.lobby__wifi')
  await lead.say('start_round', { round: rounds.find(({ kind }) => kind === 'explore').id, in_ms: 0 })
  await take('phone', 'site-no-plan', phones, 'form.composer')
  await take('tablet', 'site-no-plan', tablets, '.explore')
  await take('screen', 'site-no-plan', screens, '.explore--no-plan')

  await bring(lead.token, '0'.repeat(32), await sitePlan(tablets.nl))
  await sees(phones, '.site-plan-sheet img')
  await sees(tablets, '.site-plan-sheet img')
  await take('screen', 'site-empty', screens, '.explore__sheet img')
  const people = []
  for (const name of ['Carla', 'Dirk']) people.push(await crowd.join({ secret }, name))
  const places = [[0.2, 0.6], [0.25, 0.75], [0.8, 0.45], [0.55, 0.3], [0.7, 0.8], [0.1, 0.3]]
  for (const [i, text] of groups.flatMap(({ ideas }) => ideas.slice(0, 1)).slice(0, 6).entries()) {
    const [x, y] = places[i]
    const photo = i < 3 ? `${i + 1}`.padStart(32, '0') : null
    await people[i % 2].say('submit_idea', { text, explanation: '', place: { x, y }, photo })
    if (photo) await bring(people[i % 2].token, photo, await cameraPhoto(tablets.nl, i + 2, { width: 1200, height: 900 }))
  }
  await take('phone', 'site', phones)
  await click(phones, 'main > .ui-button-primary')
  await both(phones, async (page) => {
    await page.locator('form.composer textarea').first().fill('Een bank in de zon, met uitzicht op de vijver')
    await choosePhoto(page.locator('form.composer'), await cameraPhoto(page, 4, { width: 1200, height: 900 }))
  })
  await take('phone', 'photo-chosen', phones, '.photo-chosen img')
  await both(phones, (page) => page.evaluate(() => scrollTo(0, 0)))
  await take('phone', 'site-writing', phones)
  await click(phones, 'form.composer button[type=submit]')
  await sees(phones, '.photo-state-here')
  await both(phones, (page) => page.locator('.mine-ideas').scrollIntoViewIfNeeded())
  await take('phone', 'photo-here', phones)
  await click(phones, '.mine-idea .photo-thumb')
  await take('phone', 'photo-mine', phones, 'dialog[open] img')
  await click(phones, 'dialog[open] .ui-dialog-actions .ui-button', 0)
  await take('phone', 'photo-erase', phones, 'dialog[open]')
  await closeSheet(phones)

  // Another photo, in a dead spot, and then on its way: what follows its first piece is held up.
  await offline(phones, true)
  await both(phones, async (page) => choosePhoto(page.locator('.mine-idea').first(), await cameraPhoto(page, 5)))
  await both(phones, (page) => page.locator('.photo-state-waiting').scrollIntoViewIfNeeded())
  await take('phone', 'photo-waiting', phones, '.photo-state-waiting')
  let letThrough
  const through = new Promise((resolve) => {
    letThrough = resolve
  })
  await both(phones, (page) =>
    page.route('**/api/uploads/*', async (route) => {
      if (route.request().headers()['upload-offset'] !== '0') await through
      await route.continue()
    }),
  )
  await offline(phones, false)
  await sees(phones, '.photo-state-sending')
  await both(phones, (page) => page.locator('.photo-state-sending').scrollIntoViewIfNeeded())
  await take('phone', 'photo-sending', phones, '.photo-state-sending')
  letThrough()
  await both(phones, (page) => page.locator('.photo-state-here').nth(1).waitFor())
  await both(phones, (page) => page.unroute('**/api/uploads/*'))

  // The page ends in a dead spot, as going to the camera may do: the walk is there again.
  await both(phones, (page) => page.waitForFunction(() => navigator.serviceWorker.controller))
  await offline(phones, true)
  await both(phones, (page) => page.reload())
  await sees(phones, '.site-plan-sheet img')
  await take('phone', 'site-kept', phones, '.site-pin-mine')
  await offline(phones, false)
  await both(phones, (page) => page.locator('.ui-strip-offline').waitFor({ state: 'detached', timeout: 60_000 }))

  // A pin that the server refuses: no page of ours would ask for it.
  await both(phones, (page) => page.evaluate(() => {
    const line = globalThis.lines.at(-1)
    const send = line.send
    line.send = (data) => send.call(line, String(data).replace(/"x":[\d.]+/, '"x":1.5'))
  }))
  await both(phones, (page) => page.evaluate(() => scrollTo(0, 0)))
  await click(phones, '.site-pin-mine')
  await click(phones, '.explore-card .ui-button')
  await click(phones, 'main .ui-button-primary')
  await take('phone', 'site-outside', phones, 'main .problem')
  await both(phones, (page) => page.reload())
  await sees(phones, '.site-plan-sheet img')
  // The photo comes, and cannot be read.
  await both(phones, (page) => page.route('**/api/uploads/*', (route) => route.fulfill({ status: 422, contentType: 'application/json', body: '{"error":"bad_image"}' })))
  await click(phones, 'main > .ui-button-primary')
  await both(phones, async (page) => {
    await page.locator('form.composer textarea').first().fill('Hier waait het altijd hard')
    await choosePhoto(page.locator('form.composer'), await cameraPhoto(page, 6, { width: 1200, height: 900 }))
    await page.locator('.photo-chosen img').waitFor()
    await page.locator('form.composer button[type=submit]').click()
    await page.locator('.photo-state-failed').first().waitFor()
    await page.locator('.photo-state-failed').first().scrollIntoViewIfNeeded()
  })
  await take('phone', 'photo-failed', phones)
  await both(phones, (page) => page.unroute('**/api/uploads/*'))
  // Later shelves, on the tablet, in any round.
  const [hidden, later] = await lead.records('idea')
  await lead.say('hide_idea', { ideas: [hidden.id], hidden: true })
  await lead.say('keep_for_later', { ideas: [later.id], later: true })
  await click(tablets, '.head-facts .ui-icon-button')
  await both(tablets, (page, language) => page.getByRole('button', { name: language === 'nl' ? 'Alle ideeën' : 'All ideas', exact: true }).click())
  await both(tablets, (page) => setBox(page.locator('dialog[open] input[type=radio]').nth(1)))
  await take('tablet', 'ideas-sheet', tablets, 'dialog[open]')
  await closeSheet(tablets)
  await lead.say('hide_idea', { ideas: [hidden.id], hidden: false })
  await lead.say('keep_for_later', { ideas: [later.id], later: false })
  await both(tablets, (page) => page.locator('.explore-row .ui-icon-button').first().click())
  await sees(tablets, 'dialog[open] .site-plan-sheet img')
  await take('tablet', 'site-place', tablets, '.site-plan-aim')
  await closeSheet(tablets)

  await sees(tablets, '.photo-tile img')
  await lead.say('share_ideas', { shared: true })
  await lead.say('release_photos', { photos: (await lead.records('photo')).map(({ id }) => id), released: true })
  await take('tablet', 'site', tablets)
  await click(tablets, '.photo-tile')
  await take('tablet', 'photo-sheet', tablets, 'dialog[open] img')
  await click(tablets, 'dialog[open] .ui-dialog-actions .ui-button', 0)
  await take('tablet', 'photo-erase', tablets, 'dialog[open]:not(:has(img))')
  await closeSheet(tablets)
  await click(tablets, '.explore-head .ui-button:last-child')
  await take('tablet', 'site-plan-sheet', tablets, 'dialog[open] img')
  await closeSheet(tablets)
  await take('screen', 'site', screens, '.explore__photos img')
  await both(phones, (page) => page.evaluate(() => scrollTo(0, 0)))
  await click(phones, '.site-pin:not(.site-pin-mine)')
  await take('phone', 'site-card', phones, '.explore-card')
  await click(phones, '.explore-card .ui-button:last-child')
  await click(phones, '.explore-list-button')
  await take('phone', 'site-list', phones, '.explore-spots')

  // The photos of others stand with the ideas that everybody reads.
  await lead.say('start_round', { round: rounds.find(({ kind }) => kind === 'ideas').id, in_ms: 0 })
  await lead.say('share_ideas', { shared: true })
  await sees(phones, '.shared-photos img')
  await both(phones, (page) => page.locator('.shared-photos').first().scrollIntoViewIfNeeded())
  await take('phone', 'photo-shared', phones)
  await click(phones, '.shared-photos .photo-thumb')
  await sees(phones, 'dialog[open] img')
  await click(phones, 'dialog[open] .ui-dialog-actions .ui-button')
  await take('phone', 'photo-object', phones, 'dialog[open]')
  await closeSheet(phones)

  await lead.say('start_round', { round: rounds.find(({ kind }) => kind === 'group').id, in_ms: 0 })
  for (const [i, name] of ['Aan het water', 'Schaduw en bomen', 'Een plek voor de pauze'].entries())
    await lead.say('create_group', { name, ideas: [{ idea: i * 2 + 1, from: 0 }, { idea: i * 2 + 2, from: 0 }] })
  await lead.say('start_round', { round: rounds.find(({ kind }) => kind === 'explore').id, in_ms: 0 })
  await sees(screens, '.explore__sheet img')
  await both(screens, (page) => page.waitForFunction(() => [...document.querySelectorAll('.explore__photos .photo')].every((photo) => photo.querySelector('img')?.complete)))
  await take('screen', 'site-groups', screens, '.site-pin-group')

  // A show with a concept, a slide and a photo.
  const show = await lead.say('add_round', { kind: 'show', title: '', text: '', say: 'Kijk eens wat er kan.', minutes: 5 })
  await lead.say('start_round', { round: show, in_ms: 0 })
  await both(tablets, (page) => page.locator('.show-panel .ui-button').last().click())
  await take('tablet', 'show-pages-none', tablets, 'dialog[open] select')
  await closeSheet(tablets)
  const picture = await bring(lead.token, '9'.repeat(32), await sitePlan(tablets.nl), { 'Upload-Show': String(show) })
  const [photo] = (await lead.records('photo')).filter(({ released }) => released)
  const page = (kind, id, concept_id) => ({ kind, picture: id, concept_id })
  const withSlide = (pages) => pages?.some((one) => one.picture === picture) && pages
  const there = await lead.sees('agenda', ([agenda]) => withSlide(agenda?.rounds.find(({ id }) => id === show)?.pages))
  const was = there.map((one) => page(one.kind, one.picture, one.concept_id))
  await lead.say('set_pages', { round: show, was, pages: [page('concept', 0, 'poel'), page('slide', picture, ''), page('photo', photo.id, '')] })
  await lead.say('turn_page', { round: show, page: 1 })
  await take('tablet', 'show-pages', tablets, '.show-panel .ui-button-primary')
  await take('screen', 'show-concept', screens, '.show--concept')
  await take('phone', 'show-concept', phones, '.show-facts')
  await lead.say('turn_page', { round: show, page: 2 })
  await take('screen', 'show-slide', screens, '.show__picture img')
  await take('phone', 'show-slide', phones, '.show-picture img')
  await both(tablets, (page) => page.locator('.show-panel .ui-button').last().click())
  await take('tablet', 'show-pages-sheet', tablets, '.show-pages img')
  await closeSheet(tablets)
  await lead.say('turn_page', { round: show, page: 3 })
  await take('screen', 'show-photo', screens, '.show__picture img')
  await take('phone', 'show-photo', phones, '.show-picture img')
  await lead.say('release_photos', { photos: [photo.id], released: false })
  await take('screen', 'show-photo-gone', screens, '.show__gone')
  await both(phones, (page) => page.locator('.show-picture img').waitFor({ state: 'detached' }))
  await take('phone', 'show-photo-gone', phones, '.show-picture')

  // Own ideas that were put aside, by others and by oneself.
  await lead.say('start_round', { round: rounds.find(({ kind }) => kind === 'ideas').id, in_ms: 0 })
  const own = (language) => ['Een muur met klimop', 'Een hek van wilgentenen', 'Een fontein'].map((text) => `${text}${language === 'nl' ? '' : ' (2)'}`)
  await both(phones, async (page, language) => {
    for (const text of own(language)) await sendIdea(page, text)
    await page.locator('.mine-idea-received', { hasText: own(language)[2] }).waitFor()
  })
  for (const language of ['nl', 'en']) {
    const [covered, joined] = own(language).map((text) => text)
    const all = await lead.records('idea')
    const id = (text) => all.find((idea) => idea.text === text).id
    await lead.say('hide_idea', { ideas: [id(covered)], hidden: true })
    await lead.say('merge_ideas', { ideas: [id(joined)], into: 1 })
  }
  await both(phones, async (page, language) => {
    await page.locator('.mine-idea', { hasText: own(language)[2] }).locator('.ui-icon-button').first().click()
    await page.locator('dialog[open] .ui-dialog-actions .ui-button').first().click()
    await page.locator('.mine-idea-withdrawn').waitFor()
    await page.locator('.mine-idea-hidden').scrollIntoViewIfNeeded()
  })
  await take('phone', 'ideas-put-aside', phones, '.mine-idea-merged')

  // What people judge is seen with its photo.
  const pictured = (pages, box) => both(pages, (page) =>
    page.waitForFunction((box) => {
      const boxes = [...document.querySelectorAll(box)]
      return boxes.length > 0 && boxes.every((one) => one.querySelector('img')?.complete)
    }, box))
  await lead.say('start_round', { round: rounds.find(({ kind }) => kind === 'group').id, in_ms: 0 })
  await turnToWork(tablets, 'group')
  await pictured(tablets, '.sort-photo')
  await take('tablet', 'group-photos', tablets)
  await pictured(screens, '.bed .photo')
  await take('screen', 'group-photos', screens)
  await pictured(phones, '.group .photo-thumb')
  await take('phone', 'group-photos', phones)
  await lead.say('spotlight', { idea: (await lead.records('photo')).find(({ released }) => released).idea })
  await pictured(phones, '.cover .photo-thumb')
  await take('phone', 'light-photo', phones)
  await pictured(screens, '.held .photo')
  await take('screen', 'light-photo', screens)
  await lead.say('spotlight', { idea: 0 })
  const loose = (await lead.records('idea')).filter(({ status, group }) => status === 'live' && group === 0)
  for (const [i, name] of ['Zitten in de zon', 'Wind en luwte'].entries())
    await lead.say('create_group', { name, ideas: loose.filter((_, place) => place % 2 === i).map(({ id }) => ({ idea: id, from: 0 })) })
  await pictured(screens, '.beds--2 .photo')
  await take('screen', 'group-photos-more', screens)
  const pitch = await lead.say('add_round', { kind: 'pitch', title: '', text: '', say: '', minutes: 5 })
  await lead.say('start_round', { round: pitch, in_ms: 0 })
  await lead.say('start_pitch', { group: (await lead.records('group'))[0].id })
  await pictured(screens, '.pitch .photo')
  await take('screen', 'pitch-photos', screens)
  await pictured(phones, '.pitch-ideas .photo-thumb')
  await take('phone', 'pitch-photos', phones)
  await lead.say('start_round', { round: rounds.find(({ kind }) => kind === 'vote').id, in_ms: 0 })
  await both(phones, (page) => page.locator('.vote-row', { hasText: 'Aan het water' }).locator('summary').click())
  await both(phones, (page) => page.waitForFunction(() => document.querySelector('details[open] .photo-thumb img')?.complete))
  await both(phones, (page) => page.locator('details[open]').scrollIntoViewIfNeeded())
  await take('phone', 'vote-photos', phones)
  // The plan in a round after the walk.
  await lead.say('show_plan', { shown: true })
  await take('tablet', 'plan-work', tablets, '.held-light')
  await click(tablets, '.head-face')
  await take('tablet', 'plan', tablets, '.room-lines')
  await click(tablets, '.head-face')
  await pictured(screens, '.explore__photos .photo')
  await take('screen', 'plan', screens, '.frame--explore .site-pin-group')
  await lead.say('show_plan', { shown: false })
  await sees(screens, '.frame--vote')
  await lead.say('close_vote', { in_ms: 0, anyway: true })

  // Many who point at the same tree.
  await lead.say('start_round', { round: rounds.find(({ kind }) => kind === 'explore').id, in_ms: 0 })
  const spot = (await lead.records('idea')).find(({ place }) => place).place
  for (const [i, text] of groups.flatMap(({ ideas }) => ideas.slice(4, 5)).slice(0, 4).entries())
    await people[i % 2].say('submit_idea', { text, explanation: '', place: spot, photo: null })
  await lead.say('share_ideas', { shared: true })
  await both(screens, (page) => page.waitForFunction(() => document.querySelectorAll('.site-pin[style*="--turn"]').length > 3))
  await take('screen', 'site-one-spot', screens)

  // More spots than lines beside the plan.
  await lead.say('start_round', { round: rounds.find(({ kind }) => kind === 'explore').id, in_ms: 0 })
  for (const [i, text] of groups.flatMap(({ ideas }) => ideas.slice(6, 9)).slice(0, 24).entries())
    await people[i % 2].say('submit_idea', { text, explanation: '', place: { x: 0.08 + ((i * 37) % 84) / 100, y: 0.1 + ((i * 53) % 80) / 100 }, photo: null })
  await lead.say('share_ideas', { shared: true })
  await pictured(screens, '.explore__photos .photo')
  await take('screen', 'site-pages', screens, '.explore__page')

  await lead.say('start_round', { round: rounds.find(({ kind }) => kind === 'close').id, in_ms: 0 })
  await sees(screens, '.frame--close')
  await lead.say('show_plan', { shown: true })
  await pictured(screens, '.explore__photos .photo')
  await take('screen', 'plan-close', screens, '.explore__page')
  await lead.say('spotlight', { idea: (await lead.records('idea'))[0].id })
  await take('screen', 'light-close', screens, '.held__idea')
  await lead.say('spotlight', { idea: 0 })
  await lead.say('set_next_step', { date: new Date(Date.now() + 864e6).toISOString().slice(0, 10), text: 'Samen lopen' })
  await lead.say('close_session')
  await both(phones, (page) => page.reload())
  await sees(phones, '.plan-result .site-plan-sheet img')
  await both(phones, (page) => page.locator('.plan-result').scrollIntoViewIfNeeded())
  await take('phone', 'results-plan', phones, '.plan-result .site-pin')
  for (const pages of [tablets, screens, phones]) await both(pages, (page) => page.context().close())
})

test('every picture on the list was taken', () => {
  const { missing, unlisted } = gallery.compare(pictures)
  assert.equal(missing.length + unlisted.length, 0, `missing: ${missing.join(' ')}\nnot on the list: ${unlisted.join(' ')}`)
})

test('axe finds nothing, each page says its language, nothing is wider than its device', () => {
  assert.ok(gallery.problems.length === 0, `\n${gallery.problems.join('\n')}`)
  assert.deepEqual(devices.troubles, [], 'no page threw an error')
})
