// A dossier with something in every part of its five steps, made as a desk does it.
const key = () => Array.from({ length: 32 }, () => Math.floor(Math.random() * 16).toString(16)).join('')

/** Gives its id. */
export async function fullDossier(organiser, language = 'nl') {
  const post = async (path, body) => JSON.parse(await organiser.ask('POST', path, body))
  const place = { kind: 'place', name: 'Bedrijvenpark De Hoef', sort: 'business_park', address: 'Hoefweg 1', municipality: 'Zwolle', funder: 'Provincie Overijssel', about: 'Veertig bedrijven langs de vaart, veel steen en weinig schaduw.', area_m2: 1800 }
  const { id } = await post('/api/trajectories', { key: key(), language, place })
  const look = async () => JSON.parse(await organiser.ask('GET', `/api/trajectories/${id}`))
  const ask = (op, args) => post(`/api/trajectories/${id}`, { key: key(), op, args })
  const add = async (now) => (await ask('put_entry', { id: 0, was: null, now })).entry
  const open = (step, reason) => ask('open_step', { step, reason })

  const factors = (await look()).entries.filter(({ entry }) => entry.kind === 'factor')
  const colours = ['green', 'green', 'green', 'amber', 'green', 'red', 'green']
  for (const [i, { id: factor, entry }] of factors.entries())
    await ask('put_entry', { id: factor, was: entry, now: { ...entry, colour: colours[i], note: ['Mirjam heeft vier uur per week.', 'Zes bedrijven doen mee.', 'De directies zeiden ja.', 'Er zijn twee plekken. De gemeente denkt nog na over de berm.', 'De provincie betaalt de helft.', 'Nog niemand schrijft erover in de nieuwsbrief.', 'De hovenier van het park wil het onderhoud doen.'][i], said_by: 'Mirjam Post' } })
  const contact = { kind: 'contact', email: '', phone: '', note: '' }
  await add({ ...contact, name: 'Mirjam Post', role: 'park_manager', organisation: 'Parkvereniging De Hoef', hours_a_week: 4, may_be_named: true })
  await add({ ...contact, name: 'Joost de Wit', role: 'contact_person', organisation: 'Van Loon Logistiek', hours_a_week: 2, may_be_named: false })
  for (const [name, trade] of [['Van Loon Logistiek', 'vervoer'], ['Bakkerij Haddad', 'brood'], ['Staalbouw Kok', 'metaal']]) await add({ kind: 'company', name, trade, note: '' })
  const support = (await look()).entries.find(({ entry }) => entry.kind === 'support')
  await ask('put_entry', { id: support.id, was: support.entry, now: { ...support.entry, budget: 650_000, paid_by: 'Provincie en park, elk de helft', colleagues: 'Op het prikbord en in de nieuwsbrief', neighbours: 'Een kaartje in de bus' } })
  await add({ kind: 'next_action', what: 'Bomen bestellen bij de kweker', who: 'Mirjam Post', due: '2099-11-01' })
  await open('session', 'Steun en communicatie is nog niet rond. De parkmanager regelt dat deze maand.')

  await add({ kind: 'session_plan', name: 'Middag in de kantine van Haddad', purpose: 'ideas', held_on: '2026-03-12', starts_at: '13:30', ends_at: '16:30', location: 'Kantine, Hoefweg 12', invitation: '', template_id: '', language: 'nl', host: 'Bakkerij Haddad', controller: 'Parkvereniging De Hoef', seats: 0, kept_days: 0, session: '', session_version: 0, taken_note: '', session_erased: false })
  const idea = { kind: 'idea', hands: 0, missing_note: '', note: '', session: '', number: 0, route: 'undecided', concept_id: '' }
  const names = [['Wilde strook langs de vaart', 'Inheemse struiken, en bankjes met uitzicht op het water.', 17], ['Schaduwplein bij de bakker', 'Bomen in plaats van tegels, voor de pauze.', 14], ['Groene gevels', 'Klimplanten op de loodsen aan de zuidkant.', 11], ['Regentuin bij de ingang', 'Het water van het dak blijft in de grond.', 9], ['Pluktuin', 'Kruiden en fruit voor iedereen op het park.', 6]]
  const ideas = []
  for (const [i, [name, about, votes]] of names.entries()) ideas.push(await add({ ...idea, name, about, letter: 'ABCDE'[i], place: i + 1, votes, route: i === 0 ? 'own_plan' : 'undecided', missing_note: i === 0 ? 'Iemand van het waterschap' : '' }))
  await add({ ...idea, name: 'Nestkasten aan de hekken', about: '', letter: '', place: 0, votes: 0 })
  const commitment = { kind: 'commitment', email: '', phone: '', note: '', called: false, session: '', number: 0 }
  await add({ ...commitment, name: 'Samira Haddad', idea: ideas[0], role: 'lead', organisation: 'Bakkerij Haddad', said_note: 'Op dinsdag en vrijdag.', may_be_named: true })
  await add({ ...commitment, name: 'Bram Smit', idea: ideas[0], role: 'arrange', organisation: 'Staalbouw Kok', said_note: 'Een kraan om de tegels eruit te halen.', may_be_named: false })
  const task = { kind: 'task', note: '', due: '', idea: 0 }
  await add({ ...task, what: 'Van wie is de strook langs de vaart?', who: 'Mirjam Post', state: 'done', topic: 'owner_of_ground', idea: ideas[0], note: 'Van de gemeente, die vindt het goed.' })
  await add({ ...task, what: 'Liggen er kabels?', who: 'Joost de Wit', state: 'busy', topic: 'cables', idea: ideas[1] })
  await open('choice', 'Niet alles is uitgezocht, de groep wil door.')

  await add({ kind: 'decider', who: 'group_consent', agreed_on: '2026-03-20', note: 'Iedereen die bij de sessie was, mag meepraten.' })
  const criteria = []
  for (const [name, weight] of [['Tijd', 3], ['Geld', 5], ['Plek en eigenaar', 4], ['Onderhoud', 4], ['Hitte', 2], ['Natuur', 3]]) criteria.push(await add({ kind: 'criterion', name, question: '', weight, live: name !== 'Natuur' }))
  const marks = ['green', 'amber', 'red', 'green', 'green', 'amber', 'green', 'open']
  const said = { green: 'lukt binnen een jaar', amber: 'vraagt extra geld', red: 'te duur voor ons' }
  for (const [i, one] of ideas.entries())
    for (const [j, criterion] of criteria.entries()) {
      const colour = i === 0 ? (j === 1 ? 'amber' : 'green') : marks[(i * 3 + j) % marks.length]
      if (colour !== 'open') await add({ kind: 'mark', idea: one, criterion, colour, summary: said[colour], note: '', source: '', said_by: '', group_tenths: 0, group_answers: 0 })
    }
  await add({ kind: 'choice', outcome: 'chosen', idea: ideas[0], combined_with: 0, reason: 'Het is er snel, het is koel, en de gemeente werkt mee.', method: 'consent', concerns: '1 zorg over hondenpoep: er komt een prullenbak bij.', decided_by: '', decided_on: '2026-04-09', reopen_note: '' })
  await open('plan', 'Eén vak is nog open.')

  await add({ kind: 'plan', goal_note: 'Een strook van 180 m² met inheemse struiken en drie bankjes, voor wie in de pauze naar buiten wil.', spot: 'Naast de weegbrug, langs de vaart', area_m2: 180, trees: 6, tiles_out: 400, starts_on: '2098-10-01', ends_on: '2099-05-31', contingency_percent: 10 })
  for (const [what, amount, in_kind, hours, basis] of [['Struiken en bomen', 214_050, false, 0, 'Offerte van kwekerij Zuid'], ['Grond omwerken', 90_000, true, 16, 'Eigen kraan van Van Loon'], ['Bankjes', 120_000, false, 0, 'Prijs van vorig jaar'], ['Water en mest', 18_500, false, 0, '']]) await add({ kind: 'cost', what, amount, in_kind, hours, basis })
  for (const [what, amount, state, who] of [['Provincie', 250_000, 'promised', 'Mirjam Post'], ['Parkbijdrage', 60_000, 'received', ''], ['Fonds', 100_000, 'hoped', 'Samira Haddad']]) await add({ kind: 'cover', what, amount, state, who, note: '' })
  for (const [what, sort, starts_on, ends_on, who] of [['Tegels eruit', 'groundwork', '2098-10-05', '2098-10-16', 'Bram Smit'], ['Struiken planten', 'planting_bare_root', '2098-11-16', '2099-02-26', 'Samira Haddad'], ['Bankjes plaatsen', 'building', '2099-03-08', '2099-03-12', ''], ['Inzaaien', 'sowing', '2099-06-01', '2099-06-04', ''], ['Water geven', 'upkeep', '2099-04-01', '2099-08-31', 'Joost de Wit']]) await add({ kind: 'activity', what, sort, starts_on, ends_on, who, note: '' })
  for (const [what, who, due, state, topic] of [['Kweker bellen', 'Mirjam Post', '2098-09-01', 'done', 'call'], ['Kabels opvragen', 'Joost de Wit', '2098-09-14', 'busy', 'cables'], ['Bankjes kiezen', '', '', 'open', 'other']]) await add({ ...task, what, who, due, state, topic })
  await add({ kind: 'risk', what: 'Droge zomer na het planten', chance: 'medium', effect: 'high', measure_note: 'Twee bedrijven geven om de beurt water.', who: 'Joost de Wit' })
  await add({ kind: 'permit', what: 'Werk langs de vaart', authority: 'Waterschap', state: 'asked', due: '2098-09-20', note: '' })
  await add({ kind: 'agreement', owner_of_ground: 'Gemeente Zwolle', maintainer: 'Hovenier van het park', frequency: 'elke maand, in de zomer elke week', ends_on: '2107-12-31', ownership_note: '', upkeep_note: 'Elk voorjaar loopt de groep er samen langs.' })
  const asked = { kind: 'confirmation', email: '', commitment: 0, token_hash: '', withdrawn: false, asked_on: '', answered_on: '', reply_note: '', terms_note: '', answer: 'not_asked', letter: '', may_be_named: false }
  for (const one of [{ ...asked, name: 'Wethouder Smeets', what_for: 'ownership', may_be_named: true }, { ...asked, name: 'Kees van Dam', what_for: 'upkeep' }]) {
    const signer = await add(one)
    await organiser.bringLetter(id, signer)
    await ask('put_entry', { id: signer, was: one, now: { ...one, letter: 'Map 3 in de kast' } })
  }
  await add({ ...asked, name: 'Samira Haddad', what_for: 'working_group', answer: 'accepted', may_be_named: true })
  await add({ ...asked, name: 'Bram Smit', what_for: 'working_group', answer: 'declined' })
  await open('opening', 'Het plan is bijna rond, en de bomen moeten besteld.')

  await add({ kind: 'opening', held_on: '2099-06-18', starts_at: '15:00', ends_at: '17:00', location: 'Bij de bankjes', invitation: '', area_m2: 175, trees: 6, tiles_out: 380, people: 31, story_public: false, story_title: 'Van tegels naar een wilde strook', story: 'Een jaar geleden lagen hier tegels. Nu zoemt het er, en in de pauze zijn de bankjes bezet.' })
  await add({ kind: 'thanks', name: 'Truus Bakker', what_for: 'de soep op de plantdag', thanked: true, in_story: true })
  await add({ kind: 'thanks', name: 'Hein Stil', what_for: 'het graven', thanked: true, in_story: false })
  await add({ ...task, what: 'Collega’s, buren en pers uitnodigen', who: 'Mirjam Post', state: 'done', topic: 'opening' })
  for (const [what, every_months, functionName] of [['Snoeien', 12, 'Terreinbeheer'], ['Onkruid', 3, 'Hovenier van het park']]) await add({ kind: 'upkeep', what, every_months, starts_on: '2099-11-01', ends_on: '2107-11-01', function: functionName, email: '' })
  return id
}
