// A session is played back on the big screen, driven from the tablet and by the keys of the big screen itself.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { startServer } from './support/server.mjs'
import { inSmallSession } from './support/small-session.mjs'
import { sendIdea, waitForState } from './support/phone.mjs'
import { next } from './support/tablet.mjs'

let server
before(async () => {
  server = await startServer()
})
after(async () => {
  await server?.stop()
})

test('a running session is played back and shown again', { timeout: 300_000 }, () =>
  inSmallSession(server, 'replay', async ({ tablet, screen, phone }) => {
    await sendIdea(phone, 'Een heg die zoemt')
    await waitForState(phone, 'Een heg die zoemt', 'Ontvangen')
    await next(tablet, 'Groeperen')
    // Until there is a group, the room sees what there is to group.
    await screen.locator('.idea-card', { hasText: 'Een heg die zoemt' }).waitFor()
    const shows = (round) => screen.locator(`.frame--replay.frame--${round}`).waitFor()

    await tablet.getByRole('button', { name: 'Meer', exact: true }).click()
    await tablet.getByRole('dialog').getByRole('button', { name: 'Terugkijken' }).click()
    const bar = tablet.getByRole('slider', { name: 'Moment in de sessie' })
    await bar.waitFor()
    await tablet.waitForTimeout(500)
    assert.equal(await screen.locator('.frame--replay').count(), 0, 'nothing is shown before somebody says so')
    await tablet.getByRole('button', { name: 'Speel af' }).click()
    await screen.locator('.frame--replay').waitFor()
    await bar.focus()
    await bar.press('Home')
    await shows('lobby')
    await screen.getByText('Terugkijken').waitFor()
    // How people came in is for the room of then.
    assert.equal(await screen.locator('.mount').count(), 0)
    await bar.press('End')
    await shows('group')
    await tablet.getByRole('dialog').getByRole('button', { name: 'Ideeën' }).click()
    await shows('ideas')
    const told = tablet.waitForResponse((answer) => answer.url().endsWith('/replay') && answer.request().method() === 'POST')
    await tablet.getByRole('button', { name: 'Pauzeer' }).click()
    await told
    await screen.waitForTimeout(500)

    // The same by the keys of the big screen: to the beginning, step by step, round by round, and to the end of it.
    await screen.keyboard.press('Home')
    await shows('lobby')
    const own = screen.getByRole('slider', { name: 'Moment in de sessie' })
    const stands = (at) => screen.waitForFunction((at) => document.querySelector('.replay input').value === String(at), at)
    const last = Number(await own.getAttribute('max'))
    for (const [key, at] of [['ArrowRight', 1], ['ArrowRight', 2], ['ArrowLeft', 1], ['End', last], ['Home', 0]]) {
      await screen.keyboard.press(key)
      await stands(at)
    }
    // Also while the bar itself has the focus.
    await own.focus()
    await screen.keyboard.press('ArrowRight')
    await stands(1)
    await screen.keyboard.press('Space')
    await screen.waitForFunction(() => Number(document.querySelector('.replay input').value) > 1)
    await screen.keyboard.press('Space')
    const still = await own.inputValue()
    await screen.waitForTimeout(1_500)
    assert.equal(await own.inputValue(), still, 'it stands still')
    await screen.keyboard.press('Home')
    await stands(0)
    await screen.keyboard.press('PageDown')
    await shows('ideas')
    await screen.keyboard.press('End')
    await shows('group')
    await screen.keyboard.press('Home')
    await screen.keyboard.press('Space')
    await shows('group') // it plays through by itself
    await screen.keyboard.press('Escape')
    await screen.locator('.frame--group:not(.frame--replay)').waitFor()
    await screen.keyboard.press('t')
    await screen.locator('.frame--replay').waitFor()

    await tablet.getByRole('button', { name: 'Stop, toon weer wat er nu is' }).click()
    await screen.locator('.frame--group:not(.frame--replay)').waitFor()
  }))
