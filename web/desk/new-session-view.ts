import type { NewSession, Template } from '../shared/http.ts'
import { countGraphemes } from '../ui/graphemes.ts'

/** What is typed, as typed: numbers are text until they are checked. */
export interface NewSessionForm {
  readonly language: 'nl' | 'en'
  readonly template: string
  readonly title: string
  readonly question: string
  readonly within: string
  readonly money: string
  readonly place: string
  readonly host: string
  readonly controller: string
  readonly days: string
  readonly seats: string
}

export const daysMax = 3650

/** In characters as people count them. */
export const limits = {
  title: 140,
  question: 140,
  within: 60,
  money: 60,
  place: 140,
  host: 60,
  controller: 140,
} as const

type TextName = keyof typeof limits
const required: readonly TextName[] = ['title', 'question', 'host', 'controller']

export type FieldError =
  | { readonly key: 'new.missing' | 'new.template_missing' }
  | { readonly key: 'new.too_long'; readonly max: number }
  | { readonly key: 'new.number'; readonly min: number; readonly max: number }

export type FormErrors = Partial<Record<keyof NewSessionForm, FieldError>>

export interface NewSessionView {
  /** Those in the language of the session: own ones first, the shortest last. */
  readonly templates: readonly Template[]
  readonly chosen?: Template
  readonly errors: FormErrors
  /** Absent while something is wrong. */
  readonly body?: NewSession
}

/** It needs what comes along from a dossier, and is begun there. */
export function isFromDossier(template: Template): boolean {
  return template.rounds.some(({ kind }) => kind === 'assess' || kind === 'choose')
}

export function newSessionView(
  form: NewSessionForm,
  all: readonly Template[],
  seatsMax: number,
): NewSessionView {
  const templates = all
    .filter((template) => template.language === form.language)
    .sort((a, b) => Number(b.own) - Number(a.own) || b.minutes - a.minutes)
  const chosen = templates.find((template) => template.id === form.template) ?? middle(templates)
  const errors = formErrors(form, chosen, seatsMax)
  if (Object.keys(errors).length > 0 || !chosen) return { templates, chosen, errors }
  return {
    templates,
    chosen,
    errors,
    body: {
      template: chosen.id,
      language: form.language,
      title: form.title.trim(),
      question: form.question.trim(),
      within: form.within.trim(),
      money: form.money.trim(),
      place: form.place.trim(),
      host: form.host.trim(),
      controller: form.controller.trim(),
      retained_days: Number(form.days),
      seats_max: Number(form.seats),
    },
  }
}

function formErrors(form: NewSessionForm, chosen: Template | undefined, seatsMax: number): FormErrors {
  const errors: FormErrors = {}
  if (!chosen) errors.template = { key: 'new.template_missing' }
  for (const name of Object.keys(limits) as TextName[]) {
    const text = form[name].trim()
    if (text === '' && required.includes(name)) errors[name] = { key: 'new.missing' }
    else if (countGraphemes(text) > limits[name]) errors[name] = { key: 'new.too_long', max: limits[name] }
  }
  if (!isWhole(form.days, 1, daysMax)) errors.days = { key: 'new.number', min: 1, max: daysMax }
  if (!isWhole(form.seats, 1, seatsMax)) errors.seats = { key: 'new.number', min: 1, max: seatsMax }
  return errors
}

/** The one in the middle is a good first choice: neither the longest nor the shortest evening. */
function middle(templates: readonly Template[]): Template | undefined {
  const along = templates.filter((template) => !template.own)
  return along[Math.floor(along.length / 2)] ?? templates[0]
}

/** The form with this template: what the template says of the frame comes along, unless somebody typed something else. */
export function withTemplate(
  form: NewSessionForm,
  template: Template,
  first: NewSessionForm,
  before: Template | undefined,
): NewSessionForm {
  const frame = (name: 'question' | 'within' | 'money') => {
    const untouched = form[name] === first[name] || form[name] === before?.[name]
    return untouched ? template[name] || first[name] : form[name]
  }
  return {
    ...form,
    language: template.language,
    template: template.id,
    question: frame('question'),
    within: frame('within'),
    money: frame('money'),
  }
}

function isWhole(text: string, min: number, max: number): boolean {
  if (!/^\d{1,6}$/.test(text.trim())) return false
  const value = Number(text)
  return value >= min && value <= max
}
