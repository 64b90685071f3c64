// Drives tablets, phones, big screens, a helper and a facilitator's phone into what happens once in a hundred sessions: no
// connection at the wrong moment, a link or a PIN that is wrong, a file that cannot be read, a server that is gone. A server of its
// own, since some of it shuts out everybody at this address for a minute, and its end is the last picture.
import assert from 'node:assert/strict'
import { cameraPhoto, choosePhoto } from './support/photo.mjs'
import { sitePlan } from './support/site-plan.mjs'

const wrongLink = `p=${'0'.repeat(43)}`
const broken = { name: 'plattegrond.png', mimeType: 'image/png', buffer: Buffer.from('\x89PNG\r\n\x1a\nand nothing more') }
const pdf = { name: 'gebouwen.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n') }

/** Asks until the server has had enough of it. */
async function wearOut(origin, path, body) {
  for (let tries = 0; tries < 100; ++tries) {
    const headers = { Origin: origin, 'Content-Type': 'application/json' }
    const answer = await fetch(origin + path, { method: 'POST', headers, body: JSON.stringify(body(tries)) })
    if (answer.status === 429) return
  }
  assert.fail(`${path} is never too much`)
}

/** In the page: every token that it keeps is one that no server knows. */
function spoilTokens() {
  for (const key of Object.keys(localStorage)) {
    const spoilt = localStorage.getItem(key).replace(/\b[0-9a-f]{64}\b/g, 'f'.repeat(64))
    localStorage.setItem(key, spoilt)
  }
}

/** In the page: no connection comes about. */
function noLines() {
  globalThis.WebSocket = class {
    constructor() {
      setTimeout(() => this.onclose?.({ code: 1006 }), 10)
    }
    send() {}
    close() {}
  }
}

/** In the page: the next connection is told that it speaks another version of the protocol. */
function refusedLine() {
  globalThis.WebSocket = class {
    constructor() {
      setTimeout(() => this.onclose?.({ code: 4003 }), 10)
    }
    send() {}
    close() {}
  }
}

export async function rareStates({ server, organiser, crowd, groups, pair, turnToWork, speakEnglish, take }) {
  const { origin } = server
  const both = (pages, act) => Promise.all(Object.entries(pages).map(([language, page]) => act(page, language)))
  const sees = (pages, selector) => both(pages, (page) => page.locator(selector).first().waitFor())
  const click = (pages, selector, place = 0) => both(pages, (page) => page.locator(selector).nth(place).click())
  const offline = (pages, gone) => both(pages, (page) => page.context().setOffline(gone))
  const route = (pages, where, answer) => both(pages, (page) => page.route(where, answer))
  const unroute = (pages, where) => both(pages, (page) => page.unroute(where))
  const abort = (asked) => asked.abort()
  const answer = (status, error) => (asked) => asked.fulfill({ status, contentType: 'application/json', body: JSON.stringify({ error }) })
  const close = (pages) => both(pages, (page) => page.context().close())
  const leave = (pages) => both(pages, async (page) => {
    await page.keyboard.press('Escape')
    await page.locator('dialog[open]').waitFor({ state: 'hidden' })
  })
  const hash = (pages, text) => both(pages, (page) => page.evaluate((to) => (location.hash = to), text))
  const named = (pages, nl, en) => both(pages, (page, language) => page.getByRole('button', { name: language === 'nl' ? nl : en, exact: true }).click())
  const more = async (pages, nl, en) => {
    await click(pages, '.head-facts > .ui-icon-button')
    await named(pages, nl, en)
  }

  const session = await organiser.createSession({ template: 'workshop-60' })
  const lead = await crowd.pair(await organiser.pairingLink(session, 'facilitator'))
  const [invite] = await lead.records('invite')
  const door = { secret: invite.secret }
  const link = `${origin}/#q=${invite.secret}`
  const rounds = new Map((await lead.records('agenda'))[0].rounds.map(({ id, kind }) => [kind, id]))
  const go = (kind) => lead.say('start_round', { round: rounds.get(kind), in_ms: 0 })
  const people = []
  for (const name of ['Carla', 'Dirk', 'Els']) people.push(await crowd.join(door, name))

  // A tablet that is not paired yet.
  const tablets = await pair('tablet')
  await both(tablets, (page) => page.goto(`${origin}/console`))
  await sees(tablets, 'h1')
  await route(tablets, '**/api/pair', abort)
  await hash(tablets, wrongLink)
  await take('tablet', 'pairing-offline', tablets, '.notice-page-actions')
  await unroute(tablets, '**/api/pair')
  await both(tablets, async (page) => {
    await page.goto('about:blank')
    await page.goto(await organiser.pairingLink(session, 'facilitator'))
  })
  await sees(tablets, '.lobby-qr svg')

  // A second tablet wants to take over.
  const seconds = await pair('tablet')
  await both(seconds, async (page) => page.goto(await organiser.pairingLink(session, 'standby')))
  await sees(seconds, '.foot-watching')
  await click(seconds, '.foot-watching .ui-button')
  await take('tablet', 'take-over-no-pin', seconds, 'dialog[open] p')
  await leave(seconds)
  await lead.say('set_pin', { pin: '4711' })
  // The lead goes to somebody else's tablet: the PIN was made elsewhere, no link comes, and then this one only watches and makes no PIN.
  await click(tablets, '.head-facts > .ui-icon-button')
  await click(tablets, '.sheet-list .ui-button', 1)
  await take('tablet', 'pair-tablet-elsewhere', tablets, '.pairing-qr svg')
  await leave(tablets)
  await route(tablets, '**/pairing', abort)
  await click(tablets, '.head-facts > .ui-icon-button')
  await click(tablets, '.sheet-list .ui-button', 1)
  await take('tablet', 'pair-tablet-failed', tablets, 'dialog[open] .sheet-problem')
  await unroute(tablets, '**/pairing')
  await leave(tablets)
  const second = await crowd.pair(await organiser.pairingLink(session, 'standby'))
  await second.say('take_lead', { pin: '4711' })
  await sees(tablets, '.foot-watching')
  await click(tablets, '.head-facts > .ui-icon-button')
  await click(tablets, '.sheet-list .ui-button', 1)
  await sees(tablets, '.pairing-qr svg')
  await click(tablets, '.pairing-pin .ui-button')
  await take('tablet', 'pair-tablet-watching', tablets, 'dialog[open] .notice-bar-sheet')
  await leave(tablets)
  await lead.say('take_lead', { pin: '' })
  await both(tablets, (page) => page.locator('.foot-watching').waitFor({ state: 'detached' }))
  await second.close()
  await click(seconds, '.foot-watching .ui-button')
  await sees(seconds, 'dialog[open] .take-over input')
  await offline(seconds, true)
  await sees(seconds, '.ui-strip')
  await both(seconds, (page) => page.locator('dialog[open] input').fill('1234'))
  await take('tablet', 'take-over-offline', seconds, 'dialog[open] .sheet-problem')
  await offline(seconds, false)
  await both(seconds, (page) => page.locator('dialog[open] .ui-field-error').waitFor({ timeout: 60_000 }))
  const guess = (pages) => both(pages, async (page) => {
    await page.locator('dialog[open] input').fill('1234')
    await page.waitForFunction(() => document.querySelector('dialog[open] input').value === '' && document.querySelector('dialog[open] .ui-field-error'))
  })
  await guess(seconds)
  await take('tablet', 'take-over-wrong', seconds)
  for (let tries = 0; tries < 6; ++tries) await guess(seconds)
  await both(seconds, (page) => page.waitForFunction(() => /\d/.test(document.querySelector('dialog[open] .ui-field-error').textContent)))
  await take('tablet', 'take-over-too-many', seconds)
  await close(seconds)

  // Links that cannot be made, a session that cannot be rehearsed.
  await route(tablets, '**/pairing', abort)
  await click(tablets, '.head-facts > .ui-icon-button')
  await click(tablets, '.sheet-list .ui-button', 0)
  await take('tablet', 'pairing-link-failed', tablets, 'dialog[open] .sheet-problem')
  await unroute(tablets, '**/pairing')
  await leave(tablets)
  await more(tablets, 'Persoonlijke link', 'Personal link')
  await route(tablets, '**/link', abort)
  await click(tablets, 'dialog[open] button[type=submit]')
  await take('tablet', 'link-failed', tablets, 'dialog[open] .ui-field-error')
  await unroute(tablets, '**/link')
  await leave(tablets)
  await more(tablets, 'Ideeën die er al zijn', 'Ideas that are there already')
  await both(tablets, (page) => page.locator('dialog[open] textarea').fill(`- Een heg langs de weg\n- ${'Een heel lang idee dat maar doorgaat '.repeat(6)}`))
  await take('tablet', 'add-ideas-too-long', tablets, 'dialog[open] .ui-field-error')
  await leave(tablets)

  // Plans that do not come.
  await more(tablets, 'Plattegrond', 'Site plan')
  const choose = (file) => both(tablets, (page) => page.locator('dialog[open] input[type=file]').setInputFiles(file))
  await choose(broken)
  await take('tablet', 'plan-broken', tablets, '.page-upload__problem')
  await choose(pdf)
  await take('tablet', 'plan-page', tablets, '.page-upload__page')
  const plan = await sitePlan(tablets.nl)
  await route(tablets, '**/api/uploads/*', abort)
  await choose(plan)
  await take('tablet', 'plan-offline', tablets, '.page-upload__problem')
  await unroute(tablets, '**/api/uploads/*')
  await route(tablets, '**/api/uploads/*', answer(503, 'read_only'))
  await choose(plan)
  await both(tablets, (page, language) => page.locator('.page-upload__problem', { hasText: language === 'nl' ? 'vanzelf' : 'by itself' }).waitFor())
  await take('tablet', 'plan-full', tablets)
  await unroute(tablets, '**/api/uploads/*')
  let letThrough
  const through = new Promise((resolve) => (letThrough = resolve))
  await route(tablets, '**/api/uploads/*', async (asked) => {
    await through
    await asked.continue()
  })
  await choose(plan)
  await take('tablet', 'plan-sending', tablets, '.page-upload [role=status]')
  letThrough()
  await sees(tablets, 'dialog[open] .plan-sheet img')
  await unroute(tablets, '**/api/uploads/*')
  await leave(tablets)

  // Slides that do not come.
  const show = await lead.say('add_round', { kind: 'show', title: '', text: '', say: '', minutes: 5 })
  await lead.say('start_round', { round: show, in_ms: 0 })
  await both(tablets, (page) => page.locator('.show-panel .ui-button').last().click())
  await sees(tablets, 'dialog[open] select')
  await choose(broken)
  await take('tablet', 'slides-broken', tablets, '.plan-problem')
  await leave(tablets)

  // What does not fit what somebody else did meanwhile.
  await go('ideas')
  for (const [i, { ideas }] of groups.slice(0, 6).entries())
    for (const text of ideas.slice(0, 2)) await people[i % 3].say('submit_idea', { text, explanation: '' })

  // On a phone: somebody types while everybody moves on.
  const phones = await pair('phone')
  await both(phones, async (page, language) => {
    await page.goto(link)
    await page.locator('.door-name input').fill(language === 'nl' ? 'Anna' : 'Bram')
    await page.locator('form button[type=submit]').click()
    await page.locator('form.composer textarea').first().click()
    await page.keyboard.type('Een bank om de oude eik')
  })
  await go('group')
  await take('phone', 'behind', phones, '.ui-strip .ui-button')
  await click(phones, '.ui-strip .ui-button')
  await both(phones, (page) => page.locator('details.later[open] form.composer button[type=submit]').click())
  await sees(phones, '.mine-idea-later')
  await both(phones, (page) => page.locator('.mine-idea-later').first().scrollIntoViewIfNeeded())
  await take('phone', 'ideas-later', phones)

  await turnToWork(tablets, 'group')
  const live = (await lead.records('idea')).filter(({ status, text }) => status === 'live' && !text.includes('eik'))
  const water = await lead.say('create_group', { name: 'Aan het water', ideas: [{ idea: live[0].id, from: 0 }] })
  await lead.say('create_group', { name: 'In de schaduw', ideas: [{ idea: live[1].id, from: 0 }] })
  await both(tablets, (page) => page.locator('.sort-column').nth(1).waitFor())
  await offline(tablets, true)
  await sees(tablets, '.ui-strip')
  for (const [language, idea] of [['nl', live[2]], ['en', live[3]]]) {
    await tablets[language].locator('.sort-inbox .sort-idea', { hasText: idea.text }).click()
    await tablets[language].locator('.choice-first').click()
    await tablets[language].locator('.group-choice').nth(1).click()
    await lead.say('move_ideas', { ideas: [{ idea: idea.id, from: 0 }], to: water, before: 0 })
  }
  await take('tablet', 'offline-kept', tablets, '.ui-strip')
  await offline(tablets, false)
  await take('tablet', 'refused', tablets, '.notice-bar')
  await click(tablets, '.notice-bar .ui-icon-button')

  // Too many photos of one person: announced by another phone of theirs.
  for (const language of ['nl', 'en']) {
    const token = await phones[language].evaluate(() => /\b[0-9a-f]{64}\b/.exec(Object.values(localStorage).join(' '))[0])
    const other = await crowd.line(token)
    const key = (n) => `${language === 'nl' ? 'a' : 'b'}${String(n).padStart(31, '0')}`
    for (let idea = 0, n = 0; idea < 4; ++idea) {
      const made = await other.say('submit_idea', { text: `Plek ${idea + 1}`, explanation: '' })
      for (let i = 0; i < 5; ++i) await other.say('add_photo', { idea: made, photo: key(++n) })
    }
    await other.close()
  }
  await go('ideas')
  await sees(phones, '.mine-idea')
  await both(phones, async (page) => {
    const own = page.locator('.mine-idea', { hasText: 'oude eik' })
    await choosePhoto(own, await cameraPhoto(page, 3, { width: 800, height: 600 }))
    await own.locator('[role=alert], .problem').first().waitFor()
    await own.scrollIntoViewIfNeeded()
  })
  await take('phone', 'photo-quota', phones)
  await both(phones, async (page) => {
    await choosePhoto(page.locator('form.composer'), { name: 'IMG_1.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('no photo') })
    await page.locator('.photo-field .problem').waitFor()
    await page.locator('.photo-field').scrollIntoViewIfNeeded()
  })
  await take('phone', 'photo-unreadable', phones)
  // Characters that nobody sees, pasted along with the words: they come back with the reason.
  await both(phones, async (page) => {
    await page.locator('form.composer textarea').first().fill('Een bank\u0007 bij de vijver')
    await page.locator('form.composer button[type=submit]').click()
    await page.locator('.mine-idea-words > .problem').first().waitFor()
    await page.locator('.mine-idea', { hasText: 'bij de vijver' }).first().scrollIntoViewIfNeeded()
  })
  await take('phone', 'ideas-refused', phones)

  // A facilitator's phone.
  const remotes = await pair('phone')
  await both(remotes, async (page) => page.goto(await organiser.pairingLink(session, 'facilitator')))
  await sees(remotes, '.remote-keys')
  await lead.say('moderate', { moderated: true })
  await people[0].say('submit_idea', { text: 'Een zwembad met een glijbaan', explanation: '' })
  await take('remote', 'waiting', remotes, '.held-waiting')
  await click(remotes, '.held-waiting .ui-button')
  await take('remote', 'waiting-sheet', remotes, '.waiting-list')
  await leave(remotes)
  for (const { id, status } of await lead.records('idea')) if (status === 'waiting') await lead.say('admit_ideas', { ideas: [id] })
  await lead.say('moderate', { moderated: false })
  const full = (pages, now) => both(pages, (page) =>
    page.evaluate((data) => globalThis.lines.at(-1).dispatchEvent(new MessageEvent('message', { data })), JSON.stringify({ type: 'storage', full: now })))
  await full(remotes, true)
  await take('remote', 'storage-full', remotes, '.ui-strip-attention')
  await full(remotes, false)

  // What a helper fills in for people on paper.
  const helpers = await pair('phone')
  await both(helpers, async (page) => page.goto(await organiser.pairingLink(session, 'helper')))
  await sees(helpers, '.helper-main')
  await full(helpers, true)
  await take('helper', 'storage-full', helpers, '.ui-strip-attention')
  await full(helpers, false)
  await both(helpers, async (page, language) => {
    await page.locator('.paper-add input').fill(language === 'nl' ? 'Truus' : 'Wim')
    await page.locator('.paper-add button[type=submit]').click()
    await page.locator('.paper-seat').waitFor()
  })
  await go('vote')
  const [{ candidates }] = await lead.records('vote')
  for (const one of people) for (const candidate of candidates.slice(0, 2)) await one.say('cast_vote', { candidate })
  await lead.say('close_vote', { in_ms: 0, anyway: true })
  if ((await lead.records('tie')).some(({ decided }) => !decided)) {
    await go('tie')
    await lead.say('widen_top')
  }
  await go('top5')
  for (let seen = 0; seen < (await lead.records('top'))[0].entries.length; ++seen) await lead.say('reveal_next', { seen })
  const concerns = await lead.say('add_round', { kind: 'concerns', title: '', text: '', say: '', minutes: 5 })
  await lead.say('start_round', { round: concerns, in_ms: 0 })
  await sees(helpers, '.paper-concern')
  await click(helpers, '.paper-concern .ui-button', 1)
  await take('helper', 'concerns', helpers, '.paper-concern .paper-write')

  // Nothing comes down from the server, and nothing plays back.
  await go('close')
  await turnToWork(tablets, 'close')
  await route(tablets, '**/export?*', abort)
  await click(tablets, '.export .ui-button', 0)
  await take('tablet', 'export-failed', tablets, '.export .sheet-problem')
  await unroute(tablets, '**/export?*')
  await route(tablets, '**/replay', abort)
  await click(tablets, '.closing-panel > .ui-button')
  await take('tablet', 'replay-failed', tablets, 'dialog[open] .sheet-problem')
  await unroute(tablets, '**/replay')
  await route(tablets, '**/replay', answer(409, 'too_long'))
  await named(tablets, 'Probeer opnieuw', 'Try again')
  await both(tablets, (page, language) => page.getByText(language === 'nl' ? 'te lang om terug te kijken' : 'too long to be played back').waitFor())
  await take('tablet', 'replay-too-long', tablets)
  await unroute(tablets, '**/replay')
  await leave(tablets)

  // The end, on a facilitator's phone.
  const screens = await pair('screen')
  const shown = await organiser.pairingLink(session, 'screen')
  await both(screens, (page) => page.goto(shown))
  await speakEnglish(screens)
  await lead.say('set_next_step', { date: new Date(Date.now() + 864e6).toISOString().slice(0, 10), text: 'Samen lopen' })
  await lead.say('close_session')
  await take('remote', 'ended', remotes, '.closing-ended')
  await close(remotes)
  await close(helpers)

  // The same page twice, a device that the server does not know, a page that is too old, a page that cannot begin.
  const kept = await both(tablets, (page) => page.evaluate(() => localStorage.getItem('kiemkring.console')))
  const twice = {}
  for (const [device, pages, sign] of [['screen', screens, '.offline-sign'], ['tablet', tablets, '.notice-page .ui-button']]) {
    await both(pages, async (page, language) => {
      twice[language] = await page.context().newPage()
      await twice[language].goto(page.url())
    })
    await take(device, 'replaced', pages, sign)
    await both(twice, (page) => page.close())
    await both(pages, (page) => page.evaluate(spoilTokens))
    await both(pages, (page) => page.reload())
    const unknown = { nl: /hoort niet meer bij een sessie|kent de server niet|niet meer/, en: /no longer|does not know/ }
    await both(pages, (page, language) => page.getByText(unknown[language]).first().waitFor())
    await take(device, 'unknown', pages)
  }
  await both(tablets, (page, language) =>
    page.evaluate((was) => localStorage.setItem('kiemkring.console', was), kept[language === 'nl' ? 0 : 1]))
  for (const [state, lines, sign] of [['old', refusedLine, '.notice-page-actions'], ['unreachable', noLines, '.notice-page p']]) {
    const opened = await both(tablets, async (page) => {
      const next = await page.context().newPage()
      await next.addInitScript(lines)
      await next.goto(`${origin}/console`)
      return next
    })
    await take('tablet', state, { nl: opened[0], en: opened[1] }, sign)
    await Promise.all(opened.map((page) => page.close()))
  }
  const failing = await both(phones, async (page) => {
    const next = await page.context().newPage()
    await next.addInitScript(refusedLine)
    await next.goto(origin)
    return next
  })
  await take('phone', 'old', { nl: failing[0], en: failing[1] }, '.message .ui-button')
  await Promise.all(failing.map((page) => page.close()))

  // At the door.
  const open = await organiser.createSession({ title: 'Een andere zaal' })
  const otherLead = await crowd.pair(await organiser.pairingLink(open, 'facilitator'))
  const [way] = await otherLead.records('invite')
  const doors = await pair('phone')
  await both(doors, (page) => page.goto(origin))
  await sees(doors, '.door-code input')
  await click(doors, 'form button[type=submit]')
  await take('phone', 'join-code-empty', doors, '.ui-field-error')
  await hash(doors, `q=${'0'.repeat(32)}`)
  await both(doors, (page) => page.locator('.ui-field-error', { hasText: 'QR' }).waitFor())
  await take('phone', 'join-wrong-link', doors, '.ui-field-error')
  await hash(doors, `q=${way.secret}`)
  await sees(doors, '.door-name input')
  await route(doors, '**/api/join', abort)
  await click(doors, 'form button[type=submit]')
  await take('phone', 'join-form-offline', doors, '.problem')
  await unroute(doors, '**/api/join')
  await route(doors, '**/api/join', answer(503, 'unavailable'))
  await click(doors, 'form button[type=submit]')
  await both(doors, (page) => page.locator('.problem', { hasText: 'unavailable' }).waitFor())
  await take('phone', 'join-failed', doors)
  await unroute(doors, '**/api/join')
  await offline(doors, true)
  await both(doors, (page) => page.locator('.ui-language-list').selectOption('pl'))
  await both(doors, (page) => page.getByText(/^Polski (komt|comes)/).first().scrollIntoViewIfNeeded())
  await take('phone', 'language-coming', doors)
  await offline(doors, false)
  await both(doors, (page) => page.waitForFunction(() => document.documentElement.lang === 'pl'))
  await both(doors, (page, language) => page.locator('.ui-language-list').selectOption(language))
  await otherLead.say('lock_door', { locked: true })
  await both(doors, (page) => page.reload())
  await sees(doors, '.door-form')
  await route(doors, '**/api/knock', abort)
  await click(doors, '.door-form .ui-button')
  await take('phone', 'knock-unreachable', doors, 'main p[role=status]')
  await unroute(doors, '**/api/knock')
  await wearOut(origin, '/api/invitation', (n) => ({ code: 'QQ' + 'BCDFGHJKLM'[n % 10] + 'QQ' + 'BCDFGHJKLM'[Math.floor(n / 10) % 10] }))
  await both(doors, async (page) => {
    await page.goto('about:blank')
    await page.goto(origin)
    await page.locator('.door-code input').fill('QQQQQQ')
    await page.locator('form button[type=submit]').click()
  })
  await take('phone', 'join-too-many', doors, '.ui-field-error')

  // Too many links that were wrong, and then no server at all.
  await wearOut(origin, '/api/pair', (n) => ({ secret: String(n).padStart(43, '0'), token: 'e'.repeat(64) }))
  await both(tablets, async (page) => {
    await page.goto('about:blank')
    await page.goto(`${origin}/console#${wrongLink}`)
  })
  await take('tablet', 'pairing-failed', tablets, '.notice-page-actions')
  await both(screens, async (page) => {
    await page.goto('about:blank')
    await page.goto(`${origin}/screen#${wrongLink}`)
  })
  await both(screens, (page, language) => page.getByText(language === 'nl' ? 'te veel links' : 'Too many links').waitFor())
  await take('screen', 'pairing-failed', screens)
  await server.kill()
  await both(screens, (page, language) => page.getByText(language === 'nl' ? 'We bereiken de server niet.' : 'We cannot reach the server.').waitFor())
  await take('screen', 'unreachable', screens)
  for (const pages of [tablets, screens, phones, doors]) await close(pages)
}
