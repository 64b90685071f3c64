// Groups and ties by the buttons of the tablet: a group that is split, participants who may help and want the same idea, and the
// ways out of a tie.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { Devices, setBox } from './support/browser.mjs'
import { Crowd } from './support/crowd.mjs'
import { groupsShown as groupsOnPhone, topShown, waitForHeading } from './support/phone.mjs'
import { startServer } from './support/server.mjs'
import { inSmallSession } from './support/small-session.mjs'
import { column, groupByTaps, groupsShown, next, tapIdeas } from './support/tablet.mjs'

let server
let devices
before(async () => {
  server = await startServer()
  devices = await Devices.launch()
})
after(async () => {
  await devices?.close()
  await server?.stop()
})

const button = (page, name) => page.getByRole('button', { name, exact: true })

/** Everybody in the crowd, with a tablet of its own that hurries the session on. */
async function gather({ organiser, session }, names) {
  const crowd = await Crowd.gather(devices, server.origin)
  const lead = await crowd.pair(await organiser.pairingLink(session, 'facilitator'))
  const [{ secret }] = await lead.records('invite')
  const people = []
  for (const name of names) people.push(await crowd.join({ secret }, name))
  return { lead, people }
}

/** Waits until a page shows these groups. */
async function groupsAre(shown, page, groups) {
  const same = async () => JSON.stringify(await shown(page)) === JSON.stringify(groups)
  for (let tries = 0; tries < 100 && !(await same()); ++tries) await page.waitForTimeout(50)
  assert.deepEqual(await shown(page), groups)
}

/** In the page: what the server says waits while `globalThis.stalled`, and comes with `flow()`. */
function stallable() {
  const waiting = []
  globalThis.WebSocket = class extends WebSocket {
    constructor(...where) {
      super(...where)
      this.addEventListener('message', (event) => {
        if (!globalThis.stalled) return
        event.stopImmediatePropagation()
        waiting.push([this, event.data])
      })
    }
  }
  globalThis.flow = () => {
    globalThis.stalled = false
    for (const [line, data] of waiting.splice(0)) line.dispatchEvent(new MessageEvent('message', { data }))
  }
}

test('a group is split, participants may help, and of two who want one idea one reads who has it', { timeout: 300_000 }, () =>
  inSmallSession(server, 'split', async (room) => {
    const { tablet, phone, door } = room
    const { people } = await gather(room, ['Cor'])
    const [bench, oak, lime] = ['Een bank in de zon', 'Een eik', 'Een linde']
    for (const text of [oak, lime]) await people[0].say('submit_idea', { text, explanation: '' })
    const { page: other } = await devices.phone('other')
    await other.addInitScript(stallable)
    await other.goto(door)
    await other.getByLabel('Je voornaam').fill('Bo')
    await button(other, 'Meedoen').click()
    await other.locator('form.composer').waitFor()
    await next(tablet, 'Groeperen')
    await groupByTaps(tablet, 'Alles', [bench, oak, lime])

    await tapIdeas(tablet, [oak, lime])
    await tablet.getByRole('toolbar').getByRole('button', { name: 'Nieuwe groep uit deze' }).click()
    const sheet = tablet.getByRole('dialog')
    await sheet.getByLabel('Naam van de groep').fill('Bomen')
    await button(sheet, 'Maak groep').click()
    await column(tablet, 'Bomen').waitFor()
    const split = [{ name: 'Alles', ideas: [bench] }, { name: 'Bomen', ideas: [oak, lime] }]
    await groupsAre(groupsShown, tablet, split)
    await groupsAre(groupsOnPhone, phone, split)

    // Only who may help can take an idea in the hand.
    assert.equal(await phone.locator('.group-idea-move').count(), 0)
    const allow = tablet.getByLabel('Deelnemers mogen meehelpen')
    await setBox(allow)
    for (const page of [phone, other]) await page.getByText('Help mee: tik op een idee en kies een groep.').waitFor()

    // Bo's phone does not know yet that Anna has it.
    const take = (page) => page.getByRole('button', { name: new RegExp(oak) }).click()
    await other.evaluate(() => {
      globalThis.stalled = true
    })
    await take(phone)
    await phone.getByRole('dialog', { name: 'Naar welke groep?' }).waitFor()
    await tablet.getByText('Anna verplaatst dit nu').waitFor()
    await take(other)
    await other.getByRole('dialog', { name: 'Naar welke groep?' }).waitFor()
    await other.evaluate(() => globalThis.flow())
    await other.getByRole('alert').getByText('Anna verplaatst dit idee nu. Probeer het zo nog eens.').waitFor()
    await other.getByRole('dialog').waitFor({ state: 'detached' })
    await other.getByText('Anna verplaatst dit nu').waitFor()
    await phone.getByRole('dialog').locator('.group-place', { hasText: 'Alles' }).click()
    const moved = [{ name: 'Alles', ideas: [bench, oak] }, { name: 'Bomen', ideas: [lime] }]
    for (const page of [phone, other]) await groupsAre(groupsOnPhone, page, moved)
    await groupsAre(groupsShown, tablet, moved)

    await setBox(allow, false)
    for (const page of [phone, other]) {
      await page.getByText('Kijk mee hoe de groepen groeien.').waitFor()
      assert.equal(await page.locator('.group-idea-move').count(), 0)
    }
    await other.context().close()
  }, { devices }))

test('a tie is widened, drawn and merged by the tablet, each undone by its button, and the last one stays', { timeout: 300_000 }, () =>
  inSmallSession(server, 'tie', async (room) => {
    const { tablet, phone, screen } = room
    const { lead, people } = await gather(room, ['Bo', 'Cor', 'Dina', 'Eef'])
    const ideas = ['Een boomgaard', 'Een vijver', 'Een groene muur', 'Een haag', 'Een bijenhotel', 'Een pluktuin']
    for (const text of ideas) await people[0].say('submit_idea', { text, explanation: '' })
    const [{ rounds }] = await lead.records('agenda')
    const go = (kind) => lead.say('start_round', { round: rounds.find((round) => round.kind === kind).id, in_ms: 0 })
    await go('vote')
    let known = await lead.records('idea')
    for (let i = 0; i < 100 && known.some(({ group }) => !group); ++i) {
      await tablet.waitForTimeout(50)
      known = await lead.records('idea')
    }
    const title = new Map(known.map(({ group, text }) => [text, group]))
    // Four with two votes; a hedge, a hotel and a garden with one, for the fifth place.
    const given = [ideas.slice(0, 3), ideas.slice(0, 3), ['Een bank in de zon', 'Een haag', 'Een bijenhotel'], ['Een bank in de zon', 'Een pluktuin']]
    for (const [i, texts] of given.entries()) for (const text of texts) await people[i].say('cast_vote', { candidate: title.get(text) })
    await lead.say('close_vote', { in_ms: 0, anyway: true })
    await tablet.waitForTimeout(850)
    await tablet.getByRole('button', { name: /^Volgende: Gelijke stand/ }).click()
    await tablet.getByRole('heading', { name: '3 ideeën voor één plek' }).waitFor()
    await waitForHeading(phone, 'Gelijke stand')
    await waitForHeading(screen, 'Gelijke stand')

    const ways = tablet.getByRole('list', { name: 'Wegen uit de gelijke stand' })
    const undo = async () => {
      await button(tablet, 'Ongedaan maken').click()
      await ways.waitFor()
      await waitForHeading(phone, 'Gelijke stand')
    }
    await button(ways, 'Maak er een top 7 van').click()
    await tablet.getByText('Opgelost: het is een top 7 geworden.').waitFor()
    await phone.getByText('We nemen ze allemaal mee: het wordt een top 7.').waitFor()
    await undo()

    await button(ways, 'Loot op het scherm').click()
    await tablet.getByText('Opgelost door loting.').waitFor()
    const seed = (await tablet.getByText(/^Lotnummer /).innerText()).replace('Lotnummer ', '')
    await waitForHeading(screen, 'Het lot beslist')
    await screen.getByText(seed).waitFor()
    await phone.getByText('Het lot heeft beslist.').waitFor()
    const [{ decided }] = await lead.records('tie')
    assert.deepEqual([decided.winners.length, decided.order.length], [1, 3])
    await undo()

    await button(ways, 'Voeg samen…').click()
    const sheet = tablet.getByRole('dialog', { name: 'Welke horen bij elkaar?' })
    assert.equal(await button(sheet, 'Voeg samen').isDisabled(), true)
    for (const text of ['Een haag', 'Een bijenhotel', 'Een pluktuin']) await sheet.locator('.ui-chip', { hasText: text }).first().click()
    await setBox(sheet.getByRole('radio', { name: /Een pluktuin/ }))
    await button(sheet, 'Voeg samen').click()
    await tablet.getByText('Opgelost: ze zijn samengevoegd.').waitFor()
    await phone.getByText('We hebben ideeën samengevoegd.').waitFor()

    await next(tablet, 'Uitslag')
    for (const place of [5, 4, 3, 2, 1]) {
      await tablet.getByRole('button', { name: /^Onthul/ }).click()
      await phone.locator('.result-title').nth(5 - place).waitFor()
    }
    const top = await topShown(phone)
    assert.equal(top.length, 5)
    assert.deepEqual(top.filter((line) => /haag|bijenhotel/.test(line)), [])
    assert.equal(top.filter((line) => line.includes('Een pluktuin')).length, 1, top.join())
  }, { devices }))
