// Drives two desks, one in Dutch and one in English, past step 5, and past the public page of the place.
import { cameraPhoto } from './support/photo.mjs'

const key = () => Array.from({ length: 32 }, () => Math.floor(Math.random() * 16).toString(16)).join('')
const said = {
  nl: { place: 'De Linde', ideas: ['Een bank bij de vaart', 'Een vijver', 'Fruitbomen'], title: 'Van tegels naar tuin', story: 'Eerst was er steen, van hek tot hek. In augustus kon niemand er zitten.\nNu staan er twaalf bomen en een bank. Wie pauze heeft, gaat naar buiten.', before: 'Een plein vol tegels voor hal 2', after: 'Dezelfde plek, met bomen en een bank', work: 'Water geven', by: 'Terreinbeheer', sign: 'Een bordje maken', coffee: 'Koffie regelen', shovels: 'schoppen en tijd', note: 'Ik kan snoeien.' },
  en: { place: 'The Lime Tree', ideas: ['A bench at the canal', 'A pond', 'Fruit trees'], title: 'From tiles to garden', story: 'First there was stone, from fence to fence. In August nobody could sit there.\nNow there are twelve trees and a bench. Who has a break goes outside.', before: 'A square full of tiles in front of hall 2', after: 'The same spot, with trees and a bench', work: 'Watering', by: 'Grounds management', sign: 'Make a sign', coffee: 'Arrange coffee', shovels: 'shovels and time', note: 'I can prune.' },
}

/** `take(state, ready)` takes a picture of both desks once the selector is there. */
export async function deskOpening({ organiser, origin, office, both, take }) {
  const ask = async (id, op, args) => JSON.parse(await organiser.ask('POST', `/api/trajectories/${id}`, { key: key(), op, args }))
  const kept = async (id, kind) => JSON.parse(await organiser.ask('GET', `/api/trajectories/${id}`)).entries.filter(({ entry }) => entry.kind === kind)
  const ids = {}
  const put = (id, now) => ask(id, 'put_entry', { id: 0, was: null, now })
  for (const [language, words] of Object.entries(said)) {
    const place = { kind: 'place', name: words.place, sort: 'business_park', address: 'Lindelaan 1', municipality: 'Zwolle', funder: '', about: '', area_m2: 180 }
    const { id } = JSON.parse(await organiser.ask('POST', '/api/trajectories', { key: key(), language, place }))
    ids[language] = id
    await put(id, { kind: 'contact', name: 'Noor Smit', role: 'contact_person', organisation: 'Bakkerij Smit', email: 'noor@bakkerij.example', phone: '', note: '', hours_a_week: 3 })
    for (const name of words.ideas) await put(id, { kind: 'idea', name, about: '', letter: '', place: 0, votes: 0, hands: 0, missing_note: '', note: '', session: '', number: 0, route: 'undecided', concept_id: '' })
    const [{ id: chosen }] = await kept(id, 'idea')
    for (const step of ['session', 'choice']) await ask(id, 'open_step', { step, reason: '–' })
    await put(id, { kind: 'decider', who: 'group_consent', agreed_on: '', note: '' })
    await put(id, { kind: 'choice', outcome: 'chosen', idea: chosen, combined_with: 0, reason: '–', method: 'consent', concerns: '', decided_by: '', decided_on: '', reopen_note: '' })
    for (const step of ['plan', 'opening']) await ask(id, 'open_step', { step, reason: '–' })
  }
  const openBoth = () =>
    both(office, async (page, language) => {
      await page.goto(`${origin}/desk#/trajectories/${ids[language]}`)
      await page.reload()
      await page.locator('.opening').waitFor()
    })
  await openBoth()
  await take('opening-first', '.opening .missing')

  for (const [language, words] of Object.entries(said)) {
    const id = ids[language]
    await put(id, { kind: 'opening', held_on: '2030-05-20', starts_at: '15:00', ends_at: '17:00', location: 'Hal 2', invitation: '', area_m2: 210, trees: 12, tiles_out: 640, people: 60, story_public: true, story_title: words.title, story: words.story })
    await put(id, { kind: 'task', what: words.sign, who: 'Noor', due: '2030-05-06', state: 'done', topic: 'opening', idea: 0, note: '' })
    await put(id, { kind: 'task', what: words.coffee, who: 'Kees', due: '2030-05-13', state: 'open', topic: 'opening', idea: 0, note: '' })
    await put(id, { kind: 'thanks', name: 'Noor Smit', what_for: words.shovels, thanked: true, in_story: true })
    await put(id, { kind: 'upkeep', what: words.work, every_months: 1, starts_on: '2026-06-01', ends_on: '2035-06-01', function: words.by, email: 'beheer@delinde.example' })
  }
  await openBoth()
  await both(office, async (page, language) => {
    for (const [i, seed] of [[0, 1], [2, 8]]) {
      const moment = page.locator('.photos__moment').nth(i)
      await moment.locator('input[type=file]').setInputFiles(await cameraPhoto(page, seed, { width: 1200, height: 900 }))
      await moment.locator('.photos__small').waitFor()
    }
    for (const { id, entry } of await kept(ids[language], 'photo'))
      await ask(ids[language], 'put_entry', { id, was: entry, now: { ...entry, description: said[language][entry.moment], in_story: true } })
    const join = { key: key(), name: 'Anna Buur', email: 'anna@straat.example', phone: '', note: said[language].note }
    await organiser.ask('POST', `/api/stories/${ids[language]}/neighbours`, join)
  })
  await openBoth()
  await take('opening', '.before-after')
  await both(office, (page) => page.locator('#photos-title').evaluate((title) => title.scrollIntoView()))
  await take('opening-photos', '.photos__small')
  await both(office, (page) => page.locator('#opening_story-title').evaluate((title) => title.scrollIntoView()))
  await take('opening-story', '.opening__story .address')

  const openStory = () => both(office, (page, language) => page.goto(`${origin}/story/${ids[language]}?lang=${language}`))
  await openStory()
  await take('story', '.before-after--live')
  await both(office, (page) => page.locator('#join').evaluate((form) => form.scrollIntoView()))
  await both(office, (page) => page.locator('#join button').click())
  await take('story-join', '#join-name-error:not(:empty)')

  for (const id of Object.values(ids)) {
    await ask(id, 'end_trajectory', { outcome: 'finished', reason: '–', refund: 0 })
    const [{ id: entry, entry: was }] = await kept(id, 'opening')
    await ask(id, 'put_entry', { id: entry, was, now: { ...was, story_public: false } })
  }
  await openBoth()
  await take('opening-finished', '.gate .sprouts')
  const showReport = () => both(office, (page) => page.locator('#dossier-report-title').evaluate((title) => title.scrollIntoView()))
  await showReport()
  await take('trajectory-report', '.report__actions')
  for (const [language, id] of Object.entries(ids))
    for (const format of ['pdf', 'html']) await organiser.ask('GET', `/api/trajectories/${id}/export?format=${format}&readers=board&language=${language}`)
  await both(office, (page) => page.locator('.report__history summary').click())
  await both(office, (page) => page.locator('.report__history').evaluate((part) => part.scrollIntoView()))
  await take('trajectory-report-history', '.report__made li')
  await openStory()
  await take('story-gone', '.story h1')
}
