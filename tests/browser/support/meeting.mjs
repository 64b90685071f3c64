// Live sessions from the lobby to their end, as a trajectory needs them.
import { setBox, sizes } from './browser.mjs'
import * as phones from './phone.mjs'
import * as tablets from './tablet.mjs'

export const ideas = ['Een boomgaard', 'Een vijver', 'Een groene muur', 'Een bank in de schaduw', 'Een bijenhotel', 'Een dak met mos']
/** Three votes each: 3, 2, 2, 1, 1 and none. */
const votes = { Anna: [0, 1, 2], Bo: [0, 1, 3], Cor: [0, 2, 4] }
const inDays = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
const button = (page, name) => page.getByRole('button', { name, exact: true })

async function gather(session, names, { devices, organiser, server }) {
  const tablet = (await devices.large('tablet', sizes.tablet)).page
  await tablet.goto(await organiser.pairingLink(session, 'facilitator'))
  const code = (await tablet.locator('.lobby-code').innerText()).replace(/\s/g, '')
  const people = {}
  for (const [i, name] of names.entries()) {
    people[name] = (await devices.phone(name)).page
    await phones.joinByLink(people[name], `${server.origin}/#c=${code}`, name)
    await tablets.waitForPeople(tablet, i + 1)
  }
  return { tablet, people }
}
/** The last round, a next step, and the end. */
async function end(tablet) {
  await tablets.next(tablet, 'Afsluiten')
  await tablet.getByLabel('Datum').fill(inDays(21))
  await tablet.getByRole('button', { name: 'Schrijf op' }).click()
  await tablet.getByText('Volgende stap:').first().waitFor()
  await tablet.getByRole('button', { name: 'Sessie afsluiten' }).click()
  await tablet.getByRole('dialog').getByRole('button', { name: 'Sluit de sessie af' }).click()
}

/** A whole meeting with three phones: all six ideas, a vote, a top 5, and Anna who arranges something. Gives the phones by name. */
export async function meet(session, world) {
  const { tablet, people } = await gather(session, Object.keys(votes), world)
  await tablets.next(tablet, 'Ideeën')
  for (const [i, page] of Object.values(people).entries())
    for (const text of ideas.slice(2 * i, 2 * i + 2)) {
      await page.locator('form.composer').waitFor()
      await phones.sendIdea(page, text)
      await phones.waitForState(page, text, 'Ontvangen')
    }
  await tablets.next(tablet, 'Groeperen')
  await tablets.next(tablet, 'Stemmen')
  for (const [name, page] of Object.entries(people)) for (const idea of votes[name]) await phones.choose(page, ideas[idea])
  await tablets.closeVote(tablet)
  await tablets.next(tablet, 'Uitslag')
  for (const left of [5, 4, 3, 2, 1]) {
    await tablet.getByRole('button', { name: /^Onthul/ }).click()
    await people.Anna.locator(`.result-list > li:nth-child(${left === 5 ? 1 : 6 - left})`).waitFor()
  }
  await tablets.next(tablet, 'Wie doet mee')
  const { Anna: anna } = people
  await phones.waitForHeading(anna, 'Waar doe jij aan mee?')
  await button(anna, 'Ik kan iets regelen').click()
  await anna.getByLabel('Wat kun je regelen?').fill('een graafmachine')
  await button(anna, 'Bewaar').click()
  await anna.locator('.commit-note').waitFor()
  await anna.getByLabel('Je e-mail of telefoon').fill('anna@post.example')
  await setBox(anna.getByRole('checkbox').first())
  await button(anna, 'Bewaar mijn gegevens').click()
  await anna.getByText('We kunnen je bereiken via anna@post.example.').waitFor()
  await end(tablet)
  await anna.getByRole('heading', { name: 'Van jou' }).waitFor()
  return people
}

/**
 * The meeting of step 3 with two phones: everybody scores all that came along, and what the table proposes is chosen by consent.
 * `together`: it becomes one plan with this.
 */
export async function weigh(session, { titles, criteria, chosen, together, reason }, world) {
  const { tablet, people } = await gather(session, ['Anna', 'Bo'], world)
  await tablets.next(tablet, 'Van vijf naar één')
  await tablets.next(tablet, 'Verdieping')
  for (const [n, page] of Object.values(people).entries()) {
    await phones.waitForHeading(page, 'Hoe goed past het?')
    for (const title of titles)
      for (const criterion of criteria)
        await button(page, `${title === chosen ? 5 : 2 + n} van 5: ${criterion}, ${title}`).click()
    await page.getByText('Alles ingevuld. Je kunt nog wisselen.').waitFor()
  }
  await tablet.getByText('2 van de 2 zijn klaar.').waitFor()
  await tablet.getByRole('button', { name: 'Sluit en laat zien' }).click()
  await phones.waitForHeading(people.Anna, 'Dit gaf de groep')
  await tablets.next(tablet, 'Tafelgesprek')
  await tablets.next(tablet, 'Kiezen')
  await tablet.getByRole('button', { name: `Stel voor: ${chosen}` }).click()
  let proposal = chosen
  if (together) {
    await tablet.getByRole('button', { name: `Voeg ${together} samen met het voorstel` }).click()
    proposal = `${chosen} samen met ${together}`
  }
  for (const page of Object.values(people)) await page.getByRole('button', { name: `Prima: ${proposal}` }).click()
  await tablet.getByLabel('Waarom kiezen jullie dit?').fill(reason)
  await button(tablet, 'Zet de keuze vast').click()
  await phones.waitForHeading(people.Anna, 'Dit plan is gekozen')
  await end(tablet)
  return people
}
