import { useEffect, useState } from 'preact/hooks'
import { t } from '../../../text/desk.ts'
import { language } from '../../../text/language.ts'
import { announce } from '../../../ui/announcer.tsx'
import { Button } from '../../../ui/button.tsx'
import { RadioChips } from '../../../ui/chips.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Icon } from '../../../ui/draw/icon.tsx'
import { showToast } from '../../../ui/toast.tsx'
import type { Template } from '../../../shared/http.ts'
import { weekDay } from '../../dates.ts'
import { PlanPanel } from '../../plan-panel.tsx'
import { hashes } from '../../route.ts'
import { sessionsView } from '../../sessions-view.ts'
import { stageText } from '../../stage-text.ts'
import { ask, loadSessions, loadTemplates, organiser, seatsMax, sessions, templates } from '../../store.ts'
import type { OpenDossier } from '../dossier.ts'
import { all, type Dossier, first, type OneOf, planName } from '../dossier-view.ts'
import { focusEntry } from '../focus-entry.ts'
import { AddEntry, EntryRow, TakenAwayRows } from '../rows.tsx'
import { mailLink, proposedInvitation } from './invitation-view.ts'
import { dayOf } from '../portfolio-view.ts'
import { KeptByHand } from './kept-by-hand.tsx'
import { fieldToMend, fitsPurpose, goesAlong, keptDays, sessionOf, templateOf } from './plan-view.ts'

const fields = [
  'name',
  'held_on',
  'starts_at',
  'ends_at',
  'location',
  'language',
  'host',
  'controller',
  'seats',
  'kept_days',
  'invitation',
] as const

/** The meetings of step 2: planned, going on, or held. */
export function SessionPlans({ dossier, shown }: { dossier: OpenDossier; shown: Dossier }) {
  useEffect(() => {
    void loadTemplates()
    void loadSessions()
  }, [organiser.value])
  const plans = all(shown, 'session_plan').filter(({ entry }) => entry.purpose === 'ideas')
  const place = first(shown, 'place')?.entry
  const start = {
    purpose: 'ideas' as const,
    language: language.value === 'en' ? ('en' as const) : ('nl' as const),
    kept_days: keptDays,
    seats: seatsMax.value,
    location: place?.address ?? '',
    host: place?.name.slice(0, 60) ?? '',
  }
  return (
    <section aria-labelledby="plans-title">
      <h2 id="plans-title">{t('plans.title')}</h2>
      <p class="section-lead">{t('plans.lead')}</p>
      <ul class="entry-rows">
        {plans.map((plan) => (
          <Planned key={plan.id} dossier={dossier} shown={shown} plan={plan} />
        ))}
      </ul>
      <TakenAwayRows dossier={dossier} kind="session_plan" />
      <AddEntry
        dossier={dossier}
        kind="session_plan"
        label={t(plans.length === 0 ? 'plans.add_first' : 'plans.add')}
        fields={['name', 'held_on', 'starts_at', 'ends_at']}
        start={start}
      />
    </section>
  )
}

interface PlanProps {
  dossier: OpenDossier
  shown: Dossier
  plan: OneOf<'session_plan'>
}

/** One meeting: its plan, its live session once there is one, and the ways to begin it. */
export function Planned({ dossier, shown, plan }: PlanProps) {
  const { id, entry } = plan
  const when = [entry.held_on && weekDay(entry.held_on, language.value), entry.starts_at, entry.location]
  return (
    <>
      <EntryRow
        dossier={dossier}
        id={id}
        entry={entry}
        label={t('row.edit', { name: entry.name })}
        fields={fields}
      >
        <div class="factor__words">
          <h3>{planName(shown, plan)}</h3>
          <p>{when.filter(Boolean).join(' · ') || t('plans.no_day')}</p>
        </div>
        <LiveLink plan={plan} />
      </EntryRow>
      <li class="plan-doings">
        {entry.session ? (
          <>
            <Linked dossier={dossier} plan={plan} />
            <KeptByHand dossier={dossier} shown={shown} plan={plan} />
          </>
        ) : (
          <>
            <AgendaChoice dossier={dossier} plan={plan} />
            <Start dossier={dossier} shown={shown} plan={plan} />
          </>
        )}
        {entry.session_version === 0 && <Invitation dossier={dossier} shown={shown} plan={plan} />}
      </li>
    </>
  )
}

function sessionRow(session: string) {
  return sessionsView(sessions.value ?? []).rows.find((row) => row.id === session)
}

function LiveLink({ plan: { entry } }: { plan: OneOf<'session_plan'> }) {
  if (!entry.session) return <p class="factor__by">{t('plans.planned')}</p>
  const row = sessionRow(entry.session)
  return <p class="factor__by">{row ? stageText(row) : t('plans.elsewhere')}</p>
}

/** The live session is there. */
function Linked({ dossier, plan }: Omit<PlanProps, 'shown'>) {
  const { id, entry } = plan
  const row = sessionRow(entry.session)
  const unlink = async () => {
    const reply = await ask(
      'POST /api/trajectories/ID/plans/N/link',
      { session: '' },
      { id: dossier.id, number: id },
    )
    if (!reply.ok) showToast({ text: t('plans.not_done') })
  }
  return (
    <>
      {row ? (
        <p>
          <a class="button-link" href={hashes.session(entry.session)}>
            {t('plans.open')}
          </a>{' '}
          {t(row.stage === 'ended' ? 'plans.ended_hint' : 'plans.open_hint')}
        </p>
      ) : (
        <p>{t('plans.elsewhere_hint')}</p>
      )}
      {row && row.stage !== 'ended' && entry.session_version > 0 && (
        <p role="status">{t('plans.open_again')}</p>
      )}
      {row && row.stage !== 'ended' && entry.purpose === 'ideas' && <PlanPanel session={entry.session} />}
      {entry.session_version === 0 && (
        <Button kind="quiet" onClick={() => void unlink()}>
          {t('plans.unlink')}
        </Button>
      )}
    </>
  )
}

function AgendaChoice({ dossier, plan }: Omit<PlanProps, 'shown'>) {
  const { id, entry } = plan
  const known = (templates.value ?? []).filter(
    (one) => one.language === entry.language && fitsPurpose(one, entry.purpose),
  )
  if (known.length === 0) return null
  const choose = (chosen: string) => {
    const name = `entry-${id}`
    dossier.type(name, 'session_plan', id, 'template_id', chosen)
    void dossier.save(name)
  }
  return (
    <RadioChips
      legend={t('plans.agenda')}
      options={[...known]
        .sort((a: Template, b: Template) => Number(b.own) - Number(a.own) || b.minutes - a.minutes)
        .map((one) => ({ value: one.id, label: one.title, hint: t('new.minutes', { n: one.minutes }) }))}
      value={templateOf(entry, known)?.id}
      onChange={choose}
    />
  )
}

const nothingToScore = ['no_decider', 'no_ideas', 'no_criteria', 'too_many_criteria', 'no_factors'] as const

/** Why a session did not begin, in words. */
export function startFault(error: string): string {
  const known = nothingToScore.find((one) => one === error)
  return t(known ? `meeting.${known}` : 'plans.not_done')
}

function Start({ dossier, shown, plan }: PlanProps) {
  const { id, entry } = plan
  const [busy, setBusy] = useState(false)
  const [links, setLinks] = useState(false)
  const [lacks, setLacks] = useState<string>()
  const { money, sitePlan } = goesAlong(shown, entry)
  const start = async () => {
    const { body, errors } = sessionOf(entry, templates.value ?? [], seatsMax.value, {
      question: t('new.question_default'),
      within: t('new.within_default'),
      money,
    })
    if (!body || !entry.template_id) {
      const field = fieldToMend(errors)
      setLacks(t(field ? 'plans.lacks' : 'plans.lacks_agenda'))
      if (field) focusEntry(`entry-${id}`, field)
      return
    }
    setLacks(undefined)
    setBusy(true)
    const reply = await ask('POST /api/trajectories/ID/plans/N/start', body, { id: dossier.id, number: id })
    if (reply.ok) {
      await loadSessions()
      announce(t('plans.started'))
    } else setLacks(startFault(reply.error))
    setBusy(false)
  }
  return (
    <>
      <div class="gate__buttons">
        <Button kind="primary" busy={busy} onClick={() => void start()}>
          {t('plans.start')}
        </Button>
        <Button kind="quiet" onClick={() => setLinks(true)}>
          {t('plans.link')}
        </Button>
      </div>
      {(money || sitePlan) && (
        <p class="section-lead">
          {[sitePlan && t('plans.takes_plan'), money && t('plans.takes_money', { amount: money })]
            .filter(Boolean)
            .join(' ')}
        </p>
      )}
      <p class="form-error" role="alert">
        {lacks}
      </p>
      {links && <LinkSheet dossier={dossier} plan={plan} onClose={() => setLinks(false)} />}
    </>
  )
}

/** One that is there already: made at the desk, or brought in from a laptop. */
function LinkSheet({ dossier, plan, onClose }: Omit<PlanProps, 'shown'> & { onClose: () => void }) {
  const [chosen, setChosen] = useState<string>()
  const [fault, setFault] = useState<string>()
  const [busy, setBusy] = useState(false)
  const free = sessionsView(sessions.value ?? []).real.filter((row) => !row.trajectory)
  const link = async () => {
    if (!chosen) return setFault(t('link.choose'))
    setBusy(true)
    const reply = await ask(
      'POST /api/trajectories/ID/plans/N/link',
      { session: chosen },
      { id: dossier.id, number: plan.id },
    )
    setBusy(false)
    if (!reply.ok) return setFault(t(reply.error === 'already' ? 'link.already' : 'plans.not_done'))
    void loadSessions()
    onClose()
  }
  return (
    <Dialog
      open
      title={t('link.title')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('word.cancel')}</Button>
          {free.length > 0 && (
            <Button kind="primary" busy={busy} onClick={() => void link()}>
              {t('link.button')}
            </Button>
          )}
        </>
      }
    >
      <p>{t('link.body')}</p>
      {free.length > 0 ? (
        <RadioChips
          legend={t('link.which')}
          options={free.map((row) => ({ value: row.id, label: row.title, hint: stageText(row) }))}
          value={chosen}
          onChange={setChosen}
        />
      ) : (
        <p>{t('link.none')}</p>
      )}
      <p>
        <a href={hashes.sessions}>{t('link.import')}</a>
      </p>
      <p class="form-error" role="alert">
        {fault}
      </p>
    </Dialog>
  )
}

/** The words of the invitation, and the ways out of here. */
function Invitation({ dossier, shown, plan }: PlanProps) {
  const { id, entry } = plan
  const [copied, setCopied] = useState(false)
  const place = first(shown, 'place')?.entry
  const contact = all(shown, 'contact').find((one) => one.entry.role === 'contact_person')?.entry.name ?? ''
  // On plain http browsers have no clipboard for pages; the text can be selected in its field instead.
  const clipboard = typeof navigator !== 'undefined' ? navigator.clipboard : undefined
  const propose = (words: 'nl' | 'en') => {
    const text = proposedInvitation(
      { plan: entry, place: place?.name ?? '', isPark: place?.sort === 'business_park', contact },
      words,
    )
    const name = `entry-${id}`
    dossier.type(name, 'session_plan', id, 'invitation', text)
    void dossier.save(name)
    focusEntry(name, 'invitation')
  }
  const copy = async () => {
    await clipboard?.writeText(entry.invitation)
    setCopied(true)
    announce(t('session.copied'))
  }
  return (
    <details class="invitation">
      <summary>{t('invitation.title')}</summary>
      <div class="invitation__body">
        {entry.held_on !== '' && entry.held_on < dayOf(Date.now()) && (
          <p class="session-plan__warning">
            <Icon name="warning" size="1.1em" /> {t('invitation.past')}
          </p>
        )}
        {entry.invitation ? (
          <p class="invitation__text">{entry.invitation}</p>
        ) : (
          <p>{t('invitation.none')}</p>
        )}
        {!entry.invitation && (
          <div class="gate__buttons">
            <Button onClick={() => propose('nl')}>{t('invitation.propose_nl')}</Button>
            <Button onClick={() => propose('en')}>{t('invitation.propose_en')}</Button>
          </div>
        )}
        <div class="gate__buttons">
          {entry.held_on && (
            <a
              class="button-link"
              href={`/api/trajectories/${dossier.id}/plans/${id}/calendar`}
              download={`kiemkring-${entry.held_on}.ics`}
            >
              {t('invitation.calendar')}
            </a>
          )}
          {entry.invitation && (
            <a class="button-link" href={mailLink(entry)}>
              {t('invitation.mail')}
            </a>
          )}
          {entry.invitation && clipboard && (
            <Button icon={copied ? 'check' : undefined} onClick={() => void copy()}>
              {t('invitation.copy')}
            </Button>
          )}
        </div>
      </div>
    </details>
  )
}
