import { signal } from '@preact/signals'
import { useEffect, useState } from 'preact/hooks'
import type { Template } from '../shared/http.ts'
import { t } from '../text/desk.ts'
import { language } from '../text/language.ts'
import { announce } from '../ui/announcer.tsx'
import { Button } from '../ui/button.tsx'
import { RadioChips } from '../ui/chips.tsx'
import { Spinner } from '../ui/spinner.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { TextField } from '../ui/text-field.tsx'
import { showToast } from '../ui/toast.tsx'
import { AgendaPreview } from './agenda-preview.tsx'
import { BackLink } from './back-link.tsx'
import { daysFrom, longDate } from './dates.ts'
import { focusFirstError } from './focus-error.ts'
import {
  type FieldError,
  limits,
  type NewSessionForm,
  isFromDossier,
  newSessionView,
  withTemplate,
} from './new-session-view.ts'
import { hashes } from './route.ts'
import { ask, goTo, loadSessions, loadTemplates, organiser, seatsMax, templates, trouble } from './store.ts'

/** Outside the page, so that a log-in in between or a look at the list loses nothing that was typed. */
const draft = signal<NewSessionForm | undefined>(undefined)

/** The form opens with this template the next time. */
export function beginWith(template: Template): void {
  draft.value = withTemplate(draft.value ?? firstForm(), template, firstForm(), undefined)
}

export function NewSessionPage() {
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<string>()
  useEffect(() => void loadTemplates(), [organiser.value])

  const all = templates.value
  if (!all) return trouble.value ? null : <Spinner label={t('word.loading')} />

  const known = all.filter((template) => !isFromDossier(template))
  const form = draft.value ?? firstForm()
  const view = newSessionView(form, known, seatsMax.value)
  const change = (part: Partial<NewSessionForm>) => {
    draft.value = { ...form, ...part }
    setRefused(undefined)
  }
  const errorOf = (name: keyof NewSessionForm) => (tried ? sentence(view.errors[name]) : undefined)
  const wrong = Object.keys(view.errors).length
  const submit = async (event: Event) => {
    event.preventDefault()
    setTried(true)
    if (!view.body) {
      announce(t('new.wrong', { n: wrong }))
      focusFirstError(event.currentTarget as HTMLFormElement)
      return
    }
    setBusy(true)
    const reply = await ask('POST /api/sessions', view.body)
    setBusy(false)
    if (reply.ok) {
      draft.value = undefined
      await loadSessions()
      showToast({ text: t('new.made') })
      goTo(hashes.session(reply.body.id))
    } else if (reply.status === 400 || reply.status === 404 || reply.status === 422) {
      setRefused(reply.error)
    }
  }
  const days = Number(form.days)
  return (
    <>
      <BackLink />
      <h1>{t('new.title')}</h1>
      <p class="lead">{t('new.intro')}</p>
      <form class="new-session" onSubmit={submit} noValidate>
        <div class="new-session__fields">
          <RadioChips
            legend={t('new.language')}
            options={[
              { value: 'nl', label: 'Nederlands' },
              { value: 'en', label: 'English' },
            ]}
            value={form.language}
            onChange={(chosen) => change({ language: chosen, template: '' })}
          />
          {view.templates.length === 0 ? (
            <p class="form-error">{t('new.no_templates')}</p>
          ) : (
            <RadioChips
              legend={t('new.template')}
              options={view.templates.map((template) => ({
                value: template.id,
                label: template.title,
                hint: template.own
                  ? t('new.own_minutes', { minutes: t('new.minutes', { n: template.minutes }) })
                  : t('new.minutes', { n: template.minutes }),
              }))}
              value={view.chosen?.id}
              onChange={(id) => {
                const template = known.find((one) => one.id === id && one.language === form.language)
                if (template) change(withTemplate(form, template, firstForm(), view.chosen))
              }}
            />
          )}
          <fieldset class="fields">
            <legend>{t('new.about')}</legend>
            <TextField
              label={t('new.name')}
              hint={t('new.name_hint')}
              value={form.title}
              max={limits.title}
              error={errorOf('title')}
              onInput={(title) => change({ title })}
              name="title"
            />
            <TextArea
              label={t('new.question')}
              hint={t('new.question_hint')}
              value={form.question}
              max={limits.question}
              rows={2}
              error={errorOf('question')}
              onInput={(question) => change({ question })}
              name="question"
            />
          </fieldset>
          <fieldset class="fields fields--three">
            <legend>{t('new.frame')}</legend>
            <TextField
              label={t('new.within')}
              optional
              value={form.within}
              max={limits.within}
              error={errorOf('within')}
              onInput={(within) => change({ within })}
              name="within"
            />
            <TextField
              label={t('new.money')}
              optional
              value={form.money}
              max={limits.money}
              placeholder={t('new.money_placeholder')}
              error={errorOf('money')}
              onInput={(money) => change({ money })}
              name="money"
            />
            <TextField
              label={t('new.where')}
              optional
              value={form.place}
              max={limits.place}
              placeholder={t('new.where_placeholder')}
              error={errorOf('place')}
              onInput={(place) => change({ place })}
              name="place"
            />
          </fieldset>
          <fieldset class="fields fields--two">
            <legend>{t('new.who')}</legend>
            <TextField
              label={t('new.host')}
              hint={t('new.host_hint')}
              value={form.host}
              max={limits.host}
              error={errorOf('host')}
              onInput={(host) => change({ host })}
              name="host"
            />
            <TextField
              label={t('new.controller')}
              hint={t('new.controller_hint')}
              value={form.controller}
              max={limits.controller}
              error={errorOf('controller')}
              onInput={(controller) => change({ controller })}
              name="controller"
            />
            <TextField
              label={t('new.days')}
              hint={
                view.errors.days
                  ? undefined
                  : t('new.days_hint', { date: longDate(daysFrom(Date.now(), days), language.value) })
              }
              value={form.days}
              inputMode="numeric"
              error={errorOf('days')}
              onInput={(text) => change({ days: text })}
              name="days"
            />
            <TextField
              label={t('new.seats')}
              hint={t('new.seats_hint', { max: seatsMax.value })}
              value={form.seats}
              inputMode="numeric"
              error={errorOf('seats')}
              onInput={(seats) => change({ seats })}
              name="seats"
            />
          </fieldset>
          {tried && wrong > 0 && <p class="form-error">{t('new.wrong', { n: wrong })}</p>}
          {refused && (
            <p class="form-error" role="alert">
              {t('new.refused', { code: refused })}
            </p>
          )}
          <div class="form-end">
            <Button kind="primary" type="submit" busy={busy}>
              {t('new.button')}
            </Button>
          </div>
        </div>
        <AgendaPreview template={view.chosen} />
      </form>
    </>
  )
}

function firstForm(): NewSessionForm {
  return {
    language: language.value === 'en' ? 'en' : 'nl',
    template: '',
    title: '',
    question: t('new.question_default'),
    within: t('new.within_default'),
    money: '',
    place: '',
    host: '',
    controller: '',
    days: '365',
    seats: String(seatsMax.value),
  }
}

function sentence(error: FieldError | undefined): string | undefined {
  if (!error) return undefined
  if ('min' in error) return t(error.key, { min: error.min, max: error.max })
  if ('max' in error) return t(error.key, { max: error.max })
  return t(error.key)
}
