import { assert, describe, it, vi } from 'vitest'
import type { Template } from '../../../shared/http.ts'
import type { Entry, EntryOf, HappenedLine, Missing } from '../../../shared/trajectory.ts'
import type { Dossier } from '../dossier-view.ts'
import { emptyEntry } from '../fields-view.ts'
import { lackLines } from '../lack-view.ts'
import { mailLink, proposedInvitation } from './invitation-view.ts'
import { fieldToMend, goesAlong, sessionOf } from './plan-view.ts'
import { canTake, choiceIn, isSameChoice, keptFields, keptMarks, taken, without } from './kept-view.ts'
import { askOnce } from './use-kept-words.ts'
import { cameText, changeTexts } from './what-came.tsx'
import { whatCame } from './what-came-view.ts'

const plan: EntryOf<'session_plan'> = {
  ...emptyEntry('session_plan'),
  name: 'Sessie De Hoef',
  held_on: '2026-12-11',
  starts_at: '13:30',
  ends_at: '16:30',
  location: 'Kantine',
  template_id: 'three-hours',
  host: 'Van Loon',
  controller: 'Stichting Groen',
}
const template = {
  id: 'three-hours',
  language: 'nl',
  minutes: 180,
  own: false,
  question: 'Wat maakt het groen?',
  within: '',
  money: '5.000 euro',
} as Template
const defaults = { question: 'Wat wil je?', within: 'een jaar', money: '' }

describe('A planned session', () => {
  it('becomes a live one with the agenda of its language', () => {
    const { body } = sessionOf(plan, [{ ...template, language: 'en' }, template], 30, defaults)
    assert.equal(body?.template, 'three-hours')
    assert.equal(body?.question, 'Wat maakt het groen?')
    assert.equal(body?.within, 'een jaar')
    assert.equal(body?.seats_max, 30)
    assert.equal(body?.retained_days, 365)
  })
  it('takes along the money that the dossier knows, in the language of the session, and the site plan to where ideas are found', () => {
    const shownWith = (...entries: Entry[]) =>
      ({ entries: new Map(entries.map((entry, i) => [i + 1, { id: i + 1, entry }])) }) as unknown as Dossier
    const support = { ...emptyEntry('support'), budget: 650_000 }
    const shown = shownWith(support, emptyEntry('site_plan'))
    assert.deepEqual(goesAlong(shown, plan), { money: '€\u00a06.500', sitePlan: true })
    assert.deepEqual(goesAlong(shown, { ...plan, language: 'en', purpose: 'choice' }), { money: '€6,500', sitePlan: false })
    assert.deepEqual(goesAlong(shownWith({ ...support, budget: 0 }), plan), { money: '', sitePlan: false })
    const { body } = sessionOf(plan, [template], 30, { ...defaults, money: '€ 6.500' })
    assert.equal(body?.money, '€ 6.500')
    assert.equal(sessionOf(plan, [template], 30, defaults).body?.money, '5.000 euro')
  })
  it('says in which field something is missing', () => {
    const { body, errors } = sessionOf({ ...plan, controller: '' }, [template], 30, defaults)
    assert.equal(body, undefined)
    assert.equal(fieldToMend(errors), 'controller')
  })
  it('has no more seats than the server gives', () => {
    assert.equal(sessionOf({ ...plan, seats: 200 }, [template], 30, defaults).body?.seats_max, 30)
  })
})

describe('The proposed invitation', () => {
  const facts = { plan, place: 'De Hoef', isPark: true, contact: 'Joost de Wit' }
  it('has what the dossier knows in both languages', () => {
    for (const language of ['nl', 'en'] as const) {
      const text = proposedInvitation(facts, language)
      for (const known of ['De Hoef', '13:30', '16:30', 'Kantine', 'Joost de Wit'])
        assert.ok(text.includes(known))
    }
  })
  it('leaves out what nobody knows yet', () => {
    const text = proposedInvitation({ ...facts, plan: emptyEntry('session_plan'), contact: '' }, 'nl')
    assert.ok(!text.includes('Wanneer') && !text.includes('Waar:') && !text.includes('Vragen'))
  })
  it('is one subject and one body of a mail whatever is in it', () => {
    const link = new URL(mailLink({ ...plan, name: 'a&bcc=x@y.example', invitation: 'b\n?cc=z@y.example' }))
    assert.deepEqual([...link.searchParams.keys()], ['subject', 'body'])
  })
})

const line = (part: Partial<HappenedLine>): HappenedLine => ({
  version: 1,
  at: 5,
  by: 0,
  event: 'entry_set',
  kind: 'idea',
  name: 'Boomgaard',
  outcome: '',
  entry: 1,
  added: false,
  removed: false,
  undone: false,
  can_undo: false,
  can_erase: false,
  by_itself: true,
  was: null,
  progress: null,
  ...part,
})

describe('What a session brought', () => {
  const of = (...happened: HappenedLine[]) => whatCame({ happened, entries: new Map() } as unknown as Dossier)
  it('is what came, what changed and what went at one moment', () => {
    const [last, first] = of(
      line({ at: 9, version: 9, entry: 3, added: true }),
      line({ at: 9, version: 8, entry: 1 }),
      line({ at: 9, version: 7, entry: 2, event: 'entry_erased', kind: '', removed: true }),
      line({ at: 5, version: 3, entry: 1, added: true }),
      line({ by_itself: false, by: 1, at: 5, version: 2 }),
    )
    assert.deepEqual(
      [last?.came.length, last?.changed.length, last?.went.length, first?.came.length],
      [1, 1, 1, 1],
    )
  })
  it('takes words that were put otherwise for a change', () => {
    const [last] = of(
      line({ version: 8, added: true }),
      line({ version: 7, event: 'entry_erased', kind: '', removed: true }),
    )
    assert.deepEqual([last?.came.length, last?.changed.length, last?.went.length], [0, 1, 0])
    const [inParts] = of(
      line({ version: 9 }),
      line({ version: 8, added: true }),
      line({ version: 7, event: 'entry_erased', kind: '', removed: true }),
    )
    assert.deepEqual(inParts?.changed.map((change) => change.line.version), [8])
  })
  it('has what has to be found out with its ideas, which is no loss of its own when it goes with one', () => {
    const [last, first] = of(
      line({ at: 9, version: 9, entry: 7, kind: 'task', removed: true }),
      line({ at: 9, version: 8, entry: 1, removed: true }),
      line({ at: 5, version: 3, entry: 7, kind: 'task', added: true }),
      line({ at: 5, version: 2, entry: 1, added: true }),
    )
    assert.deepEqual(last?.went.map(({ kind }) => kind), ['idea'])
    assert.equal(first && cameText(first), '1 idee kwam, 1 ding om uit te zoeken')
  })
  it('is told apart by what the session was for', () => {
    const shown = {
      happened: [line({ at: 9, kind: 'mark', added: true }), line({ at: 5, added: true })],
      entries: new Map(),
    } as unknown as Dossier
    assert.deepEqual(whatCame(shown, 'choice').map(({ at }) => at), [9])
    assert.deepEqual(whatCame(shown, 'ideas').map(({ at }) => at), [5])
    assert.equal(whatCame(shown).length, 2)
  })
})

describe('What a session says otherwise after it was opened again', () => {
  const idea = { ...emptyEntry('idea'), name: 'Boomgaard', place: 2, votes: 5, about: 'Tien bomen', letter: 'A' }
  const bench = { ...emptyEntry('idea'), name: 'Een bank' }
  /** What the last look at it is told to have changed, of one entry that was `was` and is `now`. */
  const told = (was: Entry, now: Entry, name: string, part: Partial<HappenedLine> = {}, later: HappenedLine[] = []) => {
    const happened = [...later, line({ kind: was.kind, name, was, ...part })]
    const entries = new Map([[1, { id: 1, entry: now }], [12, { id: 12, entry: idea }], [13, { id: 13, entry: bench }]])
    const shown = { happened, entries } as unknown as Dossier
    return whatCame(shown).at(-1)?.changed.flatMap((change) => changeTexts(shown, change))
  }
  it('is told of every field of an idea', () => {
    const now = { ...idea, name: 'Pluktuin', place: 1, votes: 9, hands: 3, letter: 'B', about: 'Twaalf bomen', missing_note: 'Een tuinman' }
    assert.deepEqual(told(idea, now, 'Pluktuin'), [
      'Boomgaard heet nu Pluktuin',
      'Pluktuin: van plaats 2 naar 1',
      'Pluktuin: van 5 naar 9 stemmen',
      'Pluktuin · Handen omhoog: eerst niets, nu 3',
      'Pluktuin · Letter: eerst A, nu B',
      'Pluktuin · Toelichting: eerst Tien bomen, nu Twaalf bomen',
      'Pluktuin · Wie of wat nog mist: eerst niets, nu Een tuinman',
    ])
    assert.deepEqual(told(idea, { ...idea, place: 0, votes: 0 }, 'Boomgaard'), ['Boomgaard: niet meer bij de eerste ideeën'])
    assert.deepEqual(told(idea, { ...idea, note: 'Van de desk' }, 'Boomgaard'), ['Boomgaard: de woorden of gegevens zijn veranderd'])
  })
  it('is told of marks and factors, from what to what', () => {
    const mark = { ...emptyEntry('mark'), group_tenths: 34, group_answers: 12 }
    const more = { ...mark, group_tenths: 41, group_answers: 14 }
    assert.deepEqual(told(mark, more, 'Geld, Boomgaard'), [
      'Geld, Boomgaard: eerst groep: 3,4 van 5 (12 antwoorden), nu groep: 4,1 van 5 (14 antwoorden)',
    ])
    assert.deepEqual(told(mark, { ...mark, group_answers: 0, group_tenths: 0 }, 'Geld, Boomgaard'), [
      'Geld, Boomgaard: eerst groep: 3,4 van 5 (12 antwoorden), nu niets',
    ])
    const factor = { ...emptyEntry('factor'), name: 'Geld', colour: 'red' as const, note: 'Nog niets' }
    assert.deepEqual(told(factor, { ...factor, colour: 'green', note: 'De provincie betaalt' }, 'Geld'), [
      'Geld · Hoe staat het?: eerst Nog niet, nu Geregeld',
      'Geld · Toelichting: eerst Nog niets, nu De provincie betaalt',
    ])
  })
  it('is told of who does what, and of the choice', () => {
    const one = { ...emptyEntry('commitment'), name: 'Sanne', idea: 12, role: 'help' as const }
    assert.deepEqual(told(one, { ...one, idea: 13, role: 'lead' }, 'Sanne'), [
      'Sanne · Wat wil deze persoon doen?: eerst Meehelpen, nu Trekker zijn',
      'Sanne · Bij welk idee: eerst Boomgaard, nu Een bank',
    ])
    const choice = { ...emptyEntry('choice'), outcome: 'chosen' as const, idea: 12, reason: 'Schaduw', method: 'vote' as const }
    assert.deepEqual(told(choice, { ...choice, idea: 13, method: 'draw', reason: 'Zitten' }, 'Een bank', { outcome: 'chosen' }), [
      'De groep koos: Een bank',
      'Eerst was dat: Boomgaard · Met stemmen · Schaduw',
      'Hoe er gekozen is: eerst Met stemmen, nu Met een loting, na gelijke stand',
      'De keuze van de groep · Waarom dit idee?: eerst Schaduw, nu Zitten',
    ])
    assert.deepEqual(told(choice, { ...choice, reason: 'Zitten' }, 'Boomgaard', { outcome: 'chosen' }), [
      'De keuze van de groep · Waarom dit idee?: eerst Schaduw, nu Zitten',
    ])
  })
  it('says what it became then, not what a desk made of it since, and nothing of what was erased', () => {
    const since = line({ at: 9, version: 4, by: 1, by_itself: false })
    assert.deepEqual(told(idea, { ...idea, votes: 99 }, 'Boomgaard', {}, [since]), ['Boomgaard: de woorden of gegevens zijn veranderd'])
    const again = line({ at: 9, version: 4, was: { ...idea, votes: 7 } })
    assert.deepEqual(told(idea, { ...idea, votes: 99 }, 'Boomgaard', {}, [again]), ['Boomgaard: van 5 naar 7 stemmen'])
    assert.deepEqual(told({ ...idea, name: '' }, idea, 'Boomgaard'), ['Boomgaard: de woorden of gegevens zijn veranderd'])
  })
})

describe('What is missing', () => {
  it('is one line for all that has to be found out about an idea', () => {
    const idea = (id: number, name: string) => [id, { id, entry: { ...emptyEntry('idea'), name } }] as const
    const task = (id: number, of: number) => [id, { id, entry: { ...emptyEntry('task'), what: 'Kabels?', topic: 'cables', idea: of } }] as const
    const dossier = { entries: new Map<number, unknown>([idea(1, 'Een bank'), idea(2, 'Een vijver'), task(3, 1), task(4, 2), task(5, 1)]) } as unknown as Dossier
    const lacks = [{ what: 'first_ideas', entry: 0 }, ...[3, 4, 5].map((entry) => ({ what: 'fact_finding', entry }))] as Missing[]
    assert.deepEqual(
      lackLines(dossier, lacks).map(({ lack, n, name }) => [lack.entry, n, name]),
      [[0, 1, ''], [3, 2, 'Een bank'], [4, 1, 'Een vijver']],
    )
  })
})

describe('What stays here although the session says otherwise', () => {
  const idea = { ...emptyEntry('idea'), name: 'Een bank', votes: 3 }
  const choice = { ...emptyEntry('choice'), outcome: 'chosen' as const, idea: 12, reason: 'Omdat' }
  const shownWith = (now: object, step = 'choice') =>
    ({
      happened: [],
      progress: { step },
      entries: new Map([
        [12, { entry: { ...idea, ...now } }],
        [20, { entry: choice }],
      ]),
    }) as unknown as Dossier
  const kept = { ...plan, kept_note: '12.name,13.votes,0.choice' }
  const words = [{ entry: 12, field: 'name', said: { ...idea, name: 'Een lange bank' } }]

  it('is named, with the words of both where the session can be asked', () => {
    const none = { place: '0.choice', entry: 0, kind: 'choice', name: '', field: 'choice' }
    const name = { place: '12.name', entry: 12, kind: 'idea', name: 'Een bank', field: 'name', here: idea }
    assert.deepEqual(keptFields(shownWith({}), kept), [name, none])
    assert.deepEqual(keptFields(shownWith({}), kept, words), [{ ...name, said: words[0]?.said }, none])
    assert.deepEqual(keptFields(shownWith({}), plan), [])
  })
  it('is over once it was taken over, of that field alone, or left', () => {
    const [one] = keptFields(shownWith({ votes: 9 }), kept, words)
    assert.ok(one)
    const now = taken(one)
    assert.deepEqual(now, { ...idea, votes: 9, name: 'Een lange bank' })
    assert.deepEqual(keptFields(shownWith(now ?? {}), kept, words).map(({ place }) => place), ['0.choice'])
    assert.equal(without(kept, '12.name').kept_note, '13.votes,0.choice')
  })
  it('is a choice only in step 3, when it was made as was agreed on', () => {
    const said = { ...choice, idea: 0, outcome: 'none' as const, reason: 'Te duur' }
    const of = (step: string, field: string) => {
      const [one] = keptFields(shownWith({}, step), { ...plan, kept_note: `20.${field}` }, [{ entry: 20, field, said }])
      assert.ok(one)
      return [canTake(shownWith({}, step), one), taken(one)]
    }
    assert.deepEqual(of('choice', 'choice'), [true, said])
    assert.equal(of('plan', 'choice')[0], false)
    assert.equal(of('choice', 'method')[0], false)
  })
  it('is also the same choice or colour in other words, which is no other choice', () => {
    const said = { ...choice, reason: 'Het kan meteen' }
    const of = (entry: object) => keptFields(shownWith({}), { ...plan, kept_note: '20.choice' }, [{ entry: 20, field: 'choice', said: { ...said, ...entry } }])
    const [words] = of({})
    assert.ok(words)
    assert.equal(isSameChoice(words), true)
    assert.equal(choiceIn([words]), undefined)
    assert.deepEqual(of({ reason: '-' }), [])
    const [other] = of({ idea: 0, outcome: 'none' })
    assert.equal(other && isSameChoice(other), false)
    assert.equal(choiceIn(other ? [other] : [])?.outcome, 'none')
    const factor = { ...emptyEntry('factor'), name: 'Trekker', colour: 'green' as const, note: 'Joost doet het' }
    const shown = { happened: [], progress: { step: 'green_date' }, entries: new Map([[7, { entry: factor }]]) } as unknown as Dossier
    const table = (note: string) =>
      keptFields(shown, { ...plan, purpose: 'green_date', kept_note: '7.colour' }, [{ entry: 7, field: 'colour', said: { ...factor, note } }]).length
    assert.deepEqual([table('Mirjam doet het'), table('Joost doet het'), table('')], [1, 0, 0])
  })
  it('is asked once by all parts of a page, and again when something else may be said', async () => {
    const asked = vi.spyOn(globalThis, 'fetch').mockImplementation(async () => new Response('{"words":[]}', { headers: { 'content-type': 'application/json' } }))
    await Promise.all([askOnce('00ff', 3, '5 12.name'), askOnce('00ff', 3, '5 12.name'), askOnce('00ff', 3, '5 12.name')])
    assert.equal(asked.mock.calls.length, 1)
    await askOnce('00ff', 3, '6 12.name')
    assert.equal(asked.mock.calls.length, 2)
    asked.mockRestore()
  })
  it('is what an earlier session said where a later one says otherwise, and what both groups gave is only shown', () => {
    const mark = { ...emptyEntry('mark'), idea: 12, criterion: 30, group_tenths: 50, group_answers: 1 }
    const held = (part: object) => ({ ...plan, purpose: 'choice' as const, session_version: 5, ...part })
    const earlier = held({ session: 'c', kept_note: '20.choice,31.group,32.group' })
    const later = held({ session: 'd', taken_note: '30-32;20' })
    const shown = { progress: { step: 'choice' }, entries: new Map<number, unknown>() }
    const entries = { 12: idea, 20: choice, 30: { ...emptyEntry('criterion'), name: 'Tijd' }, 31: mark, 32: mark, 40: earlier, 41: later }
    for (const [id, entry] of Object.entries(entries)) shown.entries.set(Number(id), { id: Number(id), entry })
    const dossier = shown as unknown as Dossier
    const said = [
      { entry: 20, field: 'choice', said: { ...choice, outcome: 'none' as const, idea: 0 } },
      { entry: 31, field: 'group', said: { ...mark, group_tenths: 35 } },
      { entry: 32, field: 'group', said: mark },
    ]
    const both = keptFields(dossier, earlier, said)
    assert.deepEqual(both.map(({ place, later: one }) => [place, one?.id]), [['20.choice', 41], ['31.group', 41]])
    assert.deepEqual(both.map((one) => canTake(dossier, one)), [true, false])
    assert.deepEqual(
      keptMarks(dossier, both).map((one) => [one.criterion, one.idea, one.here.group_tenths, one.said.group_tenths]),
      [['Tijd', 'Een bank', 50, 35]],
    )
    assert.equal(without(earlier, '31.group', '32.group').kept_note, '20.choice')
    assert.deepEqual(keptFields(dossier, { ...later, kept_note: '20.choice' }, said).map(({ later: one }) => one), [undefined])
  })
})
