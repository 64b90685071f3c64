import { useState } from 'preact/hooks'
import type { ChoiceMethod, DecisionMaker, EntryOf } from '../../../shared/trajectory.ts'
import { t } from '../../../text/desk.ts'
import { language } from '../../../text/language.ts'
import { Button } from '../../../ui/button.tsx'
import { RadioChips } from '../../../ui/chips.tsx'
import { longDate } from '../../dates.ts'
import type { OpenDossier, Outcome } from '../dossier.ts'
import { type Dossier, first, sessionNameOf, stepNumber } from '../dossier-view.ts'
import { draftsView } from '../drafts-view.ts'
import { EntryForm, KeptMark } from '../entry-form.tsx'
import { faultText } from '../fault-text.ts'
import { emptyEntry } from '../fields-view.ts'
import { dayOf } from '../portfolio-view.ts'
import { ReasonSheet } from '../sheets.tsx'
import { ideaTitle, type MatrixView } from './choice-view.ts'
import { ChosenMatches } from './concept-matches.tsx'
import { ChosenIn } from './said-in.tsx'
import './choice-panel.css'

/** The ways that fit who decides; the server holds to the same. */
export const methodsOf: Record<DecisionMaker, readonly ChoiceMethod[]> = {
  group_consent: ['consent'],
  group_vote: ['vote', 'run_off', 'draw'],
  client: ['decision'],
}

interface PanelProps {
  dossier: OpenDossier
  shown: Dossier
  view: MatrixView
}

/** From five ideas to one: which, what it will be, why, and how that was decided. */
export function ChoicePanel(props: PanelProps) {
  const choice = first(props.shown, 'choice')?.entry ?? emptyEntry('choice')
  if (choice.outcome === 'open') return <StillOpen {...props} choice={choice} />
  if (props.shown.plan.missing.some(({ what }) => what === 'chosen_gone'))
    return <Lost dossier={props.dossier} choice={choice} />
  return <Decided {...props} choice={choice} />
}

function StillOpen({ dossier, shown, view, choice }: PanelProps & { choice: EntryOf<'choice'> }) {
  const [fault, setFault] = useState<string>()
  const [busy, setBusy] = useState(false)
  const [asksNone, setAsksNone] = useState(false)
  const who = first(shown, 'decider')?.entry.who ?? 'group_consent'
  const methods = methodsOf[who]
  const typed = withDrafts(dossier, choice)
  const idea = view.columns.find(({ id }) => id === typed.idea)
  const partner = view.columns.find(({ id }) => id === typed.combined_with && id !== typed.idea)
  const partners = view.columns.filter(({ id }) => id !== typed.idea)
  const type = (field: string, value: string) => {
    setFault(undefined)
    dossier.type('choice', 'choice', dossier.single('choice'), field, value)
    void dossier.save('choice')
  }
  // The one that was the second changes places with the first.
  const pick = (value: string) => {
    if (Number(value) === typed.combined_with)
      dossier.type('choice', 'choice', dossier.single('choice'), 'combined_with', String(typed.idea))
    type('idea', value)
  }
  const method = methods.includes(typed.method) ? typed.method : (methods[0] as ChoiceMethod)
  const record = async () => {
    setBusy(true)
    const record = (kept: EntryOf<'choice'>) => {
      const now = withDrafts(dossier, kept)
      return { ...now, method, outcome: 'chosen', decided_on: now.decided_on || dayOf(Date.now()) } as const
    }
    const done = (await inTheWay(dossier)) ?? (await put(dossier, record))
    setBusy(false)
    if (!done.ok)
      setFault(done.field === 'idea' && done.error === 'needed' ? t('choice.needs_idea') : faultOf(done))
  }
  return (
    <section class="choice-panel" aria-labelledby="choice-title">
      <h2 id="choice-title">
        {idea ? t('choice.title', { idea: ideaTitle(idea.entry) }) : t('choice.which')}
      </h2>
      {choice.reopen_note !== '' && (
        <p class="choice-panel__said">{t('happened.open', { name: choice.reopen_note })}</p>
      )}
      <ChosenIn shown={shown} />
      <div id="choice-ideas">
        <RadioChips
          legend={t('choice.which')}
          hideLegend
          options={view.columns.map(({ id, entry }) => ({
            value: String(id),
            label: ideaTitle(entry),
            hint: sessionNameOf(shown, entry.session),
          }))}
          value={typed.idea ? String(typed.idea) : undefined}
          onChange={pick}
        />
      </div>
      {idea && (
        <>
          {partners.length > 0 && (
            <label class="choice-panel__with">
              {t('choice.with')}
              <select
                class="ui-field-control"
                value={String(typed.combined_with)}
                onChange={(event) => type('combined_with', event.currentTarget.value)}
              >
                <option value="0">{t('choice.with_none')}</option>
                {partners.map(({ id, entry }) => (
                  <option key={id} value={String(id)}>
                    {[ideaTitle(entry), fromText(shown, entry)].filter(Boolean).join(', ')}
                  </option>
                ))}
              </select>
            </label>
          )}
          <ChosenMatches dossier={dossier} shown={shown} idea={idea} partner={partner} />
          {methods.length > 1 && (
            <RadioChips
              legend={t('choice.how')}
              options={methods.map((value) => ({ value, label: t(`method.${value}`) }))}
              value={method}
              onChange={(value) => type('method', value)}
            />
          )}
          <EntryForm
            dossier={dossier}
            name="choice"
            kind="choice"
            id={dossier.single('choice')}
            fields={
              who === 'client' ? ['reason', 'decided_by', 'decided_on'] : ['reason', 'concerns', 'decided_on']
            }
          />
          <p class="form-error" role="alert">
            {fault}
          </p>
          <Button kind="primary" wide busy={busy} onClick={() => void record()}>
            {t('choice.record')}
          </Button>
          <p class="choice-panel__after">
            {t('choice.after', { n: Math.max(0, view.columns.length - (typed.combined_with ? 2 : 1)) })}
          </p>
        </>
      )}
      <div class="gate__buttons">
        <Button kind="quiet" onClick={() => setAsksNone(true)}>
          {t('choice.none')}
        </Button>
        <KeptMark dossier={dossier} name="choice" />
      </div>
      {asksNone && (
        <ReasonSheet
          name={`${dossier.id} choice-none`}
          title={t('choice.none_title')}
          body={t('choice.none_body')}
          label={t('reopen.reason')}
          button={t('choice.none_button')}
          onClose={() => setAsksNone(false)}
          onReason={async (reason) => {
            const none = { outcome: 'none', idea: 0, combined_with: 0, method, reason } as const
            const done = await put(dossier, (kept) => ({ ...kept, ...none, decided_on: dayOf(Date.now()) }))
            if (!done.ok) return done
            dossier.drop('choice')
            return dossier.command('reopen_step', { step: 'session', reason })
          }}
        />
      )}
    </section>
  )
}

/** Whoever wrote the idea took the words back, or they were erased here: nothing is pointed at, and one chooses again. */
function Lost({ dossier, choice }: { dossier: OpenDossier; choice: EntryOf<'choice'> }) {
  const [fault, setFault] = useState<string>()
  const [busy, setBusy] = useState(false)
  const again = async () => {
    setBusy(true)
    const open = { outcome: 'open', idea: 0, combined_with: 0, reopen_note: t('choice.lost_note') } as const
    const done = await put(dossier, (kept) => ({ ...kept, ...open }))
    setBusy(false)
    if (!done.ok) setFault(faultOf(done))
  }
  return (
    <section class="choice-panel" aria-labelledby="choice-title">
      <h2 id="choice-title">{t('choice.lost_title')}</h2>
      <p class="choice-panel__said">{t('choice.lost')}</p>
      <p class="choice-panel__how">{t('choice.lost_reason', { reason: choice.reason })}</p>
      <p class="form-error" role="alert">
        {fault}
      </p>
      <Button id="choice-again" kind="primary" wide busy={busy} onClick={() => void again()}>
        {t('choice.lost_again')}
      </Button>
    </section>
  )
}

function Decided({ dossier, shown, view, choice }: PanelProps & { choice: EntryOf<'choice'> }) {
  const [sheet, setSheet] = useState<'reopen'>()
  const [edits, setEdits] = useState(false)
  const [fault, setFault] = useState<string>()
  const idea = view.columns.find(({ id }) => id === choice.idea)
  const partner = view.columns.find(({ id }) => id === choice.combined_with)
  const isOne = choice.outcome === 'chosen'
  const step = shown.progress.step
  const back = async () => {
    const done = await dossier.command('reopen_step', { step: 'session', reason: choice.reason })
    if (!done.ok) setFault(faultText(done.error))
  }
  return (
    <section class="choice-panel" aria-labelledby="choice-title">
      <h2 id="choice-title" tabIndex={-1}>
        {!isOne
          ? t('choice.none_chosen')
          : partner && idea
            ? t('choice.title_two', { idea: ideaTitle(idea.entry), other: ideaTitle(partner.entry) })
            : t('choice.title', { idea: idea ? ideaTitle(idea.entry) : '' })}
      </h2>
      {isOne && idea && fromText(shown, idea.entry) && (
        <p class="choice-panel__how">
          {[idea, partner].flatMap((one) => (one ? [`${ideaTitle(one.entry)}: ${fromText(shown, one.entry)}`] : [])).join(' · ')}
        </p>
      )}
      <p class="choice-panel__said">{choice.reason}</p>
      {choice.concerns !== '' && <p class="choice-panel__said">{choice.concerns}</p>}
      <p class="choice-panel__how">
        {[
          t(`method.${choice.method}`),
          choice.decided_by,
          choice.decided_on && longDate(choice.decided_on, language.value),
        ]
          .filter(Boolean)
          .join(', ')}
      </p>
      <ChosenIn shown={shown} />
      {edits && (
        <EntryForm
          dossier={dossier}
          name="choice"
          kind="choice"
          id={dossier.single('choice')}
          fields={['reason', 'concerns', 'decided_by', 'decided_on']}
        />
      )}
      {isOne && idea && <ChosenMatches dossier={dossier} shown={shown} idea={idea} partner={partner} />}
      <p class="form-error" role="alert">
        {fault}
      </p>
      <div class="gate__buttons">
        {!isOne && step === 'choice' && <Button onClick={() => void back()}>{t('choice.back')}</Button>}
        {stepNumber(step) >= stepNumber('choice') && (
          <Button onClick={() => setSheet('reopen')}>{t('choice.reopen')}</Button>
        )}
        <Button kind="quiet" aria-expanded={edits} onClick={() => setEdits(!edits)}>
          {t(edits ? 'row.ready' : 'choice.edit')}
        </Button>
        <KeptMark dossier={dossier} name="choice" />
      </div>
      {sheet === 'reopen' && (
        <ReasonSheet
          name={`${dossier.id} choice-reopen`}
          title={t('choice.reopen_title')}
          body={t(stepNumber(step) > stepNumber('choice') ? 'choice.reopen_later' : 'reopen.body')}
          label={t('reopen.reason')}
          button={t('choice.reopen_button')}
          onClose={() => setSheet(undefined)}
          onReason={async (reason) => {
            if (stepNumber(step) > stepNumber('choice')) {
              const reached = await dossier.command('reopen_step', { step: 'choice', reason })
              if (!reached.ok) return reached
            }
            return put(dossier, (kept) => ({ ...kept, outcome: 'open', reopen_note: reason }))
          }}
        />
      )}
    </section>
  )
}

/** "uit “Avond in de kantine”", of an idea of which that is worth saying. */
function fromText(shown: Dossier, idea: EntryOf<'idea'>): string {
  const name = sessionNameOf(shown, idea.session)
  return name && t('ideas.from', { name })
}

/** The choice with what is typed of it and not kept yet. */
function withDrafts(dossier: OpenDossier, choice: EntryOf<'choice'>): EntryOf<'choice'> {
  const drafts = dossier.forms.value.get('choice')?.drafts ?? {}
  return (draftsView(choice, drafts).sendable?.now ?? choice) as EntryOf<'choice'>
}

/** Sets the one choice, on top of what this desk saw, once what was typed here is kept. */
async function put(
  dossier: OpenDossier,
  change: (kept: EntryOf<'choice'>) => EntryOf<'choice'>,
): Promise<Outcome> {
  await typedIsKept(dossier)
  const known = dossier.shown.value && first(dossier.shown.value, 'choice')
  const now = change(known?.entry ?? emptyEntry('choice'))
  return dossier.command('put_entry', { id: known?.id ?? 0, was: known?.entry ?? null, now })
}

async function typedIsKept(dossier: OpenDossier): Promise<void> {
  await dossier.save('choice')
  await dossier.settled()
}

/** Why what is on this screen is not what would be recorded: somebody else changed it meanwhile, or it is wrong. */
async function inTheWay(dossier: OpenDossier): Promise<(Outcome & { ok: false }) | undefined> {
  await typedIsKept(dossier)
  const kept = (dossier.shown.value && first(dossier.shown.value, 'choice')?.entry) ?? emptyEntry('choice')
  const { clashes, faults } = draftsView(kept, dossier.forms.value.get('choice')?.drafts ?? {})
  // Both texts of a field are shown to choose from; of what is tapped, what the other tapped is shown.
  for (const field of ['idea', 'combined_with', 'method'])
    if (clashes[field]) dossier.chooseTheirs('choice', field)
  const [clash] = Object.keys(clashes)
  if (clash) return { ok: false, error: 'changed_meanwhile', field: clash }
  const [fault] = Object.entries(faults)
  return fault && { ok: false, error: fault[1], field: fault[0] }
}

function faultOf(done: Outcome & { ok: false }): string {
  if (done.error === 'needed' && done.field === 'decided_by') return t('choice.needs_name')
  if (done.error === 'reason_needed') return t('choice.needs_reason')
  return faultText(done.error === 'too_many' ? 'changed_meanwhile' : done.error)
}
