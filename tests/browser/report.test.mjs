// The report of a session from the desk: chosen, looked at, and taken away as a PDF and as a page.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, test } from 'node:test'
import { axeFindings } from './support/axe.mjs'
import { photograph, sizes } from './support/browser.mjs'
import { sendIdea, waitForState } from './support/phone.mjs'
import { startServer } from './support/server.mjs'
import { inSmallSession } from './support/small-session.mjs'

let server
before(async () => {
  server = await startServer()
})
after(async () => {
  await server?.stop()
})

test('a report is chosen at the desk, looked at, and saved', () =>
  inSmallSession(server, 'report', async ({ organiser, session, phone, tablet, devices }) => {
    await sendIdea(phone, 'Een vijver met <b>kikkers</b>')
    await waitForState(phone, 'Een vijver met <b>kikkers</b>', 'Ontvangen')
    await tablet.getByRole('button', { name: 'Laat de ideeën zien' }).click()

    const { page: desk } = await devices.large('desk', sizes.laptop)
    const [name, value] = organiser.cookie.split('=')
    await desk.context().addCookies([{ name, value, url: server.origin }])
    await desk.goto(`${server.origin}/desk#/sessions/${session}`)
    const panel = desk.getByRole('region', { name: 'Verslag' })
    await panel.getByText('De sessie loopt nog.').waitFor()
    await panel.getByLabel('Geen namen').check({ force: true })
    await panel.getByText('Schreef iemand zelf een naam').waitFor()
    await panel.getByText('Wat erin staat: 6 delen').click()
    await panel.getByRole('checkbox', { name: 'Besluiten' }).check({ force: true })
    await panel.getByText('Wat erin staat: 7 delen').waitFor()
    await panel.scrollIntoViewIfNeeded()
    await photograph(desk, 'report-desk')
    assert.deepEqual(await axeFindings(desk), [])

    const opened = desk.context().waitForEvent('page')
    await panel.getByRole('link', { name: 'Bekijk het verslag' }).click()
    const report = await opened
    await report.getByRole('heading', { name: 'Alle ideeën' }).waitFor()
    await report.getByText('Tussenstand van').waitFor()
    await report.getByText('Een vijver met <b>kikkers</b>').first().waitFor()
    assert.equal(await report.getByText('Anna').count(), 0)
    assert.deepEqual(await axeFindings(report), [])
    await photograph(report, 'report-page')

    const saved = desk.waitForEvent('download')
    await panel.getByRole('button', { name: 'Bewaar als PDF' }).click()
    const file = await saved
    assert.equal(file.suggestedFilename(), `kiemkring-${session}.pdf`)
    assert.ok(readFileSync(await file.path(), 'latin1').startsWith('%PDF-'))
  }))
