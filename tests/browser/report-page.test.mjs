// The web page of a report with everything in it: three hundred ideas, bad texts among them, photos, a plan with pins, proposals, a vote
// with a tie, commitments, names from many scripts. Nothing for axe, nothing sideways on a small phone or with letters twice as
// large, and on paper no idea is missing.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { until } from '../network/figures.mjs'
import { Room } from '../network/room.mjs'
import { fits, key, text as badText, texts } from '../report/bad-texts.mjs'
import { axeFindings } from './support/axe.mjs'
import { Devices, sizes } from './support/browser.mjs'
import { Organiser } from './support/organiser.mjs'
import { cameraPhoto } from './support/photo.mjs'
import { root, startServer } from './support/server.mjs'
import { sitePlan } from './support/site-plan.mjs'

const folder = join(root, 'build/pictures/report-page')
const written = JSON.parse(readFileSync(new URL('ideas-nl.json', import.meta.url), 'utf8')).flatMap(({ ideas }) => ideas)
const ideasInAll = 300
const photographed = 12

let server, devices, page, room, lines
before(async () => {
  server = await startServer()
  devices = await Devices.launch()
  page = (await devices.large('report', sizes.laptop)).page
  room = await Room.open({ server, organiser: await Organiser.setUp(server) })
  lines = await everything()
  room.leave()
  mkdirSync(folder, { recursive: true })
})
after(async () => {
  await devices?.close()
  await server?.stop()
})

async function surely(device, op, args) {
  const answer = await device.ask(op, args)
  assert.ok(answer.ok, `${op} ${JSON.stringify(args)} is answered ${JSON.stringify(answer)}`)
}

/** Holds the session, and returns its ideas. */
async function everything() {
  const { tablet } = room
  const records = (type) => tablet.replicas.audience.all(type)
  const start = (kind) => surely(tablet, 'start_round', { round: tablet.replicas.audience.one('agenda').rounds.find((round) => round.kind === kind).id, in_ms: 0 })
  const bring = async (token, upload, { buffer }) => {
    const answer = await fetch(`${server.origin}/api/uploads/${upload}`, { method: 'POST', headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/octet-stream' }, body: buffer })
    assert.equal(answer.status, 201)
  }
  await room.fill(20, (i) => ({ name: badText(i + 28, 40) }))
  await bring(tablet.token, key(), await sitePlan(page))
  const photo = await cameraPhoto(page, 4, { width: 1200, height: 900 })
  const lines = [...texts, ...Array.from({ length: ideasInAll - texts.length }, (_, i) => `${written[i % written.length]} (${i + 1})`)]
  await Promise.all(room.phones.map(async (phone, i) => {
    for (let n = i; n < texts.length; n += room.phones.length) {
      const upload = n < photographed ? key() : null
      await surely(phone, 'submit_idea', { text: lines[n], explanation: texts.at(-1 - n), place: { x: (n % 10) / 10, y: 0.2 + (n % 7) / 10 }, photo: upload })
      if (upload) await bring(phone.token, upload, photo)
    }
  }))
  for (let n = texts.length; n < lines.length; n += 100) await surely(tablet, 'add_ideas', { lines: lines.slice(n, n + 100) })
  assert.ok(await until(() => records('photo').filter(({ status }) => status === 'here').length === photographed, 20_000), 'the photos are there')
  await surely(tablet, 'release_photos', { photos: records('photo').map(({ id }) => id), released: true })

  await start('group')
  const live = records('idea').sort((one, other) => one.id - other.id)
  const names = texts.filter((text) => text.trim() && fits(text.trim(), 60)).slice(0, 14)
  for (const [i, name] of names.entries())
    await surely(tablet, 'create_group', { name, ideas: live.filter((_, n) => n % 16 === i).map(({ id }) => ({ idea: id, from: 0 })) })
  const groups = records('group').map(({ id }) => id).sort((one, other) => one - other)
  for (const [i, group] of groups.slice(0, 6).entries())
    await surely(tablet, 'word_proposal', { group, revision: 0, what: badText(i, 140), where: badText(i + 20, 60), whom: badText(i + 40, 60), in_time: 'yes', in_money: 'no' })

  await start('vote')
  const open = () => records('vote').find(({ state }) => state === 'open')
  assert.ok(await until(open, 5_000), 'the vote opens')
  // Fewer than eight in ten, and the last places are tied.
  for (const [i, phone] of room.phones.slice(0, 12).entries())
    for (const group of [groups[i % 2], groups[2 + (i % 2)], groups[4 + (i % 3)]]) await surely(phone, 'cast_vote', { candidate: group })
  await surely(tablet, 'close_vote', { in_ms: 0, anyway: true, reason: badText(32, 200) })
  await until(() => records('tie')[0], 1_000)
  if (records('tie')[0] && !records('top')[0]) await surely(tablet, 'draw_lots', {})
  assert.ok(await until(() => records('top')[0]?.entries.length, 5_000), 'there is a top')
  const chosen = records('top')[0].entries.map(({ candidate }) => candidate)
  await start('commit')
  for (const [i, phone] of room.phones.entries()) {
    await surely(phone, 'commit', { candidate: chosen[i % chosen.length], role: i % 3 ? 'help' : 'lead', note: badText(i + 7, 140) })
    if (i % 2) await surely(phone, 'give_contact', { kind: 'email', value: `mens${i}@voorbeeld.nl`, purposes: ['this_idea', 'name_in_report'] })
  }
  await start('close')
  await surely(tablet, 'set_next_step', { date: '2030-03-04', text: badText(55, 140) })
  for (const [i, phone] of room.phones.entries()) await surely(phone, 'give_stars', { stars: 1 + (i % 5) })
  await surely(tablet, 'close_session', {})
  return lines
}

const open = (language, names) => page.goto(`${server.origin}/api/sessions/${room.session}/export?format=html&look=1&readers=archive&names=${names}&language=${language}`)
/** What is wider than the page and cannot be reached by scrolling in it, or has its letters cut. */
const outside = () => page.evaluate(() => {
  const { clientWidth: wide, scrollWidth } = document.documentElement
  const found = scrollWidth > wide ? [`the page is ${scrollWidth - wide} px wider than ${wide}`] : []
  for (const one of document.querySelectorAll('body *')) {
    if (one.closest('svg') || one.closest('.wide')) continue
    const box = one.getBoundingClientRect()
    if (box.width > 0 && (box.right > wide + 1 || box.left < -1)) found.push(`${one.tagName}.${one.className} from ${box.left} to ${box.right}: ${one.textContent.slice(0, 40)}`)
  }
  return found.slice(0, 5)
})

for (const [language, names] of [['nl', 'everybody'], ['en', 'agreed']])
  test(`everything on one page, ${language}: nothing for axe, nothing sideways on a small phone and with letters twice as large`, { timeout: 180_000 }, async () => {
    await room.organiser.logIn(page)
    for (const [size, letters] of [[sizes.laptop, 100], [{ width: 320, height: 640 }, 100], [sizes.laptop, 200], [{ width: 640, height: 400 }, 100]]) {
      await page.setViewportSize(size)
      await open(language, names)
      await page.locator('h2').first().waitFor()
      await page.evaluate((letters) => {
        document.documentElement.style.fontSize = `${letters}%`
      }, letters)
      const name = `${language}-${size.width}-${letters}`
      assert.deepEqual(await outside(), [], name)
      assert.deepEqual(await axeFindings(page), [], name)
      for (const part of ['ideas', 'votes', 'commitments']) {
        await page.evaluate((part) => document.getElementById(part)?.scrollIntoView(), part)
        await page.screenshot({ path: join(folder, `${name}-${part}.png`) })
      }
    }
    const said = await page.evaluate(() => document.body.innerText.replace(/\s+/g, ' '))
    for (const line of lines) assert.ok(said.includes(line.replace(/[\ufffe\uffff]/g, '\ufffd').replace(/\s+/g, ' ').trim()), `it lacks ${JSON.stringify(line)}`)
    assert.equal(await page.locator('.photos img').count() >= photographed, true)
    assert.equal(await page.locator('script').count(), 0)
  })

/** Page `number` of a PDF as grey or coloured points: [wide, high, bytes]. */
function pointsOf(file, number, ...more) {
  const bytes = execFileSync('pdftoppm', ['-r', '40', '-f', `${number}`, '-l', `${number}`, ...more, file], { maxBuffer: 64e6 })
  const [head, wide, high] = /^P[56]\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.subarray(0, 40).toString('latin1'))
  return [Number(wide), Number(high), bytes.subarray(head.length)]
}

test('printed from a browser, no idea is missing, bars are there and pages are filled', { timeout: 120_000 }, async () => {
  await page.setViewportSize(sizes.laptop)
  await open('nl', 'everybody')
  const file = join(folder, 'printed.pdf')
  writeFileSync(file, await page.pdf({ format: 'A4', margin: { top: '15mm', bottom: '15mm', left: '15mm', right: '15mm' } }))
  const said = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8', maxBuffer: 64e6 }).replace(/\s+/g, '')
  for (const line of lines.slice(texts.length)) assert.ok(said.includes(line.replace(/\s+/g, '')), `on paper it lacks ${line}`)
  const pages = Number(/Pages:\s+(\d+)/.exec(execFileSync('pdfinfo', [file], { encoding: 'utf8' }))[1])
  assert.ok(pages > 5 && pages < 60, `${pages} pages`)
  execFileSync('pdftoppm', ['-r', '60', '-png', file, join(folder, 'printed')])
  let bar = 0
  for (let number = 1; number <= pages; ++number) {
    const [wide, high, grey] = pointsOf(file, number, '-gray')
    const lowest = grey.findLastIndex((light) => light < 200) / wide
    if (number > 1 && number < pages) assert.ok(lowest > high * 0.6, `page ${number} ends at ${Math.round((100 * lowest) / high)} % of its height`)
    if (!execFileSync('pdftotext', ['-f', `${number}`, '-l', `${number}`, file, '-'], { encoding: 'utf8' }).includes('mensen hebben gestemd')) continue
    const [, , colours] = pointsOf(file, number)
    // The clay of B.
    for (let at = 0; at < colours.length; at += 3) bar += Math.abs(colours[at] - 0xa8) + Math.abs(colours[at + 1] - 0x43) + Math.abs(colours[at + 2] - 0x1f) < 12
  }
  // Its letter alone is next to nothing.
  assert.ok(bar > 200, `${bar} points of the colour of B`)
})
