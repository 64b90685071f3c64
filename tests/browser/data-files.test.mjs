// What a session made, to go on with elsewhere, from the desk: a workbook, CSV and days for a calendar; and a file that takes long, which
// shows how far it is and can be stopped.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { axeFindings } from './support/axe.mjs'
import { photograph, setBox, sizes } from './support/browser.mjs'
import { readCsv } from './support/csv.mjs'
import * as deskPage from './support/desk.mjs'
import { sendIdea, waitForState } from './support/phone.mjs'
import { startServer } from './support/server.mjs'
import { inSmallSession } from './support/small-session.mjs'
import { readZip } from './support/zip.mjs'

let server
before(async () => {
  server = await startServer()
})
after(async () => {
  await server?.stop()
})

test('tables and days are saved from the desk, and what takes long can be stopped', () =>
  inSmallSession(server, 'data-files', async ({ organiser, session, phone, tablet, devices }) => {
    await sendIdea(phone, '=1+1 bankjes')
    await waitForState(phone, '=1+1 bankjes', 'Ontvangen')
    await tablet.getByRole('button', { name: 'Laat de ideeën zien' }).click()

    const { page: desk } = await devices.large('desk', sizes.laptop)
    await organiser.logIn(desk)
    await desk.goto(`${server.origin}/desk#/sessions/${session}`)
    const panel = desk.getByRole('region', { name: 'Verslag' })
    await panel.getByRole('heading', { name: 'Om mee verder te werken' }).scrollIntoViewIfNeeded()
    await photograph(desk, 'data-files')
    assert.deepEqual(await axeFindings(desk), [])

    const workbook = readZip(await deskPage.savedBytes(desk, 'Bewaar als rekenblad (Excel)'))
    assert.ok(workbook.get('xl/sharedStrings.xml').toString('utf8').includes('=1+1 bankjes'))
    await desk.locator('.ui-toast-text', { hasText: 'Het bestand is bewaard.' }).waitFor()
    const tables = readZip(await deskPage.savedBytes(desk, 'Bewaar als CSV (ZIP)'))
    assert.ok(readCsv(tables.get('ideeen.csv').toString('utf8')).some((row) => row[1] === "'=1+1 bankjes"))
    await setBox(panel.getByLabel('Engels'))
    const english = readZip(await deskPage.savedBytes(desk, 'Bewaar als CSV (ZIP)'))
    assert.equal(readCsv(english.get('ideas.csv').toString('utf8'))[0][1], 'Idea')

    // Nothing has a day yet.
    await desk.getByRole('button', { name: 'Bewaar voor de agenda' }).click()
    await desk.locator('.ui-toast-text', { hasText: 'Er is nog geen dag afgesproken. Er is niets bewaard.' }).waitFor()

    // One that takes long, for it is held back here: it says how far it is, and stopping is for the server to hear.
    let asked
    const gone = new Promise((resolve) => desk.on('requestfailed', (request) => request.url().includes('format=pdf') && resolve(request.failure().errorText)))
    await desk.route('**/export?format=pdf*', (route) => {
      asked = new URL(route.request().url()).searchParams.get('work')
    })
    await desk.route('**/export/progress?*', (route) => {
      assert.equal(new URL(route.request().url()).searchParams.get('work'), asked)
      return route.fulfill({ json: { done: 420 } })
    })
    await panel.getByRole('button', { name: 'Bewaar als PDF' }).click()
    await panel.getByRole('status').getByText('Bezig met het bestand: 42 %').waitFor()
    await photograph(desk, 'data-files-making')
    assert.deepEqual(await axeFindings(desk), [])
    await panel.getByRole('button', { name: 'Stop' }).click()
    await desk.locator('.ui-toast-text', { hasText: 'Gestopt. Er is niets bewaard.' }).waitFor()
    assert.match(await gone, /ABORTED/)
    assert.equal(await panel.getByRole('button', { name: 'Stop' }).count(), 0)
  }))

test('what the tablet downloads says how far it is, and is stopped', () =>
  inSmallSession(server, 'data-files-tablet', async ({ tablet }) => {
    await tablet.getByRole('banner').getByRole('button', { name: 'Meer' }).click()
    const sheet = tablet.getByRole('dialog')
    let asked
    const gone = new Promise((resolve) => tablet.on('requestfailed', (request) => request.url().includes('format=pdf') && resolve(request.failure().errorText)))
    await tablet.route('**/export?format=pdf*', (route) => {
      asked = new URL(route.request().url()).searchParams.get('work')
    })
    await tablet.route('**/export/progress?*', (route) => {
      assert.equal(new URL(route.request().url()).searchParams.get('work'), asked)
      assert.match(route.request().headers().authorization ?? '', /^Bearer /)
      return route.fulfill({ json: { done: 420 } })
    })
    await sheet.getByRole('button', { name: 'Download het verslag (PDF)' }).click()
    await sheet.getByRole('status').getByText('Bezig met het bestand: 42 %').waitFor()
    await sheet.getByRole('button', { name: 'Stop met downloaden' }).scrollIntoViewIfNeeded()
    await photograph(tablet, 'data-files-tablet')
    assert.deepEqual(await axeFindings(tablet), [])
    await sheet.getByRole('button', { name: 'Stop met downloaden' }).click()
    assert.match(await gone, /ABORTED/)
    await sheet.getByRole('button', { name: 'Stop met downloaden' }).waitFor({ state: 'detached' })
    assert.equal(await sheet.getByText('Downloaden lukt nu niet.').count(), 0)
    // Nothing of it is in the way of the next one.
    await tablet.unroute('**/export?format=pdf*')
    const saved = tablet.waitForEvent('download')
    await sheet.getByRole('button', { name: 'Download het verslag (PDF)' }).click()
    assert.match((await saved).suggestedFilename(), /\.pdf$/)
  }))

test('a file that is brought in at the desk says how far it is, and is stopped with nothing left of it', () =>
  inSmallSession(server, 'data-files-import', async ({ organiser, session, devices }) => {
    const file = await organiser.export(session)
    await organiser.ask('DELETE', `/api/sessions/${session}`)
    const sessions = async () => JSON.parse(await organiser.ask('GET', '/api/sessions')).sessions.map(({ id }) => id).sort()
    const before = await sessions()
    const { page: desk } = await devices.large('desk', sizes.laptop)
    await organiser.logIn(desk)
    await desk.goto(`${server.origin}/desk#/sessions`)
    const bring = async (bytes) => {
      await desk.getByRole('button', { name: 'Inlezen', exact: true }).first().click()
      const sheet = desk.getByRole('dialog')
      await sheet.locator('input[type=file]').setInputFiles({ name: 'sessie.kiemkring', mimeType: 'application/json', buffer: Buffer.from(bytes) })
      await sheet.getByRole('button', { name: 'Lees in' }).click()
      return sheet
    }
    // As long as what a room with many photos makes: the server reads a while.
    const end = file.lastIndexOf('}')
    const sheet = await bring(file.slice(0, end) + ' '.repeat(40_000_000) + file.slice(end))
    await sheet.getByText(/^(Versturen: \d+ %|Verstuurd\. De server leest het bestand\.)$/).waitFor()
    await photograph(desk, 'data-files-import')
    await sheet.getByRole('button', { name: 'Stop met inlezen' }).click()
    await desk.locator('.ui-toast-text', { hasText: 'Het inlezen is gestopt.' }).waitFor()
    await sheet.waitFor({ state: 'detached' })
    assert.deepEqual(await sessions(), before)
    // One after the other is read: when this one is in, nothing of the other came, and nothing of it is in the way.
    await bring(file)
    await desk.getByRole('heading', { level: 1 }).waitFor()
    await desk.locator('.ui-toast-text', { hasText: 'De sessie is ingelezen.' }).waitFor()
    assert.deepEqual(await sessions(), [...before, session].sort())
  }))
