// A laptop breaks in the middle of a session, and a backup goes on another: with the phones that are still in the room.
import assert from 'node:assert/strict'
import { join } from 'node:path'
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

test('phones go on with a restored backup, and send what waited', async () => {
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

    const file = join(server.data, 'kring.kiemkring-backup')
    assert.match(server.command('backup', file, '--data', server.data), /1 organisers, 1 sessions/)
    await sendIdea(phone.page, 'Een heg die zoemt')
    await waitForState(phone.page, 'Een heg die zoemt', 'Ontvangen')

    await server.kill()
    await sendIdea(phone.page, 'Een vijver met kikkers')
    const restored = join(server.data, 'restored')
    assert.match(server.command('restore', file, '--data', restored, '--dry-run'), /Nothing was written/)
    assert.match(server.command('restore', file, '--data', restored), /restored into/)
    await server.start(restored)

    await waitForState(phone.page, 'Een vijver met kikkers', 'Ontvangen')
    await tablet.page.getByText('Een vijver met kikkers').waitFor()
    // Written after the backup was made: lost with the laptop, and no screen pretends otherwise.
    await phone.page.getByText('Een heg die zoemt').waitFor({ state: 'detached' })
    await tablet.page.getByText('Een heg die zoemt').waitFor({ state: 'detached' })
    const { result } = JSON.parse(server.command('export', session, '--data', restored))
    assert.deepEqual(result.ideas.map((idea) => idea.text), ['Een bank in de zon', 'Een vijver met kikkers'])
  } catch (error) {
    await photograph(tablet.page, 'restore-tablet')
    await photograph(phone.page, 'restore-phone')
    throw error
  }
})
