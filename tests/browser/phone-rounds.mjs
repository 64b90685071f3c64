// Drives phones through the rounds that pictures.test.mjs does not come by in its whole session: the warm-up, what is shown,
// pitches, tables, plans, concerns and stars.

/** `phones` are two pages at the door, nl and en; `take(state, selector)` takes a picture of both once the selector is there. */
export async function phoneRounds({ lead, door, crowd, names, groups, phones, take }) {
  /** The same act on the Dutch and on the English page. */
  const both = (act) => Promise.all(Object.entries(phones).map(([language, page]) => act(page, language)))
  const click = (selector, place = 0) => both((page) => page.locator(selector).nth(place).click())
  const sees = (selector) => both((page) => page.locator(selector).first().waitFor())
  const offline = (gone) => both((page) => page.context().setOffline(gone))
  /** A round that is held now, wherever the template has it. */
  const hold = async (kind, words = {}) => {
    const round = await lead.say('add_round', { kind, title: '', text: '', say: '', minutes: 0, ...words })
    await lead.say('start_round', { round, in_ms: 0 })
  }

  await both(async (page, language) => {
    await page.locator('.door-name input').fill(language === 'nl' ? 'Anna' : 'Bram')
    await page.locator('form button[type=submit]').click()
  })
  const people = []
  for (const name of names.slice(0, 5)) people.push(await crowd.join(door, name))
  for (const [i, symbol] of ['frog', 'bee', 'tree', 'frog'].entries()) await people[i].say('choose_symbol', { symbol })
  await click('.warm-up-symbol', 4)
  await both((page) => page.locator('.warm-up').evaluate((part) => part.scrollIntoView()))
  await take('lobby-chosen', '.warm-up-symbol-chosen')

  await hold('show', { title: 'Waarom we hier zijn', text: 'Dit is onze plek: de strook rond de vijver.\n\nVandaag bedenken we samen wat hier groener kan:\n- binnen een jaar\n- met € 6.500' })
  await take('show', '.round-text')
  await hold('show')
  await both((page) => page.locator('.round-text').waitFor({ state: 'detached' }))
  await take('show-without-text')

  await hold('ideas')
  const field = 'form.composer textarea'
  await both(async (page, language) => {
    await page.locator(field).first().fill(language === 'nl' ? 'Een bank in de zon' : 'A bench in the sun')
    await page.locator('form.composer button[type=submit]').click()
    await page.locator('.mine-idea-received').waitFor()
  })
  for (const [i, { ideas }] of groups.slice(0, 6).entries())
    for (const text of ideas.slice(0, 3)) await people[i % 5].say('submit_idea', { text, explanation: '' })
  await hold('group')
  const live = await lead.records('idea')
  const made = []
  for (const [i, { group, ideas }] of groups.slice(0, 6).entries()) {
    const inside = live.filter(({ text }) => ideas.includes(text) || (i === 0 && /bank in de zon|bench/.test(text)))
    made.push(await lead.say('create_group', { name: group, ideas: inside.map(({ id }) => ({ idea: id, from: 0 })) }))
  }
  await hold('pitch')
  await take('pitch-none-yet', '.pitch-wait')
  for (const group of [made[2], made[0]]) await lead.say('start_pitch', { group })
  await take('pitch', '.pitch-own')

  await hold('table_choice')
  await take('table-choice-no-table', '.my-table-choice')
  for (const [i, table] of [4, 4, 2, 2, 11].entries()) await people[i].say('sit_at_table', { table })
  await both((page) => page.getByRole('button', { name: /^(Tafel|Table) 4$/ }).click())
  await both((page) => page.getByText('Carla').waitFor())
  await people[2].say('choose_for_table', { table: 2, group: made[0], chosen: true })
  for (const group of made.slice(0, 2)) await people[0].say('choose_for_table', { table: 4, group, chosen: true })
  await both((page) => page.locator('.vote-row-chosen').nth(1).waitFor())
  await take('table-choice', '.choice-elsewhere')
  await people[1].say('choose_for_table', { table: 4, group: made[4], chosen: true })
  await both((page) => page.locator('.vote-row-chosen').nth(2).waitFor())
  await take('table-choice-full')
  await click('.my-table-words .ui-button')
  await take('table-choice-other-table', '.my-table-choice')
  await hold('talk', { title: 'Wie wil hier zitten, en wanneer?' })
  await take('talk-table', '.interlude + .my-table')

  await hold('sharpen')
  await people[2].say('take_proposal', { group: made[2], taken: true })
  await people[2].say('word_proposal', { group: made[2], revision: 0, what: 'Een pluktuin met zes bakken', where: 'naast de fietsenstalling', whom: 'iedereen met een half uur pauze', in_time: 'no', in_money: 'no' })
  await people[0].say('take_proposal', { group: made[1], taken: true })
  await take('sharpen', '.proposal')
  const mine = { nl: made[0], en: made[4] }
  await both((page, language) => page.locator('.sharpen-row', { hasText: groups[made.indexOf(mine[language])].group }).getByRole('button', { name: /^(Wij maken|We make)/ }).click())
  await take('sharpen-empty', '.sharpen-form')
  await both(async (page) => {
    await page.locator('.sharpen-form textarea').nth(0).fill('Zes picknicktafels van oude pallets, gemaakt door de mensen van de werkplaats, met een dak van klimplanten en')
    await page.locator('.sharpen-form textarea').nth(1).fill('onder de wilgen')
    await page.locator('.sharpen-form .ui-chip').nth(1).click()
  })
  await take('sharpen-written', '.misfit')
  // The tap was sent by itself.
  await both((page) => page.waitForTimeout(1_000))
  for (const group of Object.values(mine))
    await people[0].say('word_proposal', { group, revision: (await people[0].records('proposal')).find(({ id }) => id === group).revision, what: 'Vier lange tafels', where: '', whom: '', in_time: 'unknown', in_money: 'unknown' })
  await take('sharpen-conflict', '.sharpen-conflict')
  await click('.sharpen-conflict .ui-button', 1)
  await offline(true)
  await sees('.ui-strip')
  await click('.sharpen-form button[type=submit]')
  await both((page) => page.locator('.sharpen-state').scrollIntoViewIfNeeded())
  await take('sharpen-offline', '.sharpen-form button[type=submit]:disabled')
  await offline(false)
  await both((page) => page.locator('.sharpen-state .ui-icon').waitFor({ timeout: 60_000 }))
  await both((page) => page.locator('.sharpen-form textarea').nth(2).fill('wie buiten eet'))
  for (const group of Object.values(mine)) await lead.say('assign_proposal', { group, person: people[2].person })
  await take('sharpen-taken-away', '.sharpen-form .ui-button-danger')

  await hold('vote')
  await both((page) => page.evaluate(() => document.activeElement.blur()))
  await take('vote-proposals', '.vote-row .misfit')
  for (const one of people) for (const candidate of made.slice(0, 5)) await one.say('cast_vote', { candidate }).catch(() => {})
  await lead.say('close_vote', { in_ms: 0, anyway: true })
  await hold('concerns')
  await take('concerns', '.concern')
  await people[0].say('answer_concern', { candidate: made[0], answer: 'fine', text: '' })
  await both(async (page) => {
    await page.locator('.concern-answers .ui-button').nth(0).click()
    await page.locator('.concern-answers .ui-button').nth(3).click()
    await page.locator('.concern textarea').fill('Wie geeft er water in de zomer?')
    await page.locator('.concern form').scrollIntoViewIfNeeded()
  })
  await take('concerns-worried', '.concern form .ui-button')
  await click('.concern form .ui-button')
  await sees('.concern-saved')

  const last = (await lead.records('agenda'))[0].rounds.find(({ kind }) => kind === 'close').id
  await lead.say('start_round', { round: last, in_ms: 0 })
  await click('.star', 3)
  await both((page) => page.locator('.stars').evaluate((part) => part.scrollIntoView({ block: 'center' })))
  await take('close-stars', '.star-given')
}
