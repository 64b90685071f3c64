import { useEffect, useId, useState } from 'preact/hooks'
import { t } from '../../text/desk.ts'
import { language } from '../../text/language.ts'
import { announce } from '../../ui/announcer.tsx'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { RadioChips } from '../../ui/chips.tsx'
import { Icon } from '../../ui/draw/icon.tsx'
import { Field } from '../../ui/field.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { BothTexts, ClashBox } from '../clash-box.tsx'
import { approach } from '../portfolio/approach-store.ts'
import type { Entry, EntryKind } from '../../shared/trajectory.ts'
import { type OpenDossier, type Start, lacking, newEntry, titleOf } from './dossier.ts'
import { dayWarning } from './day-warning.ts'
import { type Drafts, draftsView } from './drafts-view.ts'
import {
  choices,
  type FieldForm,
  fieldNames,
  formOf,
  isChoice,
  lineMax,
  noteMax,
  textOf,
  type Value,
  valueIn,
} from './fields-view.ts'
import './entry-form.css'
import { faultText } from './fault-text.ts'
import { type Notice, noticeOf } from './notice-view.ts'
import { dayOf } from './portfolio-view.ts'

export interface EntryFormProps {
  dossier: OpenDossier
  /** Of the form: of an entry `entry-12`, of a single one its kind, of a new one `new-company`. */
  name: string
  kind: EntryKind
  id: number
  /** Only these; all that one fills in unless told. */
  fields?: readonly string[]
  /** What a new one has from the beginning, in fields that the form does not show. */
  start?: Start
  /** Shows what is needed before anything was typed. */
  tried?: boolean
}

/** The fields of one entry. What is typed is kept by itself: when the field is left, or after a pause. */
export function EntryForm({ dossier, name, kind, id, fields, start, tried }: EntryFormProps) {
  const form = dossier.forms.value.get(name)
  const drafts = form?.drafts ?? {}
  const current =
    dossier.shown.value?.entries.get(id)?.entry ?? (id === 0 ? newEntry(kind, start) : form?.last)
  if (!current) return null
  const view = draftsView(current, drafts)
  const isNew = id === 0
  const needed =
    isNew && (tried || Object.keys(drafts).length > 0) ? lacking(view.sendable?.now ?? current) : undefined
  const faultOf = (field: string) => {
    const fault =
      view.faults[field] ?? (field === needed && (tried || !name.startsWith('new-')) ? 'needed' : undefined)
    return fault && faultText(fault)
  }
  // The days as they are typed now.
  const typed = { ...current, ...typedDays(kind, drafts) } as Entry
  const warningOf = (field: string) =>
    dossier.shown.value && dayWarning(dossier.shown.value, typed, field, dayOf(Date.now()))
  return (
    <div
      class="entry-form"
      id={`form-${name}`}
      onFocusOut={() => !name.startsWith('new-') && void dossier.save(name)}
    >
      {(fields ?? fieldNames(kind)).map((field) => (
        <div key={field} class={`entry-form__field entry-form__field--${formOf(kind, field)}`}>
          <EntryField
            kind={kind}
            field={field}
            text={drafts[field]?.text ?? textOf(formOf(kind, field), valueIn(current, field), language.value)}
            error={faultOf(field)}
            warning={warningOf(field)}
            onType={(text) => dossier.type(name, kind, id, field, text, start)}
          />
          {view.clashes[field] && !form?.sending?.[field] && (
            <ClashBox
              title={t('clash.title')}
              texts={
                <BothTexts
                  theirs={shownValue(kind, field, view.clashes[field].theirs)}
                  mine={shownValue(kind, field, view.clashes[field].mine)}
                />
              }
            >
              <Button onClick={() => dossier.chooseTheirs(name, field)}>{t('clash.take_theirs')}</Button>
              <Button onClick={() => dossier.chooseMine(name, field)}>{t('clash.keep_mine')}</Button>
            </ClashBox>
          )}
        </div>
      ))}
    </div>
  )
}

function typedDays(kind: EntryKind, drafts: Drafts): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(drafts).flatMap(([field, draft]) => (formOf(kind, field) === 'day' ? [[field, draft.text]] : [])),
  )
}

const inputTypes: Partial<Record<FieldForm, string>> = {
  day: 'date',
  clock: 'time',
  email: 'email',
  phone: 'tel',
}

interface EntryFieldProps {
  kind: EntryKind
  field: string
  text: string
  error: string | undefined
  /** Not wrong, but odd: it is kept all the same. */
  warning: string | undefined
  onType: (text: string) => void
}

function EntryField(props: EntryFieldProps) {
  const { kind, field, error, warning } = props
  const id = useId()
  const form = formOf(kind, field)
  // What is kept comes back trimmed and laid out: not under the hands of who still writes.
  const [own, setOwn] = useState<string | undefined>()
  const isChosen = isChoice(form) || form === 'yes_no'
  const text = isChosen ? props.text : (own ?? props.text)
  // Of what stood there before nobody needs to hear it again.
  const [isTyped, setTyped] = useState(false)
  const onType = (typed: string) => {
    setOwn(typed)
    setTyped(true)
    props.onType(typed)
  }
  const notice = error ? undefined : ((isTyped && noticeText(kind, field, form, text)) || warning)
  useEffect(() => {
    if (notice && isTyped) announce(notice)
  }, [notice])
  const label = t(`entry.${kind}.${field}` as 'entry.place.name')
  const hintKey = `${kind}.${field}`
  const hint = notice ?? (hinted.has(hintKey) ? hintText(hintKey) : undefined)
  if (isChoice(form))
    return (
      <RadioChips
        legend={label}
        options={choices[form].map((value) => ({ value, label: t(`${form}.${value}` as 'sort.company') }))}
        value={text}
        onChange={onType}
      />
    )
  if (form === 'yes_no')
    return <Checkbox label={label} checked={text === 'yes'} onChange={(on) => onType(on ? 'yes' : '')} />
  const written =
    form === 'note' ? (
      <TextArea
        label={label}
        hint={hint}
        error={error}
        value={text}
        max={noteMax}
        rows={1}
        onInput={onType}
        name={field}
      />
    ) : (
      <Field id={id} label={label} hint={hint} error={error} max={lineMax} value={text}>
        {(control) => (
          <input
            {...control}
            name={field}
            type={inputTypes[form] ?? 'text'}
            inputMode={form === 'money' ? 'decimal' : form === 'whole' ? 'numeric' : undefined}
            autocomplete="off"
            value={text}
            onInput={(event) => onType(event.currentTarget.value)}
          />
        )}
      </Field>
    )
  return (
    <div
      class={notice ? 'entry-form__written entry-form__written--notice' : 'entry-form__written'}
      onFocusOut={() => setOwn(undefined)}
    >
      {written}
    </div>
  )
}

/** As a field says it. */
export function shownValue(kind: EntryKind, field: string, value: Value): string {
  const form = formOf(kind, field)
  if (isChoice(form)) return t(`${form}.${value}` as 'sort.company')
  if (form === 'yes_no') return t(value ? 'word.yes' : 'word.no')
  return typeof value === 'string' ? value : textOf(form, value, language.value)
}

function noticeText(kind: EntryKind, field: string, form: FieldForm, text: string): string | undefined {
  const asked = approach.value?.document
  const notice: Notice | undefined = noticeOf(kind, field, text, {
    isDay: form === 'day',
    today: dayOf(Date.now()),
    ...(asked ? { hours: { from: asked.hours_from, to: asked.hours_to } } : {}),
  })
  if (!notice) return undefined
  if (notice.say === 'hours_few') return t('notice.hours_few', { from: notice.from })
  if (notice.say === 'hours_many') return t('notice.hours_many', { to: notice.to })
  return t(`notice.${notice.say}`)
}

function hintText(key: string): string | undefined {
  if (key === 'plan.contingency_percent') {
    const asked = approach.value?.document
    return asked && t('hint.plan.contingency_percent', { n: asked.contingency_percent })
  }
  if (key === 'contact.hours_a_week') {
    const asked = approach.value?.document
    return asked && t('approach.hours_hint', { from: asked.hours_from, to: asked.hours_to })
  }
  return t(`hint.${key}` as 'hint.place.area_m2')
}

const hinted = new Set([
  'place.area_m2',
  'contact.hours_a_week',
  'support.fee',
  'support.budget',
  'support.colleagues',
  'factor.said_by',
  'upkeep.function',
  'upkeep.email',
  'photo.description',
  'mark.summary',
  'mark.source',
  'criterion.weight',
  'choice.concerns',
  'plan.goal_note',
  'plan.contingency_percent',
  'cost.basis',
  'agreement.frequency',
  'confirmation.letter',
])

/** How far a form is with keeping what is typed in it. */
export function KeptMark({ dossier, name }: { dossier: OpenDossier; name: string }) {
  const form = dossier.forms.value.get(name)
  if (!form) return null
  return (
    <span class={`kept kept--${form.state}`}>
      {form.state === 'saved' && <Icon name="check" size="1.1em" />}
      {t(`kept.${form.state}`)}
    </span>
  )
}

/** Somebody took it away while it was typed in: the text is still here. */
export function TakenAway({ dossier, name }: { dossier: OpenDossier; name: string }) {
  const form = dossier.forms.value.get(name)
  if (!form) return null
  return (
    <ClashBox
      title={t('gone.title', { what: titleOf(form.last) })}
      texts={Object.entries(form.drafts).map(([field, draft]) => [
        <dt key={`${field}-label`}>{t(`entry.${form.kind}.${field}` as 'entry.place.name')}</dt>,
        <dd key={field}>{shownValue(form.kind, field, draft.text) || t('clash.empty')}</dd>,
      ])}
    >
      <Button onClick={() => dossier.drop(name)}>{t('gone.leave')}</Button>
      <Button onClick={() => void dossier.putBack(name)}>{t('gone.put_back')}</Button>
    </ClashBox>
  )
}
