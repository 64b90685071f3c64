// The smallest session that lives: a tablet, a big screen and one phone, in the round of ideas, with one idea in it.
import { Devices, photograph, sizes } from './browser.mjs'
import { Organiser } from './organiser.mjs'
import { joinByLink, sendIdea, waitForHeading, waitForState } from './phone.mjs'
import { next, waitForPeople } from './tablet.mjs'

/**
 * Runs `use({ organiser, session, tablet, screen, phone, devices, door })` in one; `door` is the link to join by. When it fails, `failed/NAME-*.png` shows every page. With
 * `devices` it is held on those, which stay open.
 */
export async function inSmallSession(server, name, use, { devices: given } = {}) {
  const devices = given ?? (await Devices.launch())
  const pages = {}
  try {
    // A server is set up once, and may have several sessions.
    const organiser = (server.organiser ??= await Organiser.setUp(server))
    const session = await organiser.createSession()
    pages.screen = (await devices.large('screen', sizes.beamer)).page
    pages.tablet = (await devices.large('tablet', sizes.tablet)).page
    pages.phone = (await devices.phone('phone')).page
    const { screen, tablet, phone } = pages
    await screen.goto(await organiser.pairingLink(session, 'screen'))
    await tablet.goto(await organiser.pairingLink(session, 'facilitator'))
    const code = (await tablet.locator('.lobby-code').innerText()).replace(/\s/g, '')
    const door = `${server.origin}/#c=${code}`
    await joinByLink(phone, door, 'Anna')
    await waitForPeople(tablet, 1)
    await next(tablet, 'Ideeën')
    await waitForHeading(phone, 'Wat wordt onze groene plek?')
    await sendIdea(phone, 'Een bank in de zon')
    await waitForState(phone, 'Een bank in de zon', 'Ontvangen')
    await use({ organiser, session, tablet, screen, phone, devices, door })
  } catch (error) {
    for (const [device, page] of Object.entries(pages)) await photograph(page, `${name}-${device}`)
    throw error
  } finally {
    if (!given) await devices.close()
  }
}
