// Drives two desks past every state of step 3.
const ideas = {
  nl: [
    ['Een pauzeplek buiten', 'B', 'Picknicktafel en bank bij de kantine, in de zon en uit de wind.'],
    ['Schaduw bij de trailers', 'A', 'Bomen langs de parkeerplaats.'],
    ['Ommetje rond de sloot', 'E', 'Een wandelroute langs de oever.'],
    ['Regen van hal 3 opvangen', 'C', 'Een wadi of een regenton.'],
    ['Bloemen langs het hek', 'D', 'Een strook bloemenweide voor bijen.'],
  ],
  en: [
    ['A place outside for breaks', 'B', 'Picnic table and bench near the canteen.'],
    ['Shade near the trailers', 'A', 'Trees along the car park.'],
    ['A walk around the ditch', 'E', 'A walking route along the bank.'],
    ['Catch the rain of hall 3', 'C', 'A wadi or a rain barrel.'],
    ['Flowers along the fence', 'D', 'A strip of flowers for bees.'],
  ],
}
const words = {
  nl: ['', '€ 6.500|€ 12.000|€ 3.000|€ 9.500|€ 1.800', 'eigen gras|hal 2: vraag|gemeente|eigen dak|eigen strook'],
  en: ['', '€6,500|€12,000|€3,000|€9,500|€1,800', 'our own grass|hall 2: ask|municipality|our own roof|our own strip'],
}
const colours = ['gagagagagagg', 'aaraagggaarg', 'ggagggrragg', 'gagagraggar', 'ggggaarggaa']
const colourOf = { g: 'green', a: 'amber', r: 'red' }

const key = () => Array.from({ length: 32 }, () => Math.floor(Math.random() * 16).toString(16)).join('')
const place = { kind: 'place', name: 'Kadepolder', sort: 'business_park', address: 'Kade 4', municipality: 'Zwolle', funder: '', about: '', area_m2: 180 }

/** `take(state, ready)` takes a picture of both desks once the selector is there. */
export async function deskChoice({ organiser, origin, office, both, take, closeSheet }) {
  const post = async (path, body) => JSON.parse(await organiser.ask('POST', path, body))
  const ask = (id, op, args) => post(`/api/trajectories/${id}`, { key: key(), op, args })
  const look = async (id) => JSON.parse(await organiser.ask('GET', `/api/trajectories/${id}`))
  const put = (id, now) => ask(id, 'put_entry', { id: 0, was: null, now })
  const ids = {}
  for (const language of ['nl', 'en']) {
    const { id } = await post('/api/trajectories', { key: key(), language, place })
    ids[language] = id
    const support = (await look(id)).entries.find(({ entry }) => entry.kind === 'support')
    await ask(id, 'put_entry', { id: support.id, was: support.entry, now: { ...support.entry, budget: 650_000 } })
    for (const [i, [name, letter, about]] of ideas[language].entries())
      await put(id, { kind: 'idea', name, about, letter, place: i + 1, votes: 17 - i, hands: 0, missing_note: '', note: '', session: '', number: 0, route: 'undecided', concept_id: '' })
    for (const step of ['session', 'choice']) await ask(id, 'open_step', { step, reason: language === 'nl' ? 'Dit liep al.' : 'This was already running.' })
  }
  const every = (act) => Promise.all(Object.entries(ids).map(([language, id]) => act(id, language)))
  const openBoth = () => both(office, async (page, language) => {
    await page.goto(`${origin}/desk#/trajectories/${ids[language]}`)
    await page.reload()
    await page.locator('.choice').waitFor()
  })
  await openBoth()
  await take('choice-who-decides', '.matrix-shut')
  await both(office, async (page) => {
    await page.locator('.add-entry [type=submit]').click()
    await page.locator('.matrix tbody tr').nth(10).waitFor()
  })
  await take('choice-empty', '.matrix')
  await every(async (id, language) => {
    const { entries } = await look(id)
    const of = (kind) => entries.filter(({ entry }) => entry.kind === kind)
    const columns = of('idea')
    for (const [y, criterion] of of('criterion').entries())
      for (const [x, { id: idea }] of columns.entries()) {
        const summary = y === 0 ? `${[3, 9, 4, 6, 5][x]} ${language === 'nl' ? 'maanden' : 'months'}` : (words[language][y] ?? '').split('|')[x] ?? ''
        await put(id, { kind: 'mark', idea, criterion: criterion.id, colour: colourOf[colours[x][y]], summary, note: x + y === 1 ? 'Zie de offerte.' : '', source: '', said_by: '', group_tenths: 0, group_answers: 0 })
      }
  })
  await every(async (id, language) => {
    const [first] = (await look(id)).entries.filter(({ entry }) => entry.kind === 'idea')
    const found = language === 'nl' ? ['Van de gemeente, die vindt het goed.', 'Geen, KLIC gedaan.', ''] : ['Of the municipality, which agrees.', 'None, KLIC done.', '']
    for (const [i, topic] of ['owner_of_ground', 'cables', 'cost'].entries())
      await put(id, { kind: 'task', what: topic, who: 'Samira Haddad', due: '', state: found[i] ? 'done' : 'open', topic, idea: first.id, note: found[i] })
    await put(id, { kind: 'commitment', name: 'Kees van Dam', idea: first.id, role: 'lead', organisation: '', email: '', phone: '', said_note: '', note: '', called: false, session: '', number: 0 })
  })
  await openBoth()
  // The session with the group, about what stands here.
  await both(office, async (page) => {
    await page.locator('.live-meeting > .ui-button').click()
    await page.locator('.live-meeting .plan-doings .button-link').waitFor()
    await page.locator('.live-meeting').scrollIntoViewIfNeeded()
  })
  await take('choice-meeting', '.live-meeting .plan-doings')
  await openBoth()
  await both(office, (page) => page.locator('#choice-ideas label').first().click())
  await take('choice-matrix', '.match mark')
  await both(office, async (page) => {
    await page.locator('.match__more summary').first().click()
    await page.locator('.what-if summary').click()
    await page.locator('.what-if').scrollIntoViewIfNeeded()
  })
  await take('choice-what-if', '.what-if__one')
  await both(office, (page) => page.locator('[data-cell="1-1"]').click())
  await take('choice-mark', 'dialog[open] .entry-form')
  await closeSheet(office)
  await both(office, (page) => page.locator('[data-cell="2-0"]').click())
  await take('choice-known', 'dialog[open] .known')
  await closeSheet(office)
  await both(office, async (page) => {
    await page.locator('.choice-panel__with select').selectOption({ index: 1 })
    await page.locator('.matches__of').nth(1).waitFor()
    await page.locator('.choice-panel').scrollIntoViewIfNeeded()
  })
  await take('choice-two', '.matches__of')
  await both(office, async (page) => {
    await page.locator('.choice-panel__with select').selectOption({ index: 0 })
    await page.locator('.matches__of').first().waitFor({ state: 'detached' })
    await page.locator('.choice-panel .gate__buttons .ui-button-quiet').first().click()
  })
  await take('choice-none', 'dialog[open]')
  await closeSheet(office)
  await both(office, async (page) => {
    await page.locator('.weight-order button').click()
    await page.locator('.weight-order').scrollIntoViewIfNeeded()
  })
  await take('choice-weights', '.weight-order ol')
  await both(office, async (page, language) => {
    await page.locator('.match input').first().click()
    await page.locator('.choice-panel [name=reason]').fill(language === 'nl' ? 'Iedereen eet er, en het kan dit voorjaar.' : 'Everybody eats there, and it can be done this spring.')
    await page.locator('.choice-panel [name=concerns]').fill(language === 'nl' ? '22 keer Prima, 1 zorg opgelost: er komt een rookvrij bord.' : '22 times Fine, 1 concern settled: there will be a no-smoking sign.')
    await page.locator('.choice-panel .ui-button-primary').click()
  })
  await take('choice-made', '.drawn-frame--sure')
  await both(office, async (page) => {
    await page.locator('.choice-panel .gate__buttons .ui-button').first().click()
  })
  await take('choice-reopen', 'dialog[open]')
  await closeSheet(office)
  await both(office, async (page) => {
    await page.emulateMedia({ media: 'print' })
    await page.evaluate(() => scrollTo(0, 0))
  })
  await take('choice-print', '.printed-choice')
  await both(office, (page) => page.emulateMedia({ media: 'screen' }))
  // Whoever wrote the chosen idea has its words erased.
  await every(async (id) => {
    const { entries } = await look(id)
    await ask(id, 'erase_entry', { id: entries.find(({ entry }) => entry.kind === 'choice').entry.idea })
  })
  await take('choice-lost', '#choice-again')
}
