// The whole workshop: thirty phones, one on paper, a tablet and a big screen in real Chromium against the real program and
// its database file, with everything going wrong on the way that goes wrong in a hall.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { Devices, inParallel, photograph, setBox, sizes } from './support/browser.mjs'
import { readCsv } from './support/csv.mjs'
import { readZip } from './support/zip.mjs'
import { cameraPhoto, choosePhoto } from './support/photo.mjs'
import { sitePlan } from './support/site-plan.mjs'
import * as desk from './support/desk.mjs'
import * as phone from './support/phone.mjs'
import { readQrCode } from './support/qr.mjs'
import { binary, startServer } from './support/server.mjs'
import * as tablet from './support/tablet.mjs'

/** With a phone; and one who has none. */
const seats = 30
const people = seats + 1
const onPaper = 'Willemien'
const groups = JSON.parse(readFileSync(new URL('ideas-nl.json', import.meta.url), 'utf8'))
const groupOf = new Map(groups.flatMap(({ group, ideas }) => ideas.map((idea) => [idea, group])))
/** Neighbours in this list belong to different groups, so that every phone has ideas for several. */
const ideas = groups[0].ideas.flatMap((_, row) => groups.map((one) => one.ideas[row]))

const names = [
  'Anna', 'Bram', 'Carla', 'Dirk', 'Els', 'Fatma', 'Gijs', 'Hanneke', 'Ivo', 'Jolanda', 'Kees', 'Lotte', 'Mo', 'Nel',
  'Otto', 'Petra', 'Quinten', 'Ria', 'Sjoerd', 'Truus', 'Umar', 'Vera', 'Wim', 'Xandra', 'Youssef', 'Zoë', 'Aafke',
  'Bas', 'Corrie', 'Daan',
]

/** Votes that the main vote must give: the fifth and the sixth are equal. In all five for each. */
const wanted = [29, 26, 23, 20, 14, 14, 11, 8, 6, 4]
const wantedRunoff = [18, 13]

let server, devices
before(async () => {
  // One seat more than a server gives by itself: thirty phones, and paper.
  server = await startServer(undefined, ['--seats-max', String(people)])
  devices = await Devices.launch()
})
after(async () => {
  await devices?.close()
  await server?.stop()
})

/** A tap on "next" so soon after the last would be taken for a double one. */
const calm = () => new Promise((resolve) => setTimeout(resolve, 1_000))

test('a whole workshop, with everything that goes wrong in a hall', { timeout: 900_000 }, async (t) => {
  const began = Date.now()
  const watched = []
  const step = async (what, act) => {
    const start = Date.now()
    try {
      await act()
    } catch (error) {
      await Promise.all(watched.map(({ name, page }) => photograph(page, `workshop-${name}`)))
      throw new Error(`${what}: ${error.message}`, { cause: error })
    }
    const seconds = ((Date.now() - start) / 1000).toFixed(1)
    t.diagnostic(`${seconds.padStart(5)} s  ${what}`)
  }

  const office = await devices.large('desk', sizes.laptop)
  const lead = await devices.large('tablet', sizes.tablet)
  const hall = await devices.large('screen', sizes.beamer)
  watched.push(office, lead, hall)
  let session, link, code
  let phones = []

  await step('the desk makes an account and a session, and pairs tablet and big screen', async () => {
    await desk.setUp(office.page, server.setupLink)
    session = await desk.createSession(office.page, people)
    await office.page.locator('.plan input[type=file]').setInputFiles(await sitePlan(office.page))
    await office.page.getByRole('img', { name: 'Plattegrond van het terrein' }).waitFor()
    await lead.page.goto(await desk.pairingLink(office.page, 'facilitator'))
    await hall.page.goto(await desk.pairingLink(office.page, 'screen'))
    link = await readQrCode(hall.page.locator('.mount'))
    code = (await hall.page.locator('.code').innerText()).replace(/\s/g, '')
    assert.match(link, new RegExp(`^${server.origin}/#q=\\S+$`), 'the QR code leads to this server')
    assert.match(code, /^[0-9A-Z]{6}$/)
  })

  await step('all but one come in, by QR code and by typed code', async () => {
    phones = await inParallel(names.slice(0, -1), async (name, i) => {
      const one = await devices.phone(name)
      if (i === seats - 2) await loseOnce(one.page, '**/assets/later-stages*')
      if (i % 3 === 0) await phone.joinByCode(one.page, server.origin, code, name)
      else await phone.joinByLink(one.page, link, name)
      return one
    })
    watched.push(...phones)
    await tablet.waitForPeople(lead.page, seats - 1)
    await hall.page.getByText(`${seats - 1} mensen binnen`).waitFor()
  })

  /** The sheet of the one without a phone; closed again afterwards. */
  const forPaper = async (act) => {
    await lead.page.getByRole('button', { name: /^Mensen, \d+ binnen$/ }).click()
    await lead.page.getByRole('button', { name: `Schrijf op voor ${onPaper}` }).click()
    await act(lead.page.getByRole('dialog'))
    await lead.page.keyboard.press('Escape')
    await lead.page.getByRole('heading', { name: 'Mensen' }).waitFor()
    await lead.page.keyboard.press('Escape')
    await lead.page.getByRole('dialog').waitFor({ state: 'hidden' })
  }

  await step('one without a phone sits down on paper', async () => {
    await lead.page.getByRole('button', { name: `Mensen, ${seats - 1} binnen` }).click()
    await lead.page.getByLabel('Voornaam').fill(onPaper)
    await lead.page.getByRole('button', { name: 'Plek op papier' }).click()
    await lead.page.getByRole('heading', { name: onPaper }).waitFor()
    await lead.page.keyboard.press('Escape')
    await lead.page.getByText('op papier · 0 ideeën').waitFor()
    await lead.page.keyboard.press('Escape')
    await tablet.waitForPeople(lead.page, seats)
    await hall.page.getByText(`${seats} mensen binnen`).waitFor()
  })

  const ideasOf = (i) => [0, 1, 2, 3].map((wave) => ideas[wave * seats + i])
  const send = (wave) => (one, i) => phone.sendIdea(one.page, ideasOf(i)[wave])
  const received = (wave) => (one, i) => phone.waitForState(one.page, ideasOf(i)[wave], 'Ontvangen', 60_000)

  await step('everybody warms up, and the big screen shows what they take along', async () => {
    await inParallel(phones.slice(0, 10), (one) => one.page.locator('label', { hasText: 'Egel' }).click())
    await phones[0].page.getByText('Nog 9 anderen nemen dit ook mee.').waitFor()
  })

  await step('what the facilitator has to tell is on the wall and on every phone', async () => {
    const title = 'Waarom we hier zijn'
    await tablet.next(lead.page, title)
    await inParallel([...phones, hall], (one) => one.page.getByRole('heading', { level: 1, name: title }).waitFor())
    await inParallel([phones[0], hall], (one) => one.page.getByText(/binnen een jaar/).first().waitFor())
  })

  await step('tables talk, with the question on every phone and on the wall', async () => {
    await tablet.next(lead.page, 'Tafelgesprek')
    const question = 'Waar hier zit of loop jij graag, en wat mis je daar?'
    await inParallel([...phones, hall], (one) => one.page.getByRole('heading', { level: 1, name: question }).waitFor())
    await phones[0].page.getByText(/^Tot \d\d:\d\d\.$/).waitFor()
    await calm()
  })

  const pinned = (i, n = '\\d+') => ({ name: new RegExp(`^Pin ${n}: ${escaped(ideasOf(i)[0])}`) })
  /** Pulls the plan a little, each their own way, and writes what is there. */
  const setPin = async (one, i) => {
    const { x, y, width, height } = await one.page.locator('.site-plan-box').boundingBox()
    await one.page.mouse.move(x + width / 2, y + height / 2)
    await one.page.mouse.down()
    await one.page.mouse.move(x + width / 2 + (i % 6) * 12 - 30, y + height / 2 + Math.floor(i / 6) * 12 - 24, { steps: 3 })
    await one.page.mouse.up()
    await one.page.getByRole('button', { name: 'Zet hier' }).click()
    await one.page.getByLabel('Wat zie je hier?').fill(ideasOf(i)[0])
    await choosePhoto(one.page.locator('form.composer'), photos[i % photos.length])
    await one.page.getByText('Je foto gaat mee.').waitFor()
  }
  let photos

  await step('they walk over the site, each with a pin, a word and a photo, some in a dead spot', async () => {
    await tablet.next(lead.page, 'Rondje terrein')
    photos = []
    for (const seed of [1, 2, 3]) photos.push(await cameraPhoto(office.page, seed, { width: 1600, height: 1200 }))
    await inParallel(phones, async (one, i) => {
      await phone.waitForHeading(one.page, 'Rondje terrein')
      await one.page.locator('.site-plan-sheet img').waitFor()
      if (i >= 3) {
        await setPin(one, i)
        await one.page.getByRole('button', { name: 'Verstuur' }).click()
        await one.page.getByRole('button', pinned(i)).waitFor({ timeout: 60_000 })
        return
      }
      await one.context.setOffline(true)
      await one.page.getByText('Je kunt doorgaan.').waitFor()
      await setPin(one, i)
      await one.page.getByRole('button', { name: 'Bewaar, straks versturen' }).click()
      await one.page.getByRole('button', pinned(i, '…')).waitFor()
      await one.context.setOffline(false)
      await one.page.getByRole('button', pinned(i)).waitFor({ timeout: 60_000 })
    })
    await hall.page.getByText(`Al ${seats - 1} ideeën.`).waitFor()
    assert.equal(await hall.page.locator('.site-pin').count(), 0, 'everybody looks for themselves first')
  })

  await step('one comes too late, knocks on the locked door, is let in, and sets a pin like all others', async () => {
    await lead.page.getByRole('button', { name: `Mensen, ${seats} binnen` }).click()
    await lead.page.getByRole('button', { name: 'Deur dicht doen' }).click()
    await lead.page.keyboard.press('Escape')
    const late = await devices.phone(names.at(-1))
    watched.push(late)
    await late.page.goto(link)
    await phone.waitForHeading(late.page, 'De deur is dicht')
    await late.page.getByLabel('Je voornaam').fill(names.at(-1))
    await late.page.getByRole('button', { name: 'Klop aan' }).click()
    await lead.page.getByText(`${names.at(-1)} klopt aan.`).waitFor()
    await lead.page.getByRole('button', { name: 'Laat binnen' }).click()
    await phone.waitForHeading(late.page, 'Rondje terrein')
    await tablet.waitForPeople(lead.page, people)
    await late.page.locator('.site-plan-sheet img').waitFor()
    await setPin(late, seats - 1)
    await late.page.getByRole('button', { name: 'Verstuur' }).click()
    await late.page.getByRole('button', pinned(seats - 1)).waitFor()
    phones.push(late)
    await lead.page.getByRole('button', { name: `Mensen, ${people} binnen` }).click()
    await lead.page.getByRole('button', { name: 'Deur open doen' }).click()
    await lead.page.keyboard.press('Escape')
  })

  await step('one more than there are seats is refused politely', async () => {
    const refused = await devices.phone('refused')
    await refused.page.goto(link)
    await phone.waitForHeading(refused.page, 'De sessie zit vol')
    await refused.page.getByText(/proberen we het vanzelf opnieuw/).waitFor()
    await refused.context.close()
  })

  await step('all pins and photos arrive, and are shown to the room', async () => {
    await lead.page.getByRole('heading', { name: `${seats} plekken` }).waitFor()
    const all = lead.page.getByRole('button', { name: `Laat ${seats} foto’s zien` })
    await all.waitFor({ timeout: 120_000 })
    await all.click()
    await lead.page.getByRole('button', { name: 'Laat de ideeën zien' }).click()
    await hall.page.locator('.explore__photos img').first().waitFor()
    await hall.page.waitForFunction((seats) => document.querySelectorAll('.explore__sheet .site-pin').length === seats, seats)
    await phones[0].page.getByRole('button', { name: 'Lijst' }).click()
    await phones[0].page.getByRole('listitem').filter({ hasText: ideasOf(seats - 1)[0] }).first().waitFor()
    await calm()
  })

  await step('everybody writes in silence; the server dies in the middle and comes back', async () => {
    await tablet.next(lead.page, 'Ideeën')
    await inParallel(phones, (one) => phone.waitForHeading(one.page, 'Nog een idee?'))
    let sent = 0
    let restarted
    await inParallel(phones, async (one, i) => {
      await send(1)(one, i)
      if (++sent === seats / 2) {
        await server.kill()
        restarted = server.start()
      }
    })
    await restarted
    await inParallel(phones, received(1))
    const other = ideasOf(1)[1]
    assert.equal(await phones[0].page.getByText(other).count(), 0, 'nobody reads along')
    await lead.page.getByRole('heading', { name: `${2 * seats} ideeën` }).waitFor()
  })

  await step('five phones reload and are the same person again', async () => {
    await inParallel(phones.slice(0, 5), async (one, i) => {
      await one.page.reload()
      await received(0)(one, i)
      await received(1)(one, i)
      assert.equal((await phone.ownIdeas(one.page)).length, 2)
    })
  })

  await step('three phones lose the network, write on, and come back', async () => {
    await inParallel(phones.slice(5, 8), async (one, i) => {
      await one.context.setOffline(true)
      await one.page.getByText('Geen verbinding').first().waitFor()
      await phone.sendIdea(one.page, ideasOf(i + 5)[2])
      await phone.waitForState(one.page, ideasOf(i + 5)[2], 'Op je telefoon')
      await one.context.setOffline(false)
      await phone.waitForState(one.page, ideasOf(i + 5)[2], 'Ontvangen', 60_000)
    })
  })

  await step('one types while offline, presses send, and its page is killed', async () => {
    const one = phones[8]
    const text = ideasOf(8)[2]
    await one.context.setOffline(true)
    await one.page.getByText('Geen verbinding').first().waitFor()
    await phone.sendIdea(one.page, text)
    await phone.waitForState(one.page, text, 'Op je telefoon')
    await one.page.close()
    await one.context.setOffline(false)
    one.page = await one.context.newPage()
    await one.page.goto(server.origin)
    await phone.waitForState(one.page, text, 'Ontvangen', 60_000)
  })

  await step('the others send a third, the ideas are shared, everybody sends a fourth', async () => {
    await inParallel(phones, async (one, i) => {
      if (i < 5 || i > 8) await send(2)(one, i)
    })
    await lead.page.getByRole('button', { name: 'Laat de ideeën zien' }).click()
    await phones[0].page.getByRole('heading', { name: 'Alle ideeën' }).waitFor()
    await inParallel(phones, async (one, i) => {
      if (i < seats - 1) await send(3)(one, i)
      await received(2)(one, i)
      if (i < seats - 1) await received(3)(one, i)
    })
    const said = ideasOf(seats - 1)[3]
    await forPaper(async (sheet) => {
      await sheet.getByLabel('Wat is het idee?').fill(said)
      await sheet.getByRole('button', { name: 'Verstuur' }).click()
      await sheet.locator('.paper-ideas').getByText(said).waitFor()
    })
    await lead.page.getByRole('heading', { name: `${ideas.length} ideeën` }).waitFor()
    await hall.page.getByText(`${ideas.length} ideeën`).first().waitFor()
    await inParallel(phones, (one) => one.page.getByRole('heading', { name: `Alle ideeën ${ideas.length}` }).waitFor())
  })

  await step('the ideas are grouped, by taps and by drag', async () => {
    await tablet.next(lead.page, 'Groeperen')
    for (const { group, ideas: [first, second] } of groups) await tablet.groupByTaps(lead.page, group, [first, second])
    for (const { group, ideas: [, , third, ...more] } of groups) {
      await tablet.moveByTaps(lead.page, more, group)
      await tablet.moveByDrag(lead.page, third, group)
    }
    await lead.page.getByText('Alles heeft een plek.').waitFor()
  })

  await step('a wrong move is undone, and an idea outside the round goes to later', async () => {
    const [idea] = groups[0].ideas
    await tablet.moveByTaps(lead.page, [idea], groups[9].group)
    await lead.page.getByRole('button', { name: 'Ongedaan maken' }).click()
    await tablet.column(lead.page, groups[0].group).locator('button[data-idea]', { hasText: idea }).waitFor()
    const one = phones[20]
    await one.page.getByText('Idee voor later').click()
    await phone.sendIdea(one.page, laterIdea)
    await phone.waitForState(one.page, laterIdea, 'Bewaard voor later')
  })

  await step('tablet, big screen and phones show the same groups', async () => {
    const shown = await tablet.groupsShown(lead.page)
    for (const { name, ideas } of shown) for (const idea of ideas) assert.equal(groupOf.get(idea), name)
    assert.equal(shown.flatMap((group) => group.ideas).length, ideas.length)
    await inParallel(phones, async (one) => assert.deepEqual(await phone.groupsShown(one.page), shown, one.name))
    const beds = await hall.page.locator('.bed__title, .bed-list__title').allInnerTexts()
    assert.deepEqual(beds, shown.map((group) => group.name))
    // What got lost on the way in was asked for again, with its styles.
    await phones[seats - 2].page.waitForFunction(() =>
      [...document.querySelectorAll('link[rel=stylesheet]')].some(({ href, sheet }) => /later-stages/.test(href) && sheet?.cssRules.length))
  })

  const second = await devices.phone('second')
  watched.push(second)
  await step('one goes on with a second phone, by the link on the page about oneself', async () => {
    const one = phones[9]
    await one.page.getByRole('button', { name: 'Van mij' }).click()
    await one.page.getByText('Verder op een andere telefoon').click()
    const personal = await one.page.getByRole('textbox', { name: 'Jouw link' }).inputValue()
    assert.match(personal, new RegExp(`^${server.origin}/#m=${session}\\.[0-9a-f]{64}$`))
    await one.page.locator('.other-phone-qr path').waitFor()
    assert.equal(await readQrCode(one.page.locator('.other-phone-qr')), personal, 'the QR code is the same link')

    await second.page.goto(personal)
    await phone.waitForHeading(second.page, 'Deze ideeën horen bij elkaar')
    assert.equal(second.page.url(), `${server.origin}/`, 'the secret leaves the address')
    await second.page.reload()
    await phone.waitForHeading(second.page, 'Deze ideeën horen bij elkaar')
    await second.page.getByRole('button', { name: 'Van mij' }).click()
    await phone.waitForHeading(second.page, 'Van mij')
    assert.equal(await second.page.getByRole('textbox', { name: 'Mijn naam' }).inputValue(), one.name)
    const own = await phone.ownIdeas(one.page)
    assert.deepEqual(own.map(({ text }) => text).sort(), [...ideasOf(9)].sort())
    assert.deepEqual(await phone.ownIdeas(second.page), own)
    await inParallel([one, second], ({ page }) => page.getByRole('button', { name: 'Terug' }).click())
  })

  const titles = groups.map(({ group }) => group)
  await step('a break', async () => {
    await tablet.next(lead.page, 'Pauze')
    await inParallel([...phones, hall], (one) => one.page.getByRole('heading', { level: 1, name: 'Pauze' }).waitFor())
    await hall.page.getByText(/^We gaan verder om \d\d:\d\d\.$/).waitFor()
    await calm()
  })

  await step('two groups explain themselves, with their own time', async () => {
    await tablet.next(lead.page, 'Toelichten')
    for (const title of titles.slice(0, 2)) {
      await lead.page.getByRole('button', { name: `Geef het woord aan ${title}`, exact: true }).click()
      await inParallel([...phones, hall], (one) => one.page.getByRole('heading', { name: title }).first().waitFor())
    }
    await lead.page.getByRole('region', { name: 'Nu aan het woord' }).getByText(titles[1]).waitFor()
    await lead.page.getByText(/ideeën · geweest/).waitFor()
    await calm()
  })

  const tables = 6
  await step('six tables choose three groups each', async () => {
    await tablet.next(lead.page, 'Tafelkeuze')
    await inParallel(phones, async (one, i) => {
      await one.page.getByRole('button', { name: `Tafel ${(i % tables) + 1}`, exact: true }).click()
      await one.page.getByText(`Je zit aan tafel ${(i % tables) + 1}`).waitFor()
    })
    await inParallel(phones.slice(0, tables), async (one, i) => {
      for (const n of [0, 1, 2]) await phone.choose(one.page, titles[(i * 2 + n) % titles.length])
      await one.page.getByText('3 van 3 gekozen').waitFor()
    })
    // Whoever sits at the same table sees the same choice.
    await phones[tables].page.getByText('3 van 3 gekozen').waitFor()
    await lead.page.getByRole('region', { name: 'Tafel 1', exact: true }).getByText(titles[2]).waitFor()
    assert.equal(await lead.page.getByRole('button', { name: 'Neem de keuzes mee' }).count(), 0, 'every group was chosen')
    await calm()
  })

  await step('tables turn groups into proposals; one does not fit, and stands out', async () => {
    await tablet.next(lead.page, 'Aanscherpen')
    await inParallel(phones.slice(0, 3), async (one, i) => {
      await one.page.getByRole('button', { name: `Wij maken dit voorstel: ${titles[i]}` }).click()
      await one.page.getByLabel('Wat', { exact: true }).fill(`${titles[i]}, samen gemaakt`)
      await one.page.getByLabel('Waar', { exact: true }).fill('bij de vijver')
      await one.page.getByLabel('Voor wie', { exact: true }).fill('iedereen op het terrein')
      await setBox(one.page.getByRole('group', { name: 'Kan dit binnen de tijd?' }).getByRole('radio', { name: 'Ja' }))
      await setBox(one.page.getByRole('group', { name: 'Kan dit binnen het geld?' }).getByRole('radio', { name: i === 2 ? 'Nee' : 'Ja' }))
      await one.page.getByRole('button', { name: 'Bewaar het voorstel' }).click()
      await lead.page.getByText(`${titles[i]}, samen gemaakt`).waitFor()
    })
    await lead.page.getByText('Kan niet binnen het geld').waitFor()
    await hall.page.getByText(`${titles[0]}, samen gemaakt`).waitFor()
    await inParallel(phones.slice(0, 3), (one) => one.page.getByRole('button', { name: 'Alle groepen' }).click())
  })

  const ballots = deal(wanted, people, 5)

  await step('everybody votes; the server dies in the middle', async () => {
    await tablet.next(lead.page, 'Stemmen')
    await lead.page.getByText('Let op: 1 voorstel past niet binnen de tijd of het geld').waitFor()
    await inParallel(phones, (one) => phone.waitForHeading(one.page, 'Kies jouw favorieten'))
    // Some change their mind first.
    await inParallel(phones.slice(0, 4), async (one, i) => {
      const wrong = titles.find((_, candidate) => !ballots[i].includes(candidate))
      await phone.choose(one.page, wrong)
      await phone.unchoose(one.page, wrong)
    })
    let done = 0
    let restarted
    await inParallel(phones, async (one, i) => {
      for (const candidate of ballots[i]) await phone.choose(one.page, titles[candidate])
      if (++done === seats / 2) {
        await server.kill()
        restarted = server.start()
      }
    })
    await restarted
    await lead.page.getByText(`${seats} van de ${people} zijn klaar.`).waitFor({ timeout: 60_000 })
    await forPaper(async (sheet) => {
      for (const candidate of ballots[seats])
        await sheet.getByRole('button', { name: new RegExp(`^Stem op [A-O]: ${escaped(titles[candidate])}`) }).click()
      await sheet.getByText('Alle stemmen zijn op.').waitFor()
    })
    await lead.page.getByText(`${people} van de ${people} zijn klaar.`).waitFor()
    await inParallel(phones, async (one, i) => {
      await one.page.getByText('Je stemmen zijn op').waitFor()
      assert.deepEqual(await phone.chosenOnes(one.page), ballots[i].map((candidate) => titles[candidate]).sort())
    })
    assert.equal(await hall.page.getByText(/\d+ stem(men)? voor/).count(), 0, 'no running score')
  })

  await step('a vote given on one of the two phones of a person shows on the other', async () => {
    const one = phones[9]
    const chosen = ballots[9].map((candidate) => titles[candidate]).sort()
    const left = chosen.slice(1)
    await second.page.getByText('Je stemmen zijn op').waitFor()
    assert.deepEqual(await phone.chosenOnes(second.page), chosen)
    await phone.unchoose(second.page, chosen[0])
    await one.page.getByText('Nog 1 stem', { exact: true }).waitFor()
    assert.deepEqual(await phone.chosenOnes(one.page), left)
    await phone.choose(one.page, chosen[0])
    await second.page.getByText('Je stemmen zijn op').waitFor()
    assert.deepEqual(await phone.chosenOnes(second.page), chosen)
    await lead.page.getByText(`${people} van de ${people} zijn klaar.`).waitFor()
  })

  await step('the vote is closed: a tie across the fifth place', async () => {
    await tablet.closeVote(lead.page)
    await lead.page.getByText('Plaats 5 is gelijk').waitFor()
    await tablet.next(lead.page, 'Gelijke stand')
    await lead.page.getByRole('heading', { name: '2 ideeën voor één plek' }).waitFor()
    await hall.page.getByRole('heading', { name: 'Gelijke stand' }).waitFor()
    await inParallel(phones, (one) => phone.waitForHeading(one.page, 'Gelijke stand'))
  })

  await step('a run-off decides', async () => {
    await lead.page.getByRole('button', { name: 'Start de extra ronde' }).click()
    await inParallel(phones, async (one, i) => {
      await phone.choose(one.page, titles[i < seats - wantedRunoff[1] ? 4 : 5])
    })
    await forPaper((sheet) => sheet.getByRole('button', { name: new RegExp(`^Stem op [A-O]: ${escaped(titles[4])}`) }).click())
    await lead.page.getByText(`${people} van de ${people} zijn klaar.`).waitFor({ timeout: 60_000 })
    await tablet.closeVote(lead.page)
    await lead.page.getByRole('heading', { name: 'Opgelost door de extra ronde.' }).waitFor()
    await hall.page.getByText('Beslist door nog één keer te kiezen.').waitFor()
    await phones[3].page.getByText('De extra ronde heeft beslist.').waitFor()
  })

  const top = titles.slice(0, 5)
  await step('the top five is revealed, from five to one', async () => {
    await tablet.next(lead.page, 'Uitslag')
    for (let place = 5; place >= 1; --place) {
      // A hand that trembles opens one place, not two.
      await lead.page.getByRole('button', { name: `Onthul plaats ${place}` }).click(place === 5 ? { clickCount: 2, delay: 200 } : {})
      await hall.page.locator('.top__title', { hasText: top[place - 1] }).waitFor()
      assert.equal(await hall.page.locator('.top__title', { hasText: 'Nog even dicht' }).count(), place - 1)
      await phones[place].page.locator('.result-title', { hasText: top[place - 1] }).waitFor()
    }
    await lead.page.getByText('Alle plaatsen zijn onthuld.').waitFor()
    const expected = top.map((title, i) => `${i + 1} ${title} ${i === 4 ? wanted[4] : wanted[i]} stemmen`)
    await inParallel(phones, async (one) => assert.deepEqual(await phone.topShown(one.page), expected, one.name))
    const stems = await hall.page.locator('.top__title').allInnerTexts()
    assert.deepEqual(stems.toReversed(), top, 'from left to right as they were revealed')
    assert.deepEqual(await lead.page.locator('.top-places .top-title').allInnerTexts(), top)
  })

  await step('people say what worries them, and everybody sees how many', async () => {
    await tablet.next(lead.page, 'Zorgen')
    await inParallel(phones, (one) => phone.waitForHeading(one.page, 'Zorgen of prima?'))
    await inParallel(phones.slice(0, 8), async (one, i) => {
      await one.page.getByRole('button', { name: `${i < 6 ? 'Prima' : 'Ik heb een zorg'}: ${top[0]}` }).click()
    })
    await phones[6].page.getByLabel('Wat is je zorg?').fill('Wie geeft er water?')
    await phones[6].page.getByRole('button', { name: 'Bewaar', exact: true }).click()
    await lead.page.getByText(`${phones[6].name}: Wie geeft er water?`).waitFor()
    await lead.page.getByText('2 zorgen staan nog open.').waitFor()
    await lead.page.getByRole('button', { name: `Opgelost: zorg van ${phones[6].name}` }).click()
    await lead.page.getByText('1 zorg staat nog open.').waitFor()
    await phones[20].page.getByText('6 prima, 2 zorgen.').waitFor()
    assert.equal(await phones[20].page.getByText('Wie geeft er water?').count(), 0, 'the words are for the facilitator')
  })

  const committed = []
  await step('people say what they will do, on phones and by hands', async () => {
    await tablet.next(lead.page, 'Wie doet mee')
    await inParallel(phones, (one) => phone.waitForHeading(one.page, 'Waar doe jij aan mee?'))
    const roles = [
      ['lead', 'Ik trek de kar'],
      ['help', 'Ik help mee'],
      ['think', 'Ik denk mee'],
      ['check_first', 'Ik wil eerst overleggen'],
    ]
    await inParallel(phones, async (one, i) => {
      const place = i % 5
      // The fourth idea gets no lead: it must be flagged.
      const [role, button] = roles[place === 3 && i % 4 === 0 ? 1 : i % 4]
      if (place === 3 && role === 'lead') return
      await phone.pickIdea(one.page, place)
      await one.page.getByRole('button', { name: button, exact: true }).click()
      committed.push({ title: top[place], role, name: one.name, hands: 1, note: '' })
    })
    const one = phones[7]
    await one.page.getByRole('button', { name: 'Ik kan iets regelen' }).click()
    await one.page.getByLabel('Wat kun je regelen?').fill('hout en zaag')
    await one.page.getByRole('button', { name: 'Bewaar', exact: true }).click()
    committed.push({ title: top[2], role: 'arrange', name: one.name, hands: 1, note: 'hout en zaag' })

    await lead.page.getByRole('button', { name: `Hand erbij voor ${top[1]}` }).click()
    const sheet = lead.page.getByRole('dialog')
    await sheet.getByRole('button', { name: 'Eén hand meer' }).click()
    await sheet.getByRole('button', { name: 'Eén hand meer' }).click()
    await setBox(sheet.getByRole('radio', { name: 'helpt mee' }))
    await sheet.getByRole('button', { name: 'Schrijf op' }).click()
    await sheet.waitFor({ state: 'hidden' })
    committed.push({ title: top[1], role: 'help', name: '', hands: 3, note: '' })
    await lead.page.getByText('4 van de 5 ideeën hebben een trekker.').waitFor()
    await lead.page.getByText('Nog geen trekker').waitFor()
    await hall.page.getByText('4 van de 5 ideeën hebben een trekker').waitFor()
  })

  await step('one leaves contact data, with consent', async () => {
    const one = phones[1]
    await one.page.getByLabel('Je e-mail of telefoon').fill('bram@degrift.example')
    await setBox(one.page.getByRole('checkbox', { name: 'Om mij het verslag te sturen' }))
    await one.page.getByRole('button', { name: 'Bewaar mijn gegevens' }).click()
    await one.page.getByText('We kunnen je bereiken via bram@degrift.example.').waitFor()
  })

  const date = new Date(Date.now() + 21 * 86_400_000).toISOString().slice(0, 10)
  await step('a date for the next step, the files, and the end', async () => {
    await tablet.next(lead.page, 'Afsluiten')
    await lead.page.getByLabel('Datum').fill(date)
    await lead.page.getByLabel('Wat gebeurt er dan?').fill('De trekkers lopen samen over het terrein')
    await lead.page.getByRole('button', { name: 'Schrijf op' }).click()
    await lead.page.getByText('Volgende stap:').first().waitFor()
    await inParallel(phones.slice(0, 4), (one, i) => one.page.locator('.stars label').nth(i < 2 ? 4 : 3).click())
    await lead.page.getByText('Gemiddeld 4,5 van de 5, van 4 mensen.').waitFor()
    await lead.page.getByRole('button', { name: 'Sessie afsluiten' }).click()
    await lead.page.getByRole('dialog').getByRole('button', { name: 'Sluit de sessie af' }).click()
    await inParallel(phones, async (one) => {
      await phone.waitForHeading(one.page, `Dank je wel, ${one.name}`)
      await one.page.getByText('De trekkers lopen samen over het terrein').waitFor()
    })
    await hall.page.getByRole('heading', { name: 'Dank jullie wel' }).waitFor()
  })

  let json
  await step('the files hold everything exactly once', async () => {
    await office.page.reload()
    json = await desk.saved(office.page, 'Bewaar alles')
    const tables = readZip(await desk.savedBytes(office.page, 'Bewaar als CSV (ZIP)'))
    const { result, people: kept, events } = JSON.parse(json)
    const of = (name) => events.filter(({ event }) => event === name)
    assert.equal(new Set(of('idea_pinned').map(({ what }) => what.idea)).size, seats, 'a pin of everybody')
    assert.equal(of('photo_announced').length, seats, 'a photo of everybody')
    assert.equal(new Set(of('photo_set').filter(({ what }) => what.now.released).map(({ what }) => what.photo)).size, seats)

    const texts = result.ideas.map((idea) => idea.text)
    assert.deepEqual([...texts].sort(), [...ideas, laterIdea].sort(), 'every idea, once')
    const named = new Map(result.groups.map((group) => [group.id, group.name]))
    for (const idea of result.ideas) {
      assert.equal(idea.status, idea.text === laterIdea ? 'later' : 'live')
      if (idea.text !== laterIdea) assert.equal(named.get(idea.group), groupOf.get(idea.text))
    }

    const [main, runoff] = result.votes
    assert.equal(result.votes.length, 2)
    const counted = (vote) => new Map(vote.counts.map(({ candidate, votes }) => [named.get(candidate), votes]))
    titles.forEach((title, i) => assert.equal(counted(main).get(title), wanted[i], `votes for ${title}`))
    assert.deepEqual([...counted(runoff)].sort(), [[titles[4], wantedRunoff[0]], [titles[5], wantedRunoff[1]]].sort())
    const cast = main.ballots.map((ballot) => ballot.map(({ candidate, votes }) => `${named.get(candidate)} ${votes}`).sort().join())
    const meant = ballots.map((ballot) => ballot.map((candidate) => `${titles[candidate]} 1`).sort().join())
    assert.deepEqual(cast.sort(), meant.sort(), 'every ballot as chosen, that on paper too')
    assert.deepEqual(result.top.map(({ place, title, votes }) => [place, title, votes]), top.map((title, i) => [i + 1, title, wanted[i]]))
    assert.equal(result.decided_by, 'run_off')

    const written = ({ title, candidate, role, name, hands, note }) =>
      [title ?? named.get(candidate), role, name, hands, note].join(' | ')
    assert.deepEqual(result.commitments.map(written).sort(), committed.map(written).sort(), 'every commitment, once')
    assert.equal(kept.length, people)
    assert.deepEqual(kept.map((one) => one.name).sort(), [...names, onPaper].sort())
    assert.deepEqual(kept.filter((one) => one.contact).map((one) => one.name), [names[1]])
    assert.equal(result.next_step.date, date)
    assert.equal(result.status, 'ended')

    const [, ...rows] = readCsv(tables.get('ideeen.csv').toString('utf8'))
    for (const text of [...ideas, laterIdea]) {
      assert.equal(rows.filter((row) => row.includes(text)).length, 1, `one row for: ${text}`)
    }
    assert.equal(rows.length, ideas.length + 1)
    const onBallots = readCsv(tables.get('stembriefjes.csv').toString('utf8')).slice(1)
    assert.equal(new Set(onBallots.filter((row) => row[0] === 'stemming').map((row) => row[2])).size, people, 'every ballot')
    for (const row of onBallots) for (const name of [...names, onPaper]) assert.ok(!row.includes(name), 'no name on a ballot')
    const printed = execFileSync(binary, ['export', session, '--format', 'json', '--data', server.data], { encoding: 'utf8', maxBuffer: 64e6 })
    assert.equal(printed, json, 'the command line gives the same file')
  })

  await step('anybody can count the sealed ballots again, and sees when one was changed', async () => {
    const file = join(server.data, 'session.json')
    writeFileSync(file, json)
    const counted = server.command('recount', file)
    assert.match(counted, new RegExp(`Vote 1: ${people} ballots`))
    assert.match(counted, new RegExp(`Vote 2: ${people} ballots`))
    for (const votes of wanted) assert.match(counted, new RegExp(`group +\\d+ +${votes}\n`))
    assert.match(counted, /The ballots give the published counts, and the top follows from them/)

    const changed = JSON.parse(json)
    const [ballot] = changed.result.votes[0].ballots
    ballot[0].candidate = changed.result.votes[0].counts.find(({ candidate }) => !ballot.some((vote) => vote.candidate === candidate)).candidate
    writeFileSync(file, JSON.stringify(changed))
    assert.throws(() => server.command('recount', file), ({ message, stdout }) => /DIFFERENT/.test(`${message} ${stdout}`))
  })

  assert.deepEqual(devices.troubles, [], 'no page threw an error')
  t.diagnostic(`${((Date.now() - began) / 1000).toFixed(0)} s in all`)
})

const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

const laterIdea = 'Een kring van wilgen als vergaderzaal'

/** Each of these files gets lost the first time that it is asked for. */
async function loseOnce(page, files) {
  const lost = new Set()
  await page.route(files, (route) => {
    const url = route.request().url()
    if (lost.has(url)) return route.continue()
    lost.add(url)
    return route.abort()
  })
}

/** Ballots of `each` different candidates for `people`, that add up to the wanted counts. */
function deal(counts, people, each) {
  assert.equal(counts.reduce((sum, count) => sum + count), people * each)
  const left = [...counts]
  const ballots = Array.from({ length: people }, () => {
    const ballot = left
      .map((count, candidate) => ({ count, candidate }))
      .sort((a, b) => b.count - a.count)
      .slice(0, each)
      .map(({ candidate }) => candidate)
    for (const candidate of ballot) left[candidate] -= 1
    return ballot
  })
  assert.ok(left.every((count) => count === 0))
  return ballots
}
