import { describe, expect, it } from 'vitest'
import { consolePage as enConsole } from './en/console.ts'
import { desk as enDesk } from './en/desk.ts'
import { laterStages as enLaterStages } from './en/later-stages.ts'
import { phone as enPhone } from './en/phone.ts'
import { screen as enScreen } from './en/screen.ts'
import { shared as enShared } from './en/shared.ts'
import { chooseLanguage, language, setLanguage } from './language.ts'
import { fill, type Message } from './message.ts'
import { consolePage as nlConsole } from './nl/console.ts'
import { desk as nlDesk } from './nl/desk.ts'
import { laterStages as nlLaterStages } from './nl/later-stages.ts'
import { phone as nlPhone } from './nl/phone.ts'
import { screen as nlScreen } from './nl/screen.ts'
import { shared as nlShared } from './nl/shared.ts'
import { t } from './phone.ts'

type Messages = Readonly<Record<string, Message>>

const pages: [page: string, nl: Messages, en: Messages][] = [
  ['shared', nlShared, enShared],
  ['phone', nlPhone, enPhone],
  ['later-stages', nlLaterStages, enLaterStages],
  ['console', nlConsole, enConsole],
  ['screen', nlScreen, enScreen],
  ['desk', nlDesk, enDesk],
]

/** Words that are the same in both languages. A sentence is never. */
const sameInBoth = new Set([
  'Open: {round}',
  'Log in',
  '{n} hand',
  'Kiemkring',
  'Code',
  'Later',
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
  return typeof message === 'string' ? [message] : [message.one, message.other]
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

  it('changes what is said, where nothing can be stored too', () => {
    const before = language.value
    setLanguage('nl')
    expect(t('vote.left', { n: 1 })).toBe('Nog 1 stem')
    setLanguage('en')
    expect(t('vote.left', { n: 2 })).toBe('2 votes left')
    setLanguage(before)
  })
})
