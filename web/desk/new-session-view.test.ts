import { describe, expect, it } from 'vitest'
import type { Template } from '../shared/http.ts'
import { type NewSessionForm, newSessionView, withTemplate } from './new-session-view.ts'

const template = (id: string, language: 'nl' | 'en', minutes: number): Template => ({
  id,
  language,
  title: id,
  minutes,
  question: '',
  within: '',
  money: '',
  own: false,
  revision: 0,
  rounds: [{ kind: 'lobby', title: '', minutes, say: '', text: '' }],
})
const templates = [
  template('nl-60', 'nl', 60),
  template('nl-180', 'nl', 180),
  template('nl-120', 'nl', 120),
  template('en-120', 'en', 120),
]
const form: NewSessionForm = {
  language: 'nl',
  template: '',
  title: 'Kadepolder',
  question: 'Wat wordt onze groene plek?',
  within: 'binnen een jaar',
  money: '',
  place: '',
  host: 'Parkvereniging',
  controller: 'Parkvereniging, post@park.example',
  days: '365',
  seats: '30',
}

describe('A new session', () => {
  it('offers the templates of its own language, and starts with the middle one', () => {
    const view = newSessionView(form, templates, 30)
    expect(view.templates.map((one) => one.id)).toEqual(['nl-180', 'nl-120', 'nl-60'])
    expect(view.chosen?.id).toBe('nl-120')
    expect(newSessionView({ ...form, language: 'en' }, templates, 30).chosen?.id).toBe('en-120')
  })

  it('begins with what a template of one’s own says of the frame, but not over what was typed', () => {
    const own = { ...template('own', 'nl', 50), own: true, question: 'Wat doen we hier?', money: '€ 500' }
    const first = withTemplate(form, own, form, undefined)
    expect(first).toMatchObject({ template: 'own', question: 'Wat doen we hier?', money: '€ 500', within: form.within })
    const other = { ...own, id: 'other', question: '', money: '€ 900' }
    expect(withTemplate(first, other, form, own)).toMatchObject({ question: form.question, money: '€ 900' })
    const typed = { ...first, question: 'Mijn vraag' }
    expect(withTemplate(typed, other, form, own).question).toBe('Mijn vraag')
    expect(newSessionView(form, [...templates, own], 30).templates[0]?.id).toBe('own')
    expect(newSessionView(form, [...templates, own], 30).chosen?.id).toBe('nl-120')
  })

  it('is sent whole, with numbers as numbers and no loose spaces', () => {
    expect(newSessionView({ ...form, template: 'nl-60', title: ' Kadepolder ' }, templates, 30).body).toEqual({
      template: 'nl-60',
      language: 'nl',
      title: 'Kadepolder',
      question: 'Wat wordt onze groene plek?',
      within: 'binnen een jaar',
      money: '',
      place: '',
      host: 'Parkvereniging',
      controller: 'Parkvereniging, post@park.example',
      retained_days: 365,
      seats_max: 30,
    })
  })

  it('says what is missing, and is not sent', () => {
    const view = newSessionView({ ...form, title: ' ', host: '', controller: '' }, templates, 30)
    expect(Object.keys(view.errors).sort()).toEqual(['controller', 'host', 'title'])
    expect(view.body).toBeUndefined()
  })

  it.each(['0', '31', '', '3,5', 'dertig', '-1'])('refuses %j seats', (seats) => {
    expect(newSessionView({ ...form, seats }, templates, 30).errors.seats).toEqual({
      key: 'new.number',
      min: 1,
      max: 30,
    })
  })

  it('keeps nothing longer than ten years', () => {
    expect(newSessionView({ ...form, days: '3651' }, templates, 30).errors.days).toBeDefined()
    expect(newSessionView({ ...form, days: '3650' }, templates, 30).errors.days).toBeUndefined()
  })

  it('counts characters as people do', () => {
    const flags = '🇳🇱'.repeat(60)
    expect(newSessionView({ ...form, host: flags }, templates, 30).errors.host).toBeUndefined()
    expect(newSessionView({ ...form, host: `${flags}a` }, templates, 30).errors.host).toEqual({
      key: 'new.too_long',
      max: 60,
    })
  })

  it('cannot be made without a template', () => {
    expect(newSessionView(form, [], 30).errors.template).toEqual({ key: 'new.template_missing' })
  })
})
