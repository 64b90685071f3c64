import { useEffect, useRef, useState } from 'preact/hooks'
import type { DocumentProblem } from '../../shared/approach.ts'
import { t } from '../../text/desk.ts'
import { language } from '../../text/language.ts'
import { announce } from '../../ui/announcer.tsx'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/draw/icon.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import { Strip } from '../../ui/strip.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toast.tsx'
import { save as saveFile } from '../download.ts'
import { focusFirstError } from '../focus-error.ts'
import { hashes } from '../route.ts'
import { trouble } from '../store.ts'
import { faultText } from '../trajectory/fault-text.ts'
import { lineMax, noteMax } from '../trajectory/fields-view.ts'
import {
  approach,
  beginAgain,
  edit,
  editing,
  importApproach,
  isChanged,
  loadApproach,
  saveApproach,
} from './approach-store.ts'
import {
  type ApproachDraft,
  draftOf,
  emptyFactor,
  factorFields,
  factorsMax,
  type Faults,
  placeOf,
  readDraft,
} from './approach-view.ts'
import './portfolio-pages.css'

/** What every new trajectory begins with. */
export function ApproachPage() {
  useEffect(() => void loadApproach(), [])
  const now = editing.value
  if (!approach.value || !now) return trouble.value ? null : <Spinner label={t('word.loading')} />
  return (
    <>
      <a class="back" href={hashes.trajectories}>
        <Icon name="back" size="1.25em" />
        {t('trajectory.back')}
      </a>
      <h1>{t('approach.title')}</h1>
      <p class="lead">{t('approach.lead')}</p>
      <ApproachForm draft={now.draft} />
    </>
  )
}

function ApproachForm({ draft }: { draft: ApproachDraft }) {
  const form = useRef<HTMLFormElement>(null)
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problems, setProblems] = useState<readonly DocumentProblem[]>([])
  const now = editing.value
  const known = approach.value
  if (!now || !known) return null
  const changed = isChanged(now)
  const overtaken = changed && now.revision !== known.revision
  const { faults } = readDraft(draft)
  const count = Object.keys(faults).length
  const shown = tried ? faults : {}

  const keep = async (revision: number) => {
    setTried(true)
    setProblems([])
    if (count > 0) {
      announce(t('document.faults', { n: count }), 'assertive')
      if (form.current) focusFirstError(form.current)
      return
    }
    setBusy(true)
    const done = await saveApproach(revision)
    setBusy(false)
    if (done === 'kept') {
      setTried(false)
      showToast({ text: t('document.kept') })
    } else if (typeof done !== 'string') setProblems(done)
  }
  const instead = (text: string, put: () => void) => {
    const mine = editing.value
    put()
    setProblems([])
    showToast({
      text,
      action: {
        label: t('word.undo'),
        run: () => {
          editing.value = mine
        },
      },
      seconds: 30,
    })
  }
  const bring = async (file: File | undefined) => {
    if (!file) return
    const mine = editing.value
    const wrong = await importApproach(file)
    setProblems(wrong ?? [])
    if (!wrong)
      instead(t('document.imported'), () => {
        if (mine && editing.value) editing.value = { ...mine, draft: editing.value.draft }
      })
  }
  return (
    <form
      class="document"
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void keep(now.revision)
      }}
    >
      <Amounts draft={draft} faults={shown} />
      <Factors draft={draft} faults={shown} />
      <div role="alert">
        {overtaken && (
          <Strip kind="attention" title={t('document.overtaken_title')}>
            {t('document.overtaken_body')}{' '}
            <Button onClick={() => instead(t('document.dropped'), beginAgain)}>{t('document.take_theirs')}</Button>{' '}
            <Button busy={busy} onClick={() => void keep(known.revision)}>
              {t('document.keep_mine')}
            </Button>
          </Strip>
        )}
        {problems.length > 0 && (
          <>
            <p class="form-error">{t('document.wrong')}</p>
            <ul class="document__problems">
              {problems.map((one) => (
                <li key={`${one.where} ${one.why}`}>{problemText(one)}</li>
              ))}
            </ul>
          </>
        )}
        {tried && count > 0 && <p class="form-error">{t('document.faults', { n: count })}</p>}
      </div>
      <div class="document__end">
        <Button kind="primary" type="submit" busy={busy} disabled={!changed || overtaken}>
          {t('document.keep')}
        </Button>
        <span class={changed ? 'document__state document__state--unsaved' : 'document__state'} role="status">
          {t(changed ? 'document.unsaved' : 'document.saved')}
        </span>
        {changed && (
          <Button kind="quiet" onClick={() => instead(t('document.dropped'), beginAgain)}>
            {t('document.drop')}
          </Button>
        )}
        <Button
          kind="quiet"
          onClick={() =>
            instead(t('document.proposal_taken'), () => edit(draftOf(known.proposal, language.value)))
          }
        >
          {t('document.proposal')}
        </Button>
        <Button
          kind="quiet"
          onClick={() =>
            saveFile(
              new Blob([JSON.stringify(known.document, null, 1)], { type: 'application/json' }),
              'kiemkring-aanpak.json',
            )
          }
        >
          {t('document.export')}
        </Button>
        <label class="file-field">
          <span class="file-field__label">{t('document.import')}</span>
          <input
            type="file"
            accept=".json,application/json"
            onChange={(event) => {
              void bring(event.currentTarget.files?.[0])
              event.currentTarget.value = ''
            }}
          />
        </label>
      </div>
    </form>
  )
}

function Amounts({ draft, faults }: { draft: ApproachDraft; faults: Faults }) {
  const field = (name: 'fee' | 'refund' | 'hours_from' | 'hours_to', hint?: string) => (
    <TextField
      label={t(`approach.${name}`)}
      hint={hint}
      value={draft[name]}
      error={errorOf(faults, name)}
      inputMode={name.startsWith('hours') ? 'numeric' : 'decimal'}
      onInput={(text) => edit({ [name]: text })}
      name={name}
      autocomplete="off"
    />
  )
  return (
    <>
      <fieldset class="fields">
        <legend>{t('approach.money')}</legend>
        <div class="fields fields--two">
          {field('fee', t('approach.fee_hint'))}
          {field('refund', t('approach.refund_hint'))}
        </div>
      </fieldset>
      <fieldset class="fields">
        <legend>{t('approach.hours')}</legend>
        <div class="fields fields--two">
          {field('hours_from')}
          {field('hours_to')}
        </div>
      </fieldset>
    </>
  )
}

function Factors({ draft, faults }: { draft: ApproachDraft; faults: Faults }) {
  const { factors } = draft
  const change = (at: number, part: Partial<(typeof factors)[number]>) =>
    edit({ factors: factors.map((one, i) => (i === at ? { ...one, ...part } : one)) })
  const moveUp = (at: number) => {
    const moved = [...factors]
    const [one] = moved.splice(at, 1)
    if (one) moved.splice(at - 1, 0, one)
    edit({ factors: moved })
  }
  return (
    <section aria-labelledby="approach-factors">
      <h2 id="approach-factors">{t('approach.factors')}</h2>
      <p class="section-lead">{t('approach.factors_lead')}</p>
      <ol class="document__list">
        {factors.map((factor, at) => (
          <li key={at} class="document__one">
            <h3>{t('approach.factor', { n: at + 1 })}</h3>
            <div class="document__moves">
              {at > 0 && (
                <IconButton
                  icon="move"
                  label={t('approach.up', { n: at + 1 })}
                  onClick={() => moveUp(at)}
                />
              )}
              <IconButton
                icon="trash"
                label={t('approach.remove_factor', { n: at + 1 })}
                onClick={() => edit({ factors: factors.filter((_, i) => i !== at) })}
              />
            </div>
            <div class="fields fields--two">
              {factorFields.map((name) => {
                const shared = {
                  label: t(`approach.${name}`),
                  value: factor[name],
                  error: errorOf(faults, `factors[${at}].${name}`),
                  onInput: (text: string) => change(at, { [name]: text }),
                  name: `${name}-${at}`,
                  optional: name !== 'name_nl',
                }
                return name.startsWith('name') ? (
                  <TextField key={name} {...shared} max={lineMax} autocomplete="off" />
                ) : (
                  <TextArea key={name} {...shared} max={noteMax} rows={2} />
                )
              })}
            </div>
          </li>
        ))}
      </ol>
      {factors.length < factorsMax && (
        <Button icon="plus" onClick={() => edit({ factors: [...factors, emptyFactor] })}>
          {t('approach.add_factor')}
        </Button>
      )}
    </section>
  )
}

const ofDocument = ['above_fee', 'wrong_order'] as const

function errorOf(faults: Faults, where: string): string | undefined {
  const fault = faults[where]
  const own = ofDocument.find((one) => one === fault)
  if (own) return capital(t(`doc.${own}`))
  return fault && faultText(fault)
}
const capital = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`

const told = [
  'not_json',
  'another_file',
  'other_version',
  'unknown_member',
  'missing',
  'not_a_text',
  'not_a_number',
  'not_a_list',
  'not_an_object',
  'needed',
  'too_long',
  'bad_text',
  'negative',
  'too_large',
  'too_many',
  'above_fee',
  'wrong_order',
] as const
const named = [...factorFields, 'fee', 'refund', 'hours_from', 'hours_to', 'factors'] as const

function problemText({ where, why }: DocumentProblem): string {
  const { factor, member } = placeOf(where)
  const known = named.find((one) => one === member)
  const parts = [factor && t('approach.factor', { n: factor }), known ? t(`approach.${known}`) : member]
  const place = parts.filter(Boolean).join(', ') || t('document.whole')
  const what = told.find((one) => one === why)
  return t('problem_at', { where: place, why: what ? t(`doc.${what}`) : why })
}
