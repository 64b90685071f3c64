// The report of a trajectory from the desk: chosen, looked at, taken away as a PDF, as a page and on one sheet; with only the names of who agreed.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { after, before, test } from 'node:test'
import { fullDossier } from './full-dossier.mjs'
import { axeFindings } from './support/axe.mjs'
import { Devices, photograph, setBox, sizes } from './support/browser.mjs'
import { Organiser } from './support/organiser.mjs'
import { startServer } from './support/server.mjs'

let server, devices, desk, organiser, trajectory
before(async () => {
  server = await startServer()
  devices = await Devices.launch()
  organiser = await Organiser.setUp(server)
  trajectory = await fullDossier(organiser)
  desk = (await devices.large('desk', sizes.laptop)).page
  await organiser.logIn(desk)
  await desk.goto(`${server.origin}/desk#/trajectories/${trajectory}`)
})
after(async () => {
  await devices?.close()
  await server?.stop()
})

const panel = () => desk.getByRole('region', { name: 'Verslag' })
async function saved(button) {
  const download = desk.waitForEvent('download')
  await panel().getByRole('button', { name: button }).click()
  return await (await download).path()
}

test('the report is looked at, names only who agreed, and says all five steps', async () => {
  await panel().getByText('Het hele traject').waitFor()
  await panel().scrollIntoViewIfNeeded()
  await photograph(desk, 'trajectory-report-desk')
  assert.deepEqual(await axeFindings(desk), [])
  const opened = desk.context().waitForEvent('page')
  await panel().getByRole('link', { name: 'Bekijk het verslag' }).click()
  const report = await opened
  await report.getByRole('heading', { name: 'Stap 4: het plan' }).waitFor()
  await report.getByText('Samira Haddad: trekt de kar').waitFor()
  await report.getByText('planten met kale wortel', { exact: true }).waitFor()
  for (const name of ['Bram Smit', 'Joost de Wit', 'Hein Stil', 'Kees van Dam']) assert.equal(await report.getByText(name).count(), 0, name)
  assert.deepEqual(await axeFindings(report), [])
  await photograph(report, 'trajectory-report-page')
  // Both languages, on a wide screen and on a phone.
  for (const language of ['nl', 'en'])
    for (const size of [sizes.laptop, sizes.phone]) {
      await report.setViewportSize(size)
      await report.goto(`${server.origin}/api/trajectories/${trajectory}/export?format=html&look=1&readers=archive&names=everybody&language=${language}`)
      await report.getByRole('heading', { name: language === 'nl' ? 'Stap 3: de keuze' : 'Step 3: the choice' }).waitFor()
      assert.deepEqual(await axeFindings(report), [], `${language} ${size.width}`)
      const wider = await report.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
      assert.equal(wider, 0, `${language}: wider than ${size.width}`)
      await photograph(report, `trajectory-report-page-${language}-${size.width}`)
    }
  await report.close()
})

test('it has the logo of the organisation, is looked at inside the desk, says how far it is, and leaves nothing when it is stopped', async () => {
  await panel().getByText('Logo en kleur').click()
  await panel().getByLabel('Kies een logo').setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer: logo })
  await panel().getByRole('img', { name: 'Het logo' }).waitFor()
  await panel().getByText('Kijk hier alvast').click()
  const preview = desk.frameLocator('iframe[title="Zo ziet het verslag eruit"]')
  await preview.getByRole('heading', { name: 'Stap 4: het plan' }).waitFor()
  await preview.locator('img.logo').waitFor()
  await photograph(desk, 'trajectory-report-preview')
  assert.deepEqual(await axeFindings(desk), [])
  await panel().getByText('Kijk hier alvast').click()
  await panel().getByText('Logo en kleur').click()

  // One that takes long, for it is held back here.
  let asked
  await desk.route('**/export?format=pdf*', (route) => {
    asked = new URL(route.request().url()).searchParams.get('work')
  })
  await desk.route('**/export/progress?*', (route) => {
    const url = new URL(route.request().url())
    assert.equal(url.pathname, `/api/trajectories/${trajectory}/export/progress`)
    assert.equal(url.searchParams.get('work'), asked)
    return route.fulfill({ json: { done: 420 } })
  })
  await panel().getByRole('button', { name: 'Bewaar als PDF' }).click()
  await panel().getByRole('status').getByText('Bezig met het bestand: 42 %').waitFor()
  await photograph(desk, 'trajectory-report-making')
  await panel().getByRole('button', { name: 'Stop' }).click()
  await desk.locator('.ui-toast-text', { hasText: 'Gestopt. Er is niets bewaard.' }).waitFor()
  await desk.unrouteAll({ behavior: 'ignoreErrors' })
  const { reports } = JSON.parse(await organiser.ask('GET', `/api/trajectories/${trajectory}/reports`))
  assert.deepEqual(reports, [])
})

test('the archive has every name, and the summary is one page with the logo', async () => {
  const one = await saved('Bewaar de samenvatting op één A4')
  assert.match(execFileSync('pdfimages', ['-list', one], { encoding: 'utf8' }), /\b72\s+24\b/)
  assert.match(execFileSync('pdfinfo', [one], { encoding: 'utf8' }), /Pages:\s+1\b/)
  await setBox(panel().getByLabel('Archief'))
  const whole = await saved('Bewaar als PDF')
  assert.ok(readFileSync(whole, 'latin1').startsWith('%PDF-'))
  const text = execFileSync('pdftotext', ['-layout', whole, '-'], { encoding: 'utf8' })
  for (const name of ['Bram Smit', 'Joost de Wit', 'Hein Stil', 'Kees van Dam']) assert.ok(text.includes(name), name)
  await setBox(panel().getByLabel('Geen namen'))
  const anonymous = readFileSync(await saved('Bewaar als webpagina'), 'utf8')
  for (const name of ['Samira Haddad', 'Truus Bakker', 'Mirjam Post', 'Wethouder Smeets']) assert.ok(!anonymous.includes(name), name)
})

test('what was made stands in the history, the same content under the same version, and what changed since is counted', async () => {
  await panel().getByText('Verslagen die al gemaakt zijn').click()
  const lines = panel().locator('.report__made li')
  await lines.first().waitFor()
  assert.equal(await lines.count(), 3)
  await panel().getByText('op één A4, PDF').waitFor()
  await panel().getByText('Niets veranderd sinds dit verslag').first().waitFor()
  await setBox(panel().getByLabel('Alleen wie dat goed vindt'))
  const first = readFileSync(await saved('Bewaar als webpagina'), 'utf8')
  const second = readFileSync(await saved('Bewaar als webpagina'), 'utf8')
  const version = (page) => /Versie (\d+) van de inhoud. Vingerafdruk \(sha256\): ([0-9a-f]{64})/.exec(page)?.slice(1)
  assert.ok(version(first))
  assert.deepEqual(version(second), version(first))
  await lines.nth(3).waitFor()
  assert.equal(await lines.count(), 4)
  await photograph(desk, 'trajectory-report-history')
  assert.deepEqual(await axeFindings(desk), [])

  const key = () => 'c0ffee'.padEnd(32, '0')
  await organiser.ask('POST', `/api/trajectories/${trajectory}`, { key: key(), op: 'put_entry', args: { id: 0, was: null, now: { kind: 'company', name: 'Kwekerij Zuid', trade: '', note: '' } } })
  const third = readFileSync(await saved('Bewaar als webpagina'), 'utf8')
  assert.notEqual(version(third)[1], version(first)[1])
  assert.equal(Number(version(third)[0]), Number(version(first)[0]) + 1)
  await panel().getByText('1 verandering sinds dit verslag').first().waitFor()
})

/** A small comb, transparent between its teeth. */
const logo = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAEgAAAAYCAYAAABZY7uwAAAAR0lEQVR42u3QoREAIBADwVRCYVT3nYLFIJDPbGbORmzGrKV7gQAIECBAHwHlcd3/AQECBAgQIECAAAECBAgQIECAAAECdGwDFLnRgTtBCcUAAAAASUVORK5CYII=',
  'base64',
)
