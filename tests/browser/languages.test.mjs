// Phones in the four languages that only they speak: chosen by the browser, by hand, remembered, and without a connection.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { Devices, photograph } from './support/browser.mjs'
import { nothingClipped } from './support/clipped.mjs'
import { Crowd } from './support/crowd.mjs'
import { Organiser } from './support/organiser.mjs'
import { walkAsParticipant } from './support/participant-path.mjs'
import { startServer } from './support/server.mjs'
import { notSideways } from './support/width.mjs'

const spoken = {
  pl: { locale: 'pl-PL', name: 'Twoje imię', join: 'Dołącz', inside: /^Jesteś w środku, Ola$/, write: 'Jaki masz pomysł?', vote: 'Wybierz, co ci się podoba', left: 'Jeszcze 3 głosy', mine: 'Moje', unchecked: /po polsku od dziecka/ },
  ro: { locale: 'ro-RO', name: 'Prenumele tău', join: 'Participă', inside: /^Ai intrat, Ola$/, write: 'Care este ideea ta?', vote: 'Alege favoritele tale', left: 'Mai ai 3 voturi', mine: 'Ale mele', unchecked: /vorbitor nativ/ },
  uk: { locale: 'uk-UA', name: 'Ваше ім’я', join: 'Долучитися', inside: /^Ви всередині, Ola$/, write: 'Яка ваша ідея?', vote: 'Виберіть, що вам до вподоби', left: 'Ще 3 голоси', mine: 'Моє', unchecked: /українська є рідною/ },
  de: { locale: 'de-DE', name: 'Dein Vorname', join: 'Mitmachen', inside: /^Du bist drin, Ola$/, write: 'Was ist deine Idee?', vote: 'Wähle deine Favoriten', left: 'Noch 3 Stimmen', mine: 'Von mir', unchecked: /deutschen Text/ },
}

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

async function session() {
  const created = await organiser.createSession()
  const crowd = await Crowd.gather(devices, server.origin)
  const lead = await crowd.pair(await organiser.pairingLink(created, 'facilitator'))
  const [invite] = await lead.records('invite')
  const rounds = new Map((await lead.records('agenda'))[0].rounds.map(({ id, kind }) => [kind, id]))
  const go = (kind) => lead.say('start_round', { round: rounds.get(kind), in_ms: 0 })
  return { lead, go, link: `${server.origin}/#q=${invite.secret}` }
}

const documentLanguage = (page) => page.evaluate(() => document.documentElement.lang)

for (const [code, words] of Object.entries(spoken)) {
  test(`a phone that is set to ${code}`, { timeout: 300_000 }, async () => {
    const { lead, go, link } = await session()
    const { page } = await devices.phone(code, { locale: words.locale, viewport: { width: 320, height: 640 } })
    try {
      await page.goto(link)
      await page.getByLabel(words.name).fill('Ola')
      assert.equal(await documentLanguage(page), code)
      await page.getByText(words.unchecked).waitFor()
      await notSideways(page, 'the name')
      await page.getByRole('button', { name: words.join, exact: true }).click()
      await page.getByRole('heading', { level: 1, name: words.inside }).waitFor()
      await notSideways(page, 'waiting')
      await go('ideas')
      await page.getByLabel(words.write).fill('Een bank')
      await page.locator('form.composer button[type=submit]').click()
      await page.locator('.mine-idea').waitFor()
      await notSideways(page, 'the ideas')
      await go('group')
      const [idea] = await lead.records('idea')
      await lead.say('create_group', { name: 'Zitten', ideas: [{ idea: idea.id, from: 0 }] })
      await go('vote')
      await page.getByRole('heading', { level: 1, name: words.vote }).waitFor()
      await page.getByText(words.left).waitFor()
      await notSideways(page, 'the vote')
      await page.getByRole('button', { name: words.mine, exact: true }).click()
      await page.getByRole('heading', { level: 1, name: words.mine }).waitFor()
      await page.getByText(words.unchecked).waitFor()
      await notSideways(page, 'mine')
    } catch (error) {
      await photograph(page, `language-${code}`)
      throw error
    }
  })
}

test('every screen of a participant in pl, 320 px wide', { timeout: 300_000 }, async () => {
  const { page } = await devices.phone('pl', { locale: spoken.pl.locale, viewport: { width: 320, height: 640 } })
  const found = []
  await walkAsParticipant({ devices, server, organiser, page }, async (name) => {
    assert.equal(await documentLanguage(page), 'pl', name)
    for (const look of [notSideways, nothingClipped]) await look(page, name).catch((error) => found.push(error.message))
  }).catch(async (error) => {
    await photograph(page, 'language-walk')
    throw error
  })
  assert.deepEqual(found, [])
})

test('another language is chosen by hand, remembered, and comes later when it cannot be fetched', { timeout: 300_000 }, async () => {
  const { link } = await session()
  const { page, context } = await devices.phone('chooser')
  let allowed = false
  await context.route(/assets\/phone-/, (route) => (allowed ? route.continue() : route.abort()))
  await page.goto(link)
  await page.getByLabel('Je voornaam').fill('Jan')
  await page.getByLabel('Taal').selectOption('de')
  await page.getByText('Deutsch komt zodra er verbinding is.').waitFor()
  assert.equal(await documentLanguage(page), 'nl')
  allowed = true
  await page.getByRole('button', { name: 'Mitmachen' }).waitFor()
  assert.equal(await page.getByLabel('Dein Vorname').inputValue(), 'Jan', 'what was typed is still there')
  assert.equal(await documentLanguage(page), 'de')
  await page.reload()
  await page.getByRole('button', { name: 'Mitmachen' }).waitFor()
  await page.getByLabel('Sprache').selectOption('nl')
  await page.getByRole('button', { name: 'Meedoen' }).waitFor()
  assert.deepEqual(devices.troubles, [])
})

test('a phone whose language does not come begins in the next one that it wishes', { timeout: 300_000 }, async () => {
  const { link } = await session()
  const { page, context } = await devices.phone('waiting', { locale: 'uk-UA' })
  await context.addInitScript(() => Object.defineProperty(navigator, 'languages', { get: () => ['uk-UA', 'en-GB'] }))
  await context.route(/assets\/phone-/, () => {})
  await page.goto(link)
  await page.getByRole('button', { name: 'Join', exact: true }).waitFor()
  assert.equal(await documentLanguage(page), 'en')
})
