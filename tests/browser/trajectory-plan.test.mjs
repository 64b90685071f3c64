// Step 4 at two desks: the plan, its money, planning and agreements; people who answer by their link; versions. The server is killed in
// the middle with both desks open, and once more right after an answer was acknowledged.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { axeFindings } from './support/axe.mjs'
import { Devices, photograph, setBox } from './support/browser.mjs'
import { Organiser } from './support/organiser.mjs'
import { cameraPhoto } from './support/photo.mjs'
import { startServer } from './support/server.mjs'

let server, devices, organiser, first, second, phone
before(async () => {
  server = await startServer()
  devices = await Devices.launch()
  organiser = await Organiser.setUp(server)
  first = await devices.desk(organiser, 'first desk')
  second = await devices.desk(organiser, 'second desk')
  phone = (await devices.phone('who is asked')).page
})
after(async () => {
  await devices?.close()
  await server?.stop()
})

const key = () => Array.from({ length: 32 }, () => Math.floor(Math.random() * 16).toString(16)).join('')
const field = (page, form, name) => page.locator(`#form-${form} [name="${name}"]`)
const leave = (page) => page.locator('h1').first().click()
const isKept = (page) => page.locator('.save-state--saved').waitFor()
const button = (page, name) => page.getByRole('button', { name, exact: true })
const heading = (page, name) => page.getByRole('heading', { name }).first().waitFor()
/** On the screen: what is printed says much of it too. */
const sees = (page, text) => page.locator('.dossier').getByText(text).first().waitFor()
const ask = async (id, op, args) => JSON.parse(await organiser.ask('POST', `/api/trajectories/${id}`, { key: key(), op, args }))

async function kept(id) {
  const { entries, ...rest } = JSON.parse(await organiser.ask('GET', `/api/trajectories/${id}`))
  return { ...rest, of: (kind) => entries.map(({ entry }) => entry).filter((entry) => entry.kind === kind) }
}

/** What was opened puts the focus in its form; what is typed before that would land in another field. */
const hasFocus = (part) => part.locator('.entry-form :focus').waitFor()
async function openRow(page, name) {
  await button(page, `Pas ${name} aan`).click()
  const row = page.locator('.entry-row', { has: button(page, `Pas ${name} aan`) })
  await hasFocus(row)
  return row
}
async function add(page, link, fill) {
  await button(page, link).click()
  const form = page.getByRole('form', { name: link })
  await hasFocus(form)
  await fill(form)
  await form.getByRole('button', { name: 'Voeg toe' }).click()
  await form.waitFor({ state: 'detached' })
}
const choose = async (form, name) => {
  const radio = form.getByRole('radio', { name, exact: true })
  await setBox(radio)
  assert.ok(await radio.isChecked())
}

async function step(name, act) {
  try {
    await act()
  } catch (error) {
    for (const [page, title] of [[first, 'first'], [second, 'second'], [phone, 'phone']]) await photograph(page, `plan-${title}`)
    throw new Error(`${name}: ${error.message}`, { cause: error })
  }
}

/** What was chosen, with two who want to carry it and one who only wants to hear of it. */
async function chosenWith(id, people) {
  const { entry: idea } = await ask(id, 'put_entry', { id: 0, was: null, now: { kind: 'idea', name: 'Een wilde strook', about: '', letter: 'A', place: 1, votes: 3, hands: 0, missing_note: '', note: '', session: '', number: 0, route: 'own_plan', concept_id: '' } })
  for (const [name, role, email] of people)
    await ask(id, 'put_entry', { id: 0, was: null, now: { kind: 'commitment', name, idea, role, organisation: '', email, phone: '', said_note: '', note: '', called: false, session: '', number: 0, may_be_named: false } })
  await ask(id, 'put_entry', { id: 0, was: null, now: { kind: 'decider', who: 'group_consent', agreed_on: '', note: '' } })
  await ask(id, 'put_entry', { id: 0, was: null, now: { kind: 'choice', outcome: 'chosen', idea, combined_with: 0, reason: 'Iedereen wil dit.', method: 'consent', decided_by: '', decided_on: '', concerns: '', reopen_note: '' } })
}

/** A trajectory that has come to step 4. */
async function atStepFour(more) {
  const place = { kind: 'place', name: 'De Vlinder', sort: 'business_park', address: '', municipality: 'Zwolle', funder: '', about: '', area_m2: 180 }
  const { id } = JSON.parse(await organiser.ask('POST', '/api/trajectories', { key: key(), language: 'nl', place }))
  for (const to of ['session', 'choice']) await ask(id, 'open_step', { step: to, reason: 'Is al gedaan.' })
  await more?.(id)
  await ask(id, 'open_step', { step: 'plan', reason: 'Is al gedaan.' })
  return id
}

/** Makes a link for somebody and gives its address on this server. */
async function linkFor(page, name) {
  await button(page, `Maak een link voor ${name}`).click()
  const address = page.locator('.entry-row', { hasText: name }).locator('.address__url')
  await address.waitFor()
  return `${server.origin}/answer#${(await address.inputValue()).split('#')[1]}`
}
async function answer(address, what, word) {
  await phone.goto('about:blank')
  await phone.goto(address)
  await choose(phone, what)
  if (word !== undefined) await phone.locator('[name=word]').fill(word)
  await button(phone, 'Stuur je antwoord').click()
  await phone.getByText(`Je ${what.toLowerCase()} is bewaard.`).waitFor()
}

test('a plan, from nothing to ready, at two desks and by personal links', { timeout: 300_000 }, async () => {
  const id = await atStepFour()
  for (const page of [first, second]) {
    await page.goto(`${server.origin}/desk#/trajectories/${id}`)
    await heading(page, 'Het plan is nog niet klaar')
  }

  await step('what is missing leads to where it is filled in', async () => {
    await button(first, 'Wat jullie willen bereiken').click()
    await first.waitForFunction(() => document.activeElement?.getAttribute('name') === 'goal_note')
    await field(first, 'plan', 'goal_note').fill('Een wilde strook met bankjes.')
    await field(first, 'plan', 'contingency_percent').fill('10')
    await field(first, 'plan', 'starts_on').fill('2030-11-01')
    await leave(first)
    await isKept(first)
    await second.waitForFunction(() => document.querySelector('#form-plan [name=goal_note]')?.value.startsWith('Een wilde'))
  })

  await step('costs with their basis, cover, and what is short', async () => {
    await add(first, 'Kosten erbij', async (form) => {
      await form.locator('[name=what]').fill('Planten')
      await form.locator('[name=amount]').fill('2.000')
      await form.locator('[name=basis]').fill('Offerte van de kweker')
    })
    await sees(first, /Er is €\s2\.200 te weinig/)
    await add(second, 'Dekking erbij', async (form) => {
      await form.locator('[name=what]').fill('Provincie')
      await form.locator('[name=amount]').fill('2200')
    })
    await sees(first, 'Met wat gehoopt is erbij is het genoeg.')
    const row = await openRow(second, 'Provincie')
    await choose(row, 'toegezegd')
    await row.getByRole('button', { name: 'Klaar' }).click()
    await isKept(second)
    await sees(first, 'Het komt precies uit.')
  })

  await step('planting out of season warns in words, and the drawing opens its line', async () => {
    await add(first, 'Regel erbij', async (form) => {
      await form.locator('[name=what]').fill('Heg planten')
      await choose(form, 'planten met kale wortel')
      await form.locator('[name=starts_on]').fill('2031-06-02')
    })
    for (const page of [first, second]) await sees(page, 'Planten met kale wortel doe je van november tot en met maart')
    const bar = first.getByRole('button', { name: /^Heg planten, vanaf/ })
    await bar.focus()
    await first.keyboard.press('Enter')
    const row = first.locator('.entry-row', { hasText: 'Heg planten' })
    await hasFocus(row)
    await row.locator('[name=starts_on]').fill('2030-10-20')
    await row.locator('[name=ends_on]').fill('2030-11-20')
    await row.getByRole('button', { name: 'Klaar' }).click()
    await isKept(first)
    await sees(first, 'Dit begint voordat het werk begint (1 november 2030).')
    await openRow(first, 'Heg planten')
    await row.locator('[name=starts_on]').fill('2030-11-10')
    await row.getByRole('button', { name: 'Klaar' }).click()
    await isKept(first)
    await second.waitForFunction(() => document.querySelectorAll('.plan-warning').length === 0)
  })

  await step('a task that is late says so', async () => {
    await add(second, 'Taak erbij', async (form) => {
      await form.locator('[name=what]').fill('Kweker bellen')
      await form.locator('[name=who]').fill('Mirjam')
    })
    await button(first, 'Wie en wanneer: Kweker bellen').click()
    const row = first.locator('.entry-row', { hasText: 'Kweker bellen' })
    await hasFocus(row)
    await row.locator('[name=due]').fill('2030-12-01')
    await leave(first)
    await isKept(first)
    await button(first, 'Wie en wanneer: Kweker bellen').waitFor({ state: 'detached' })
    await second.clock.install({ time: new Date('2030-12-05T10:00:00') })
    await second.reload()
    await second.locator('.entry-row', { hasText: 'Kweker bellen' }).getByText('te laat').waitFor()
  })

  await step('the server is killed with two desks open: nothing acknowledged and nothing typed is lost', async () => {
    const before = await kept(id)
    await server.kill()
    await field(first, 'agreement', 'owner_of_ground').fill('Van Loon Logistiek')
    await leave(first)
    await field(second, 'plan', 'spot').fill('Naast de weegbrug')
    await leave(second)
    for (const page of [first, second]) await page.locator('.save-state--waiting').waitFor()
    await server.start()
    for (const page of [first, second]) await isKept(page)
    const now = await kept(id)
    assert.equal(now.of('agreement')[0].owner_of_ground, 'Van Loon Logistiek')
    assert.equal(now.of('plan')[0].spot, 'Naast de weegbrug')
    for (const kind of ['cost', 'cover', 'activity', 'task']) assert.deepEqual(now.of(kind), before.of(kind))
    assert.equal(now.version, before.version + 2)
    await field(first, 'agreement', 'maintainer').fill('Hovenier Kees')
    await field(first, 'agreement', 'frequency').fill('elke maand')
    await field(first, 'agreement', 'ends_on').fill('2035-12-31')
    await leave(first)
    await isKept(first)
    await first.waitForFunction(() => document.querySelector('#form-agreement [name=owner_of_ground]')?.value === 'Van Loon Logistiek')
  })

  let mirjam, joost
  await step('a member answers by her link; the yes outlives a kill and stands at both desks', async () => {
    await add(first, 'Iemand erbij', (form) => form.locator('[name=name]').fill('Mirjam Post'))
    mirjam = await linkFor(first, 'Mirjam Post')
    const mail = await first.getByRole('link', { name: 'Zet een mail klaar' }).getAttribute('href')
    assert.match(mail, /^mailto:.*answer%23/)
    await answer(mirjam, 'Ja', 'Leuk, ik regel koffie.')
    await server.kill()
    await server.start()
    const [member] = (await kept(id)).of('confirmation')
    assert.equal(member.answer, 'accepted')
    assert.equal(member.reply_note, 'Leuk, ik regel koffie.')
    assert.ok(!mirjam.includes(member.token_hash))
    await sees(first, /zei ja op/)
    await sees(first, '“Leuk, ik regel koffie.”')
    assert.deepEqual(await axeFindings(phone), [])
  })

  await step('a link that is used again shows the answer and changes it', async () => {
    await phone.reload()
    await phone.getByText(/Je zei ja op/).waitFor()
    await answer(mirjam, 'Nee', '')
    await sees(first, /zei nee op/)
    await button(first, 'Iemand in de werkgroep die ja zei').waitFor()
    await answer(mirjam, 'Ja', '')
    await sees(first, /zei ja op/)
  })

  await step('a withdrawn and an unknown link say so', async () => {
    await button(first, 'Trek de link in: Mirjam Post').click()
    await first.locator('.entry-row', { hasText: 'Mirjam Post' }).getByText('De link is ingetrokken.').waitFor()
    await phone.reload()
    await phone.getByRole('heading', { name: 'Deze link is ingetrokken' }).waitFor()
    // Another link in the same tab: the page loads itself anew.
    await phone.goto(`${mirjam.slice(0, -4)}0000`)
    await phone.getByRole('heading', { name: 'Deze link kennen we niet' }).waitFor()
  })

  await step('the owner says yes by link, who looks after it by a letter', async () => {
    await add(first, 'Vraag de eigenaar', (form) => form.locator('[name=name]').fill('Joost de Wit'))
    joost = await linkFor(first, 'Joost de Wit')
    await phone.goto('about:blank')
    await phone.goto(joost)
    await phone.getByText('Hovenier Kees').waitFor()
    await answer(joost, 'Ja')
    await add(first, 'Vraag wie onderhoudt', (form) => form.locator('[name=name]').fill('Kees van Dam'))
    const row = await openRow(first, 'Kees van Dam')
    await row.locator('[name=letter]').fill('Map 3 in de kast')
    await leave(first)
    // Where it would lie is no yes: the letter itself is, and then what was typed stands.
    const kees = first.locator('.entry-row', { hasText: 'Kees van Dam' })
    await kees.getByText('Voeg eerst de getekende brief zelf toe, bij deze naam.').waitFor()
    await kees.getByText('Er is nog geen getekende brief.').waitFor()
    const isMissing = async () => (await kept(id)).plan.missing.some(({ what }) => what === 'upkeep_confirmed')
    assert.equal(await isMissing(), true)
    await kees.locator('.asked__letters input[type=file]').setInputFiles(await cameraPhoto(first, 7, { width: 900, height: 1200 }))
    await kees.getByRole('img', { name: 'De getekende brief van Kees van Dam' }).waitFor()
    await sees(first, /zei ja op .* brief: Map 3 in de kast/)
    assert.equal(await row.locator('[name=letter]').inputValue(), 'Map 3 in de kast')
    assert.equal(await kees.getByText('Voeg eerst de getekende brief zelf toe').count(), 0)
    assert.equal(await isMissing(), false)
    await row.getByRole('button', { name: 'Klaar' }).click()
    await isKept(first)
    assert.equal((await kept(id)).of('confirmation').find(({ name }) => name === 'Kees van Dam').letter, 'Map 3 in de kast')
    assert.deepEqual(await axeFindings(first), [])
  })

  await step('the plan is marked ready as version 1, and says what changed since', async () => {
    await button(first, 'Meld klaar als versie 1').click()
    await heading(first, 'Het plan is klaar: versie 1')
    await heading(second, 'Het plan is klaar: versie 1')
    assert.equal((await kept(id)).plan.ready_as, 1)
    const row = await openRow(second, 'Planten')
    await row.locator('[name=amount]').fill('2500')
    await leave(second)
    await isKept(second)
    await heading(first, 'Het plan is veranderd sinds versie 1')
    await button(first, 'Wat is er sinds versie 1 veranderd?').click()
    const changes = first.locator('.plan-changes')
    await changes.getByText(/De kosten zijn €\s500 hoger/).waitFor()
    await changes.getByText('Bedrag: eerst 2.000, nu 2.500').waitFor()
    await button(first, 'Genoeg geld dat is toegezegd of ontvangen').waitFor()
    assert.equal(await button(first, 'Meld klaar als versie 2').count(), 0)
  })

  await step('other agreements need a new yes', async () => {
    await field(first, 'agreement', 'frequency').fill('twee keer per jaar')
    await leave(first)
    await isKept(first)
    await sees(first, 'Zei ja op andere afspraken. Vraag het opnieuw.')
    await phone.reload()
    await phone.getByText('De afspraken zijn veranderd sinds je antwoord.').waitFor()
    await answer(joost, 'Ja')
    await button(first, 'Een ja van de eigenaar op deze afspraken').waitFor({ state: 'detached' })
  })

  await step('an attached letter is erased after a question, and its yes goes with it, also when only the upload is taken back', async () => {
    await add(first, 'Vraag wie onderhoudt', (form) => form.locator('[name=name]').fill('Lies Bos'))
    const lies = first.locator('.entry-row', { hasText: 'Lies Bos' })
    const letter = lies.getByRole('img', { name: 'De getekende brief van Lies Bos' })
    const attach = async () => {
      await lies.locator('.asked__letters input[type=file]').setInputFiles(await cameraPhoto(first, 8, { width: 900, height: 1200 }))
      await lies.getByText(/zei ja op .* brief: bijgevoegd/).waitFor()
      await letter.waitFor()
    }
    const needsYes = async () => (await kept(id)).plan.missing.some(({ what }) => what === 'upkeep_confirmed')
    assert.equal(await needsYes(), true)
    await attach()
    assert.equal(await needsYes(), false)
    const brought = (await kept(id)).happened.findLast(({ kind, added }) => kind === 'letter' && added)
    await ask(id, 'undo_event', { version: brought.version })
    await lies.getByText('de bijgevoegde brief is er niet meer').waitFor()
    await lies.getByText('Dit ja telt nu niet.').waitFor()
    assert.equal(await needsYes(), true)
    await attach()
    assert.equal(await needsYes(), false)

    const erase = lies.getByRole('button', { name: 'Wis de brief: Lies Bos' })
    const sheet = first.getByRole('dialog')
    await erase.click()
    await sheet.getByText('Het ja dat erop staat, telt dan niet meer.').waitFor()
    await sheet.getByRole('button', { name: 'Annuleren' }).click()
    assert.equal(await letter.count(), 1)
    await erase.click()
    await sheet.getByRole('button', { name: 'Wis de brief' }).click()
    await letter.waitFor({ state: 'detached' })
    await lies.getByText('brief: bijgevoegd').waitFor({ state: 'detached' })
    await lies.getByText('nog niet gevraagd').waitFor()
    assert.equal(await needsYes(), true)
  })

  await step('on paper stands the plan alone', async () => {
    await first.emulateMedia({ media: 'print' })
    await first.getByText('Projectplan De Vlinder').waitFor()
    assert.equal(await first.locator('.plan-step').isVisible(), false)
    await first.emulateMedia({ media: 'screen' })
  })
  assert.deepEqual(devices.troubles, [])
})

test('who came forward in the session is asked by name, once, and answers by the link', { timeout: 300_000 }, async () => {
  const id = await atStepFour((made) => chosenWith(made, [['Sanne Vos', 'lead', 'sanne@post.example'], ['Bram Kok', 'help', ''], ['Els Post', 'informed', '']]))
  for (const page of [first, second]) {
    await page.goto('about:blank')
    await page.goto(`${server.origin}/desk#/trajectories/${id}`)
    await button(page, 'Vraag Sanne Vos').waitFor()
  }
  const asked = async () => (await kept(id)).of('confirmation')

  await step('one press puts her in the group, with how to reach her, and the question is not there twice', async () => {
    await button(first, 'Vraag Bram Kok').waitFor()
    // Also who only wants to hear how it goes: everybody who came forward is offered.
    await button(first, 'Vraag Els Post').waitFor()
    await first.locator('.group-offers').getByText('op de hoogte blijven: ', { exact: false }).waitFor()
    await first.locator('.group-offers').getByText('sanne@post.example').waitFor()
    await button(first, 'Vraag Sanne Vos').click()
    for (const page of [first, second]) await button(page, 'Vraag Sanne Vos').waitFor({ state: 'detached' })
    const [sanne, ...more] = await asked()
    assert.deepEqual(more, [])
    assert.deepEqual([sanne.name, sanne.email, sanne.what_for, sanne.answer], ['Sanne Vos', 'sanne@post.example', 'working_group', 'not_asked'])
    assert.deepEqual(await axeFindings(first), [])
    await first.locator('.group-offers').scrollIntoViewIfNeeded()
    await photograph(first, 'ask-by-name')
  })

  await step('two presses, one at each desk, ask him once', async () => {
    const presses = await Promise.all([first, second].map((page) => button(page, 'Vraag Bram Kok').elementHandle()))
    await Promise.all(presses.map((press) => press.evaluate((element) => element.click())))
    for (const page of [first, second]) await button(page, 'Vraag Bram Kok').waitFor({ state: 'detached' })
    await first.waitForTimeout(1_000)
    assert.deepEqual((await asked()).map(({ name }) => name).sort(), ['Bram Kok', 'Sanne Vos'])
  })

  await step('her link is sent to the address that she gave, and her answer stands at both desks', async () => {
    const address = await linkFor(first, 'Sanne Vos')
    assert.match(await first.getByRole('link', { name: 'Zet een mail klaar' }).getAttribute('href'), /^mailto:sanne%40post\.example\?/)
    await answer(address, 'Ja', 'Ik doe mee.')
    for (const page of [first, second]) await sees(page, '“Ik doe mee.”')
  })

  await step('who was taken away can be asked again', async () => {
    const [{ id: entry, entry: was }] = JSON.parse(await organiser.ask('GET', `/api/trajectories/${id}`)).entries.filter((one) => one.entry.name === 'Bram Kok' && one.entry.kind === 'confirmation')
    await ask(id, 'remove_entry', { id: entry, was })
    for (const page of [first, second]) await button(page, 'Vraag Bram Kok').waitFor()
  })
  assert.deepEqual(devices.troubles, [])
})
