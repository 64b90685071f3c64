import { useEffect, useState } from 'preact/hooks'
import type { Entry, EntryOf, KeptWords } from '../../../shared/trajectory.ts'
import { t } from '../../../text/desk.ts'
import { language } from '../../../text/language.ts'
import { Button } from '../../../ui/button.tsx'
import { showToast } from '../../../ui/toast.tsx'
import { clockTime, weekDay } from '../../dates.ts'
import { ask } from '../../store.ts'
import type { OpenDossier, Outcome } from '../dossier.ts'
import type { Dossier, OneOf } from '../dossier-view.ts'
import { faultText } from '../fault-text.ts'
import { canTake, type KeptField, keptFields, taken, without } from './kept-view.ts'

interface Props {
  dossier: OpenDossier
  shown: Dossier
  plan: OneOf<'session_plan'>
}

/** Nothing that somebody wrote here is lost because a session says otherwise by now; and nobody has to find out by themselves. */
export function KeptByHand({ dossier, shown, plan }: Props) {
  const words = useKeptWords(dossier.id, plan)
  const kept = words ? keptFields(shown, plan.entry, words) : []
  if (kept.length === 0) return null
  return (
    <section class="what-came" aria-label={t('kept.title')}>
      <p>
        <strong>{t('kept.title')}</strong> {t('kept.lead')}
      </p>
      <ul class="kept">
        {kept.map((one) => (
          <Kept key={one.place} dossier={dossier} shown={shown} plan={plan} one={one} />
        ))}
      </ul>
    </section>
  )
}

/** Undefined until it is known; empty where the session cannot be asked. */
function useKeptWords(id: string, { id: number, entry }: OneOf<'session_plan'>) {
  const [words, setWords] = useState<readonly KeptWords[]>()
  const { kept_note, session_version } = entry
  useEffect(() => {
    if (kept_note === '') return
    const leaving = new AbortController()
    void ask('GET /api/trajectories/ID/plans/N/kept', undefined, { id, number, signal: leaving.signal }).then(
      (reply) => {
        if (!leaving.signal.aborted) setWords(reply.ok ? reply.body.words : [])
      },
    )
    return () => leaving.abort()
  }, [id, number, kept_note, session_version])
  return words
}

function Kept({ dossier, shown, plan, one }: Props & { one: KeptField }) {
  const [busy, setBusy] = useState(false)
  const what = one.kind === 'choice' ? t('kept.the_choice') : t('kept.field', { name: one.name, field: fieldLabel(one) })
  const press = async (act: () => Promise<Outcome[]>, text: string) => {
    setBusy(true)
    const done = await act()
    setBusy(false)
    const refused = done.find((outcome) => !outcome.ok)
    if (refused && !refused.ok) showToast({ text: faultText(refused.error) })
    else showToast({ text, action: { label: t('word.undo'), run: () => void undo(dossier, done) } })
  }
  const leave = () =>
    dossier.command('put_entry', { id: plan.id, was: plan.entry, now: without(plan.entry, one.place) })
  return (
    <li>
      <h4>{what}</h4>
      {one.kind === 'choice' && <p>{t(one.field === 'method' ? 'kept.method' : canTake(shown, one) ? 'kept.choice' : 'kept.choice_past')}</p>}
      {one.said && (
        <dl class="kept__both">
          <div>
            <dt>{t('kept.here')}</dt>
            <dd>{valueText(shown, one.here, one.field)}</dd>
          </div>
          <div>
            <dt>{t('kept.said')}</dt>
            <dd>{valueText(shown, one.said, one.field)}</dd>
          </div>
        </dl>
      )}
      <p class="kept__ways">
        {canTake(shown, one) && (
          <Button
            busy={busy}
            aria-label={t('kept.take_what', { what })}
            onClick={() => void press(() => take(dossier, one), t('kept.taken'))}
          >
            {t('kept.take')}
          </Button>
        )}
        <Button
          kind="quiet"
          busy={busy}
          aria-label={t('kept.leave_what', { what })}
          onClick={() => void press(async () => [await leave()], t('kept.left'))}
        >
          {t('kept.leave')}
        </Button>
      </p>
    </li>
  )
}

/** What was decided is opened again first, with why. */
async function take(dossier: OpenDossier, one: KeptField): Promise<Outcome[]> {
  const now = taken(one)
  if (!now) return []
  const opened = one.here?.kind === 'choice' && one.here.outcome !== 'open' ? reopened(one.here) : undefined
  if (!opened) return [await dossier.command('put_entry', { id: one.entry, was: one.here ?? null, now, said: one.entry !== 0 })]
  const first = await dossier.command('put_entry', { id: one.entry, was: one.here ?? null, now: opened })
  if (!first.ok) return [first]
  const { reopen_note } = opened
  return [first, await dossier.command('put_entry', { id: one.entry, was: opened, now: { ...now, reopen_note } as Entry, said: true })]
}

function reopened(choice: EntryOf<'choice'>): EntryOf<'choice'> {
  const now = Date.now()
  const when = `${weekDay(now, language.value)}, ${clockTime(now, language.value)}`
  return { ...choice, outcome: 'open', idea: 0, combined_with: 0, reopen_note: t('kept.reopen_note', { when }) }
}

async function undo(dossier: OpenDossier, done: readonly Outcome[]): Promise<void> {
  for (const outcome of [...done].reverse()) {
    if (!outcome.ok) continue
    const undone = await dossier.command('undo_event', { version: outcome.version })
    if (!undone.ok) return void showToast({ text: faultText(undone.error) })
  }
}

const labels = [
  'entry.idea.name',
  'entry.idea.about',
  'entry.idea.letter',
  'entry.idea.place',
  'entry.idea.votes',
  'entry.idea.hands',
  'entry.idea.missing_note',
  'entry.commitment.name',
  'entry.commitment.idea',
  'entry.commitment.role',
  'entry.commitment.organisation',
  'entry.commitment.email',
  'entry.commitment.phone',
  'entry.commitment.said_note',
  'entry.factor.colour',
] as const

function fieldLabel({ kind, field }: KeptField): string {
  return t(labels.find((label) => label === `entry.${kind}.${field}`) ?? 'kept.other')
}

/** Of one field, as people say it. */
function valueText(shown: Dossier, entry: Entry | undefined, field: string): string {
  if (entry?.kind === 'choice' || entry === undefined) return choiceText(shown, entry)
  if (entry.kind === 'factor') return [t(`colour.${entry.colour}`), entry.note].filter(Boolean).join(': ')
  if (entry.kind === 'commitment' && field === 'role') return t(`role.${entry.role}`)
  if (entry.kind === 'commitment' && field === 'idea') return nameOf(shown, entry.idea)
  const value = String((entry as unknown as Readonly<Record<string, unknown>>)[field] ?? '')
  return value || t('kept.empty')
}

function choiceText(shown: Dossier, choice: EntryOf<'choice'> | undefined): string {
  if (!choice || choice.outcome === 'open') return t('kept.not_chosen')
  const ideas = choice.combined_with ? [choice.idea, choice.combined_with] : [choice.idea]
  const what = choice.outcome === 'none' ? t('choice.none_chosen') : ideas.map((id) => nameOf(shown, id)).join(' + ')
  return [what, t(`method.${choice.method}`), choice.reason === '-' ? '' : choice.reason].filter(Boolean).join(' · ')
}

function nameOf(shown: Dossier, id: number): string {
  const idea = shown.entries.get(id)?.entry
  return idea?.kind === 'idea' ? idea.name : t('kept.empty')
}
