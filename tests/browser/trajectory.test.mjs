// Trajectories at two desks at once: a business park from the first talk until everything is green and step 2 opens, and a
// single company that is no match, with its refund. The server is killed in the middle; nothing that was typed is lost.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { axeFindings } from './support/axe.mjs'
import { Devices, photograph, setBox } from './support/browser.mjs'
import { Organiser } from './support/organiser.mjs'
import { startServer } from './support/server.mjs'

let server, devices, organiser, first, second
before(async () => {
  server = await startServer()
  devices = await Devices.launch()
  organiser = await Organiser.setUp(server)
  first = await devices.desk(organiser, 'first desk')
  second = await devices.desk(organiser, 'second desk')
})
after(async () => {
  await devices?.close()
  await server?.stop()
})

const field = (page, form, name) => page.locator(`#form-${form} [name="${name}"]`)
const leave = (page) => page.locator('h1').first().click()
const isKept = (page) => page.locator('.save-state--saved').waitFor()
const button = (page, name) => page.getByRole('button', { name, exact: true })
const heading = (page, name) => page.getByRole('heading', { name }).waitFor()

/** Everything the server has of a trajectory, by kind. */
async function kept(id) {
  const { entries, ...rest } = JSON.parse(await organiser.ask('GET', `/api/trajectories/${id}`))
  return { ...rest, of: (kind) => entries.map(({ entry }) => entry).filter((entry) => entry.kind === kind) }
}

async function begin(page, name, sort, municipality) {
  await page.goto(`${server.origin}/desk#/trajectories/new`)
  await page.getByRole('textbox', { name: 'Naam van de plek' }).fill(name)
  await setBox(page.getByRole('radio', { name: sort }))
  await page.getByRole('textbox', { name: /^Gemeente/ }).fill(municipality)
  await button(page, 'Begin het traject').click()
  await page.getByRole('heading', { level: 1, name }).waitFor()
  return /trajectories\/([0-9a-f]{16})/.exec(page.url())[1]
}

async function add(page, kind, link, fill) {
  await button(page, link).click()
  const form = page.getByRole('form', { name: link })
  // The form takes the focus once it is drawn: whoever types before that types elsewhere.
  await form.locator('.entry-form :focus').waitFor()
  await fill(form)
  await form.getByRole('button', { name: 'Voeg toe' }).click()
  await form.waitFor({ state: 'detached' })
}

async function step(name, act) {
  try {
    await act()
  } catch (error) {
    await photograph(first, 'trajectory-first')
    await photograph(second, 'trajectory-second')
    throw new Error(`${name}: ${error.message}`, { cause: error })
  }
}

test('a business park, from first talk to step 2, at two desks', { timeout: 300_000 }, async () => {
  let id
  await step('the empty portfolio leads to the first trajectory', async () => {
    await first.goto(`${server.origin}/desk`)
    await heading(first, 'Hier groeit nog niets')
    await button(first, 'Nieuw traject').click()
    await button(first, 'Begin het traject').click()
    await first.getByText('Vul dit nog in.').waitFor()
    id = await begin(first, 'De Vlinder', 'Bedrijvenpark', 'Zwolle')
    await heading(first, 'Het hek naar stap 2 is nog dicht')
    await second.goto(`${server.origin}/desk#/trajectories/${id}`)
    await second.getByRole('heading', { level: 1, name: 'De Vlinder' }).waitFor()
  })

  await step('what is typed at one desk stands at the other', async () => {
    await field(first, 'place', 'address').fill('Vlinderweg 1')
    await leave(first)
    await isKept(first)
    await second.waitForFunction(() => document.querySelector('#form-place [name=address]')?.value === 'Vlinderweg 1')
    assert.equal((await kept(id)).of('place')[0].address, 'Vlinderweg 1')
  })

  await step('two desks in one field: the second sees both texts and chooses', async () => {
    // A slow line: the news of the first desk comes after the second has typed.
    await second.route('**/api/trajectories/*?after=*', async (asked) => {
      await new Promise((resolve) => setTimeout(resolve, 1500))
      await asked.continue().catch(() => {})
    })
    await field(second, 'place', 'about').fill('Achter hal 2 ligt een strook gras.')
    await field(first, 'place', 'about').fill('Naast de weegbrug, 180 vierkante meter.')
    await leave(first)
    await isKept(first)
    await leave(second)
    const clash = second.locator('.clash')
    await clash.getByText('Naast de weegbrug, 180 vierkante meter.').waitFor()
    await clash.getByText('Achter hal 2 ligt een strook gras.').waitFor()
    assert.deepEqual(await axeFindings(second), [])
    await second.unroute('**/api/trajectories/*?after=*')
    await clash.getByRole('button', { name: 'Houd die van mij' }).click()
    await isKept(second)
    assert.equal((await kept(id)).of('place')[0].about, 'Achter hal 2 ligt een strook gras.')
    await first.waitForFunction(() => document.querySelector('#form-place [name=about]')?.value.startsWith('Achter hal 2'))
  })

  await step('money in Dutch and English, and a sentence for what is none', async () => {
    const budget = field(first, 'support', 'budget')
    for (const [text, sentence] of [
      ['veel', 'Alleen een bedrag graag'],
      ['-5', 'Dit kan niet onder nul zijn.'],
      ['1.250.50', 'We weten niet wat de punt en de komma'],
      ['999999999999', 'Dit is te veel.'],
    ]) {
      await budget.fill(text)
      await leave(first)
      await first.locator('#form-support .ui-field-error', { hasText: sentence }).waitFor()
    }
    assert.equal((await kept(id)).of('support')[0].budget, 0)
    await budget.fill('1,250.50')
    await leave(first)
    await isKept(first)
    assert.equal((await kept(id)).of('support')[0].budget, 125_050)
    await budget.fill('€ 6 500')
    await field(first, 'support', 'colleagues').fill('In de nieuwsbrief en op het prikbord')
    await leave(first)
    await isKept(first)
    assert.equal((await kept(id)).of('support')[0].budget, 650_000)
  })

  await step('who takes part: a park manager, a contact with hours, two companies', async () => {
    await button(first, 'Een parkmanager of procesregisseur').click()
    const form = first.getByRole('form', { name: 'Contact erbij' })
    await setBox(form.getByRole('radio', { name: 'parkmanager' }))
    await form.getByRole('button', { name: 'Voeg toe' }).click()
    await form.getByText('Vul dit nog in.').waitFor()
    await form.locator('[name=name]').fill('Mirjam Post')
    await form.getByRole('button', { name: 'Voeg toe' }).click()
    await form.waitFor({ state: 'detached' })
    await add(second, 'contact', 'Contact erbij', async (one) => {
      await one.locator('[name=name]').fill('Joost de Wit')
      await one.locator('[name=hours_a_week]').fill('3')
      await one.locator('[name=email]').fill('joost@vanloon.example')
    })
    for (const name of ['Van Loon Logistiek', 'Koelhuis Zuid']) await add(first, 'company', 'Bedrijf erbij', (one) => one.locator('[name=name]').fill(name))
    await first.getByText('een contactpersoon en twee bedrijven: dat is genoeg').waitFor()
    await first.getByRole('heading', { name: 'Joost de Wit' }).waitFor()
  })

  await step('the server is killed while somebody types: the text waits and arrives once', async () => {
    await server.kill()
    await field(first, 'place', 'funder').fill('Provincie')
    await leave(first)
    await first.locator('.save-state--waiting').waitFor()
    await first.getByText('Geen verbinding met de server').waitFor()
    await server.start()
    await isKept(first)
    const now = await kept(id)
    assert.equal(now.of('place')[0].funder, 'Provincie')
    assert.equal(now.of('company').length, 2)
    assert.equal(now.of('contact').length, 2)
    assert.equal(now.of('support')[0].budget, 650_000)
    assert.equal(now.happened.filter(({ kind }) => kind === 'place').length, 5)
  })

  await step('a reload in the middle of typing keeps the text', async () => {
    await server.kill()
    await field(first, 'place', 'municipality').fill('Kampen')
    await leave(first)
    await first.locator('.save-state--waiting').waitFor()
    await server.start()
    first.once('dialog', (dialog) => void dialog.accept())
    await first.reload()
    await isKept(first)
    await first.waitForFunction(() => document.querySelector('#form-place [name=municipality]')?.value === 'Kampen')
    assert.equal((await kept(id)).of('place')[0].municipality, 'Kampen')
  })

  await step('a factor of the approach stays, one of their own may go again', async () => {
    const rows = first.locator('#factors-title ~ ul > li')
    await rows.first().locator('.entry-row__open').click()
    await rows.first().getByText('Deze factor hoort bij de aanpak en blijft staan.').waitFor()
    assert.equal(await rows.first().getByRole('button', { name: 'Haal weg' }).count(), 0)
    await rows.first().getByRole('button', { name: 'Klaar' }).click()
    await add(first, 'factor', 'Factor erbij', (one) => one.locator('[name=name]').fill('Honden'))
    await rows.nth(7).locator('.entry-row__open').click()
    await rows.nth(7).getByRole('button', { name: 'Haal weg' }).click()
    await rows.nth(7).waitFor({ state: 'detached' })
    await first.getByText('Weggehaald').first().waitFor()
  })

  await step('seven factors, green one after the other, and the gate opens', async () => {
    const rows = first.locator('#factors-title ~ ul > li')
    assert.equal(await rows.count(), 7)
    for (let i = 0; i < 7; i += 1) {
      const row = rows.nth(i)
      await row.locator('.entry-row__open').click()
      // The row above it may still grow by a line: pressed again until it is on.
      const settled = row.getByRole('radio', { name: 'Geregeld' })
      for (let tries = 0; tries < 5 && !(await settled.isChecked()); ++tries) {
        await settled.click({ force: true })
        await first.waitForTimeout(200)
      }
      assert.ok(await settled.isChecked())
      await row.locator('[name=said_by]').fill('Mirjam Post')
      await row.getByRole('button', { name: 'Klaar' }).click()
      await isKept(first)
    }
    await heading(first, 'Het hek naar stap 2 kan open')
    await heading(second, 'Het hek naar stap 2 kan open')
    await button(second, 'Naar stap 2').click()
    await heading(second, 'De sessie')
    await heading(first, 'De sessie')
    const { progress } = await kept(id)
    assert.deepEqual(progress, { step: 'session', outcome: 'running', reason: '', refund: 0 })
  })

  await step('undo at the other desk takes the step back', async () => {
    await button(first, 'Ongedaan maken: Stap 2 is geopend').click()
    await heading(first, 'Het hek naar stap 2 kan open')
    await heading(second, 'Het hek naar stap 2 kan open')
    assert.equal((await kept(id)).progress.step, 'green_date')
    await button(second, 'Naar stap 2').click()
    await heading(first, 'De sessie')
  })

  await step('what is next, by whom and when stands in the portfolio', async () => {
    await field(first, 'next_action', 'who').fill('Ineke')
    await leave(first)
    await first.locator('#form-next_action .ui-field-error').waitFor()
    await field(first, 'next_action', 'what').fill('Zaal bespreken')
    await field(first, 'next_action', 'due').fill('2020-01-01')
    await leave(first)
    await first.getByText('Deze dag is al geweest.').waitFor()
    await field(first, 'next_action', 'due').fill('2099-12-04')
    await leave(first)
    await isKept(first)
    assert.deepEqual((await kept(id)).of('next_action'), [{ kind: 'next_action', what: 'Zaal bespreken', who: 'Ineke', due: '2099-12-04' }])
    await first.getByRole('link', { name: 'Alle trajecten', exact: true }).click()
    await first.getByRole('link', { name: 'De Vlinder' }).waitFor()
    await button(first, 'Lijst').click()
    await first.getByRole('row', { name: /De Vlinder.*Zaal bespreken.*Ineke/ }).waitFor()
  })
})

test('a single company that is no match, with the refund', { timeout: 300_000 }, async () => {
  let id
  await step('the gate opens only with a reason, and a wrong refund is refused', async () => {
    id = await begin(first, 'Bergerveld', 'Eén bedrijf', 'Kampen')
    await button(first, 'Toch openen …').click()
    await button(first, 'Open het hek').click()
    await first.getByText('Schrijf op waarom.').waitFor()
    await button(first, 'Annuleren').click()
    await button(first, 'Geen match …').click()
    const sheet = first.getByRole('dialog')
    assert.equal(await sheet.locator('[name=refund]').inputValue(), '9.000')
    await sheet.locator('[name=reason]').fill('De verhuurder wil niet.')
    await sheet.locator('[name=refund]').fill('12.000')
    await button(first, 'Sluit het traject').click()
    await sheet.getByText(/Er kan niet meer terug dan/).first().waitFor()
    await sheet.locator('[name=refund]').fill('9000,00')
    await button(first, 'Sluit het traject').click()
    await heading(first, 'Deze keer geen match')
    assert.deepEqual((await kept(id)).progress, { step: 'green_date', outcome: 'no_match', reason: 'De verhuurder wil niet.', refund: 900_000 })
  })

  await step('it can be opened again', async () => {
    await first.locator('.ended .gate__reason', { hasText: 'De verhuurder wil niet.' }).waitFor()
    await button(first, 'Ongedaan maken: Deze keer geen match').click()
    await heading(first, 'Het hek naar stap 2 is nog dicht')
    assert.equal(await first.locator('.ended').count(), 0)
  })

  await step('the reason of each step stays at its own gate, in what happened and on paper, whatever comes later', async () => {
    const opens = async (press, reason, title) => {
      await button(first, 'Toch openen …').click()
      await first.getByRole('dialog').locator('[name=reason]').fill(reason)
      await first.getByRole('dialog').getByRole('button', { name: press }).click()
      await first.locator('.step-path [aria-current=step]', { hasText: title }).waitFor()
    }
    const told = (reason) => first.locator('.happened__what', { hasText: reason })
    const two = 'Stap 2 is geopend terwijl er nog iets ontbrak: De gemeente wacht op ons.'
    await opens('Open het hek', 'De gemeente wacht op ons.', '2.')
    await told(two).waitFor()
    await opens('Naar stap 3', 'De ideeën komen later.', '3.')
    await told('Stap 3 is geopend terwijl er nog iets ontbrak: De ideeën komen later.').waitFor()
    await told(two).waitFor()
    const stands = async (number, reason) => {
      await first.locator('.step-path button', { hasText: `${number}.` }).click()
      await first.locator('.gate .gate__reason', { hasText: reason }).waitFor()
      assert.equal(await first.locator('.gate__reason').count(), 1)
    }
    await stands(1, two)
    assert.equal(await first.locator('.printed').getByText(two).count(), 1)
    assert.equal(await first.locator('.printed').getByText('Alles is er voor stap 2.').count(), 0)
    await stands(2, 'Stap 3 is geopend terwijl er nog iets ontbrak: De ideeën komen later.')
  })

  await step('a stopped one says so in every step, with the way back', async () => {
    await button(first, 'Stop het traject …').click()
    await first.getByRole('dialog').locator('[name=reason]').fill('Het geld is op.')
    await button(first, 'Stop het traject').click()
    for (const number of [1, 2, 3]) {
      await first.locator('.step-path button', { hasText: `${number}.` }).click()
      await heading(first, 'Dit traject is gestopt')
      await first.locator('.ended .gate__reason', { hasText: 'Het geld is op.' }).waitFor()
    }
    assert.deepEqual(await axeFindings(first), [])
    await button(first, 'Open het traject weer').click()
    await first.getByRole('dialog').locator('textarea').fill('Er is weer geld.')
    await first.getByRole('dialog').getByRole('button', { name: 'Open weer' }).click()
    await first.locator('.ended').waitFor({ state: 'detached' })
    assert.equal((await kept(id)).progress.step, 'choice')
  })

  await step('it can be handed over, put in the archive and erased', async () => {
    await button(first, 'Draag over').click()
    await first.getByRole('dialog').locator('[name=to]').fill('Bram')
    await button(first, 'Draag over aan deze naam').click()
    await first.getByText('met Bram').waitFor()
    await button(first, 'Leg in het archief').click()
    await button(first, 'Haal uit het archief').waitFor()
    await first.getByRole('link', { name: 'Alle trajecten', exact: true }).click()
    await button(first, 'Lijst').click()
    await first.getByRole('link', { name: 'De Vlinder' }).waitFor()
    assert.equal(await first.getByRole('link', { name: 'Bergerveld' }).count(), 0)
    await setBox(first.getByRole('checkbox', { name: /archief/ }))
    await first.getByRole('link', { name: 'Bergerveld' }).click()
    await button(first, 'Wis dit traject').click()
    assert.equal(await button(first, 'Wis alles').isDisabled(), true)
    await first.getByRole('textbox', { name: /Typ wissen/ }).fill('wissen')
    await button(first, 'Wis alles').click()
    await first.getByText('“Bergerveld” is gewist.').waitFor()
    const { trajectories } = JSON.parse(await organiser.ask('GET', '/api/trajectories'))
    assert.deepEqual(trajectories.map(({ place }) => place), ['De Vlinder'])
  })
  assert.deepEqual(devices.troubles, [])
})
