// Drives two desks, one in Dutch and one in English, past every state of the portfolio and of step 1.
const place = { kind: 'place', name: 'De Hoef', sort: 'business_park', address: 'Hoefweg 1', municipality: 'Zwolle', funder: 'Provincie', about: 'Een park met veel steen, een vaart en een paar bomen.', area_m2: 180 }
/** The list, also when it is only asked for what changed. */
const listed = /\/api\/trajectories(\?.*)?$/
const day = 86_400_000
const dayOf = (time) => new Date(time).toISOString().slice(0, 10)
const key = () => Array.from({ length: 32 }, () => Math.floor(Math.random() * 16).toString(16)).join('')

const others = [
  ['Zuiderhavens', 'green_date', 'Bram', 33, '', ''],
  ['Kadepolder', 'session', 'Anneke', 2, 'sessie', 3],
  ['Bergerveld', 'green_date', 'Bram', 5, '', '', 'no_match'],
  ['Laan van Oost', 'choice', 'Fatma', 1, 'keuze', 7],
  ['Westhoek', 'session', 'Ineke', 4, 'uitnodigen', 4],
  ['Spoorzicht', 'plan', 'Bram', 9, 'plan tekenen', 4],
  ['De Aak', 'opening', 'Anneke', 3, 'opening', 15],
  ['Rietgoor', 'choice', 'Fatma', 41, '', ''],
  ['Klaverblad', 'opening', 'Ineke', 12, '', '', 'finished'],
]

/** `take(state, ready)` takes a picture of both desks once the selector is there. */
export async function deskTrajectories({ organiser, origin, office, both, take, closeSheet }) {
  const open = (hash) => both(office, async (page) => {
    await page.goto(`${origin}/desk${hash}`)
    await page.reload()
  })
  const ask = async (id, op, args) => JSON.parse(await organiser.ask('POST', `/api/trajectories/${id}`, { key: key(), op, args }))
  const look = async (id) => JSON.parse(await organiser.ask('GET', `/api/trajectories/${id}`))
  const begin = async (change, language = 'nl') =>
    JSON.parse(await organiser.ask('POST', '/api/trajectories', { key: key(), language, place: { ...place, ...change } })).id
  const press = (selector, at = 0) => both(office, (page) => page.locator(selector).nth(at).click())

  await open('#/trajectories')
  await take('portfolio-empty', '.account h1')
  await open('#/trajectories/new')
  await take('trajectory-new', '.new-trajectory form')
  await press('.new-trajectory button[type=submit]')
  await take('trajectory-new-errors', '.ui-field-error')

  const ids = { nl: await begin({}), en: await begin({ name: 'The Farm', about: 'A park with much stone, a canal and a few trees.' }, 'en') }
  const openBoth = () => both(office, async (page, language) => {
    await page.goto(`${origin}/desk#/trajectories/${ids[language]}`)
    await page.reload()
    await page.locator('.green-date').waitFor()
  })
  await openBoth()
  await take('trajectory-first', '.gate')
  for (const id of Object.values(ids)) {
    const put = (now) => ask(id, 'put_entry', { id: 0, was: null, now })
    await put({ kind: 'contact', name: 'Mirjam Post', role: 'park_manager', organisation: 'Parkvereniging', email: 'mirjam@dehoef.example', phone: '+31 6 12345678', note: '', hours_a_week: 0 })
    await put({ kind: 'contact', name: 'Joost de Wit', role: 'contact_person', organisation: 'Van Loon Logistiek', email: '', phone: '', note: '', hours_a_week: 3 })
    await put({ kind: 'company', name: 'Van Loon Logistiek', trade: '', note: '' })
    await put({ kind: 'company', name: 'Koelhuis Zuid', trade: '', note: '' })
    await put({ kind: 'next_action', what: 'De verhuurder bellen', who: 'Ineke Brouwer', due: dayOf(Date.now() + 3 * day) })
    const { entries } = await look(id)
    const said = [['green', 'Joost heeft 3 uur per week van zijn baas.', 'Joost de Wit'], ['green', '22 mensen uit vier bedrijven willen komen.', 'Mirjam Post'], ['red', 'De verhuurder van hal 2 heeft niet geantwoord.', 'Mirjam Post'], ['green', 'Gras naast de weegbrug, 180 m².', 'Joost de Wit'], ['amber', '€ 6.000 toegezegd. De parkbijdrage volgt in december.', 'Samira Haddad'], ['green', 'Bericht in de nieuwsbrief en op het prikbord.', 'Samira Haddad'], ['green', 'De hovenier wil één keer per maand langs.', 'Kees van Dam']]
    for (const [i, { id: entry, entry: was }] of entries.filter(({ entry }) => entry.kind === 'factor').entries()) {
      const [colour, note, said_by] = said[i]
      await ask(id, 'put_entry', { id: entry, was, now: { ...was, colour, note, said_by } })
    }
    const support = entries.find(({ entry }) => entry.kind === 'support')
    await ask(id, 'put_entry', { id: support.id, was: support.entry, now: { ...support.entry, budget: 600_000, colleagues: 'Bericht in de nieuwsbrief en op het prikbord.' } })
  }
  await openBoth()
  await take('trajectory', '.factor-sign--green')
  await press('.entry-row__open', 2)
  await take('trajectory-factor', '.entry-row__form')
  await both(office, async (page) => {
    await page.locator('#form-support [name=budget]').fill('1.2.3')
    await page.locator('#form-place [name=area_m2]').fill('veel')
    await page.locator('.dossier-head h1').click()
    await page.locator('#form-place .ui-field-error').scrollIntoViewIfNeeded()
  })
  await take('trajectory-errors', '#form-support .ui-field-error')
  await both(office, (page) => page.evaluate(() => { location.hash = '#/trajectories' }))
  await take('trajectory-leave', 'dialog[open]')
  await closeSheet(office)
  await both(office, async (page) => {
    await page.locator('#form-support [name=budget]').fill('6000')
    await page.locator('#form-place [name=area_m2]').fill('180')
    await page.locator('.dossier-head h1').click()
    await page.locator('.save-state--saved').waitFor()
  })

  // What another desk wrote comes while this one types.
  await both(office, (page) => page.locator('#form-place [name=address]').fill('Hoefweg 23'))
  for (const id of Object.values(ids)) {
    const { entries } = await look(id)
    const { id: entry, entry: was } = entries.find(({ entry }) => entry.kind === 'place')
    await ask(id, 'put_entry', { id: entry, was, now: { ...was, address: 'Rupsweg 4' } })
  }
  await both(office, async (page) => {
    await page.locator('.dossier-head h1').click()
    if (!(await page.locator('.clash').isVisible())) await page.locator('#form-place [name=address]').fill('Hoefweg 25')
    await page.locator('.clash').waitFor({ timeout: 5000 }).catch(() => {})
    await page.locator('#form-place').scrollIntoViewIfNeeded()
  })
  await take('trajectory-clash', '#form-place')
  await both(office, async (page) => {
    const theirs = page.locator('.clash__choose .ui-button').first()
    if (await theirs.isVisible()) await theirs.click()
    await page.locator('.dossier-head h1').click()
    await page.locator('.save-state--saved').waitFor()
  })
  await openBoth()
  await press('.add-link', 1)
  await take('trajectory-contact', '.add-entry')
  await both(office, (page) => page.locator('.add-entry [name=hours_a_week]').fill('1'))
  await take('trajectory-contact-hours', '.entry-form__written--notice')
  await press('.add-entry .ui-button-quiet')
  await press('.gate__buttons .ui-button', 0)
  await take('trajectory-anyway', 'dialog[open]')
  await closeSheet(office)
  await press('.gate__buttons .ui-button', 1)
  await take('trajectory-no-match', 'dialog[open]')
  await closeSheet(office)
  await press('.dossier-head .ui-button', 0)
  await take('trajectory-hand-over', 'dialog[open]')
  await both(office, (page) => page.locator('dialog [name=to]').fill('Bram'))
  for (const id of Object.values(ids)) await ask(id, 'hand_over', { to: 'Fatma', was: (await look(id)).facilitator })
  await take('trajectory-hand-over-clash', 'dialog .clash')
  await closeSheet(office)
  await press('.dossier__end .ui-button', 0)
  await take('trajectory-stop', 'dialog[open]')
  await closeSheet(office)
  await press('.dossier__end .ui-button', 2)
  await take('trajectory-erase', 'dialog[open]')
  await closeSheet(office)
  await both(office, (page) => page.locator('.happened').scrollIntoViewIfNeeded())
  await take('trajectory-happened', '.happened')
  await both(office, async (page) => {
    await page.emulateMedia({ media: 'print' })
    await page.evaluate(() => scrollTo(0, 0))
  })
  await take('trajectory-print', '.printed')
  await both(office, (page) => page.emulateMedia({ media: 'screen' }))

  await openBoth()
  await both(office, async (page) => {
    await page.locator('.live-meeting > .ui-button').click()
    await page.locator('.live-meeting .plan-doings .button-link').waitFor()
    await page.locator('.live-meeting').scrollIntoViewIfNeeded()
  })
  await take('trajectory-meeting', '.live-meeting .plan-doings')

  for (const id of Object.values(ids)) await ask(id, 'end_trajectory', { outcome: 'no_match', reason: 'De verhuurder wil niet.', refund: 900_000 })
  await openBoth()
  await take('trajectory-ended', '.gate__reason')
  for (const id of Object.values(ids)) {
    await ask(id, 'reopen_step', { step: 'green_date', reason: 'Er is een nieuwe verhuurder.' })
    for (const { id: entry, entry: was } of (await look(id)).entries)
      if (was.kind === 'factor' && was.colour !== 'green') await ask(id, 'put_entry', { id: entry, was, now: { ...was, colour: 'green' } })
  }
  await openBoth()
  await take('trajectory-open', '.gate .ui-button-primary')
  await press('.gate .ui-button-primary')
  await take('trajectory-step-2', '.session-step')
  for (const id of Object.values(ids)) {
    const put = (now) => ask(id, 'put_entry', { id: 0, was: null, now })
    const language = id === ids.nl ? 'nl' : 'en'
    await put({ kind: 'session_plan', name: 'Groen op De Hoef', purpose: 'ideas', held_on: dayOf(Date.now() + 14 * day), starts_at: '13:30', ends_at: '16:30', location: 'Kantine, Hoefweg 1', invitation: 'Hallo,\n\nSamen maken we De Hoef groener.', template_id: '', language, host: 'De Hoef', controller: '', seats: 30, kept_days: 365, session: '', session_version: 0, taken_note: '' })
    for (const [i, name] of ['Een boomgaard bij de weegbrug', 'Een vijver met riet', 'Een groene muur aan hal 3'].entries())
      await put({ kind: 'idea', name, about: i === 0 ? 'Twaalf fruitbomen op de strook gras.' : '', letter: '', place: i + 1, votes: 12 - 3 * i, hands: 0, missing_note: '', note: i === 1 ? 'Vraag het waterschap.' : '', session: '', number: 0, route: 'undecided', concept_id: '' })
    const idea = (await look(id)).entries.find(({ entry }) => entry.kind === 'idea').id
    await put({ kind: 'task', what: 'Van wie is de grond?', who: 'Samira Haddad', due: dayOf(Date.now() + 9 * day), state: 'busy', topic: 'owner_of_ground', idea, note: '' })
    await put({ kind: 'commitment', name: 'Kees van Dam', idea, role: 'lead', organisation: 'Hoveniers Zuid', email: 'kees@zuid.example', phone: '', said_note: '', note: 'Belt maandag terug.', called: false, session: '', number: 0 })
  }
  await openBoth()
  await take('trajectory-session', '.fact-finding .entry-row')
  await press('.plan-doings .ui-button-primary')
  await take('trajectory-session-lacks', '.plan-doings .form-error:not(:empty)')
  await press('.plan-doings .ui-button-quiet')
  await take('trajectory-session-link', 'dialog[open]')
  await closeSheet(office)
  await press('.invitation summary')
  await both(office, (page) => page.locator('.invitation__body').scrollIntoViewIfNeeded())
  await take('trajectory-invitation', '.invitation__text')
  // Its row is open since something was missing in it.
  await both(office, async (page) => {
    await page.locator('.session-step [name=held_on]').fill('2026-01-15')
    await page.locator('.save-state--saved').waitFor()
    await page.locator('.session-step [name=held_on]').scrollIntoViewIfNeeded()
  })
  await take('trajectory-session-past', '.session-plan__warning')
  // What was written by hand is done: the first thing with a day takes its place.
  await both(office, async (page) => {
    await page.locator('.next-action > .ui-button').click()
    await page.locator('.from-dossier').waitFor()
    await page.locator('.next-action').evaluate((one) => one.scrollIntoView({ block: 'center' }))
  })
  await take('trajectory-next', '.from-dossier .overdue')
  await both(office, (page) => page.goto(`${origin}/desk#/trajectories/0000000000000000`))
  await take('trajectory-unknown', '.lead')

  await both(office, (page) =>
    page.route(listed, async (asked) => {
      const answer = await asked.fetch({ url: asked.request().url().replace(/\?.*/, '') })
      const body = await answer.json()
      const [base] = body.trajectories
      const made = others.map(([name, step, next_who, quiet, next_what, days, outcome = 'running'], i) => ({
        ...base, id: String(i).padStart(16, '0'), place: name, step, facilitator: next_who, next_who, next_what, outcome,
        changed_at: Date.now() - quiet * day, next_due: days === '' ? '' : dayOf(Date.now() + days * day), companies: 4 + i, area_m2: 40 * i,
        next_kind: next_what ? 'by_hand' : 'nothing', first_kind: 'nothing', first_what: '', first_due: '',
        budget: 500_000, refund: outcome === 'no_match' ? 900_000 : 0,
      }))
      await asked.fulfill({ response: answer, json: { ...body, trajectories: [body.trajectories[0], ...made] } })
    }))
  await open('#/trajectories')
  await take('portfolio', '.portfolio-field__names')
  await press('.looks .ui-button', 1)
  await take('portfolio-list', '.portfolio')
  await both(office, (page) => page.locator('.filters input[type=search]').first().fill('een plek die er niet is'))
  await take('portfolio-nothing', '.nothing-found')
  await press('.filters__signs .ui-button-quiet')
  await both(office, async (page) => {
    await page.locator('.filters select').first().selectOption('green_date')
    await page.locator('.filters__signs label').filter({ hasText: '30' }).locator('input').check()
  })
  await take('portfolio-filtered', '.portfolio tbody tr')
  await press('.filters__signs .ui-button-quiet')
  await press('.looks .ui-button', 0)
  await both(office, (page) => page.unroute(listed))

  await both(office, async (page) => {
    await page.route('**/api/trajectories*', (asked) => asked.fulfill({ status: 503, body: '{"error":"unavailable"}' }))
    await page.goto(`${origin}/desk#/trajectories`)
    await page.reload()
  })
  await take('portfolio-error', '.ui-strip')
  await both(office, (page) => page.unroute('**/api/trajectories*'))

  await open('#/approach')
  await take('approach', '.document')
  await both(office, async (page) => {
    await page.locator('.document [name=fee]').fill('-1')
    await page.locator('.document [name="name_nl-0"]').fill('')
    await page.locator('.document__end .ui-button-primary').click()
  })
  await take('approach-errors', '.document .ui-field-error')
  await both(office, (page) => page.locator('.document__end .ui-button-quiet').first().click())
  await open('#/catalogue')
  await both(office, (page) => page.locator('.catalogue summary').first().click())
  await take('catalogue', '.catalogue__fields')
  await both(office, async (page) => {
    await page.locator('[name="name_nl-0"]').fill('')
    await page.locator('[name="cost_eur-0-0"]').fill('veel')
    await page.locator('.document__end .ui-button-primary').click()
  })
  await take('catalogue-errors', '.document .ui-field-error')
  await both(office, (page) => page.locator('.document__end .ui-button-quiet').first().click())
  const wrong = Array.from({ length: 60 }, (_, i) => ({ id: `c-${i % 50}`, name_nl: `Concept ${i}`, desc_nl: 7, kleur: 'groen' }))
  await both(office, async (page) => {
    await page.locator('.document .file-field input').setInputFiles({ name: 'concepts.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify({ note: '', concepts: wrong })) })
    await page.locator('.problems').scrollIntoViewIfNeeded()
  })
  await take('catalogue-import-faults', '.document__problems li')
  await open('#/trajectories/import')
  await take('import-places', '.file-field')
  const table = 'Naam;Gemeente;Ruimte voor groen (m²);Kleur\nZuiderhavens;Zwolle;180;rood\nDe Hoef;Zwolle;;\nDe Aak;Kampen;veel;\nRietgoor;Kampen;90;\n'
  await both(office, (page) => page.locator('.file-field input').first().setInputFiles({ name: 'plekken.csv', mimeType: 'text/csv', buffer: Buffer.from(table) }))
  await take('import-places-preview', '.places table')
  const faults = Array.from({ length: 250 }, (_, i) => `Plek ${i};${i % 3 ? 'Zwolle' : 'Kampen'};${i % 2 ? 'veel' : '-3'};boot`)
  await both(office, (page) => page.locator('.file-field input').first().setInputFiles({ name: 'fouten.csv', mimeType: 'text/csv', buffer: Buffer.from(`Naam;Gemeente;m2;Soort\n${faults.join('\n')}\n`) }))
  await take('import-places-faults', '.problems')
  const few = (language) => `Naam;Gemeente\nNieuw ${language} 1;Zwolle\nNieuw ${language} 2;Kampen\n`
  await both(office, async (page, language) => {
    await page.locator('.file-field input').first().setInputFiles({ name: 'plekken.csv', mimeType: 'text/csv', buffer: Buffer.from(few(language)) })
    await page.locator('.places .ui-button-primary').click()
  })
  await take('import-places-done', '.take-back .ui-button')
  await press('.take-back .ui-button')
  await take('import-places-taken-back', '.take-back [role=status] p')
}
