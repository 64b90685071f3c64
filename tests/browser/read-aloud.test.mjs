// "Lees voor": what a phone reads aloud, in which voice, and when it is silent. Chromium here has no voice of its own: one
// that writes down what it is told stands in for the loudspeaker.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { Devices } from './support/browser.mjs'
import { Crowd } from './support/crowd.mjs'
import { Organiser } from './support/organiser.mjs'
import { joinByLink, waitForHeading } from './support/phone.mjs'
import { startServer } from './support/server.mjs'
import { lendVoice } from './support/voice.mjs'

let server, devices, organiser
before(async () => {
  server = await startServer()
  devices = await Devices.launch()
  organiser = await Organiser.setUp(server)
})
after(async () => {
  await devices?.close()
  await server?.stop()
})

test('candidates and ideas are read aloud in their language, and never over somebody who types', { timeout: 300_000 }, async () => {
  const session = await organiser.createSession()
  const crowd = await Crowd.gather(devices, server.origin)
  const lead = await crowd.pair(await organiser.pairingLink(session, 'facilitator'))
  const [invite] = await lead.records('invite')
  const rounds = new Map((await lead.records('agenda'))[0].rounds.map(({ id, kind }) => [kind, id]))
  const go = (kind) => lead.say('start_round', { round: rounds.get(kind), in_ms: 0 })
  const bram = await crowd.join({ secret: invite.secret }, 'Bram')
  const link = `${server.origin}/#q=${invite.secret}`
  const heard = (page) => page.evaluate(() => globalThis.heard)

  const mute = (await devices.phone('mute')).page
  await joinByLink(mute, link, 'Cor')
  const { page, context } = await devices.phone('speaking')
  await context.addInitScript(lendVoice)
  await joinByLink(page, link, 'Anna')
  // The page in Polish, the ideas in Dutch.
  const polish = await devices.phone('polish', { locale: 'pl-PL' })
  await polish.context.addInitScript(lendVoice)
  await polish.page.goto(link)
  await polish.page.getByRole('button', { name: 'Dołącz', exact: true }).click()

  await go('ideas')
  await bram.say('submit_idea', { text: 'Een bank', explanation: 'Van hout' })
  await bram.say('submit_idea', { text: 'Een boom', explanation: '' })
  await lead.say('share_ideas', { shared: true })
  const ideas = page.locator('.ideas-shared')
  await ideas.getByRole('button', { name: 'Lees voor' }).click()
  await page.locator('.ideas-shared li.ui-being-read', { hasText: 'Een boom' }).waitFor()
  await page.evaluate(() => globalThis.endNow())
  await page.locator('.ideas-shared li.ui-being-read', { hasText: 'Een bank' }).waitFor()
  assert.deepEqual(await heard(page), [{ text: 'Een boom.', voice: 'Claire' }, { text: 'Een bank. Van hout', voice: 'Claire' }])
  await page.locator('form.composer textarea').pressSequentially('E')
  await ideas.getByRole('button', { name: 'Lees voor' }).waitFor()
  await page.locator('form.composer textarea').fill('')
  await polish.page.locator('.ideas-shared').getByRole('button', { name: 'Czytaj na głos' }).click()
  assert.deepEqual((await heard(polish.page)).map(({ voice }) => voice), ['Claire'])
  assert.equal(await mute.getByRole('button', { name: 'Lees voor' }).count(), 0, 'without a voice there is no button')

  await go('group')
  const known = await lead.records('idea')
  await lead.say('create_group', { name: 'Zitten', ideas: known.map(({ id }) => ({ idea: id, from: 0 })) })
  await go('vote')
  await waitForHeading(page, 'Kies jouw favorieten')
  await page.evaluate(() => (globalThis.heard.length = 0))
  await page.locator('.vote-head').getByRole('button', { name: 'Lees voor' }).click()
  await page.locator('.vote-row.ui-being-read').waitFor()
  assert.deepEqual(await heard(page), [{ text: 'A. Zitten', voice: 'Claire' }])
  await page.locator('.vote-head').getByRole('button', { name: 'Stop' }).click()
  await page.locator('.vote-row.ui-being-read').waitFor({ state: 'detached' })
  await page.locator('.vote-words summary').click()
  await page.locator('.vote-words').getByRole('button', { name: 'Lees voor' }).click()
  assert.equal((await heard(page)).length, 2)
  await go('top5')
  await waitForHeading(page, /uitslag/)
  await page.evaluate(() => globalThis.endNow())
  assert.equal((await heard(page)).length, 2, 'who went on hears nothing more of the vote')
  assert.deepEqual(devices.troubles, [])
})
