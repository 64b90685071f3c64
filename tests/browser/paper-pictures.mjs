// Drives tablets, helpers and phones through what pictures.test.mjs does not come by: people on paper, a helper, personal links, a
// borrowed phone.
import { sitePlan } from './support/site-plan.mjs'

async function bringPlan({ token }, origin, page) {
  const answer = await fetch(`${origin}/api/uploads/${'5'.repeat(32)}`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/octet-stream' },
    body: (await sitePlan(page)).buffer,
  })
  if (answer.status !== 201) throw new Error(`the plan: ${answer.status}`)
}

/** Every argument but the last four is a pair of pages, nl and en. */
export async function paperPictures({ tablets, helpers, phones, lead, door, crowd, session, organiser, take }) {
  const both = (pages, act) => Promise.all(Object.entries(pages).map(([language, page]) => act(page, language)))
  const click = (pages, selector, place = 0) => both(pages, (page) => page.locator(selector).nth(place).click())
  const leave = (pages) => both(pages, async (page) => {
    await page.keyboard.press('Escape')
    await page.waitForTimeout(50)
  })
  const hold = async (kind) => {
    const round = await lead.say('add_round', { kind, title: '', text: '', say: '', minutes: 0 })
    await lead.say('start_round', { round, in_ms: 0 })
  }

  await click(tablets, '.head-facts .ui-icon-button')
  await click(tablets, '.sheet-list .ui-button:has-text("elper")')
  await take('tablet', 'pair-helper', tablets, '.pairing-qr svg')
  await leave(tablets)
  await click(tablets, '.head-facts .ui-icon-button')
  await both(tablets, (page, language) => page.getByRole('button', { name: language === 'nl' ? 'Persoonlijke link' : 'Personal link', exact: true }).click())
  await both(tablets, (page) => page.locator('.paper-add input').fill('Ria'))
  await take('tablet', 'link', tablets, '.paper-add')
  await click(tablets, '.paper-add button[type=submit]')
  await take('tablet', 'link-made', tablets, '.pairing-qr svg')
  await leave(tablets)

  const { person } = await crowd.join(door, 'Wim')
  await lead.say('remove_person', { person })
  await both(tablets, (page) => page.locator('.head-people').click())
  await take('tablet', 'people-removed', tablets, 'button[aria-label*="Wim"]')
  await leave(tablets)

  await both(helpers, async (page) => page.goto(await organiser.pairingLink(session, 'helper')))
  await take('helper', 'empty', helpers, '.helper-main')
  await hold('ideas')
  await both(helpers, async (page, language) => {
    await page.locator('.paper-add input').fill(language === 'nl' ? 'Truus' : 'Jolanda van den Broek-Westerveld')
    await page.locator('.paper-add button[type=submit]').click()
    await page.locator('.paper-seat').waitFor()
    await page.locator('.paper-write textarea').fill(language === 'nl' ? 'Een bank onder de oude eik' : 'Een pluktuin voor de hele straat, met bakken waar je bij kunt zonder te bukken')
    await page.locator('.paper-write button[type=submit]').click()
    await page.locator('.paper-ideas li').waitFor()
  })
  await take('helper', 'ideas', helpers, '.paper-ideas')
  await bringPlan(lead, crowd.origin, tablets.nl)
  // Where the plan is known, an idea can be put on it, beside taking it back.
  await both(helpers, (page) => page.locator('.paper-ideas .ui-icon-button').nth(1).waitFor())
  await click(helpers, '.paper-ideas .ui-icon-button')
  await both(helpers, (page) => page.locator('dialog[open] .site-plan-sheet img').waitFor())
  await take('helper', 'place', helpers, '.site-plan-aim')
  await leave(helpers)
  await click(helpers, '.helper-back .ui-button')
  await take('helper', 'people', helpers, '.helper-seats li:nth-child(2)')
  await both(tablets, (page) => page.locator('.head-people').click())
  await take('tablet', 'people-paper', tablets, '.paper-add')
  await click(tablets, '.person .ui-button:has(.ui-icon)')
  await take('tablet', 'paper', tablets, '.paper-seat')
  await leave(tablets)
  await leave(tablets)

  await lead.say('lock_door', { locked: true })
  const knocking = crowd.ask('/api/knock', { ...door, token: 'b'.repeat(64), name: 'Fatma', organisation: '', role: '' })
  await knocking
  await take('helper', 'knock', helpers, '.held-knock')
  await lead.say('answer_knock', { knock: 1, let_in: false })
  await lead.say('lock_door', { locked: false })
  await both(helpers, (page) => page.context().setOffline(true))
  await take('helper', 'offline', helpers, '.ui-strip-offline')
  await both(helpers, (page) => page.context().setOffline(false))
  await both(helpers, (page) => page.locator('.head-link-off').waitFor({ state: 'detached', timeout: 60_000 }))

  await hold('vote')
  await click(helpers, '.helper-seats button')
  await both(helpers, (page) => page.locator('.paper-votes .ui-icon-button').first().click())
  await take('helper', 'vote', helpers, '.paper-chosen')
  await both(tablets, (page) => page.locator('.head-people').click())
  await click(tablets, '.person .ui-button:has(.ui-icon)')
  await take('tablet', 'paper-vote', tablets, '.paper-votes')
  await leave(tablets)
  await leave(tablets)
  await lead.say('close_vote', { in_ms: 0, anyway: true })

  await hold('ideas')
  await both(phones, async (page, language) => {
    await page.goto(`/#q=${door.secret}`)
    await page.locator('form input').first().fill(language === 'nl' ? 'Anna' : 'Ben')
    await page.locator('form button[type=submit]').click()
    await page.locator('.head .ui-icon-button').click()
    await page.locator('details.guests summary').click()
    await page.locator('details.guests form').waitFor()
    await page.locator('details.guests').evaluate((fold) => fold.scrollIntoView())
  })
  await take('phone', 'mine-guest', phones)
  await both(phones, async (page) => {
    await page.route('**/api/join', (asked) => asked.fulfill({ status: 409, contentType: 'application/json', body: '{"error":"session_full"}' }))
    await page.locator('details.guests input').fill('Truus')
    await page.locator('details.guests button[type=submit]').click()
  })
  await take('phone', 'guest-full', phones, 'details.guests .ui-field-error')
  const before = (await lead.records('person')).map(({ id }) => id)
  await both(phones, async (page) => {
    await page.unroute('**/api/join')
    await page.locator('details.guests button[type=submit]').click()
  })
  await take('phone', 'guest', phones, '.ui-strip-info')
  // Taken out while they have the phone: its owner goes on, and reads who is off it.
  for (const { id } of await lead.records('person')) if (!before.includes(id)) await lead.say('remove_person', { person: id })
  await both(phones, (page) => page.locator('.message').getByRole('button').last().click())
  await take('phone', 'guest-gone', phones, '.ui-strip-info')

  const [{ rounds }] = await lead.records('agenda')
  await lead.say('start_round', { round: rounds.find(({ kind }) => kind === 'close').id, in_ms: 0 })
  await lead.say('set_next_step', { date: '2027-01-15', text: '' })
  await lead.say('close_session')
  await click(helpers, '.helper-back .ui-button')
  await take('helper', 'ended', helpers, '.helper-main')
  await both(tablets, (page) => page.locator('.head-people').click())
  await click(tablets, '.person .ui-button:has(.ui-icon)')
  await take('tablet', 'paper-afterwards', tablets, '.paper-told')
  await both(tablets, (page) => page.locator('.paper-ideas .ui-icon-button').last().click())
  await take('tablet', 'paper-erase', tablets, '.paper-ideas .ui-button-danger')
}
