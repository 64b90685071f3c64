import { afterEach, describe, expect, it, vi } from 'vitest'
import { consolePage as enConsole } from './en/console.ts'
import { desk as enDesk } from './en/desk.ts'
import { guests as enGuests } from './en/guests.ts'
import { plan as enPlan } from './en/plan.ts'
import { preparation as enPreparation } from './en/preparation.ts'
import { laterStages as enLaterStages } from './en/later-stages.ts'
import { matrix as enMatrix } from './en/matrix.ts'
import { phone as enPhone } from './en/phone.ts'
import { results as enResults } from './en/results.ts'
import { screen as enScreen } from './en/screen.ts'
import { secondLanguage as enSecondLanguage } from './en/second-language.ts'
import { shared as enShared } from './en/shared.ts'
import { story as enStory } from './en/story.ts'
import { trajectory as enTrajectory } from './en/trajectory.ts'
import { awaited, chooseLanguage, language, languages, setLanguage, speakAlso } from './language.ts'
import { fill, type Message } from './message.ts'
import { consolePage as nlConsole } from './nl/console.ts'
import { desk as nlDesk } from './nl/desk.ts'
import { guests as nlGuests } from './nl/guests.ts'
import { plan as nlPlan } from './nl/plan.ts'
import { preparation as nlPreparation } from './nl/preparation.ts'
import { laterStages as nlLaterStages } from './nl/later-stages.ts'
import { matrix as nlMatrix } from './nl/matrix.ts'
import { phone as nlPhone } from './nl/phone.ts'
import { results as nlResults } from './nl/results.ts'
import { screen as nlScreen } from './nl/screen.ts'
import { secondLanguage as nlSecondLanguage } from './nl/second-language.ts'
import { shared as nlShared } from './nl/shared.ts'
import { story as nlStory } from './nl/story.ts'
import { trajectory as nlTrajectory } from './nl/trajectory.ts'
import { t } from './phone.ts'
import { phoneLanguages } from './phone-languages.ts'

type Messages = Readonly<Record<string, Message>>

const pages: [page: string, nl: Messages, en: Messages][] = [
  ['shared', nlShared, enShared],
  ['phone', nlPhone, enPhone],
  ['later-stages', nlLaterStages, enLaterStages],
  ['matrix', nlMatrix, enMatrix],
  ['results', nlResults, enResults],
  ['second-language', nlSecondLanguage, enSecondLanguage],
  ['guests', nlGuests, enGuests],
  ['console', nlConsole, enConsole],
  ['screen', nlScreen, enScreen],
  ['desk', nlDesk, enDesk],
  ['plan', nlPlan, enPlan],
  ['preparation', nlPreparation, enPreparation],
  ['trajectory', nlTrajectory, enTrajectory],
  ['story', nlStory, enStory],
]

/** Words that are the same in both languages. A sentence is never. */
const sameInBoth = new Set([
  'Log in',
  '{n} hand',
  'Kiemkring',
  'Code',
  'E-mail',
  'Helper',
  'Later',
  'Min.',
  'Opening',
  'Plan',
  'Team',
  'Test',
  'Pin',
  'Start',
  'Web',
  'Wifi',
  'Timer',
  'Status',
  'Contact',
  'Budget',
  'Download',
  'CSV',
  'JSON',
])

function sentences(message: Message): string[] {
  if (typeof message === 'string') return [message]
  return [message.one, message.other, ...(message.few === undefined ? [] : [message.few])]
}

function places(message: Message): string[] {
  const named = sentences(message).flatMap((sentence) => sentence.match(/\{\w+\}/g) ?? [])
  if (typeof message !== 'string') named.push(`{${message.by}}`)
  return [...new Set(named)].sort()
}

describe.each(pages)('The sentences of %s', (_page, nl, en) => {
  it('exist in both languages', () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(nl).sort())
  })

  it('are never empty and never have loose spaces', () => {
    for (const [key, message] of [...Object.entries(nl), ...Object.entries(en)]) {
      for (const sentence of sentences(message)) {
        expect(sentence, key).not.toBe('')
        expect(sentence, key).toBe(sentence.trim())
        expect(sentence, key).not.toContain('  ')
      }
    }
  })

  it('ask for the same values in both languages', () => {
    for (const key of Object.keys(nl)) expect(places(en[key] ?? ''), key).toEqual(places(nl[key] ?? ''))
  })

  it('were not left in Dutch by accident', () => {
    for (const key of Object.keys(nl)) {
      const dutch = sentences(nl[key] ?? '')[0] ?? ''
      const words = dutch
        .replace(/\{\w+\}/g, '')
        .replace(/[^\p{L}]+/gu, ' ')
        .trim()
      if (words === '' || sameInBoth.has(dutch)) continue
      expect(sentences(en[key] ?? '')[0], key).not.toBe(dutch)
    }
  })
})

describe('A page', () => {
  it.each(pages.slice(1))('%s does not repeat a key that all pages share', (_page, nl) => {
    expect(Object.keys(nl).filter((key) => key in nlShared)).toEqual([])
  })
})

describe.each(phoneLanguages)('A phone in $name', ({ code, load }) => {
  const source: Messages = { ...nlShared, ...nlPhone, ...nlLaterStages, ...nlResults, ...nlSecondLanguage, ...nlGuests, ...nlMatrix }
  const fetched = async (): Promise<Readonly<Partial<Record<string, Message>>>> =>
    (await load?.())?.phone ?? {}

  it('has a sentence for every key', async () => {
    const there = await fetched()
    const missing = Object.keys(source).filter((key) => there[key] === undefined)
    expect(missing, `missing in web/text/${code}/phone.ts`).toEqual([])
    const gone = Object.keys(there).filter((key) => !(key in source))
    expect(gone, `no longer said: take out of web/text/${code}/phone.ts`).toEqual([])
  })

  it('asks for the same values, without empty sentences and loose spaces', async () => {
    for (const [key, message] of Object.entries(await fetched())) {
      expect(places(message ?? ''), key).toEqual(places(source[key] ?? ''))
      for (const sentence of sentences(message ?? ''))
        expect(sentence.trim().replace('  ', ' '), key).toBe(sentence)
      expect(sentences(message ?? ''), key).not.toContain('')
    }
  })

  it('counts as the language does', async () => {
    const rules = new Intl.PluralRules(code)
    const hasFew = rules.resolvedOptions().pluralCategories.includes('few')
    for (const [key, message] of Object.entries(await fetched())) {
      const counted = typeof source[key] !== 'string'
      expect(typeof message !== 'string', `${key} depends on a number`).toBe(counted)
      if (typeof message === 'string' || message === undefined) continue
      expect(message.by, key).toBe((source[key] as typeof message).by)
      expect(message.few !== undefined, `${key} has a form for a few`).toBe(hasFew)
    }
  })

  it('says no sentence in Dutch or English by accident', async () => {
    const english: Messages = { ...enShared, ...enPhone, ...enLaterStages, ...enGuests }
    for (const [key, message] of Object.entries(await fetched())) {
      const [said = ''] = sentences(message ?? '')
      // Single words can be the same.
      if (
        said
          .replace(/\{\w+\}/g, '')
          .trim()
          .split(' ').length < 2
      )
        continue
      expect([sentences(source[key] ?? '')[0], sentences(english[key] ?? '')[0]], key).not.toContain(said)
    }
  })
})

describe('A language that a phone fetches', () => {
  const messages = {
    'idea.send': 'Wyślij',
    'vote.left': { by: 'n', one: '{n} głos', few: '{n} głosy', other: '{n} głosów' },
  }
  const before = { language: language.value, languages: languages.value }
  afterEach(() => {
    vi.useRealTimers()
    setLanguage(before.language)
    languages.value = before.languages
  })

  it('is spoken once it is there; what it lacks is said in English', async () => {
    await speakAlso([{ code: 'pl', name: 'Polski', load: async () => ({ phone: messages }) }])
    setLanguage('pl')
    await vi.waitFor(() => expect(language.value).toBe('pl'))
    expect(t('idea.send')).toBe('Wyślij')
    expect([1, 3, 5, 22, 25].map((n) => t('vote.left', { n }))).toEqual([
      '1 głos',
      '3 głosy',
      '5 głosów',
      '22 głosy',
      '25 głosów',
    ])
    expect(t('mine.title')).toBe('Mine')
    expect(awaited.value).toBeUndefined()
  })

  it('is asked for again without a connection, and not when another is chosen meanwhile', async () => {
    vi.useFakeTimers()
    let asked = 0
    const load = async () => {
      asked += 1
      if (asked < 3) throw new TypeError('no connection')
      return { phone: { 'idea.send': 'Senden' } }
    }
    await speakAlso([{ code: 'de', name: 'Deutsch', load }])
    setLanguage('en')
    setLanguage('de')
    await vi.advanceTimersByTimeAsync(0)
    expect(language.value).toBe('en')
    expect(awaited.value).toEqual({ code: 'de', late: true })
    setLanguage('nl')
    await vi.advanceTimersByTimeAsync(10_000)
    expect([asked, language.value, awaited.value]).toEqual([1, 'nl', undefined])
    setLanguage('de')
    await vi.advanceTimersByTimeAsync(10_000)
    expect([asked, language.value, t('idea.send')]).toEqual([3, 'de', 'Senden'])
  })
})

describe('A message', () => {
  const ideas: Message = { by: 'n', one: '{n} idee', other: '{n} ideeën' }

  it('takes the form that goes with its number', () => {
    expect(fill(ideas, 'nl', { n: 0 })).toBe('0 ideeën')
    expect(fill(ideas, 'nl', { n: 1 })).toBe('1 idee')
    expect(fill(ideas, 'nl', { n: 2 })).toBe('2 ideeën')
  })

  it('writes numbers in the way of its language', () => {
    expect(fill('{n}', 'nl', { n: 10400 })).toBe('10.400')
    expect(fill('{n}', 'en', { n: 10400 })).toBe('10,400')
  })

  it('leaves a text as it was typed, also one with braces', () => {
    expect(fill('Dit lijkt op: “{text}”.', 'nl', { text: 'een {bank} voor $1' })).toBe(
      'Dit lijkt op: “een {bank} voor $1”.',
    )
  })

  it('shows which value it misses', () => {
    expect(fill('Welkom terug, {name}.', 'nl')).toBe('Welkom terug, {name}.')
  })
})

describe('The language', () => {
  it('is the first wish that we speak', () => {
    expect(chooseLanguage(['fr', null, 'en-GB', 'nl'])).toBe('en')
    expect(chooseLanguage([undefined, 'NL-be'])).toBe('nl')
  })

  it('is Dutch for who wishes nothing that we speak', () => {
    expect(chooseLanguage([])).toBe('nl')
    expect(chooseLanguage(['de', 'pl'])).toBe('nl')
  })

  it('is one that only phones speak, on a phone', () => {
    expect(chooseLanguage(['uk-UA', 'en'], phoneLanguages)).toBe('uk')
  })

  it('changes what is said, where nothing can be stored too', () => {
    const before = language.value
    setLanguage('nl')
    expect(t('vote.left', { n: 1 })).toBe('Nog 1 stem')
    setLanguage('en')
    expect(t('vote.left', { n: 2 })).toBe('2 votes left')
    setLanguage(before)
  })
})
