// "Looks alike": hints to who writes, and proposals that a facilitator takes one by one, puts away and undoes.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sizes } from './support/browser.mjs'
import { Crowd } from './support/crowd.mjs'
import { sendIdea, waitForState } from './support/phone.mjs'
import { startServer } from './support/server.mjs'
import { inSmallSession } from './support/small-session.mjs'
import { groupsShown, next } from './support/tablet.mjs'

let server
before(async () => {
  server = await startServer()
})
after(async () => {
  await server?.stop()
})

const box = (page, text) => page.locator('.suggestion', { hasText: text })

/** Back in the round for ideas, and on again. */
async function takeFromLater(tablet, text) {
  await tablet.getByRole('button', { name: 'Terug naar Ideeën' }).click()
  await tablet.getByRole('banner').getByRole('button', { name: 'Ideeën', exact: true }).click()
  await tablet.locator('.ui-chip', { hasText: 'Later 1' }).click()
  await tablet.getByRole('button', { name: 'Haal terug' }).first().click()
  await next(tablet, 'Groeperen')
}

test('writers get hints, and proposals are taken one by one, put away and undone', { timeout: 300_000 }, () =>
  inSmallSession(server, 'suggestions', async ({ organiser, session, tablet, screen, phone, devices }) => {
    // "Een bank in de zon" is there already.
    const crowd = await Crowd.gather(devices, server.origin)
    const lead = await crowd.pair(await organiser.pairingLink(session, 'facilitator'))
    const bram = await crowd.join({ secret: (await lead.records('invite'))[0].secret }, 'Bram')
    await bram.say('submit_idea', { text: 'Een wormenhotel naast de poort', explanation: '' })
    const hint = phone.locator('.ideas-hint')
    const leave = tablet.getByLabel('Laat schrijvers zien wat op hun idee lijkt')

    assert.equal(await leave.isChecked(), false, 'off by default')
    await leave.click()
    await leave.and(tablet.locator(':checked')).waitFor()
    await sendIdea(phone, 'Wormenhotel achter hal 3')
    await waitForState(phone, 'Wormenhotel achter hal 3', 'Ontvangen')
    await box(tablet, 'wormenhotel').waitFor()
    assert.equal(await hint.count(), 0, 'what is written silently is in no hint')
    await tablet.getByRole('button', { name: 'Laat de ideeën zien' }).click()
    await phone.getByRole('heading', { name: 'Alle ideeën' }).waitFor()
    await sendIdea(phone, 'Nog een wormenhotel erbij')
    await hint.getByText('Lijkt op: “Een wormenhotel naast de poort”').waitFor()
    await hint.getByRole('button', { name: 'Verberg dit' }).click()
    await hint.waitFor({ state: 'detached' })

    await box(tablet, 'wormenhotel').getByText('Nog een wormenhotel erbij').waitFor()
    await box(tablet, 'wormenhotel').getByRole('button', { name: 'Samenvoegen' }).click()
    await tablet.getByRole('dialog').getByRole('button', { name: 'Voeg samen' }).click()
    await box(tablet, 'wormenhotel').waitFor({ state: 'detached' })

    const more = ['Bankje onder de eik', 'Regenton aan hal 3', 'Tweede regenton bij de loods', 'Koor in de kantine']
    for (const text of more) {
      await sendIdea(phone, text)
      await waitForState(phone, text, 'Ontvangen')
    }
    await next(tablet, 'Groeperen')
    await box(tablet, 'bank').waitFor()
    await box(tablet, 'regen').waitFor()
    assert.equal(await tablet.locator('.suggestion').count(), 2)
    assert.equal(await screen.locator('.suggestion').count(), 0)
    assert.deepEqual(await groupsShown(tablet), [], 'nothing was done yet')

    const { page: second } = await devices.large('second', sizes.tablet)
    await second.goto(await organiser.pairingLink(session, 'facilitator'))
    await box(second, 'regen').waitFor()

    await box(tablet, 'regen').getByRole('button', { name: 'Niet nu' }).click()
    await box(tablet, 'regen').waitFor({ state: 'detached' })
    await tablet.reload()
    await box(tablet, 'bank').waitFor()
    assert.equal(await box(tablet, 'regen').count(), 0, 'what was put away stays away')
    assert.equal(await box(second, 'regen').count(), 1, 'on that tablet alone')

    await box(tablet, 'bank').getByRole('button', { name: 'Maak groep' }).click()
    await tablet.locator('section.sort-column').first().waitFor()
    assert.deepEqual((await groupsShown(tablet))[0].ideas, ['Een bank in de zon', 'Bankje onder de eik'])
    await box(second, 'bank').waitFor({ state: 'detached' })

    // What comes outside the round for ideas is kept for later, and taken from there it looks for its place.
    await phone.getByText('Idee voor later').click()
    await sendIdea(phone, 'Schommelbank aan de vaart')
    await takeFromLater(tablet, 'Schommelbank aan de vaart')
    await box(tablet, 'Schommelbank').getByRole('button', { name: 'Zet bij A' }).click()
    await tablet.locator('section.sort-column').getByText('Schommelbank aan de vaart').waitFor()

    await tablet.getByRole('button', { name: 'Ongedaan maken' }).first().click()
    await box(tablet, 'Schommelbank').waitFor()
    assert.equal((await groupsShown(tablet))[0].ideas.length, 2)

    await tablet.getByRole('button', { name: 'Toon 1 suggestie weer' }).click()
    await box(tablet, 'regen').waitFor()
    await box(tablet, 'regen').getByRole('button', { name: 'Maak groep' }).focus()
    await tablet.keyboard.press('Enter')
    await tablet.locator('section.sort-column').nth(1).waitFor()
    assert.equal((await groupsShown(tablet)).length, 2)

    await server.kill()
    await server.start()
    await box(tablet, 'Schommelbank').waitFor()
  }))
