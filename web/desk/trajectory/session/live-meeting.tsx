import { useEffect, useState } from 'preact/hooks'
import type { EntryOf } from '../../../shared/trajectory.ts'
import { t } from '../../../text/desk.ts'
import { language } from '../../../text/language.ts'
import { announce } from '../../../ui/announcer.tsx'
import { Button } from '../../../ui/button.tsx'
import { ask, loadSessions, loadTemplates, organiser, seatsMax, templates } from '../../store.ts'
import type { OpenDossier } from '../dossier.ts'
import { all, type Dossier, first } from '../dossier-view.ts'
import { emptyEntry } from '../fields-view.ts'
import { faultText } from '../fault-text.ts'
import { TakenAwayRows } from '../rows.tsx'
import { goesAlong, keptDays, sessionOf } from './plan-view.ts'
import { Planned, startFault } from './plans.tsx'
import { WhatCame } from './what-came.tsx'

type Plan = EntryOf<'session_plan'>
type Purpose = 'choice' | 'green_date'

const agendas = { choice: 'choice-90', green_date: 'green-60' } as const

/** A live session about what stands in the dossier: begun in one press, and its outcome comes back by itself. */
export function LiveMeeting(props: { dossier: OpenDossier; shown: Dossier; purpose: Purpose }) {
  const { dossier, shown, purpose } = props
  useEffect(() => {
    void loadTemplates()
    void loadSessions()
  }, [organiser.value])
  const plans = all(shown, 'session_plan').filter(({ entry }) => entry.purpose === purpose)
  return (
    <section class="live-meeting" aria-labelledby="meeting-title">
      <h2 id="meeting-title">{t(`meeting.${purpose}_title`)}</h2>
      <p class="section-lead">{t(`meeting.${purpose}_lead`)}</p>
      {plans.length > 0 && (
        <ul class="entry-rows">
          {plans.map((plan) => (
            <Planned key={plan.id} dossier={dossier} shown={shown} plan={plan} />
          ))}
        </ul>
      )}
      <WhatCame shown={shown} purpose={purpose} />
      <TakenAwayRows dossier={dossier} kind="session_plan" />
      <Begin dossier={dossier} shown={shown} purpose={purpose} again={plans.length > 0} />
    </section>
  )
}

/** The plan with what the dossier knows: nothing is typed twice. */
export function plannedFor(shown: Dossier, purpose: Purpose, language: 'nl' | 'en', seats: number): Plan {
  const earlier = all(shown, 'session_plan').find(({ entry }) => entry.purpose === 'ideas')?.entry
  const place = first(shown, 'place')?.entry
  const before = all(shown, 'session_plan').filter(({ entry }) => entry.purpose === purpose).length
  const name = before > 0 ? `${t(`meeting.${purpose}_name`)} ${before + 1}` : t(`meeting.${purpose}_name`)
  const host = earlier?.host || place?.name.slice(0, 60) || ''
  return {
    ...(emptyEntry('session_plan') as Plan),
    purpose,
    name: [name, place?.name].filter(Boolean).join(': ').slice(0, 140),
    template_id: agendas[purpose],
    language: earlier?.language ?? language,
    location: earlier?.location || place?.address || '',
    host,
    controller: earlier?.controller || host,
    seats: earlier?.seats || seats,
    kept_days: earlier?.kept_days || keptDays,
  }
}

function Begin(props: { dossier: OpenDossier; shown: Dossier; purpose: Purpose; again: boolean }) {
  const { dossier, shown, purpose, again } = props
  const [busy, setBusy] = useState(false)
  const [lacks, setLacks] = useState<string>()
  const begin = async () => {
    setBusy(true)
    setLacks(undefined)
    setLacks(await beginWith(dossier, shown, plannedFor(shown, purpose, language.value === 'en' ? 'en' : 'nl', seatsMax.value)))
    setBusy(false)
  }
  return (
    <>
      <Button kind={again ? 'secondary' : 'primary'} icon="plus" busy={busy} onClick={() => void begin()}>
        {t(again ? 'meeting.again' : `meeting.${purpose}_begin`)}
      </Button>
      <p class="form-error" role="alert">
        {lacks}
      </p>
    </>
  )
}

/** What lacks, when it did not begin; the plan stands there then, to be mended. */
async function beginWith(dossier: OpenDossier, shown: Dossier, plan: Plan): Promise<string | undefined> {
  const { body } = sessionOf(plan, templates.value ?? [], seatsMax.value, {
    question: t(`meeting.${plan.purpose as Purpose}_question`),
    within: t('new.within_default'),
    money: goesAlong(shown, plan).money,
  })
  const put = await dossier.command('put_entry', { id: 0, was: null, now: plan })
  if (!put.ok) return faultText(put.error)
  if (!body) return t('plans.lacks')
  const reply = await ask('POST /api/trajectories/ID/plans/N/start', body, { id: dossier.id, number: put.entry })
  if (!reply.ok) return startFault(reply.error)
  await loadSessions()
  announce(t('plans.started'))
  return undefined
}
