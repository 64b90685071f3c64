// One phone joins and sends one idea: when this fails, nothing else needs to be looked at.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { Devices, photograph, sizes } from './support/browser.mjs'
import { Organiser } from './support/organiser.mjs'
import { joinByLink, sendIdea, waitForHeading, waitForState } from './support/phone.mjs'
import { startServer } from './support/server.mjs'
import { next, waitForPeople } from './support/tablet.mjs'

let server, devices
before(async () => {
  server = await startServer()
  devices = await Devices.launch()
})
after(async () => {
  await devices?.close()
  await server?.stop()
})

test('one phone joins and sends one idea', async () => {
  const organiser = await Organiser.setUp(server)
  const session = await organiser.createSession()
  const tablet = await devices.large('tablet', sizes.tablet)
  const phone = await devices.phone('phone')
  try {
    await tablet.page.goto(await organiser.pairingLink(session, 'facilitator'))
    const code = (await tablet.page.locator('.lobby-code').innerText()).replace(/\s/g, '')
    await joinByLink(phone.page, `${server.origin}/#c=${code}`, 'Anna')
    await waitForPeople(tablet.page, 1)
    await next(tablet.page, 'Ideeën')
    await waitForHeading(phone.page, 'Wat wordt onze groene plek?')
    await sendIdea(phone.page, 'Een bank in de zon')
    await waitForState(phone.page, 'Een bank in de zon', 'Ontvangen')
    await tablet.page.getByText('Een bank in de zon').waitFor()
    const { result } = JSON.parse(await organiser.export(session))
    assert.deepEqual(result.ideas.map((idea) => idea.text), ['Een bank in de zon'])
    assert.deepEqual(devices.troubles, [])
  } catch (error) {
    await photograph(tablet.page, 'smoke-tablet')
    await photograph(phone.page, 'smoke-phone')
    throw error
  }
})
