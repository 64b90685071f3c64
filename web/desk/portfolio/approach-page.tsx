import { useEffect } from 'preact/hooks'
import type { DocumentProblem } from '../../shared/approach.ts'
import { t } from '../../text/desk.ts'
import { language } from '../../text/language.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/draw/icon.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { trouble } from '../store.ts'
import { faultText } from '../trajectory/fault-text.ts'
import { lineMax, noteMax } from '../trajectory/fields-view.ts'
import { approach, approachStore, loadApproach } from './approach-store.ts'
import {
  type ApproachDraft,
  draftOf,
  emptyFactor,
  factorFields,
  factorsMax,
  type Faults,
  type numbers,
  placeOf,
  readDraft,
} from './approach-view.ts'
import { whyText } from './document-problem.ts'
import { EntryClash, FieldClash } from './document-clash.tsx'
import { DocumentForm } from './document-form.tsx'
import { leftAt } from '../trajectory/portfolio-address.ts'
import './portfolio-pages.css'

/** What every new trajectory begins with. */
export function ApproachPage() {
  useEffect(() => void loadApproach(), [])
  const now = approachStore.editing.value
  if (!approach.value || !now) return trouble.value ? null : <Spinner label={t('word.loading')} />
  return (
    <>
      <a class="back" href={leftAt.value}>
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
  const proposal = approach.value?.proposal
  return (
    <DocumentForm
      store={approachStore}
      faults={readDraft(draft).faults}
      proposal={() => (proposal ? draftOf(proposal, language.value, draft) : {})}
      fileName="kiemkring-aanpak.json"
      problemText={problemText}
    >
      {(shown) => (
        <>
          <Amounts draft={draft} faults={shown} />
          <Factors draft={draft} faults={shown} />
        </>
      )}
    </DocumentForm>
  )
}

function Amounts({ draft, faults }: { draft: ApproachDraft; faults: Faults }) {
  const field = (name: (typeof numbers)[number], hint?: string) => (
    <div>
      <TextField
        label={t(`approach.${name}`)}
        hint={hint}
        value={draft[name]}
        error={errorOf(faults, name)}
        inputMode={name === 'fee' || name === 'refund' ? 'decimal' : 'numeric'}
        onInput={(text) => approachStore.edit({ [name]: text })}
        name={name}
        autocomplete="off"
      />
      <FieldClash store={approachStore} path={[name]} />
    </div>
  )
  return (
    <>
      <fieldset class="fields">
        <legend>{t('approach.money')}</legend>
        <div class="fields fields--two">
          {field('fee', t('approach.fee_hint'))}
          {field('refund', t('approach.refund_hint'))}
          {field('contingency_percent', t('approach.contingency_hint'))}
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
    approachStore.edit({ factors: factors.map((one, i) => (i === at ? { ...one, ...part } : one)) })
  const moveUp = (at: number) => {
    const moved = [...factors]
    const [one] = moved.splice(at, 1)
    if (one) moved.splice(at - 1, 0, one)
    approachStore.edit({ factors: moved })
  }
  return (
    <section aria-labelledby="approach-factors">
      <h2 id="approach-factors">{t('approach.factors')}</h2>
      <p class="section-lead">{t('approach.factors_lead')}</p>
      <ol class="document__list">
        {factors.map((factor, at) => (
          <li key={factor.id} class="document__one">
            <h3>{t('approach.factor', { n: at + 1 })}</h3>
            <div class="document__moves">
              {at > 0 && (
                <IconButton icon="move" label={t('approach.up', { n: at + 1 })} onClick={() => moveUp(at)} />
              )}
              <IconButton
                icon="trash"
                label={t('approach.remove_factor', { n: at + 1 })}
                onClick={() => approachStore.edit({ factors: factors.filter((_, i) => i !== at) })}
              />
            </div>
            <EntryClash store={approachStore} path={['factors', factor.id]} />
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
                return (
                  <div key={name}>
                    {name.startsWith('name') ? (
                      <TextField {...shared} max={lineMax} autocomplete="off" />
                    ) : (
                      <TextArea {...shared} max={noteMax} rows={2} />
                    )}
                    <FieldClash store={approachStore} path={['factors', factor.id, name]} />
                  </div>
                )
              })}
            </div>
          </li>
        ))}
      </ol>
      {factors.length < factorsMax && (
        <Button icon="plus" onClick={() => approachStore.edit({ factors: [...factors, emptyFactor()] })}>
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

const named = [...factorFields, 'fee', 'refund', 'hours_from', 'hours_to', 'contingency_percent', 'factors'] as const

function problemText({ where, why }: DocumentProblem): string {
  const { factor, member } = placeOf(where)
  const known = named.find((one) => one === member)
  const parts = [factor && t('approach.factor', { n: factor }), known ? t(`approach.${known}`) : member]
  const place = parts.filter(Boolean).join(', ') || t('document.whole')
  return t('problem_at', { where: place, why: whyText(why) })
}
