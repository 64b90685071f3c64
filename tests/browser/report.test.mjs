// The report of a session from the desk: chosen, looked at, and taken away as a PDF, as a page and as a Word file.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { after, before, test } from 'node:test'
import { axeFindings } from './support/axe.mjs'
import { photograph, setBox, sizes } from './support/browser.mjs'
import { Crowd } from './support/crowd.mjs'
import { cameraPhoto } from './support/photo.mjs'
import { sendIdea, waitForState } from './support/phone.mjs'
import { readQrCode } from './support/qr.mjs'
import { startServer } from './support/server.mjs'
import { sitePlan } from './support/site-plan.mjs'
import { inSmallSession } from './support/small-session.mjs'
import { readInWriter } from './support/writer.mjs'

let server
before(async () => {
  server = await startServer()
})
after(async () => {
  await server?.stop()
})

/** What the phone says reaches the server a moment later. */
async function until(ask, wanted) {
  const end = Date.now() + 20_000
  while ((await ask()) !== wanted) {
    assert.ok(Date.now() < end, `not ${wanted} within 20 s`)
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}

test('a report is chosen at the desk, looked at, and saved', () =>
  inSmallSession(server, 'report', async ({ organiser, session, phone, tablet, devices }) => {
    await sendIdea(phone, 'Een vijver met <b>kikkers</b>')
    await waitForState(phone, 'Een vijver met <b>kikkers</b>', 'Ontvangen')
    await tablet.getByRole('button', { name: 'Laat de ideeën zien' }).click()

    const { page: desk } = await devices.large('desk', sizes.laptop)
    await organiser.logIn(desk)
    await desk.goto(`${server.origin}/desk#/sessions/${session}`)
    const panel = desk.getByRole('region', { name: 'Verslag' })
    await panel.getByText('De sessie is nog niet afgesloten.').waitFor()
    await setBox(panel.getByLabel('Geen namen'))
    await panel.getByText('Schreef iemand zelf een naam').waitFor()
    await panel.getByText('Wat erin staat: 7 delen').click()
    await setBox(panel.getByRole('checkbox', { name: 'Besluiten' }))
    await panel.getByText('Wat erin staat: 8 delen').waitFor()
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

    await panel.getByText('Kijk hier alvast').click()
    const preview = desk.frameLocator('iframe[title="Zo ziet het verslag eruit"]')
    await preview.getByRole('heading', { name: 'Alle ideeën' }).waitFor()
    const { width } = await desk.locator('iframe[title="Zo ziet het verslag eruit"]').boundingBox()
    assert.ok(width > 600, `the report is looked at ${width} px wide`)
    await panel.getByText('Kijk hier alvast').click()
    // Anna says on her phone that she may be named, and takes it back.
    const names = async () => {
      const answer = await organiser.ask('GET', `/api/sessions/${session}/export?format=html&readers=board`)
      return answer.includes('Anna')
    }
    assert.equal(await names(), false)
    await phone.getByRole('button', { name: 'Van mij' }).click()
    const box = phone.getByLabel('Mijn naam (Anna) mag in het verslag staan')
    await box.click()
    await until(names, true)
    await photograph(phone, 'report-name-consent')
    assert.deepEqual(await axeFindings(phone), [])
    await box.click()
    await until(names, false)

    const saved = desk.waitForEvent('download')
    await panel.getByRole('button', { name: 'Bewaar als PDF' }).click()
    const file = await saved
    assert.equal(file.suggestedFilename(), `kiemkring-${session}.pdf`)
    assert.ok(readFileSync(await file.path(), 'latin1').startsWith('%PDF-'))
  }))

test('why a vote is closed early is asked on the tablet, and stands in the report', () =>
  inSmallSession(server, 'report-early', async ({ organiser, session, tablet, phone, devices, door }) => {
    const crowd = await Crowd.gather(devices, server.origin)
    const lead = await crowd.pair(await organiser.pairingLink(session, 'facilitator'))
    await crowd.join({ code: door.split('c=')[1] }, 'Bo')
    const [{ rounds }] = await lead.records('agenda')
    const go = (kind) => lead.say('start_round', { round: rounds.find((round) => round.kind === kind).id, in_ms: 0 })
    await go('vote')
    const close = () => tablet.getByRole('button', { name: 'Sluit de stemming' }).click()
    const early = tablet.getByRole('button', { name: 'Sluit over 10 seconden', exact: true })
    await close()
    await tablet.getByText('0 van de 2 stemden.').waitFor()
    const why = tablet.getByLabel('Waarom nu al?')
    await why.fill('De laatste trein gaat om <zes> uur')
    await photograph(tablet, 'report-early-tablet')
    assert.deepEqual(await axeFindings(tablet), [])
    await why.press('Enter')
    // Kept open after all: it asks again, with what was said before.
    await tablet.getByRole('button', { name: 'Stop, nog niet sluiten' }).click()
    await close()
    assert.equal(await why.inputValue(), 'De laatste trein gaat om <zes> uur')
    await early.click()
    await tablet.getByRole('button', { name: 'Sluit nu' }).click()
    await tablet.getByRole('heading', { name: 'De stemming is dicht' }).waitFor()
    await go('close')
    await lead.say('set_next_step', { date: '2030-03-04', text: 'Samen kijken' })
    await lead.say('close_session')
    const told = await organiser.ask('GET', `/api/sessions/${session}/export?format=html&readers=archive&names=nobody&language=nl`)
    assert.ok(told.includes('De reden van de begeleider: '), 'the report says why')
    assert.ok(told.includes('De laatste trein gaat om &lt;zes&gt; uur'))
    await phone.getByRole('heading', { level: 1 }).waitFor()
    assert.ok(!(await phone.content()).includes('laatste trein'), 'a phone is not told')
  }))

/** What another program reads in the file: its text in order, its pictures with their descriptions, and its title. */
const read = `
import json, sys, docx
from docx.oxml.ns import qn
file = docx.Document(sys.argv[1])
body = file.element.body
print(json.dumps({
    'text': ''.join(t.text or '' for t in body.iter(qn('w:t'))),
    'pictures': [[p.get('descr'), int(p.getparent().find(qn('wp:extent')).get('cx'))] for p in body.iter(qn('wp:docPr'))],
    'headings': [p.text for p in file.paragraphs if p.style.name.startswith('Heading')],
    'lines': [[('\\n' if t.tag == qn('w:br') else t.text) for t in p._p.iter(qn('w:t'), qn('w:br'))] for p in file.paragraphs],
    'accent': [str(style.font.color.rgb) for style in file.styles if style.name == 'Heading 1'],
    'title': file.core_properties.title,
    'author': file.core_properties.author,
}))`

test('a report goes on as a Word file: the same parts in the same order, with its plan and photos', () =>
  inSmallSession(server, 'report-docx', async ({ organiser, session, tablet, screen, devices, door }) => {
    const crowd = await Crowd.gather(devices, server.origin)
    const lead = await crowd.pair(await organiser.pairingLink(session, 'facilitator'))
    const bring = async (token, key, file) => {
      const answer = await fetch(`${server.origin}/api/uploads/${key}`, {
        method: 'POST',
        headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/octet-stream' },
        body: file.buffer,
      })
      assert.equal(answer.status, 201)
      return (await answer.json()).picture
    }
    await bring(lead.token, '7'.repeat(32), await sitePlan(tablet))
    const carla = await crowd.join({ code: door.split('c=')[1] }, 'Карла')
    const photo = '8'.repeat(32)
    await carla.say('submit_idea', { text: 'Een <vijver> & "riet" 🐸', explanation: 'Bij de muur\nen langs de poort', place: { x: 0.2, y: 0.6 }, photo })
    await carla.say('submit_idea', { text: 'حديقة صغيرة', explanation: '', place: { x: 0.7, y: 0.3 }, photo: null })
    const picture = await bring(carla.token, photo, await cameraPhoto(tablet, 3, { width: 1200, height: 900 }))
    await lead.say('release_photos', { photos: [picture], released: true })
    await tablet.getByRole('button', { name: 'Laat de ideeën zien' }).click()
    await screen.getByText('riet').first().waitFor()

    const { revision } = JSON.parse(await organiser.ask('GET', '/api/brand'))
    await organiser.ask('POST', '/api/brand', { revision, accent: '#7a1f5c', logo: false })
    const { page: desk } = await devices.large('desk', sizes.laptop)
    await organiser.logIn(desk)
    await desk.goto(`${server.origin}/desk#/sessions/${session}`)
    const panel = desk.getByRole('region', { name: 'Verslag' })
    await setBox(panel.getByRole('radio', { name: 'Archief' }))
    const address = await panel.getByRole('link', { name: 'Bekijk het verslag' }).getAttribute('href')
    const saved = desk.waitForEvent('download')
    await panel.getByRole('button', { name: 'Bewaar als Word-bestand' }).click()
    const file = await saved
    assert.equal(file.suggestedFilename(), `kiemkring-${session}.docx`)

    const found = JSON.parse(execFileSync('/usr/bin/python3', ['-c', read, await file.path()], { encoding: 'utf8' }))
    const { text, headings, photos } = await desk.evaluate(async (address) => {
      const page = new DOMParser().parseFromString(await (await fetch(address)).text(), 'text/html')
      for (const one of page.querySelectorAll('nav, style, title, svg')) one.remove()
      return {
        text: page.body.textContent,
        headings: [...page.querySelectorAll('h2')].map((one) => one.textContent),
        photos: page.querySelectorAll('img').length,
      }
    }, address)
    const bare = (words) => words.replace(/\s/g, '')
    assert.ok(bare(text).includes('حديقةصغيرة') && bare(text).includes('"riet"🐸'))
    assert.equal(bare(found.text), bare(text))
    for (const heading of headings) assert.ok(found.headings.includes(heading), heading)
    // In the colour of the organisation; a line stays a line.
    assert.deepEqual(found.accent, ['7A1F5C'])
    assert.ok(found.lines.some((parts) => parts.join('').includes('Bij de muur\nen langs de poort')), 'the line of an explanation')
    assert.ok(photos >= 2, `${photos} pictures`)
    assert.ok(found.pictures.length >= photos)
    assert.ok(found.pictures.every(([, width]) => width > 0))
    const inWriter = readInWriter(await file.path())
    assert.equal(inWriter.text, bare(text), 'LibreOffice reads the same')
    assert.equal(inWriter.pictures, found.pictures.length)
    assert.equal(found.author, 'Kiemkring')
    assert.notEqual(found.title, '')
  }))

test('cards and posters are chosen, looked at and saved at the desk, in the colour and with the logo of the organisation', () =>
  inSmallSession(server, 'papers', async ({ organiser, session, devices }) => {
    const { page: desk } = await devices.large('desk', sizes.laptop)
    await organiser.logIn(desk)
    await desk.goto(`${server.origin}/desk#/sessions/${session}`)

    await desk.getByText('Logo en kleur').click()
    await desk.getByLabel('Kies een kleur').fill('#ffd400')
    await desk.getByText('Deze kleur is te licht om te lezen.').waitFor()
    await desk.getByLabel('Kies een logo').setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer: logo })
    await desk.getByRole('img', { name: 'Het logo' }).waitFor()
    await desk.getByRole('button', { name: 'Haal het logo weg' }).waitFor()
    await photograph(desk, 'report-brand')
    await desk.getByLabel('Ander logo').setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer: Buffer.from('no picture') })
    await desk.getByText('Dit soort bestand kunnen we niet lezen.').waitFor()

    const panel = desk.getByRole('region', { name: 'Kaarten en posters' })
    const poster = panel.getByRole('img', { name: 'Voorbeeld: Poster die uitnodigt' })
    await poster.waitFor()
    assert.match(await readQrCode(poster), /^http:.*\/#q=[0-9a-f]{32}$/)
    await panel.scrollIntoViewIfNeeded()
    await photograph(desk, 'papers-desk')
    assert.deepEqual(await axeFindings(desk), [])
    const saved = desk.waitForEvent('download')
    await panel.getByRole('button', { name: 'Bewaar als PDF' }).click()
    const file = await saved
    assert.equal(file.suggestedFilename(), `kiemkring-${session}-invitation.pdf`)
    assert.ok(readFileSync(await file.path(), 'latin1').startsWith('%PDF-'))

    await setBox(panel.getByLabel('Tafelkaarten'))
    await panel.getByRole('img', { name: 'Voorbeeld: Tafelkaarten' }).waitFor()
    await setBox(panel.getByLabel('Poster met de uitslag'))
    await panel.getByText('Dit kan pas als de uitslag helemaal onthuld is.').waitFor()
    assert.ok(await panel.getByRole('button', { name: 'Bewaar als PDF' }).isDisabled())
  }))

/** A small comb, transparent between its teeth. */
const logo = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAEgAAAAYCAYAAABZY7uwAAAAR0lEQVR42u3QoREAIBADwVRCYVT3nYLFIJDPbGbORmzGrKV7gQAIECBAHwHlcd3/AQECBAgQIECAAAECBAgQIECAAAECdGwDFLnRgTtBCcUAAAAASUVORK5CYII=',
  'base64',
)
