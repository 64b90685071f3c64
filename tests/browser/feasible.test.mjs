// What fits and what does not: two taps per proposal on the tablet, undone and again, also where no round makes proposals; what no table chose and what does not fit
// goes to later, out of the vote, and is still there in the result.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { after, before, test } from 'node:test'
import { Devices, photograph, sizes } from './support/browser.mjs'
import { Crowd } from './support/crowd.mjs'
import { Organiser } from './support/organiser.mjs'
import { choose, joinByLink, sendIdea, waitForHeading, waitForState } from './support/phone.mjs'
import { startServer } from './support/server.mjs'
import { closeVote, goTo, groupByTaps } from './support/tablet.mjs'

let server, devices
before(async () => {
  server = await startServer()
  devices = await Devices.launch()
})
after(async () => {
  await devices?.close()
  await server?.stop()
})

const made = { Water: ['Een wadi', 'Een vijver'], Zitten: ['Een bank in de zon', 'Een tafel'], Schaduw: ['Een linde', 'Een pergola'], Vogels: ['Een nestkast', 'Een haag'] }

async function open(template) {
  const organiser = (server.organiser ??= await Organiser.setUp(server))
  const session = await organiser.createSession({ template })
  const { page: tablet } = await devices.large('tablet', sizes.tablet)
  const { page: phone } = await devices.phone('phone')
  await tablet.goto(await organiser.pairingLink(session, 'facilitator'))
  return { organiser, session, tablet, phone }
}
/** Anna on the phone and Bo without one, in the round of ideas. */
async function gather(tablet, phone) {
  const code = (await tablet.locator('.lobby-code').innerText()).replace(/\s/g, '')
  await joinByLink(phone, `${server.origin}/#c=${code}`, 'Anna')
  const crowd = await Crowd.gather(devices, server.origin)
  const bo = await crowd.join({ code }, 'Bo')
  await goTo(tablet, 'Ideeën')
  return bo
}

test('two taps say whether a proposal fits, and what does not goes to later and stays in the result', { timeout: 300_000 }, async () => {
  const { organiser, session, tablet, phone } = await open('workshop-180')
  const button = (name) => tablet.getByRole('button', { name, exact: true })
  try {
    const bo = await gather(tablet, phone)
    await phone.locator('form.composer textarea').first().waitFor()
    await sendIdea(phone, 'Een bank in de zon')
    await waitForState(phone, 'Een bank in de zon', 'Ontvangen')
    for (const text of Object.values(made).flat()) if (text !== 'Een bank in de zon') await bo.say('submit_idea', { text, explanation: '' })
    await goTo(tablet, 'Groeperen')
    for (const [name, ideas] of Object.entries(made)) await groupByTaps(tablet, name, ideas)

    // One table takes three; what nobody took goes, comes back by undo, and goes.
    await goTo(tablet, 'Tafelkeuze')
    await bo.say('sit_at_table', { table: 1 })
    const groups = new Map((await bo.records('group')).map(({ id, name }) => [name, id]))
    for (const name of ['Water', 'Zitten', 'Schaduw']) await bo.say('choose_for_table', { table: 1, group: groups.get(name), chosen: true })
    const rest = async () => {
      await button('Neem de keuzes mee').click()
      await tablet.getByText('2 ideeën koos niemand. Die gaan naar later; je kunt ze terughalen.').waitFor()
      await button('Ja, de rest naar later').click()
      await button('Neem de keuzes mee').waitFor({ state: 'detached' })
      await button('Ja, de rest naar later').waitFor({ state: 'detached' })
    }
    await rest()
    await button('Ongedaan maken').click()
    await rest()

    // Two taps, each sent by itself.
    await goTo(tablet, 'Aanscherpen')
    const card = tablet.getByRole('region', { name: /Zitten$/ })
    await card.waitFor()
    assert.equal(await tablet.locator('.card').count(), 3)
    const tap = (question, answer) => card.getByRole('group', { name: question }).getByRole('radio', { name: answer }).click()
    const proposal = async () => (await bo.records('proposal')).find(({ id }) => id === groups.get('Zitten'))
    const becomes = async (in_time, in_money) => {
      for (let asked = 0; asked < 100; ++asked) {
        const now = await proposal()
        if (now?.in_time === in_time && now.in_money === in_money) return
        await tablet.waitForTimeout(50)
      }
      const said = await tablet.locator('.notice-bar, .undo-bar').allInnerTexts()
      assert.fail(`not ${in_time} and ${in_money}, but ${JSON.stringify(await proposal())}; the tablet says ${said.join(' / ')}`)
    }
    await tap('Kan het binnen de tijd?', 'Ja')
    await becomes('yes', 'unknown')
    await tap('Kan het binnen het geld?', 'Nee')
    await becomes('yes', 'no')
    await card.getByText('Kan niet binnen het geld').waitFor()
    await photograph(tablet, 'feasible-tablet')
    await button('Ongedaan maken').click()
    await becomes('yes', 'unknown')
    await card.getByText('Kan niet binnen het geld').waitFor({ state: 'detached' })
    await tap('Kan het binnen het geld?', 'Nee')
    await becomes('yes', 'no')
    const row = phone.locator('.sharpen-row', { hasText: 'Zitten' })
    await row.getByText('Past niet binnen het geld').waitFor()

    // As many taps on the phone that writes it.
    await phone.getByRole('button', { name: 'Wij maken dit voorstel: Zitten' }).click()
    await phone.getByRole('group', { name: 'Kan dit binnen de tijd?' }).getByRole('radio', { name: 'Nee' }).click()
    await becomes('no', 'no')
    await card.getByText('Kan niet binnen de tijd en niet binnen het geld').waitFor()
    await photograph(phone, 'feasible-phone')

    await card.getByRole('button', { name: 'Naar later' }).click()
    await card.waitFor({ state: 'detached' })

    await goTo(tablet, 'Stemmen')
    await choose(phone, 'Water')
    assert.deepEqual(await phone.locator('.vote-row .vote-title').allInnerTexts().then((all) => all.length), 2, 'two are left to choose from')
    await bo.say('cast_vote', { candidate: groups.get('Schaduw') })
    await closeVote(tablet)
    await goTo(tablet, 'Afsluiten')
    await tablet.getByLabel('Datum').fill(new Date(Date.now() + 21 * 86_400_000).toISOString().slice(0, 10))
    await tablet.getByLabel('Wat gebeurt er dan?').fill('Samen over het terrein')
    await button('Schrijf op').click()
    await tablet.getByText('Volgende stap:').first().waitFor()
    await button('Sessie afsluiten').click()
    await tablet.getByRole('dialog').getByRole('button', { name: 'Sluit de sessie af' }).click()
    await waitForHeading(phone, 'Dank je wel, Anna')
    await phone.locator('.results-own-list li', { hasText: 'Een bank in de zon' }).getByText('Bewaard voor later').waitFor()
    const { result } = JSON.parse(await organiser.export(session))
    const later = result.ideas.filter(({ status }) => status === 'later').map(({ text }) => text)
    assert.deepEqual(later.sort(), [...made.Vogels, ...made.Zitten].sort())
    assert.deepEqual(result.votes[0].counts.map(({ candidate }) => candidate).sort(), [groups.get('Water'), groups.get('Schaduw')].sort())

    // What the tablet takes away is the whole report: who got how many votes, what was decided, and what was put aside with what it proposed.
    const saved = tablet.waitForEvent('download', { timeout: 15_000 })
    await button('Download het verslag (PDF)').click()
    const told = execFileSync('pdftotext', ['-layout', await (await saved).path(), '-'], { encoding: 'utf8', timeout: 15_000 }).replace(/\s+/g, ' ')
    for (const line of ['2 van de 2 mensen hebben gestemd', 'De lijst van 2 gekozen ideeën ligt vast.', 'Voor later: Zitten', 'Door de begeleider naar later gezet.', 'Past binnen het geld nee', 'Door geen tafel gekozen.'])
      assert.ok(told.includes(line), `the report of the tablet says: ${line}`)
    for (const name of ['Anna', 'Bo']) assert.ok(!new RegExp(`\\b${name}\\b`).test(told), `${name} did not agree to be named`)
    assert.deepEqual(devices.troubles, [])
  } catch (error) {
    for (const [name, page] of Object.entries({ tablet, phone })) await photograph(page, `feasible-${name}`)
    throw error
  }
})

test('where no round sharpens, each group is asked whether it fits: while it is made, and while it explains itself', { timeout: 300_000 }, async () => {
  const { organiser, session, tablet, phone } = await open('workshop-120')
  const button = (name) => tablet.getByRole('button', { name, exact: true })
  try {
    const bo = await gather(tablet, phone)
    const asked = { Water: made.Water, Zitten: made.Zitten, Schaduw: made.Schaduw }
    for (const text of Object.values(asked).flat()) await bo.say('submit_idea', { text, explanation: '' })
    await goTo(tablet, 'Groeperen')
    for (const [name, ideas] of Object.entries(asked)) await groupByTaps(tablet, name, ideas)
    const column = (name) => tablet.locator('.sort-column', { hasText: name })
    const sheet = tablet.getByRole('dialog')
    const tap = (place, question, answer) => place.getByRole('group', { name: question }).getByRole('radio', { name: answer }).click()

    await column('Zitten').getByRole('button', { name: /aanpassen$/ }).click()
    await tap(sheet, 'Kan het binnen de tijd?', 'Ja')
    await tap(sheet, 'Kan het binnen het geld?', 'Nee')
    await sheet.getByRole('button', { name: 'Naar later' }).waitFor()
    await photograph(tablet, 'feasible-group')
    await tablet.keyboard.press('Escape')
    await column('Zitten').getByText('Kan niet binnen het geld').waitFor()
    await column('Water').getByRole('button', { name: /aanpassen$/ }).click()
    await tap(sheet, 'Kan het binnen de tijd?', 'Nee')
    await sheet.getByRole('button', { name: 'Naar later' }).click()
    await column('Water').getByText('Een wadi').waitFor({ state: 'detached' })
    await button('Ongedaan maken').click()
    await column('Water').getByText('Een wadi').waitFor()
    await column('Water').getByText('Kan niet binnen de tijd').waitFor()
    await button('Ongedaan maken').click()
    await column('Water').getByText('Kan niet binnen de tijd').waitFor({ state: 'detached' })

    // The same two taps for the group that explains itself, and none of them is taken for the next group.
    await goTo(tablet, 'Toelichten')
    const panel = tablet.locator('.panel')
    await panel.getByRole('button', { name: /Water$/ }).click()
    await panel.getByRole('heading', { name: /Water$/ }).waitFor()
    await tap(panel, 'Kan het binnen de tijd?', 'Ja')
    await tap(panel, 'Kan het binnen het geld?', 'Ja')
    await photograph(tablet, 'feasible-pitch')
    await panel.getByRole('button', { name: /Zitten$/ }).click()
    await panel.getByRole('heading', { name: /Zitten$/ }).waitFor()
    await panel.getByText('Kan niet binnen het geld').waitFor()
    await tap(panel, 'Kan het binnen de tijd?', 'Nee')
    await panel.getByText('Kan niet binnen de tijd en niet binnen het geld').waitFor()
    const said = Object.fromEntries((await bo.records('proposal')).map(({ id, in_time, in_money }) => [id, [in_time, in_money]]))
    const groups = Object.fromEntries((await bo.records('group')).map(({ id, name }) => [name, id]))
    assert.deepEqual(said, { [groups.Water]: ['yes', 'yes'], [groups.Zitten]: ['no', 'no'] })

    await goTo(tablet, 'Stemmen')
    await tablet.locator('.vote-unfit').waitFor()
    await phone.locator('.vote-row', { hasText: 'Zitten' }).getByText('Past niet binnen').first().waitFor()
    await photograph(tablet, 'feasible-vote')
    assert.deepEqual(devices.troubles, [])
  } catch (error) {
    for (const [name, page] of Object.entries({ tablet, phone })) await photograph(page, `feasible-short-${name}`)
    throw error
  }
})
