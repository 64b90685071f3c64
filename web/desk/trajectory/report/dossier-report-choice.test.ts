import { expect, test } from 'vitest'
import { choiceFor, withSection } from '../../report/report-choice.ts'
import { type DossierReportChoice, dossierReportAddress, dossierSections } from './dossier-report-choice.ts'

const forReaders = (language: 'nl' | 'en') => choiceFor(dossierSections, 'participants', language)

test('readers get their sections and names', () => {
  expect(choiceFor(dossierSections, 'archive', 'nl')).toMatchObject({ naming: 'everybody', sections: dossierSections.all })
  expect(forReaders('nl').naming).toBe('agreed')
  expect(forReaders('nl').sections).not.toContain('happened')
})

test('sections keep their order, and the last one stays', () => {
  const choice = withSection(dossierSections, forReaders('nl'), 'green_date', true)
  expect(choice.sections).toEqual(['in_short', 'green_date', 'session', 'choice', 'plan', 'opening', 'about'])
  const one = choice.sections.reduce<DossierReportChoice>((left, section) => withSection(dossierSections, left, section, false), choice)
  expect(one.sections).toEqual(['about'])
})

test('the address says what is in the report, and one page has no sections', () => {
  const choice = forReaders('en')
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
