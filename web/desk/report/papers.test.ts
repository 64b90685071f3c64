import { expect, test } from 'vitest'
import { formatsOf, paperAddress, papersOf } from './papers.ts'
import { choiceFor, sessionSections } from './report-choice.ts'

const words = (address: string) => Object.fromEntries(new URL(address, 'http://desk').searchParams)

test('the address of a poster says its size, that of cards how many there are', () => {
  const report = choiceFor(sessionSections, 'participants', 'en')
  const poster = paperAddress('00000000000000ab', report, { paper: 'results', size: 'a3', tables: 4 }, 'pdf')
  expect(words(poster)).toEqual({
    format: 'pdf',
    print: 'results',
    names: 'agreed',
    language: 'en',
    paper: 'a3',
  })
  const cards = paperAddress(
    '00000000000000ab',
    report,
    { paper: 'tables', size: 'a3', tables: 4 },
    'png',
    true,
  )
  expect(words(cards)).toEqual({
    format: 'png',
    print: 'tables',
    names: 'agreed',
    language: 'en',
    tables: '4',
    look: '1',
    number: '1',
  })
})

test('cards for tables and seats are of no use once a session has ended', () => {
  expect(papersOf(true)).toEqual(['social', 'square', 'results', 'invitation'])
  expect(papersOf(false)).toContain('seats')
})

test('a picture for a screen is pixels, cards are sheets, a poster is either', () => {
  expect(formatsOf('social')).toEqual(['png'])
  expect(formatsOf('seats')).toEqual(['pdf'])
  expect(formatsOf('invitation')).toEqual(['pdf', 'png'])
})
