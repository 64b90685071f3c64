import { expect, test } from 'vitest'
import { choiceFor, type ReportChoice, reportAddress, sessionFile, sessionSections, withSection } from './report-choice.ts'

test('other readers get the sections that are for them', () => {
  const board = choiceFor(sessionSections, 'board', 'nl')
  expect(board.sections).toContain('decisions')
  expect(board.sections).not.toContain('ideas')
  expect(board.naming).toBe('agreed')
  expect(choiceFor(sessionSections, 'archive', 'nl')).toMatchObject({ sections: sessionSections.all, naming: 'everybody' })
})

test('sections keep their order, and the last one stays', () => {
  const choice = withSection(sessionSections, choiceFor(sessionSections, 'participants', 'nl'), 'votes', true)
  expect(choice.sections).toEqual([
    'in_short',
    'top',
    'choice',
    'ideas',
    'plan',
    'votes',
    'commitments',
    'next_steps',
  ])
  const one = choice.sections.reduce<ReportChoice>((left, section) => withSection(sessionSections, left, section, false), choice)
  expect(one.sections).toEqual(['next_steps'])
})

test('the address says what is in the report', () => {
  const address = new URL(reportAddress('00000000000000ab', choiceFor(sessionSections, 'participants', 'en'), 'html', true), 'http://desk')
  expect(address.pathname).toBe('/api/sessions/00000000000000ab/export')
  expect(Object.fromEntries(address.searchParams)).toEqual({
    format: 'html',
    readers: 'participants',
    names: 'agreed',
    language: 'en',
    sections: 'in_short,top,choice,ideas,plan,commitments,next_steps',
    look: '1',
  })
})

test('tables are whole, whatever sections a report has', () => {
  const choice = choiceFor(sessionSections, 'participants', 'en')
  const address = new URL(reportAddress('00000000000000ab', choice, 'xlsx'), 'http://desk')
  expect(Object.fromEntries(address.searchParams)).toEqual({
    format: 'xlsx',
    names: 'agreed',
    language: 'en',
  })
  expect(sessionFile('00000000000000ab', choice, 'csv').name).toBe('kiemkring-00000000000000ab.zip')
  expect(sessionFile('00000000000000ab', choice, 'xlsx').name).toBe('kiemkring-00000000000000ab.xlsx')
})
