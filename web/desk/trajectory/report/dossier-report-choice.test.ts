import { expect, test } from 'vitest'
import {
  dossierReportAddress,
  dossierSections,
  firstDossierChoice,
  withDossierReaders,
  withDossierSection,
} from './dossier-report-choice.ts'

test('names of everybody are for the archive alone, unless somebody says so', () => {
  const board = firstDossierChoice('nl')
  expect(board.naming).toBe('agreed')
  const archive = withDossierReaders(board, 'archive')
  expect(archive.naming).toBe('everybody')
  expect(archive.sections).toEqual(dossierSections)
  const participants = withDossierReaders(archive, 'participants')
  expect(participants.naming).toBe('agreed')
  expect(participants.sections).not.toContain('happened')
})

test('sections keep their order, and the last one stays', () => {
  const choice = withDossierSection(withDossierReaders(firstDossierChoice('nl'), 'participants'), 'green_date', true)
  expect(choice.sections).toEqual(['in_short', 'green_date', 'session', 'choice', 'plan', 'opening', 'about'])
  const one = choice.sections.reduce((left, section) => withDossierSection(left, section, false), choice)
  expect(one.sections).toEqual(['about'])
})

test('the address says what is in the report, and one page has no sections', () => {
  const choice = withDossierReaders(firstDossierChoice('en'), 'participants')
  const whole = new URL(dossierReportAddress('00000000000000ab', choice, 'html', true), 'http://desk')
  expect(whole.pathname).toBe('/api/trajectories/00000000000000ab/export')
  expect(Object.fromEntries(whole.searchParams)).toEqual({
    format: 'html',
    readers: 'participants',
    names: 'agreed',
    language: 'en',
    sections: 'in_short,session,choice,plan,opening,about',
    look: '1',
  })
  const page = new URL(dossierReportAddress('00000000000000ab', choice, 'summary'), 'http://desk')
  expect(Object.fromEntries(page.searchParams)).toEqual({
    format: 'pdf',
    readers: 'participants',
    names: 'agreed',
    language: 'en',
    summary: '1',
  })
})
