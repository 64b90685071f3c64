// Drives phones, tablets and big screens through the rounds that come from a dossier: what is scored, in points and in colours, and the
// one plan that is chosen.
const key = () => Array.from({ length: 32 }, () => Math.floor(Math.random() * 16).toString(16)).join('')
const place = { kind: 'place', name: 'De Hoef', sort: 'business_park', address: 'Hoefweg 1', municipality: 'Zwolle', funder: '', about: '', area_m2: 0 }
const ideas = [
  ['Een pauzeplek buiten', 'Picknicktafels onder de eik, voor wie buiten wil eten.'],
  ['Regen opvangen', 'Een greppel met planten langs de parkeerstrook.'],
  ['Bomen langs de weg', 'Dertig linden, die schaduw geven.'],
  ['Een lange bank van eikenhout langs de waterkant bij poort 3', ''],
  ['Een bijenhotel met bloemen eromheen', ''],
]
const criteria = [
  ['Geld', 'Kan het binnen het geld?'],
  ['Plek en eigenaar', 'Mag het daar van de eigenaar?'],
  ['Onderhoud', 'Wie houdt het bij?'],
  ['Draagvlak', 'Willen genoeg mensen het?'],
  ['Ontmoeten', 'Komen mensen er bij elkaar?'],
]
const plan = (purpose) => ({ kind: 'session_plan', name: 'De Hoef', purpose, held_on: '', starts_at: '', ends_at: '', location: '', invitation: '', template_id: '', language: 'nl', host: 'De Hoef', controller: 'De Hoef', seats: 0, kept_days: 0, session: '', session_version: 0, taken_note: '' })
const idea = ([name, about], at) => ({ kind: 'idea', name, about, letter: 'ABCDE'[at], place: 0, votes: 0, hands: 0, missing_note: '', note: '', session: '', number: 0, route: 'undecided', concept_id: '' })

/** A live session of a dossier. */
export async function sessionOf(organiser, purpose) {
  const ask = async (path, body) => JSON.parse(await organiser.ask('POST', path, body))
  const { id } = await ask('/api/trajectories', { key: key(), language: 'nl', place })
  const put = (now) => ask(`/api/trajectories/${id}`, { key: key(), op: 'put_entry', args: { id: 0, was: null, now } })
  if (purpose === 'choice') {
    for (const [at, one] of ideas.entries()) await put(idea(one, at))
    await put({ kind: 'decider', who: 'group_consent', agreed_on: '', note: '' })
    for (const [name, question] of criteria) await put({ kind: 'criterion', name, question, weight: 1, live: true })
  }
  const { entry } = await put(plan(purpose))
  const body = { template: purpose === 'choice' ? 'choice-90' : 'green-60', language: 'nl', title: 'De Hoef', question: 'Welk plan?', within: '', money: '', place: '', host: 'De Hoef', controller: 'De Hoef', retained_days: 30, seats_max: 30 }
  return (await ask(`/api/trajectories/${id}/plans/${entry}/start`, body)).id
}

/** `take(device, state, ready)` takes a picture; `work(kind)` turns the tablets to the work of a round. */
export async function matrixRounds({ lead, people, phones, helpers, purpose, work, take }) {
  const rounds = (await lead.records('agenda'))[0].rounds
  const go = async (kind) => {
    await lead.say('start_round', { round: rounds.find((round) => round.kind === kind).id, in_ms: 0 })
    await work(kind)
  }
  const [{ subjects, criteria }] = await lead.records('matrix')
  const give = async (one, n) => {
    for (const [row, { group }] of subjects.entries())
      for (const column of criteria.keys())
        await one.say('give_score', { group, criterion: column, score: purpose === 'choice' ? 1 + ((row * 2 + column + n * n) % 5) : (row + n) % 4 === 3 ? 3 : row % 3 === 2 ? 2 : 1 })
  }
  const name = purpose === 'choice' ? 'assess' : 'factors'
  await go('assess')
  await Promise.all(people.map((one, n) => (n < people.length - 1 ? give(one, n) : undefined)))
  await Promise.all(Object.values(phones).map(async (page) => {
    for (const cell of [0, 1, 2]) await page.locator('.assess-cell').nth(cell).locator('button').nth(cell % 3).click()
  }))
  await take('phone', name, '.assess-cell [aria-pressed=true]')
  await take('tablet', name, '.seat-done')
  await take('screen', name, '.tallyless__number')
  await Promise.all(Object.values(helpers).map(async (page) => {
    for (const row of [0, 1]) {
      await page.locator('.paper-scores li').nth(row).locator('.paper-score').nth(row + 1).click()
      await page.locator('.paper-scores li').nth(row).locator('[aria-pressed=true]').waitFor()
    }
  }))
  await take('helper', purpose === 'choice' ? 'scores' : 'scores-colours', '.paper-scores')
  await lead.say('close_matrix', { closed: true })
  if (purpose === 'green_date') {
    for (const [row, verdict] of ['amber', 'green', 'red', 'green'].entries())
      await lead.say('decide_subject', { group: subjects[row].group, verdict, note: row === 0 ? 'Joost vraagt het zijn baas' : '' })
  }
  await take('phone', `${name}-gave`, '.spread')
  await take('tablet', `${name}-gave`, '.spread')
  await take('screen', `${name}-gave`, purpose === 'choice' ? '.scores' : '.factors')
  if (purpose === 'green_date') return
  await go('choose')
  await take('phone', 'choose-wait', 'h1')
  await take('tablet', 'choose-wait', '.choose-candidates')
  await take('screen', 'choose-wait', 'h1')
  const [{ candidates }] = await lead.records('choosing')
  await lead.say('propose_choice', { group: candidates[1] })
  for (const [n, one] of people.entries())
    await one.say('answer_concern', { candidate: candidates[1], answer: n === 1 ? 'worried' : 'fine', text: n === 1 ? 'Wie houdt het bij?' : '' })
  await take('phone', 'choose', '.concern')
  await take('tablet', 'choose', '.concern-lines li')
  await take('screen', 'choose', '.mood')
  const [concern] = await lead.records('concern')
  await lead.say('settle_concern', { concern: concern.id, status: 'resolved' })
  await lead.say('freeze_choice', { frozen: true, reason: 'Het helpt het meest tegen wateroverlast.' })
  await take('phone', 'choose-chosen', '.choose-reason')
  await take('tablet', 'choose-chosen', '.choose-now em')
  await take('screen', 'choose-chosen', '.one-plan')
}
