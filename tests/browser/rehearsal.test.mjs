// A facilitator rehearses before the room fills: one tap makes a copy full of people who behave like people, every screen says
// what it is, and one tap erases it with all they did.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { Devices, photograph, sizes } from './support/browser.mjs'
import { Organiser } from './support/organiser.mjs'
import { joinByLink } from './support/phone.mjs'
import { startServer } from './support/server.mjs'
import { sitePlan } from './support/site-plan.mjs'
import { next } from './support/tablet.mjs'

let server, devices
before(async () => {
  server = await startServer()
  devices = await Devices.launch()
})
after(async () => {
  await devices?.close()
  await server?.stop()
})

const oneTap = (page, name) => page.getByRole('button', { name, exact: true }).click()
const codeOf = async (tablet) => (await tablet.locator('.lobby-code').innerText()).replace(/\s/g, '')
const saysRehearsal = (page) => page.locator('.ui-strip', { hasText: 'Dit is een oefening.' }).waitFor()
const counted = (page, selector, least) =>
  page.waitForFunction(([selector, least]) => document.querySelectorAll(selector).length >= least, [selector, least], { timeout: 90_000 })

test('a session is rehearsed with simulated people and erased again', { timeout: 300_000 }, async () => {
  const organiser = (server.organiser ??= await Organiser.setUp(server))
  const session = await organiser.createSession()
  const { page: tablet } = await devices.large('tablet', sizes.tablet)
  const { page: screen } = await devices.large('screen', sizes.beamer)
  const { page: phone } = await devices.phone('phone')
  const { page: desk } = await devices.large('desk', sizes.laptop)
  try {
    await tablet.goto(await organiser.pairingLink(session, 'facilitator'))
    const realCode = await codeOf(tablet)
    await screen.goto(await organiser.pairingLink(session, 'screen'))
    await screen.locator('.code').waitFor()
    await oneTap(tablet, 'Oefenen')
    await saysRehearsal(tablet)
    const code = await codeOf(tablet)
    assert.notEqual(code, realCode)
    await counted(tablet, '.meadow > li', 12)

    await oneTap(tablet, 'Groot scherm')
    await screen.goto('about:blank')
    await screen.goto(await tablet.getByRole('dialog').getByRole('textbox').inputValue())
    await tablet.keyboard.press('Escape')
    await screen.getByText('Dit is een oefening').waitFor()
    await phone.goto(`${server.origin}/#c=${code}`)
    await saysRehearsal(phone)
    await joinByLink(phone, `${server.origin}/#c=${code}`, 'Mijn telefoon')
    await saysRehearsal(phone)

    await next(tablet, 'Ideeën')
    const began = Date.now()
    await tablet.getByRole('heading', { name: /^[1-9]\d* idee/ }).waitFor({ timeout: 60_000 })
    assert.ok(Date.now() - began > 3_000, 'nobody types an idea in no time')
    await tablet.getByRole('heading', { name: /^(1[5-9]|[2-9]\d) ideeën/ }).waitFor({ timeout: 90_000 })

    await assert.rejects(organiser.export(await rehearsalOf(organiser, session)), /409/)
    await assert.rejects(
      async () => server.command('export', await rehearsalOf(organiser, session), '--data', server.data),
      /is a rehearsal/,
    )

    await oneTap(tablet, 'Stop en wis')
    await phone.getByRole('heading', { name: 'Deze sessie is gewist' }).waitFor()
    // Tablet and big screen are where they were, and nothing of it stayed.
    await screen.locator('.code', { hasText: `${realCode.slice(0, 3)} ${realCode.slice(3)}` }).waitFor()
    assert.equal(await screen.locator('.rehearsal-sign').count(), 0)
    await tablet.getByRole('button', { name: 'Mensen, 0 binnen' }).waitFor()
    assert.equal(await codeOf(tablet), realCode)
    assert.equal(await rehearsalOf(organiser, session), undefined)
    assert.deepEqual(JSON.parse(await organiser.export(session)).result.ideas, [])

    // From the desk the same, in a list that says what it is.
    await organiser.logIn(desk)
    await desk.goto(`${server.origin}/desk#/sessions/${session}`)
    await oneTap(desk, 'Oefenen')
    await desk.getByRole('heading', { name: /Oefening/ }).waitFor()
    await desk.goto(`${server.origin}/desk#/`)
    await desk.locator('.rehearsal-mark').first().waitFor()
    assert.equal(await desk.locator('.rehearsal-mark').count(), 1)
    // Simulated people do not outlive their server, and what they did goes with them.
    await server.kill()
    await server.start()
    for (let i = 0; i < 50 && (await rehearsalOf(organiser, session)); ++i) await desk.waitForTimeout(100)
    assert.equal(await rehearsalOf(organiser, session), undefined)
    assert.deepEqual(devices.troubles, [])
  } catch (error) {
    for (const [device, page] of Object.entries({ tablet, screen, phone, desk })) await photograph(page, `rehearsal-${device}`)
    throw error
  }
})

test('people of a rehearsal walk over the plan of the session that is rehearsed', { timeout: 300_000 }, async () => {
  const organiser = (server.organiser ??= await Organiser.setUp(server))
  const session = await organiser.createSession({ template: 'outside-120' })
  const { page: tablet } = await devices.large('tablet of a walk', sizes.tablet)
  try {
    await tablet.goto(await organiser.pairingLink(session, 'facilitator'))
    await oneTap(tablet, 'Meer')
    await oneTap(tablet, 'Plattegrond')
    const plan = tablet.getByRole('dialog', { name: 'Plattegrond' })
    await plan.locator('input[type=file]').setInputFiles(await sitePlan(tablet))
    await plan.getByRole('img', { name: 'Plattegrond van het terrein' }).waitFor()
    await plan.getByRole('button', { name: 'Sluit' }).click()
    await oneTap(tablet, 'Oefenen')
    await saysRehearsal(tablet)
    await counted(tablet, '.meadow > li', 12)
    await next(tablet, 'Rondje terrein')
    await tablet.locator('.site-plan-sheet img').waitFor()
    await counted(tablet, '.site-pin', 6)
    await photograph(tablet, 'rehearsal-walk')
    await oneTap(tablet, 'Stop en wis')
    await tablet.getByRole('button', { name: 'Mensen, 0 binnen' }).waitFor()
    assert.deepEqual(JSON.parse(await organiser.export(session)).result.ideas, [])
    assert.deepEqual(devices.troubles, [])
  } catch (error) {
    for (const [device, page] of Object.entries({ tablet })) await photograph(page, `rehearsal-walk-${device}`)
    throw error
  }
})

async function rehearsalOf(organiser, session) {
  const { sessions } = JSON.parse(await organiser.ask('GET', '/api/sessions'))
  return sessions.find(({ rehearsal_of }) => rehearsal_of === session)?.id
}
