// A dossier in which every field of every kind of line has every one of the bad texts, made as a desk does it.
import assert from 'node:assert/strict'
import { different, key, text, texts } from './bad-texts.mjs'

const line = 120

/** Its id, the address of its calendar, and what was put into which field of which kind: [kind, field, texts]. */
export async function badDossier(organiser) {
  const post = async (path, body) => JSON.parse(await organiser.ask('POST', path, body))
  const place = { kind: 'place', name: text(28, line), sort: 'company', address: text(9, line), municipality: text(29, line), funder: text(33, line), about: text(36, line), area_m2: 0 }
  const { id } = await post('/api/trajectories', { key: key(), language: 'nl', place })
  const ask = (op, args) => post(`/api/trajectories/${id}`, { key: key(), op, args })
  const put = async (now) => (await ask('put_entry', { id: 0, was: null, now })).entry
  for (const step of ['session', 'choice', 'plan', 'opening']) await ask('open_step', { step, reason: text(step.length, line) })

  const fields = []
  /** So many lines of a kind; of each field the texts begin elsewhere, so that all of them stand in it, or in that of its neighbour. */
  const fill = async (kind, count, names, entry) => {
    const made = []
    for (let i = 0; i < count; ++i) {
      const said = Object.fromEntries(names.map((name, n) => [name, text(i + n * 20, line)]))
      made.push(await put({ kind, ...entry(i), ...said }))
    }
    for (const [n, name] of names.entries()) fields.push([kind, name, Array.from({ length: count }, (_, i) => text(i + n * 20, line))])
    return made
  }
  // Of what there is once: all texts under each other, as many as a note takes.
  const under = (from, until) => texts.slice(from, until).map((one) => one.trim()).join('\n')
  const once = async (kind, entry, names) => {
    await put({ kind, ...entry })
    for (const name of names) fields.push([kind, name, [entry[name]]])
  }
  await once('decider', { who: 'group_consent', agreed_on: '2026-03-20', note: under(10, 30) }, ['note'])
  const all = different.length
  const day = '2098-04-01'
  await fill('contact', all, ['name', 'organisation'], () => ({ role: 'other', email: '', phone: '', note: '', hours_a_week: 0, may_be_named: true }))
  await fill('company', all, ['name', 'trade'], () => ({ note: '' }))
  const ideas = await fill('idea', all, ['name', 'about', 'missing_note'], (i) => ({ letter: '', place: i + 1, votes: 1, hands: 0, note: '', session: '', number: 0, route: 'own_plan', concept_id: '' }))
  await fill('commitment', all, ['name', 'organisation', 'said_note'], (i) => ({ idea: ideas[i], role: 'help', email: '', phone: '', note: '', called: false, session: '', number: 0, may_be_named: true }))
  const criteria = await fill('criterion', 20, ['name'], () => ({ question: '', weight: 1, live: false }))
  await fill('mark', 20, ['summary'], (i) => ({ idea: ideas[0], criterion: criteria[i], colour: 'green', note: '', source: '', said_by: '', group_tenths: 0, group_answers: 0 }))
  await fill('task', all, ['what', 'who', 'note'], () => ({ due: day, state: 'open', topic: 'other', idea: 0 }))
  await fill('cost', all, ['what', 'basis'], () => ({ amount: 100, in_kind: false, hours: 0 }))
  await fill('cover', all, ['what', 'who', 'note'], () => ({ amount: 100, state: 'hoped' }))
  await fill('activity', all, ['what', 'who', 'note'], () => ({ sort: 'other', starts_on: day, ends_on: day }))
  await fill('risk', 50, ['what', 'measure_note', 'who'], () => ({ chance: 'low', effect: 'low' }))
  await fill('permit', 50, ['what', 'authority', 'note'], () => ({ state: 'to_ask', due: day }))
  await fill('confirmation', all, ['name'], () => ({ email: '', what_for: 'working_group', commitment: 0, token_hash: '', withdrawn: false, asked_on: '', answer: 'not_asked', answered_on: '', letter: '', reply_note: '', terms_note: '', may_be_named: true }))
  await fill('thanks', all, ['name', 'what_for'], () => ({ thanked: true, in_story: true }))
  await fill('upkeep', 30, ['what', 'function'], () => ({ every_months: 12, starts_on: day, ends_on: '2107-04-01', email: '' }))
  await once('plan', { goal_note: under(0, 40), spot: text(34, line), area_m2: 0, trees: 0, tiles_out: 0, starts_on: '', ends_on: '', contingency_percent: 0 }, ['goal_note', 'spot'])
  await once('agreement', { owner_of_ground: text(28, line), maintainer: text(10, line), frequency: text(9, line), ends_on: '', ownership_note: under(40, 62), upkeep_note: under(0, 20) }, ['owner_of_ground', 'maintainer', 'frequency', 'ownership_note', 'upkeep_note'])
  await once('choice', { outcome: 'chosen', idea: ideas[0], combined_with: 0, reason: under(20, 50), method: 'consent', concerns: under(50, 62), decided_by: text(36, line), decided_on: '2026-04-09', reopen_note: '' }, ['reason', 'concerns', 'decided_by'])
  await once('opening', { held_on: '2099-09-12', starts_at: '14:00', ends_at: '16:00', location: text(44, line), invitation: '', area_m2: 0, trees: 0, tiles_out: 0, people: 0, story_public: false, story_title: text(33, line), story: under(0, 62) }, ['location', 'story_title', 'story'])

  const feed = await put({ kind: 'calendar_feed', name: text(43, line), token_hash: '', withdrawn: false })
  const secret = key()
  await ask('make_link', { id: feed, secret })

  // What the server keeps is what was written.
  const { entries } = JSON.parse(await organiser.ask('GET', `/api/trajectories/${id}`))
  for (const [kind, field, said] of fields)
    assert.deepEqual(entries.filter(({ entry }) => entry.kind === kind).map(({ entry }) => entry[field]), said, `${kind}.${field}`)
  return { id, calendar: `/api/calendars/${id}/${secret}`, fields }
}
