// Photos of ideas as people bring, show, hide and take them back: two phones, a tablet and the big screen.
import assert from 'node:assert/strict'
import { afterEach, beforeEach, test } from 'node:test'
import { photograph } from './support/browser.mjs'
import { Crowd } from './support/crowd.mjs'
import { cameraPhoto, choosePhoto } from './support/photo.mjs'
import { waitForHeading, waitForState } from './support/phone.mjs'
import { startServer } from './support/server.mjs'
import { inSmallSession } from './support/small-session.mjs'

let server
beforeEach(async () => {
  server = await startServer()
})
afterEach(async () => {
  await server?.stop()
})

const field = 'form.composer textarea'

/** What the phone sent as pieces of a photo. */
function listenForPieces(page) {
  const pieces = []
  page.on('request', (request) => {
    if (request.url().includes('/api/uploads/')) pieces.push(request)
  })
  return pieces
}

test('a photo goes along with an idea, is shown when it is released, and goes when somebody in it asks', () =>
  inSmallSession(server, 'photos', async ({ session, organiser, tablet, screen, phone, devices, door }) => {
    const pieces = listenForPieces(phone)
    const photo = await cameraPhoto(phone)
    assert.ok(photo.buffer.length > 400_000, `${photo.buffer.length} bytes are few for a camera`)

    await choosePhoto(phone.locator('form.composer'), photo)
    await phone.getByRole('img', { name: 'Jouw foto bij dit idee' }).waitFor()
    await phone.locator(field).fill('Een geveltuin bij deze muur')
    await photograph(phone, 'photo-chosen')
    await phone.getByRole('button', { name: 'Verstuur' }).click()
    await waitForState(phone, 'Een geveltuin bij deze muur', 'Ontvangen')
    await phone.getByText('Foto ontvangen. Alleen jij en de begeleider zien hem.').waitFor()
    await photograph(phone, 'photo-arrived')

    // It left small, and without its position.
    const total = Number(pieces[0].headers()['upload-length'])
    assert.ok(total <= 300_000, `${total} bytes`)
    assert.ok(pieces.every((piece) => !(piece.postDataBuffer() ?? Buffer.alloc(0)).includes('KANARIE')))
    assert.ok(pieces.every((piece) => !piece.url().includes(piece.headers().authorization.slice(7))))

    // Its owner says what is on it, for who cannot see it.
    await phone.getByRole('button', { name: 'Bekijk de foto: Een geveltuin bij deze muur' }).click()
    await phone.getByLabel('Wat is er te zien?').fill('Een kale muur met klimop')
    await phone.getByRole('img', { name: 'Foto bij: Een geveltuin bij deze muur' }).waitFor()
    await photograph(phone, 'photo-large')
    await phone.getByRole('dialog').getByRole('button', { name: 'Bewaren' }).click()

    // On the tablet at once; on the big screen when the ideas and the photo are shown.
    await tablet.getByRole('banner').getByRole('button', { name: 'Ideeën' }).click().catch(() => {})
    const tile = tablet.getByRole('button', { name: /Bekijk de foto: Een kale muur met klimop/ })
    await tile.waitFor()
    await tablet.getByRole('button', { name: 'Laat de ideeën zien' }).click()
    await screen.getByText('Een geveltuin bij deze muur').waitFor()
    assert.equal(await screen.locator('.photo img').count(), 0)
    await photograph(tablet, 'photo-tablet')
    await tablet.getByRole('button', { name: 'Laat 1 foto zien' }).click()
    await screen.getByRole('img', { name: 'Een kale muur met klimop' }).waitFor()
    await photograph(screen, 'photo-screen')

    // Hidden on the tablet, and back by undo.
    await tile.click()
    await photograph(tablet, 'photo-sheet')
    await tablet.getByRole('dialog').getByRole('button', { name: 'Verberg' }).click()
    await screen.locator('.photo').waitFor({ state: 'detached' })
    await tablet.getByRole('button', { name: 'Ongedaan maken' }).click()
    await screen.getByRole('img', { name: 'Een kale muur met klimop' }).waitFor()

    // Somebody in the picture has it erased, everywhere.
    const other = await devices.phone('Bo')
    await other.page.goto(door)
    await other.page.getByLabel('Je voornaam').fill('Bo')
    await other.page.getByRole('button', { name: 'Meedoen' }).click()
    await waitForHeading(other.page, 'Wat wordt onze groene plek?')
    await other.page.getByRole('button', { name: 'Bekijk de foto: Een kale muur met klimop' }).click()
    await other.page.getByRole('button', { name: 'Ik sta op deze foto' }).click()
    await photograph(other.page, 'photo-object')
    await other.page.getByRole('button', { name: 'Ja, haal de foto weg' }).click()
    for (const page of [screen, tablet, phone]) await page.locator('.photo, .photo-tile, .mine-idea .photo-thumb').first().waitFor({ state: 'detached' })
    const exported = JSON.parse(await organiser.export(session))
    assert.equal(exported.pictures, undefined)
    assert.ok(!JSON.stringify(exported).includes('klimop'))
    assert.deepEqual(devices.troubles, [])
  }))

test('in a dead spot the text and the photo wait on the phone, and survive a reload', () =>
  inSmallSession(server, 'photos-offline', async ({ session, organiser, phone, devices }) => {
    const photo = await cameraPhoto(phone, 3)
    await phone.context().setOffline(true)
    await choosePhoto(phone.locator('form.composer'), photo)
    await phone.getByRole('img', { name: 'Jouw foto bij dit idee' }).waitFor()
    await phone.locator(field).fill('Schaduw boven de fietsen')
    await phone.locator('form.composer button[type=submit]').click()
    await waitForState(phone, 'Schaduw boven de fietsen', 'Op je telefoon')
    await phone.getByText('Foto staat op je telefoon').waitFor()
    await photograph(phone, 'photo-offline')
    await phone.context().setOffline(false)
    await phone.reload()
    await waitForState(phone, 'Schaduw boven de fietsen', 'Ontvangen')
    await phone.getByText('Foto ontvangen. Alleen jij en de begeleider zien hem.').waitFor()
    const { pictures } = JSON.parse(await organiser.export(session))
    assert.equal(pictures.length, 1)
    assert.deepEqual(devices.troubles, [])
  }))

test('an upload that breaks off goes on where it was, and one that fails leaves the text safe', () =>
  inSmallSession(server, 'photos-broken', async ({ phone, devices }) => {
    let pieces = 0
    await phone.route('**/api/uploads/*', async (route) => {
      pieces += 1
      if (pieces === 2 || pieces === 3) return route.abort()
      return route.continue()
    })
    await choosePhoto(phone.locator('form.composer'), await cameraPhoto(phone, 5))
    await phone.locator(field).fill('Een bank in de luwte')
    await phone.getByRole('button', { name: 'Verstuur' }).click()
    await waitForState(phone, 'Een bank in de luwte', 'Ontvangen')
    await phone.getByText('Foto ontvangen. Alleen jij en de begeleider zien hem.').waitFor()
    assert.ok(pieces >= 4, `${pieces} pieces`)

    await phone.unroute('**/api/uploads/*')
    await phone.route('**/api/uploads/*', (route) =>
      route.fulfill({ status: 422, contentType: 'application/json', body: '{"error":"bad_image"}' }),
    )
    await choosePhoto(phone.locator('form.composer'), await cameraPhoto(phone, 6))
    await phone.locator(field).fill('Nog een bank')
    await phone.getByRole('button', { name: 'Verstuur' }).click()
    await phone.getByText('Foto niet aangekomen. Je tekst is veilig. We konden de foto niet lezen. Kies een andere.').waitFor()
    await waitForState(phone, 'Nog een bank', 'Ontvangen')
    await photograph(phone, 'photo-failed')

    // What is no photo never leaves the phone.
    await choosePhoto(phone.locator('form.composer'), { name: 'x.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('<svg/>') })
    await phone.getByText('Deze foto kunnen we niet lezen. Kies een andere. Je tekst is veilig.').waitFor()
    assert.deepEqual(devices.troubles, [])
  }))

test('a photo that is erased while it is sent says so, and that of somebody who was taken out comes when they are back', () =>
  inSmallSession(server, 'photos-erased', async ({ session, organiser, phone, devices }) => {
    const crowd = await Crowd.gather(devices, server.origin)
    const lead = await crowd.pair(await organiser.pairingLink(session, 'facilitator'))
    let letThrough, waiting
    const hold = () => {
      waiting = new Promise((resolve) => (letThrough = resolve))
    }
    await phone.route('**/api/uploads/*', async (route) => {
      await waiting
      return route.continue().catch(() => {})
    })
    const send = async (text, seed) => {
      await choosePhoto(phone.locator('form.composer'), await cameraPhoto(phone, seed))
      await phone.locator(field).fill(text)
      await phone.getByRole('button', { name: 'Verstuur' }).click()
      await waitForState(phone, text, 'Ontvangen')
    }
    const row = (text) => phone.locator('.mine-idea', { hasText: text })

    hold()
    await send('Een bank in de luwte', 7)
    await row('luwte').getByText('Foto staat op je telefoon').waitFor()
    await lead.say('object_to_photo', { photo: 1 })
    const said = row('luwte').getByText('Foto niet aangekomen. Je tekst is veilig. De foto is gewist.')
    await said.waitFor()
    const answered = phone.waitForResponse((response) => response.url().includes('/api/uploads/'))
    letThrough()
    assert.equal((await answered).status(), 404)
    await said.waitFor()
    await photograph(phone, 'photo-erased')
    await phone.getByRole('button', { name: 'Bekijk de foto: Een bank in de luwte' }).click()
    await phone.getByRole('button', { name: 'Foto weghalen' }).click()
    await phone.getByRole('dialog').getByRole('button', { name: 'Ja, wis de foto' }).click()
    await said.waitFor({ state: 'detached' })

    hold()
    await send('Een tafel eronder', 8)
    await row('eronder').getByText('Foto staat op je telefoon').waitFor()
    const [{ id: anna }] = (await lead.records('person')).filter(({ name }) => name === 'Anna')
    await lead.say('remove_person', { person: anna })
    await phone.locator('.message').waitFor()
    const refused = phone.waitForResponse((response) => response.url().includes('/api/uploads/'))
    letThrough()
    assert.equal((await refused).ok(), false)
    await lead.say('bring_back_person', { person: anna })
    await row('eronder').getByText('Foto ontvangen. Alleen jij en de begeleider zien hem.').waitFor({ timeout: 30_000 })
    await photograph(phone, 'photo-after-return')
    assert.deepEqual(devices.troubles, [])
  }))
