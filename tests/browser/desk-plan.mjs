// Drives two desks, one in Dutch and one in English, past every state of step 4, and a phone-wide page past those of a personal link.
import { setBox, sizes } from './support/browser.mjs'

const day = 86_400_000
const dayOf = (time) => new Date(time).toISOString().slice(0, 10)
const key = () => Array.from({ length: 32 }, () => Math.floor(Math.random() * 16).toString(16)).join('')
const place = { kind: 'place', name: 'De Hoef', sort: 'business_park', address: 'Hoefweg 1', municipality: 'Zwolle', funder: 'Provincie', about: '', area_m2: 180 }
const person = { kind: 'confirmation', email: '', commitment: 0, token_hash: '', withdrawn: false, asked_on: '', answer: 'not_asked', answered_on: '', letter: '', reply_note: '', terms_note: '' }

const words = {
  nl: {
    idea: 'Wilde strook langs de vaart', goal: 'Een strook van 180 m² met inheemse struiken en drie bankjes, voor wie in de pauze naar buiten wil.', spot: 'Naast de weegbrug',
    costs: [['Struiken en bomen', 214_000, false, 0, 'Offerte van kwekerij Zuid'], ['Grond omwerken', 90_000, true, 16, 'Eigen kraan van Van Loon'], ['Bankjes', 120_000, false, 0, '']],
    covers: [['Provincie', 250_000, 'promised', 'Mirjam'], ['Parkbijdrage', 60_000, 'received', ''], ['Fonds', 100_000, 'hoped', 'Samira']],
    work: [['Tegels eruit', 'groundwork'], ['Struiken planten', 'planting_bare_root'], ['Bankjes plaatsen', 'building'], ['Inzaaien', 'sowing']],
    tasks: [['Kweker bellen', 'Mirjam Post', 'busy'], ['Kabels opvragen', 'Joost de Wit', 'done'], ['Bankjes kiezen', '', 'open']],
    risk: ['Droge zomer na het planten', 'Twee bedrijven geven om de beurt water.'], permit: ['Werk langs de vaart', 'Waterschap'],
    agreed: ['Van Loon Logistiek', 'Hovenier Kees van Dam', 'elke maand, in de zomer elke week'], word: 'Graag, ik neem twee collega’s mee.', letter: 'Map 3 in de kast',
    asks: { owner_of_ground: 'Van wie is de grond? En mag het?', cables: 'Liggen er kabels of leidingen? (KLIC-melding)', cost: 'Wat kost het ongeveer?' },
    found: { owner_of_ground: 'Van Loon Logistiek', cables: 'Geen, KLIC gedaan', cost: 'Ongeveer € 4.000, zegt kwekerij Zuid.' },
  },
  en: {
    idea: 'Wild strip along the canal', goal: 'A strip of 180 m² with native shrubs and three benches, for whoever wants to be outside in the break.', spot: 'Beside the weighbridge',
    costs: [['Shrubs and trees', 214_000, false, 0, 'Quotation of nursery South'], ['Turning the soil', 90_000, true, 16, 'Own crane of Van Loon'], ['Benches', 120_000, false, 0, '']],
    covers: [['Province', 250_000, 'promised', 'Mirjam'], ['Park contribution', 60_000, 'received', ''], ['Fund', 100_000, 'hoped', 'Samira']],
    work: [['Paving out', 'groundwork'], ['Planting shrubs', 'planting_bare_root'], ['Placing benches', 'building'], ['Sowing', 'sowing']],
    tasks: [['Call the nursery', 'Mirjam Post', 'busy'], ['Ask for cables', 'Joost de Wit', 'done'], ['Choose benches', '', 'open']],
    risk: ['A dry summer after planting', 'Two companies water it in turn.'], permit: ['Work along the canal', 'Water board'],
    agreed: ['Van Loon Logistics', 'Gardener Kees van Dam', 'every month, in summer every week'], word: 'Gladly, I bring two colleagues.', letter: 'Folder 3 in the cupboard',
    asks: { owner_of_ground: 'Who owns the ground? And may it be?', cables: 'Are there cables or pipes? (KLIC report)', cost: 'What does it cost roughly?' },
    found: { owner_of_ground: 'Van Loon Logistics', cables: 'None, KLIC done', cost: 'Roughly €4,000, says nursery South.' },
  },
}

/** `take(state, ready)` takes a picture of both desks once the selector is there. */
export async function deskPlan({ organiser, origin, office, both, take }) {
  const post = async (path, body) => JSON.parse(await organiser.ask('POST', path, body))
  const ask = (id, op, args) => post(`/api/trajectories/${id}`, { key: key(), op, args })
  const look = async (id) => JSON.parse(await organiser.ask('GET', `/api/trajectories/${id}`))
  const begin = async (language, name) => {
    const { id } = await post('/api/trajectories', { key: key(), language, place: { ...place, name } })
    for (const step of ['session', 'choice', 'plan']) await ask(id, 'open_step', { step, reason: language === 'nl' ? 'Dit liep al.' : 'This was already running.' })
    return id
  }
  const ids = { nl: await begin('nl', 'De Hoef'), en: await begin('en', 'The Farm') }
  const openBoth = () => both(office, async (page, language) => {
    await page.goto(`${origin}/desk#/trajectories/${ids[language]}`)
    await page.reload()
    await page.locator('.plan-step').waitFor()
  })
  const showBoth = (selector) => both(office, (page) => page.locator(selector).first().evaluate((one) => one.scrollIntoView({ block: 'center' })))
  await openBoth()
  await take('plan-first', '.gate')

  const secrets = {}
  for (const [language, id] of Object.entries(ids)) {
    const said = words[language]
    const add = async (now) => {
      await ask(id, 'put_entry', { id: 0, was: null, now })
      return (await look(id)).entries.at(-1).id
    }
    const idea = await add({ kind: 'idea', name: said.idea, about: '', letter: 'A', place: 1, votes: 12, hands: 0, missing_note: '', note: '', session: '', number: 0, route: 'own_plan', concept_id: '' })
    await add({ kind: 'decider', who: 'group_consent', agreed_on: '', note: '' })
    await add({ kind: 'choice', outcome: 'chosen', idea, combined_with: 0, reason: '–', method: 'consent', concerns: '', decided_by: '', decided_on: '', reopen_note: '' })
    for (const [name, role, email] of [['Samira Haddad', 'help', 'samira@haddad.example'], ['Truus Bakker', 'arrange', ''], ['Els Post', 'informed', 'els@post.example']])
      await add({ kind: 'commitment', name, idea, role, organisation: '', email, phone: '', said_note: '', note: '', called: false, session: '', number: 0 })
    for (const [topic, note] of Object.entries(said.found)) await add({ kind: 'task', what: said.asks[topic], who: 'Joost de Wit', due: '', state: 'done', topic, idea, note })
    const { id: support, entry: was } = (await look(id)).entries.find(({ entry }) => entry.kind === 'support')
    await ask(id, 'put_entry', { id: support, was, now: { ...was, budget: 650_000 } })
  }
  await openBoth()
  await showBoth('.proposals')
  await take('plan-proposals', '.proposals')
  await showBoth('.group-offers')
  await take('plan-offers', '.group-offers')
  for (const [language, id] of Object.entries(ids)) {
    const said = words[language]
    const add = async (now) => {
      await ask(id, 'put_entry', { id: 0, was: null, now })
      return (await look(id)).entries.at(-1).id
    }
    await add({ kind: 'plan', goal_note: said.goal, spot: said.spot, area_m2: 180, trees: 6, tiles_out: 400, starts_on: '2030-10-01', ends_on: '2031-05-31', contingency_percent: 10 })
    for (const [what, amount, in_kind, hours, basis] of said.costs) await add({ kind: 'cost', what, amount, in_kind, hours, basis })
    for (const [what, amount, state, who] of said.covers) await add({ kind: 'cover', what, amount, state, who, note: '' })
    const days = [['2030-10-07', '2030-10-18'], ['2030-11-18', '2031-02-28'], ['2031-03-10', '2031-03-14'], ['2031-06-02', '2031-06-06']]
    for (const [i, [what, sort]] of said.work.entries()) await add({ kind: 'activity', what, sort, starts_on: days[i][0], ends_on: days[i][1], who: '', note: '' })
    for (const [i, [what, who, state]] of said.tasks.entries()) await add({ kind: 'task', what, who, due: who ? dayOf(Date.now() + i * 9 * day) : '', state, topic: 'call', idea: 0, note: '' })
    await add({ kind: 'risk', what: said.risk[0], chance: 'medium', effect: 'high', measure_note: said.risk[1], who: 'Joost de Wit' })
    await add({ kind: 'permit', what: said.permit[0], authority: said.permit[1], state: 'asked', due: '', note: '' })
    const [owner_of_ground, maintainer, frequency] = said.agreed
    await add({ kind: 'agreement', owner_of_ground, maintainer, frequency, ends_on: '2035-12-31', ownership_note: '', upkeep_note: '' })
    secrets[language] = {}
    for (const [name, what_for, answer] of [['Joost de Wit', 'ownership', 'accepted'], ['Mirjam Post', 'working_group', 'accepted'], ['Bram Smit', 'working_group', 'declined'], ['Noor Kok', 'working_group', '']]) {
      const asked = await add({ ...person, name, what_for })
      const secret = key()
      await ask(id, 'make_link', { id: asked, secret })
      secrets[language][name] = { asked, secret }
      if (answer) await post('/api/links/answer', { key: key(), trajectory: id, secret, answer, reply_note: answer === 'accepted' ? said.word : '' })
    }
  }
  await openBoth()
  await showBoth('.plan-route')
  await take('plan-route', '.plan-route')
  await both(office, (page) => page.evaluate(() => scrollTo(0, 0)))
  await take('plan', '.timeline')
  await showBoth('.plan-sums')
  await take('plan-money', '.plan-sums')
  await showBoth('.timeline')
  await take('plan-timeline', '.timeline')
  await showBoth('#tasks-title')
  await take('plan-tasks', '#tasks-title')
  await showBoth('#form-agreement')
  await take('plan-agreements', '#form-agreement')
  const agreeUntil = (until) => both(office, async (page) => {
    await page.locator('#form-agreement [name=ends_on]').fill(until)
    await page.locator('h1').first().click()
    await page.locator('.save-state--saved').waitFor()
  })
  await agreeUntil('2030-12-31')
  await showBoth('#form-agreement [name=ends_on]')
  await take('plan-agreement-short', '#form-agreement .entry-form__written--notice')
  await agreeUntil('2035-12-31')
  await showBoth('#risks-title')
  await take('plan-risks', '#permits-title')
  await both(office, async (page) => {
    await page.locator('[aria-labelledby=group-title] .entry-row').nth(2).locator('.asked__buttons .link-button').first().click()
    await page.locator('.address__url').waitFor()
  })
  await showBoth('.address__url')
  await take('plan-link', '.address__url')
  for (const id of Object.values(ids)) await ask(id, 'put_entry', { id: 0, was: null, now: { kind: 'calendar_feed', name: 'Mirjam Post', token_hash: '', withdrawn: false } })
  await both(office, async (page) => {
    await page.locator('[aria-labelledby=feeds-title] .asked__buttons .link-button').first().click()
    await page.locator('[aria-labelledby=feeds-title] .address__url').waitFor()
  })
  await showBoth('[aria-labelledby=feeds-title] .address__url')
  await take('plan-feed', '[aria-labelledby=feeds-title] .address__url')

  for (const [language, id] of Object.entries(ids)) {
    const { entries } = await look(id)
    const change = async (kind, of, changes) => {
      const { id: entry, entry: was } = entries.find(({ entry }) => entry.kind === kind && of(entry))
      await ask(id, 'put_entry', { id: entry, was, now: { ...was, ...changes } })
    }
    await change('cost', ({ basis }) => basis === '', { basis: words[language].costs[0][4] })
    await change('cover', ({ state }) => state === 'hoped', { state: 'promised' })
    await change('task', ({ who }) => who === '', { who: 'Noor Kok', due: dayOf(Date.now() + 20 * day) })
    const kees = { ...person, name: 'Kees van Dam', what_for: 'upkeep' }
    const { entry: signer } = await ask(id, 'put_entry', { id: 0, was: null, now: kees })
    await organiser.bringLetter(id, signer)
    await ask(id, 'put_entry', { id: signer, was: kees, now: { ...kees, letter: words[language].letter } })
  }
  await openBoth()
  await take('plan-can-be-ready', '.gate .ui-button-primary')
  await both(office, (page) => page.locator('.gate .ui-button-primary').click())
  await take('plan-ready', '.plan-versions li')
  for (const id of Object.values(ids)) {
    const { id: entry, entry: was } = (await look(id)).entries.find(({ entry }) => entry.kind === 'cost')
    await ask(id, 'put_entry', { id: entry, was, now: { ...was, amount: was.amount - 40_000 } })
  }
  await both(office, async (page) => {
    await page.locator('.plan-versions .link-button').click()
    await page.locator('.plan-changes').waitFor()
  })
  await showBoth('.plan-changes')
  await take('plan-changed', '.plan-changes')
  await both(office, async (page) => {
    await page.emulateMedia({ media: 'print' })
    await page.evaluate(() => scrollTo(0, 0))
  })
  await take('plan-print', '.printed-plan')
  await both(office, (page) => page.emulateMedia({ media: 'screen' }))

  await both(office, (page) => page.setViewportSize(sizes.phone))
  const openLink = (name) => both(office, async (page, language) => {
    await page.goto('about:blank')
    await page.goto(`${origin}/answer#${ids[language]}/${secrets[language][name].secret}`)
    await page.locator('h1').waitFor()
  })
  await openLink('Joost de Wit')
  await take('answer-said', '.answer__said')
  for (const [language, id] of Object.entries(ids)) await ask(id, 'withdraw_link', { id: secrets[language]['Bram Smit'].asked })
  await openLink('Bram Smit')
  await take('answer-withdrawn', 'h1')
  // The desk made a newer one above.
  await openLink('Noor Kok')
  await take('answer-unknown', 'h1')
  for (const [language, id] of Object.entries(ids)) await ask(id, 'make_link', { id: secrets[language]['Noor Kok'].asked, secret: secrets[language]['Noor Kok'].secret })
  await openLink('Noor Kok')
  await take('answer', '.answer__form')
  await both(office, (page) => page.locator('.answer__form .ui-button').click())
  await take('answer-needed', '.answer__form .form-error:not(:empty)')
  await both(office, async (page) => {
    await setBox(page.getByRole('radio').first())
    await page.locator('.answer__form .ui-button').click()
  })
  await take('answer-kept', '.answer__thanks:not(:empty)')
  await both(office, (page) => page.setViewportSize(sizes.laptop))
}
