// "Looks alike": a facilitator takes proposals one by one, puts one away, undoes one; two tablets see the same.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sizes } from './support/browser.mjs'
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

const box = (page, text) => page.locator('.sort-suggestion', { hasText: text })

test('proposals are taken one by one, put away, and undone', { timeout: 120_000 }, () =>
  inSmallSession(server, 'suggestions', async ({ organiser, session, tablet, screen, phone, devices }) => {
    // "Een bank in de zon" is there already.
    const more = ['Bankje onder de eik', 'Regenton aan hal 3', 'Regenwater van het dak opvangen', 'Koor in de kantine']
    for (const text of more) {
      await sendIdea(phone, text)
      await waitForState(phone, text, 'Ontvangen')
    }
    await next(tablet, 'Groepen')
    await box(tablet, 'bank').waitFor()
    await box(tablet, 'regen').waitFor()
    assert.equal(await tablet.locator('.sort-suggestion').count(), 2)
    assert.equal(await screen.locator('.sort-suggestion').count(), 0)
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

    await sendIdea(phone, 'Schommelbank aan de vaart')
    await box(tablet, 'Schommelbank').getByRole('button', { name: 'Zet bij A' }).click()
    await tablet.locator('section.sort-column').getByText('Schommelbank aan de vaart').waitFor()

    await tablet.getByRole('button', { name: 'Ongedaan maken' }).first().click()
    await box(tablet, 'Schommelbank').waitFor()
    assert.equal((await groupsShown(tablet))[0].ideas.length, 2)

    await tablet.getByRole('button', { name: 'Toon 1 voorstel weer' }).click()
    await box(tablet, 'regen').waitFor()
    await box(tablet, 'regen').getByRole('button', { name: 'Maak groep' }).focus()
    await tablet.keyboard.press('Enter')
    await tablet.locator('section.sort-column').nth(1).waitFor()
    assert.equal((await groupsShown(tablet)).length, 2)

    await server.kill()
    await server.start()
    await box(tablet, 'Schommelbank').waitFor()
  }))
