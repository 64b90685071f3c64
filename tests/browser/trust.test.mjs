// What the join screen says about who sees what, held against every byte that the server sent to each of five kinds of device:
// "Iedereen ziet je voornaam. Bij ideeën en stemmen staat geen naam." Names, affiliations, contacts and votes are words and numbers
// that stand nowhere else, so that each is found wherever it goes.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { Devices, photograph, setBox, sizes } from './support/browser.mjs'
import { Crowd } from './support/crowd.mjs'
import { Organiser } from './support/organiser.mjs'
import * as phone from './support/phone.mjs'
import { cameraPhoto, choosePhoto } from './support/photo.mjs'
import { startServer } from './support/server.mjs'
import { sitePlan } from './support/site-plan.mjs'
import * as tablet from './support/tablet.mjs'
import { readZip } from './support/zip.mjs'

const people = ['Aalbert', 'Berendina', 'Cyriel', 'Dieuwertje'].map((name, i) => ({
  name,
  organisation: `Bedrijf-van-${name}`,
  contact: `${name.toLowerCase()}@post.example`,
  ideas: [`Wens ${i}a van iemand`, `Wens ${i}b van iemand`],
}))

let server, devices
before(async () => {
  server = await startServer()
  devices = await Devices.launch()
})
after(async () => {
  await devices?.close()
  await server?.stop()
})

/** Keeps all that a page gets: frames as they came, and the bodies of answers of the API. */
function listen(page) {
  const heard = { frames: [], bodies: [] }
  page.on('websocket', (socket) => socket.on('framereceived', ({ payload }) => heard.frames.push(String(payload))))
  page.on('response', async (response) => {
    if (response.url().includes('/api/')) heard.bodies.push(await response.text().catch(() => ''))
  })
  return heard
}
const bytesOf = (heard) => [...heard.frames, ...heard.bodies].join('\n')
const recordsIn = (heard, type) =>
  heard.frames.flatMap((frame) => JSON.parse(frame).put ?? []).filter((record) => record.type === type)

/** Every member of a value, however deep, with the path to it. */
function* membersOf(value, path = '') {
  if (value === null || typeof value !== 'object') return
  for (const [key, inner] of Object.entries(value)) {
    yield [`${path}.${key}`, inner]
    yield* membersOf(inner, `${path}.${key}`)
  }
}

test('the two sentences of the join screen hold for all bytes', { timeout: 300_000 }, async () => {
  const organiser = (server.organiser ??= await Organiser.setUp(server))
  const session = await organiser.createSession()
  const lead = (await devices.large('tablet', sizes.tablet)).page
  const second = (await devices.large('second tablet', sizes.tablet)).page
  const hall = (await devices.large('screen', sizes.beamer)).page
  const heard = { lead: listen(lead), second: listen(second), hall: listen(hall) }
  const told = await teller(organiser, session)
  const phones = []
  try {
    await lead.goto(await organiser.pairingLink(session, 'facilitator'))
    await second.goto(await organiser.pairingLink(session, 'facilitator'))
    await hall.goto(await organiser.pairingLink(session, 'screen'))
    const code = (await lead.locator('.lobby-code').innerText()).replace(/\s/g, '')
    for (const person of people) {
      const { page } = await devices.phone(person.name)
      phones.push(page)
      heard[person.name] = listen(page)
      await page.goto(`${server.origin}/#c=${code}`)
      // The sentences that are held here: whoever changes them changes this test too.
      await page.getByText('Iedereen ziet je voornaam. Bij ideeën en stemmen staat geen naam.').waitFor()
      await page.getByText('Bedrijf en rol').click()
      await page.getByLabel('Bedrijf of organisatie').fill(person.organisation)
      await phone.takeSeat(page, person.name)
    }
    await tablet.waitForPeople(lead, people.length)

    await tablet.next(lead, 'Ideeën')
    for (const [i, person] of people.entries())
      for (const idea of person.ideas) {
        await phone.sendIdea(phones[i], idea)
        await phone.waitForState(phones[i], idea, 'Ontvangen')
      }
    await tablet.next(lead, 'Groeperen')
    await tablet.next(lead, 'Stemmen')
    // All for the first idea, and each for one of their own: five with votes, so that nothing is tied across the fifth place.
    for (const [i, page] of phones.entries()) {
      await phone.choose(page, people[0].ideas[0])
      await phone.choose(page, people[i].ideas[1])
    }
    await until(() => recordsIn(heard.hall, 'vote').at(-1)?.voted === people.length)
    await until(() => people.every(({ name }) => (recordsIn(heard[name], 'me').at(-1)?.votes.length ?? 0) === 2))
    await told(heard)
    const before = Object.fromEntries(Object.entries(heard).map(([who, one]) => [who, { frames: [...one.frames], bodies: [...one.bodies] }]))
    await tablet.closeVote(lead)
    await tablet.next(lead, 'Uitslag')
    for (let i = 0; i < 9 && (await lead.getByRole('button', { name: /^Onthul/ }).isVisible()); ++i) {
      const top = recordsIn(heard.hall, 'top').at(-1)
      await lead.getByRole('button', { name: /^Onthul/ }).click()
      await until(() => recordsIn(heard.hall, 'top').at(-1)?.revealed !== top?.revealed)
    }
    await tablet.next(lead, 'Wie doet mee')
    for (const [i, page] of phones.entries()) {
      await phone.waitForHeading(page, 'Waar doe jij aan mee?')
      await commitAndLeaveContact(page, people[i].contact)
    }
    await told(heard)
    check(heard, before)
    await checkFiles(session, lead)
  } catch (error) {
    const pages = { lead, hall, ...Object.fromEntries(phones.map((page, i) => [people[i].name, page])) }
    for (const [device, page] of Object.entries(pages)) await photograph(page, `trust-${device}`)
    throw error
  }
})

test('neither a photo nor a pin says whose it is, and a helper reads nothing of what others wrote', { timeout: 300_000 }, async () => {
  const organiser = (server.organiser ??= await Organiser.setUp(server))
  const session = await organiser.createSession({ template: 'outside-120' })
  const lead = (await devices.large('site tablet', sizes.tablet)).page
  const hall = (await devices.large('site screen', sizes.beamer)).page
  const helper = (await devices.phone('site helper')).page
  const heard = { lead: listen(lead), hall: listen(hall), helper: listen(helper) }
  const told = await teller(organiser, session)
  const two = people.slice(0, 2)
  const phones = []
  try {
    await lead.goto(await organiser.pairingLink(session, 'facilitator'))
    await hall.goto(await organiser.pairingLink(session, 'screen'))
    await helper.goto(await organiser.pairingLink(session, 'helper'))
    const code = (await lead.locator('.lobby-code').innerText()).replace(/\s/g, '')
    await lead.getByRole('button', { name: 'Meer', exact: true }).click()
    await lead.getByRole('dialog').getByRole('button', { name: 'Plattegrond' }).click()
    const plan = lead.getByRole('dialog', { name: 'Plattegrond' })
    await plan.locator('input[type=file]').setInputFiles(await sitePlan(lead))
    await plan.getByRole('img', { name: 'Plattegrond van het terrein' }).waitFor()
    await plan.getByRole('button', { name: 'Sluit' }).click()
    for (const person of two) {
      const { page } = await devices.phone(`site ${person.name}`)
      phones.push(page)
      heard[person.name] = listen(page)
      await page.goto(`${server.origin}/#c=${code}`)
      await page.getByText('Bedrijf en rol').click()
      await page.getByLabel('Bedrijf of organisatie').fill(person.organisation)
      await phone.takeSeat(page, person.name)
    }
    await tablet.waitForPeople(lead, two.length)
    await tablet.next(lead, 'Rondje terrein')
    for (const [i, page] of phones.entries()) {
      await page.locator('.site-plan-sheet img').waitFor()
      await page.getByRole('button', { name: 'Zet hier' }).click()
      await page.getByLabel('Wat zie je hier?').fill(two[i].ideas[0])
      await choosePhoto(page.locator('form.composer'), await cameraPhoto(page, i + 1))
      await page.getByText('Je foto gaat mee.').waitFor()
      await page.getByRole('button', { name: 'Verstuur' }).click()
      await until(() => recordsIn(heard[two[i].name], 'my_photo').at(-1)?.status === 'here')
    }
    await until(() => recordsIn(heard.lead, 'photo').length === 2)
    await told(heard)
    for (const who of ['hall', 'helper', ...two.map(({ name }) => name)]) {
      assert.deepEqual([...recordsIn(heard[who], 'photo'), ...recordsIn(heard[who], 'idea')], [], `${who} has nothing before it is shared`)
      for (const { name, ideas } of two)
        assert.equal(bytesOf(heard[who]).includes(ideas[0]), who === name, `${who} and the words of ${name}`)
    }
    await lead.getByRole('button', { name: 'Laat de ideeën zien' }).click()
    await lead.getByRole('button', { name: /^Laat 2 foto/ }).click()
    for (const who of ['hall', ...two.map(({ name }) => name)]) {
      await until(() => recordsIn(heard[who], 'photo').length >= 2)
      assert.ok(recordsIn(heard[who], 'idea').some(({ place }) => place !== null), `${who} sees the pins`)
    }
    await told(heard)
    for (const [who, one] of Object.entries(heard)) {
      for (const type of ['idea', 'my_idea', 'photo', 'my_photo'])
        for (const record of recordsIn(one, type))
          for (const [path, value] of membersOf(record)) {
            assert.ok(!/\.(author|person|name|by)$/.test(path), `${who}: ${type}${path}`)
            for (const { name } of two) assert.notEqual(value, name, `${who}: ${type}${path}`)
          }
      for (const { name, organisation } of two) {
        assert.ok(bytesOf(one).includes(name), `${who} sees the name of ${name}`)
        assert.equal(bytesOf(one).includes(organisation), who === name || who === 'lead', `${who} and where ${name} works`)
      }
      // What a camera writes beside a photo is in no byte of it.
      assert.ok(!bytesOf(one).includes('GPS-KANARIE'), `${who} has no position of a camera`)
    }
    for (const { name, ideas } of two) {
      assert.deepEqual([...new Set(recordsIn(heard[name], 'my_idea').map(({ text }) => text))], [ideas[0]])
      assert.equal(new Set(recordsIn(heard[name], 'my_photo').map(({ id }) => id)).size, 1)
      assert.ok(!bytesOf(heard.helper).includes(ideas[0]), 'a helper reads no idea')
    }
    // The plan itself is for the places of those on paper.
    for (const type of ['idea', 'photo', 'invite', 'me', 'tally', 'top']) assert.deepEqual(recordsIn(heard.helper, type), [], type)
  } catch (error) {
    const pages = { lead, hall, helper, ...Object.fromEntries(phones.map((page, i) => [people[i].name, page])) }
    for (const [device, page] of Object.entries(pages)) await photograph(page, `trust-site-${device}`)
    throw error
  }
})

test('a vote on paper is seen by facilitators and helpers, as the tablet says, and by nobody else', { timeout: 300_000 }, async () => {
  const organiser = (server.organiser ??= await Organiser.setUp(server))
  const session = await organiser.createSession()
  const lead = (await devices.large('paper tablet', sizes.tablet)).page
  const hall = (await devices.large('paper screen', sizes.beamer)).page
  const helper = (await devices.phone('paper helper')).page
  const anna = (await devices.phone('paper Anna')).page
  const heard = { lead: listen(lead), hall: listen(hall), helper: listen(helper), anna: listen(anna) }
  const told = await teller(organiser, session)
  const button = (page, name) => page.getByRole('button', { name })
  try {
    await lead.goto(await organiser.pairingLink(session, 'facilitator'))
    await hall.goto(await organiser.pairingLink(session, 'screen'))
    await helper.goto(await organiser.pairingLink(session, 'helper'))
    const code = (await lead.locator('.lobby-code').innerText()).replace(/\s/g, '')
    await anna.goto(`${server.origin}/#c=${code}`)
    await phone.takeSeat(anna, 'Anna')
    await tablet.waitForPeople(lead, 1)
    await tablet.next(lead, 'Ideeën')
    for (const idea of ['Een haag', 'Een vijver']) {
      await phone.sendIdea(anna, idea)
      await phone.waitForState(anna, idea, 'Ontvangen')
    }
    await helper.getByLabel('Voornaam').fill('Truus')
    await button(helper, 'Plek op papier').click()
    await helper.getByText('Begeleiders en helpers zien wat Truus kiest en schrijft.').waitFor()
    await tablet.next(lead, 'Groeperen')
    await tablet.next(lead, 'Stemmen')
    await lead.getByText('Een stem op papier zien begeleiders en helpers.').waitFor()
    await button(helper, /^Stem op A: /).click()
    await button(helper, /^Stem terug van A: /).waitFor()
    await until(() => recordsIn(heard.hall, 'vote').at(-1)?.voted === 1)
    const onPaper = (who) => recordsIn(heard[who], 'paper').filter(({ votes }) => votes.length > 0)
    await until(() => onPaper('lead').length > 0 && onPaper('helper').length > 0)
    await told(heard)
    for (const who of ['hall', 'anna']) assert.deepEqual(recordsIn(heard[who], 'paper'), [], `${who} has nothing of what is on paper`)
    assert.ok(!/"votes":/.test(bytesOf(heard.hall)), 'the big screen has no vote in any byte')
    assert.deepEqual(recordsIn(heard.anna, 'me').flatMap(({ votes }) => votes), [], 'a phone has the own votes alone')
  } catch (error) {
    for (const [device, page] of Object.entries({ lead, hall, helper, anna })) await photograph(page, `trust-paper-${device}`)
    throw error
  }
})

test('who knocks, what waits, proposals, concerns and stars go where the screens say, and nowhere else', { timeout: 300_000 }, async () => {
  const organiser = (server.organiser ??= await Organiser.setUp(server))
  const session = await organiser.createSession({ template: 'workshop-180' })
  const crowd = await Crowd.gather(devices, server.origin)
  const rule = await crowd.pair(await organiser.pairingLink(session, 'facilitator'))
  const [invite] = await rule.records('invite')
  const rounds = new Map((await rule.records('agenda'))[0].rounds.map(({ id, kind }) => [kind, id]))
  const go = (kind) => rule.say('start_round', { round: rounds.get(kind), in_ms: 0 })
  const lead = (await devices.large('said tablet', sizes.tablet)).page
  const hall = (await devices.large('said screen', sizes.beamer)).page
  const helper = (await devices.phone('said helper')).page
  const stranger = (await devices.phone('said stranger')).page
  const [one, two] = people
  const writer = (await devices.phone(`said ${one.name}`)).page
  const reader = (await devices.phone(`said ${two.name}`)).page
  const pages = { lead, hall, helper, stranger, writer, reader }
  const heard = Object.fromEntries(Object.entries(pages).map(([who, page]) => [who, listen(page)]))
  const button = (page, name) => page.getByRole('button', { name, exact: true })
  const told = await teller(organiser, session)
  /** Who has a text in any byte, once everybody in the room was told all, and who stands at the door asked anew. */
  const whoHas = async (text) => {
    const { stranger: outside, ...inside } = heard
    await told(inside)
    if (outside.bodies.length > 0) {
      const answers = outside.bodies.length
      await stranger.reload()
      await until(() => outside.bodies.length > answers)
    }
    return Object.keys(heard).filter((who) => bytesOf(heard[who]).includes(text))
  }
  const nobodyNamed = (who, type) => {
    for (const record of recordsIn(heard[who], type))
      for (const [path, value] of membersOf(record)) {
        assert.ok(!/\.(author|person|name|by)$/.test(path), `${who}: ${type}${path}`)
        for (const { name } of people) assert.notEqual(value, name, `${who}: ${type}${path}`)
      }
  }
  try {
    await lead.goto(await organiser.pairingLink(session, 'facilitator'))
    await hall.goto(await organiser.pairingLink(session, 'screen'))
    await helper.goto(await organiser.pairingLink(session, 'helper'))
    for (const [page, { name }] of [[writer, one], [reader, two]]) await phone.joinByLink(page, `${server.origin}/#q=${invite.secret}`, name)

    // "De begeleider ziet je naam": so does a helper, who stands at the door; the room does not.
    await rule.say('lock_door', { locked: true })
    await stranger.goto(`${server.origin}/#q=${invite.secret}`)
    await stranger.getByText('De begeleider ziet je naam en laat je binnen, of niet.').waitFor()
    await stranger.getByLabel('Je voornaam').fill('Zwaantje')
    await button(stranger, 'Klop aan').click()
    await lead.getByText('Zwaantje klopt aan.').waitFor()
    await helper.getByText('Zwaantje klopt aan.').waitFor()
    await button(lead, 'Nu niet').click()
    await stranger.getByText('De begeleider laat nu niemand meer binnen.').waitFor()
    assert.deepEqual((await whoHas('Zwaantje')).filter((who) => who !== 'stranger'), ['lead', 'helper'])
    assert.deepEqual(heard.stranger.frames, [], 'who was not let in is told nothing of the room')
    await rule.say('lock_door', { locked: false })

    // What waits is for who leads and who wrote it, and says of nobody that it is theirs.
    await go('ideas')
    await rule.say('moderate', { moderated: true })
    await rule.say('share_ideas', { shared: true })
    for (const text of ['Wens die blijft wachten', 'Wens die verder mag']) {
      await phone.sendIdea(writer, text)
      await phone.waitForState(writer, text, 'De begeleider leest dit eerst')
    }
    for (const text of ['Wens die blijft wachten', 'Wens die verder mag']) assert.deepEqual(await whoHas(text), ['lead', 'writer'])
    const [kept, passed] = [...new Set(recordsIn(heard.lead, 'idea').filter(({ status }) => status === 'waiting').map(({ id }) => id))]
    await rule.say('admit_ideas', { ideas: [passed] })
    await reader.getByText('Wens die verder mag').waitFor()
    await rule.say('hide_idea', { ideas: [kept], hidden: true })
    assert.deepEqual(await whoHas('Wens die blijft wachten'), ['lead', 'writer'])
    assert.deepEqual(await whoHas('Wens die verder mag'), ['lead', 'hall', 'writer', 'reader'])
    for (const who of Object.keys(heard)) nobodyNamed(who, 'idea')

    // A proposal has the name of who writes it, which everybody sees; its words only once they are kept.
    await go('sharpen')
    await writer.locator('.sharpen-row > .ui-button').first().click()
    await writer.locator('.sharpen-form, .sharpen-row-mine > .ui-button-primary').first().waitFor()
    if (!(await writer.locator('.sharpen-form').count())) await writer.locator('.sharpen-row-mine > .ui-button-primary').click()
    await writer.getByRole('textbox', { name: 'Wat', exact: true }).fill('Een poel, nog niet af')
    assert.deepEqual(await whoHas('Een poel, nog niet af'), [], 'what is being written stays on the phone')
    await writer.getByRole('textbox', { name: 'Wat', exact: true }).fill('Een poel met een vlonder')
    await button(writer, 'Bewaar het voorstel').click()
    await until(() => bytesOf(heard.reader).includes('Een poel met een vlonder'))
    assert.deepEqual(await whoHas('Een poel met een vlonder'), ['lead', 'hall', 'writer', 'reader'])
    for (const [who, { frames }] of Object.entries(heard)) {
      const named = new Set(recordsIn({ frames }, 'proposal').map(({ name }) => name))
      assert.ok(!named.has(two.name), `${who}: who writes no proposal is named at none`)
      if (who === 'helper' || who === 'stranger') assert.equal(named.size, 0, `${who} has no proposal`)
    }

    await go('vote')
    await writer.locator('.vote-button').first().click()
    await until(() => recordsIn(heard.hall, 'vote').at(-1)?.voted === 1)
    await rule.say('close_vote', { in_ms: 0, anyway: true })
    if ((await rule.records('tie')).some(({ decided }) => !decided)) {
      await go('tie')
      await rule.say('widen_top')
    }
    await go('top5')
    const [top] = await rule.records('top')
    for (let seen = 0; seen < top.entries.length; ++seen) await rule.say('reveal_next', { seen })

    await go('concerns')
    await writer.getByText('De begeleider ziet je naam bij een zorg. De anderen zien alleen aantallen.').waitFor()
    await writer.locator('.concern-answer-worried').first().click()
    await writer.getByRole('textbox', { name: 'Wat is je zorg?' }).fill('Wie schept de poel leeg?')
    await button(writer, 'Bewaar').click()
    await until(() => recordsIn(heard.lead, 'concern').some(({ text }) => text === 'Wie schept de poel leeg?'))
    assert.deepEqual(await whoHas('Wie schept de poel leeg?'), ['lead', 'writer'])
    assert.equal(recordsIn(heard.lead, 'concern').at(-1).name, one.name)
    for (const who of Object.keys(heard)) if (who !== 'lead') assert.deepEqual(recordsIn(heard[who], 'concern'), [], `${who} has no concern`)
    await until(() => recordsIn(heard.reader, 'moods').at(-1)?.ideas.some(({ worried }) => worried === 1))
    for (const who of Object.keys(heard)) nobodyNamed(who, 'moods')

    await go('close')
    await writer.getByText('Niemand ziet wie welke sterren gaf.').waitFor()
    await writer.locator('.star').nth(3).click()
    await until(() => recordsIn(heard.lead, 'stars').at(-1)?.counts[3] === 1)
    await whoHas('')
    for (const record of recordsIn(heard.lead, 'stars')) assert.deepEqual(Object.keys(record).sort(), ['counts', 'id', 'type'])
    for (const [who, { frames }] of Object.entries(heard)) {
      if (who !== 'lead') assert.deepEqual(recordsIn({ frames }, 'stars'), [], `${who} has no count of stars`)
      const given = recordsIn({ frames }, 'me').map(({ stars }) => stars).filter(Boolean)
      assert.deepEqual([...new Set(given)], who === 'writer' ? [4] : [], `${who} and the stars of ${one.name}`)
    }
  } catch (error) {
    for (const [device, page] of Object.entries(pages)) await photograph(page, `trust-said-${device}`)
    throw error
  }
})

/**
 * Gives a function that waits until everybody of `heard` was told what follows, and so all before it: the last round gets another
 * name, which facilitators, the big screen, phones and helpers are all told.
 */
async function teller(organiser, session) {
  const crowd = await Crowd.gather(devices, server.origin)
  const rule = await crowd.pair(await organiser.pairingLink(session, 'facilitator'))
  const { id, text, say, minutes } = (await rule.records('agenda'))[0].rounds.at(-1)
  let marks = 0
  return async (heard) => {
    const title = `Merkteken ${++marks}.`
    await rule.say('edit_round', { round: id, title, text, say, minutes })
    await until(() => Object.values(heard).every((one) => bytesOf(one).includes(title)))
  }
}

/** The files that a tablet may keep say of no idea whose it is, and how to reach nobody; the one that does is for the organiser. */
async function checkFiles(session, lead) {
  const ask = (format) =>
    lead.evaluate(
      async ([id, kind]) => {
        const { token } = JSON.parse(localStorage.getItem('kiemkring.console')).sessions.find((one) => one.session === id)
        const reply = await fetch(`/api/sessions/${id}/export?format=${kind}`, { headers: { Authorization: `Bearer ${token}` } })
        return { status: reply.status, bytes: [...new Uint8Array(await reply.arrayBuffer())] }
      },
      [session, format],
    )
  assert.equal((await ask('json')).status, 403, 'everything in one file is not for a tablet')
  const page = Buffer.from((await ask('html')).bytes).toString('utf8')
  const tables = Object.fromEntries([...readZip(Buffer.from((await ask('csv')).bytes))].map(([name, bytes]) => [name, bytes.toString('utf8')]))
  // Who does what is said with a name, also to the group.
  delete tables['toezeggingen.csv']
  for (const { name, contact, ideas } of people) {
    for (const [what, text] of [['the report', page], ...Object.entries(tables)]) {
      assert.ok(!text.includes(contact), `${what} and the contact of ${name}`)
      for (const line of text.split(/\n|<tr|<li/)) if (ideas.some((idea) => line.includes(idea))) for (const who of people) assert.ok(!line.includes(who.name), `${what}: ${line.slice(0, 200)}`)
    }
    assert.ok(ideas.every((idea) => page.includes(idea)), 'every idea stands in the report')
  }
}

function check(heard, before) {
  const phonesOf = Object.fromEntries(people.map(({ name }) => [name, heard[name]]))
  const wall = { lead: heard.lead, second: heard.second, hall: heard.hall }

  // "Iedereen ziet je voornaam": everybody, and of the affiliation nothing but who leads.
  for (const [who, one] of Object.entries(heard))
    for (const { name, organisation } of people) {
      assert.ok(bytesOf(one).includes(name), `${who} sees the name of ${name}`)
      const may = who === name || who === 'lead' || who === 'second'
      assert.equal(bytesOf(one).includes(organisation), may, `${who} ${may ? 'sees' : 'does not see'} where ${name} works`)
    }

  // "Bij ideeën en stemmen staat geen naam": no record of an idea, a group, a vote or a result says who.
  const aboutIdeas = ['idea', 'my_idea', 'group', 'vote', 'tally', 'tie', 'top']
  for (const [who, one] of Object.entries(heard))
    for (const type of aboutIdeas)
      for (const record of recordsIn(one, type))
        for (const [path, value] of membersOf(record)) {
          // Who moves an idea is seen; who still has votes is seen by who leads, never for what.
          if (path.startsWith('.hold') || (path.startsWith('.waiting') && who !== 'hall' && !(who in phonesOf))) continue
          assert.ok(!/\.(author|person|name|by)$/.test(path) || (type === 'group' && path === '.name'), `${who}: ${type}${path}`)
          for (const { name } of people) assert.notEqual(value, name, `${who}: ${type}${path}`)
        }
  for (const [who, one] of Object.entries(phonesOf)) {
    const own = people.find(({ name }) => name === who).ideas
    assert.deepEqual([...new Set(recordsIn(one, 'my_idea').map(({ text }) => text))].sort(), [...own].sort(), `${who} has the own ideas alone`)
  }

  // Votes: before the closing nobody has a count; ever, nobody has the votes of somebody else.
  for (const [who, one] of Object.entries(before)) {
    assert.deepEqual([...recordsIn(one, 'tally'), ...recordsIn(one, 'top')], [], `${who} has no count before the closing`)
    for (const frame of one.frames)
      for (const [path, value] of membersOf(JSON.parse(frame)))
        if (/\.votes$/.test(path)) assert.ok(who in phonesOf && (Array.isArray(value) || /\.votes\.\d+\.votes$/.test(path)), `${who}: ${path}`)
  }
  for (const [who, one] of Object.entries(wall)) assert.deepEqual(recordsIn(one, 'me'), [], `${who} has no votes of a person`)
  for (const [who, one] of Object.entries(phonesOf)) {
    assert.deepEqual([...new Set(recordsIn(one, 'me').map(({ name }) => name))], [who], `${who} is told about ${who} alone`)
    assert.deepEqual(recordsIn(one, 'tally'), [], `${who} never has the counts`)
  }
  // Before the closing, the only votes in any byte are those of a phone's own record.
  for (const who of ['lead', 'second', 'hall']) assert.ok(!/"votes":/.test(bytesOf(before[who])), `${who} has no vote in any byte`)

  // Contacts: to whom they belong, and to nobody else.
  for (const [who, one] of Object.entries(heard))
    for (const { name, contact } of people)
      assert.equal(bytesOf(one).includes(contact), who === name, `${who} and the contact of ${name}`)
}

async function commitAndLeaveContact(page, contact) {
  await page.getByRole('button', { name: 'Ik help mee', exact: true }).click()
  await page.getByLabel('Je e-mail of telefoon').fill(contact)
  await setBox(page.getByRole('checkbox', { name: 'Om mij het verslag te sturen' }))
  await page.getByRole('button', { name: 'Bewaar mijn gegevens' }).click()
  await page.getByText(`We kunnen je bereiken via ${contact}.`).waitFor()
}

async function until(isSo) {
  const deadline = Date.now() + 10_000
  while (!isSo()) {
    if (Date.now() > deadline) throw new Error('it does not come')
    await new Promise((resolve) => setTimeout(resolve, 30))
  }
}
