// Drives tablets through the rounds that pictures.test.mjs does not come by in its whole session: what is shown, pitches, tables,
// proposals, concerns and stars; and what is written about rounds, and printed.
import assert from 'node:assert/strict'

/** `tablets` are two pages that are paired, nl and en; `work(kind)` turns both to the work of a round. */
export async function tabletRounds({ lead, door, crowd, names, groups, tablets, work, take }) {
  const both = (act) => Promise.all(Object.values(tablets).map((page) => act(page)))
  const click = (selector, place = 0) => both((page) => page.locator(selector).nth(place).click())
  const leave = () => both((page) => page.keyboard.press('Escape'))
  const hold = async (kind, words = {}) => {
    const round = await lead.say('add_round', { kind, title: '', text: '', say: '', minutes: 0, ...words })
    await lead.say('start_round', { round, in_ms: 0 })
    if (kind === 'show') return
    await work(kind)
  }
  const people = []
  for (const name of names.slice(0, 9)) people.push(await crowd.join(door, name))

  await hold('show', { title: 'Waarom we hier zijn', text: 'Dit is onze plek.\nVandaag bedenken we wat hier groener kan.', say: 'Fijn dat jullie er zijn.' })
  await take('show', '.frame-direct .say')
  await click('.rail-stop[aria-current=step]')
  await take('round', '.round-sheet')
  await click('.round-sheet .ui-button:has(.ui-icon)')
  await take('round-edit', 'dialog textarea')
  await leave()
  await click('.rail-add')
  await take('round-add', 'dialog .ui-chip')
  await leave()

  await hold('pitch')
  await take('pitch-empty', '.work-empty')
  await hold('ideas')
  for (const [i, { ideas }] of groups.slice(0, 7).entries())
    for (const text of ideas.slice(0, 2)) await people[i % 5].say('submit_idea', { text, explanation: '' })
  const live = await lead.records('idea')
  const made = []
  for (const { group, ideas } of groups.slice(0, 6))
    made.push(await lead.say('create_group', { name: group, ideas: live.filter(({ text }) => ideas.includes(text)).map(({ id }) => ({ idea: id, from: 0 })) }))

  await hold('pitch')
  await take('pitch-nobody', '.line')
  for (const group of [made[0], made[2]]) await lead.say('start_pitch', { group })
  await take('pitch', '.line-now')

  await hold('table_choice')
  await take('tables-none', '.card-plain')
  for (const [i, one] of people.slice(0, 7).entries()) await one.say('sit_at_table', { table: (i % 3) + 1 })
  for (const group of made.slice(0, 3)) await people[0].say('choose_for_table', { table: 1, group, chosen: true })
  await people[1].say('choose_for_table', { table: 2, group: made[4], chosen: true })
  await take('tables', '.cards .card:nth-child(3)')
  await click('.panel-end .ui-button')
  await take('tables-keep', '.boards-ask')
  await click('.boards-ask .ui-button', 1)
  await click('.card header .ui-icon-button')
  await take('tables-choices', '.choice')
  await leave()
  await click('.name')
  await take('tables-seat', '.numbers')
  await leave()
  await hold('talk', { title: 'Wie wil hier zitten, en wanneer?' })
  await take('talk-tables', '.cards .card:nth-child(3)')

  await hold('sharpen')
  const words = { what: 'Een pluktuin met zes bakken', where: 'naast de fietsenstalling', whom: 'iedereen met een half uur pauze' }
  await people[2].say('word_proposal', { group: made[2], revision: 0, ...words, in_time: 'no', in_money: 'no' })
  await people[0].say('word_proposal', { group: made[0], revision: 0, ...words, in_time: 'yes', in_money: 'unknown' })
  await people[1].say('take_proposal', { group: made[1], taken: true })
  await take('sharpen', '.card-unfit')
  await click('.card-end .ui-button')
  await take('sharpen-edit', 'dialog .ui-chip')
  await people[0].say('word_proposal', { group: made[0], revision: 1, ...words, what: 'Een pluktuin met acht bakken', in_time: 'yes', in_money: 'yes' })
  await take('sharpen-newer', 'dialog .boards-ask')
  await leave()

  await hold('vote')
  await take('vote-unfit', '.vote-unfit')
  for (const one of people) for (const candidate of made.slice(0, 5)) await one.say('cast_vote', { candidate }).catch(() => {})
  await lead.say('close_vote', { in_ms: 0, anyway: true })
  await take('vote-unfit-closed', '.ladder-unfit')
  await hold('concerns')
  await take('concerns-none', '.card')
  await people[0].say('answer_concern', { candidate: made[0], answer: 'worried', text: 'Wie geeft er water in de zomer?' })
  await people[1].say('answer_concern', { candidate: made[0], answer: 'worried', text: '' })
  await people[2].say('answer_concern', { candidate: made[1], answer: 'fine', text: '' })
  await lead.say('settle_concern', { concern: 1, status: 'noted' })
  await take('concerns', '.concern-noted')
  await click('.card-end .ui-button')
  await take('concerns-write', 'dialog input')
  await leave()

  const last = (await lead.records('agenda'))[0].rounds.find(({ kind }) => kind === 'close').id
  await lead.say('start_round', { round: last, in_ms: 0 })
  await work('close')
  for (const [i, one] of people.slice(0, 6).entries()) await one.say('give_stars', { stars: 3 + (i % 3) })
  await take('close-stars', '.stars')
}

/** What a printer gets: every part of the kit, on as many sheets as it should be. */
export async function printedKit({ tablets, take }) {
  const both = (act) => Promise.all(Object.values(tablets).map((page) => act(page)))
  await both(async (page) => {
    // The browser's own dialog would wait for somebody.
    await page.evaluate(() => (globalThis.print = () => {}))
    await page.getByRole('button', { name: /^(Meer|More)$/ }).click()
    await page.getByRole('button', { name: /^(Op papier|On paper)/ }).click()
  })
  await take('print', 'dialog .stepper')
  const tables = Number(await tablets.nl.locator('dialog .stepper b').innerText())
  const sheets = { poster: 1, agenda: 1, cards: Math.ceil(tables / 2), ballots: 1 }
  for (const [place, [part, wanted]] of Object.entries(sheets).entries()) {
    await both((page) => page.locator('dialog .sheet-list .ui-button').nth(place).click())
    if (part === 'poster' || part === 'cards') await both((page) => page.locator(`.print-${part} path`).first().waitFor({ state: 'attached' }))
    await both((page) => page.emulateMedia({ media: 'print' }))
    await take(`print-${part}`, `.print-${part}`)
    await both((page) => page.emulateMedia({ media: 'screen' }))
    // Making it ends the printing, as a printer's dialog does.
    const pdf = (await tablets.nl.pdf({ preferCSSPageSize: true })).toString('latin1')
    assert.equal(pdf.match(/\/Type\s*\/Page\b(?!s)/g).length, wanted, `sheets of ${part}`)
    await tablets.en.pdf()
    await both((page) => page.locator('.print').waitFor({ state: 'detached' }))
  }
}
