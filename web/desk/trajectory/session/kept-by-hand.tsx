import { useState } from 'preact/hooks'
import type { Entry, EntryOf } from '../../../shared/trajectory.ts'
import { t } from '../../../text/desk.ts'
import { language } from '../../../text/language.ts'
import { Button } from '../../../ui/button.tsx'
import { showToast } from '../../../ui/toast.tsx'
import { clockTime, weekDay } from '../../dates.ts'
import { groupText } from '../group-text.ts'
import type { OpenDossier, Outcome } from '../dossier.ts'
import { type Dossier, type OneOf, planName } from '../dossier-view.ts'
import { faultText } from '../fault-text.ts'
import { choiceText, ideaName } from './choice-text.ts'
import { canTake, isSameChoice, type KeptField, keptMarks, taken, without } from './kept-view.ts'
import { useKept } from './use-kept-words.ts'

interface Props {
  dossier: OpenDossier
  shown: Dossier
  plan: OneOf<'session_plan'>
}

/** Nothing that somebody wrote here, or a session said, is lost because another says otherwise; and nobody has to find out by themselves. */
export function KeptByHand({ dossier, shown, plan }: Props) {
  const kept = (useKept(shown, plan) ?? []).filter(({ kind, said }) => kind !== 'mark' || said !== undefined)
  const byHand = kept.filter(({ later }) => later === undefined)
  const names = new Set(kept.flatMap(({ later }) => (later ? [planName(shown, later)] : [])))
  return (
    <>
      {byHand.length > 0 && (
        <section class="what-came" aria-label={t('kept.title')}>
          <p>
            <strong>{t('kept.title')}</strong> {t('kept.lead')}
          </p>
          <KeptList dossier={dossier} shown={shown} plan={plan} kept={byHand} />
        </section>
      )}
      {[...names].map((name) => (
        <section key={name} class="what-came" aria-label={t('kept.later_title', { name })}>
          <p>
            <strong>{t('kept.later_title', { name })}</strong> {t('kept.later_lead')}
          </p>
          <KeptList
            dossier={dossier}
            shown={shown}
            plan={plan}
            kept={kept.filter(({ later }) => later && planName(shown, later) === name)}
          />
        </section>
      ))}
    </>
  )
}

function KeptList({ kept, ...props }: Props & { kept: readonly KeptField[] }) {
  const marks = kept.filter(({ kind }) => kind === 'mark')
  return (
    <ul class="kept">
      {kept
        .filter(({ kind }) => kind !== 'mark')
        .map((one) => (
          <Kept key={one.place} {...props} one={one} />
        ))}
      {marks.length > 0 && <KeptMarks {...props} marks={marks} />}
    </ul>
  )
}

/** Does what a button says, and tells how it went, with the way back. */
function usePress(dossier: OpenDossier) {
  const [busy, setBusy] = useState(false)
  const press = async (act: () => Promise<Outcome[]>, text: string) => {
    setBusy(true)
    const done = await act()
    setBusy(false)
    const refused = done.find((outcome) => !outcome.ok)
    if (refused && !refused.ok) showToast({ text: faultText(refused.error) })
    else showToast({ text, action: { label: t('word.undo'), run: () => void undo(dossier, done) } })
  }
  return { busy, press }
}

/** What is here stays, and nobody is asked about it any more. */
function Leave(props: Pick<Props, 'dossier' | 'plan'> & ReturnType<typeof usePress> & { what: string; places: readonly string[] }) {
  const { dossier, plan, busy, press, what, places } = props
  const leave = () =>
    dossier.command('put_entry', { id: plan.id, was: plan.entry, now: without(plan.entry, ...places) })
  return (
    <Button
      kind="quiet"
      busy={busy}
      aria-label={t('kept.leave_what', { what })}
      onClick={() => void press(async () => [await leave()], t('kept.left'))}
    >
      {t('kept.leave')}
    </Button>
  )
}

/** What two groups gave for the same: all of it is one thing to look at. */
function KeptMarks({ dossier, shown, plan, marks }: Props & { marks: readonly KeptField[] }) {
  const { busy, press } = usePress(dossier)
  const what = t('kept.marks')
  return (
    <li>
      <h4>{what}</h4>
      <table class="kept__marks">
        <thead>
          <tr>
            <td />
            <th scope="col">{t('kept.here')}</th>
            <th scope="col">{t('kept.said')}</th>
          </tr>
        </thead>
        <tbody>
          {keptMarks(shown, marks).map(({ criterion, idea, here, said }) => (
            <tr key={`${here.idea}-${here.criterion}`}>
              <th scope="row">{t('kept.mark_of', { criterion, idea })}</th>
              <td class="even-figures">{groupText(here) ?? t('kept.empty')}</td>
              <td class="even-figures">{groupText(said) ?? t('kept.empty')}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="kept__ways">
        <Leave what={what} press={press} busy={busy} dossier={dossier} plan={plan} places={marks.map(({ place }) => place)} />
      </p>
    </li>
  )
}

function Kept({ dossier, shown, plan, one }: Props & { one: KeptField }) {
  const { busy, press } = usePress(dossier)
  const what = one.kind === 'choice' ? t('kept.the_choice') : t('kept.field', { name: one.name, field: fieldLabel(one) })
  return (
    <li>
      <h4>{what}</h4>
      {one.kind === 'choice' && <p>{t(whyChoice(shown, one))}</p>}
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
        <Leave what={what} press={press} busy={busy} dossier={dossier} plan={plan} places={[one.place]} />
      </p>
    </li>
  )
}

function whyChoice(shown: Dossier, one: KeptField) {
  if (one.field === 'method') return 'kept.method'
  if (isSameChoice(one)) return 'kept.choice_words'
  return canTake(shown, one) ? 'kept.choice' : 'kept.choice_past'
}

/** What was decided is opened again first, with why. What stood as another session said is the desk's from then on: it does not go along with either. */
async function take(dossier: OpenDossier, one: KeptField): Promise<Outcome[]> {
  const now = taken(one)
  if (!now) return []
  const said = one.later === undefined
  const isOther = one.here?.kind === 'choice' && one.here.outcome !== 'open' && !isSameChoice(one)
  const opened = isOther ? reopened(one.here as EntryOf<'choice'>) : undefined
  if (!opened) return [await dossier.command('put_entry', { id: one.entry, was: one.here ?? null, now, said: said && one.entry !== 0 })]
  const first = await dossier.command('put_entry', { id: one.entry, was: one.here ?? null, now: opened })
  if (!first.ok) return [first]
  const { reopen_note } = opened
  return [first, await dossier.command('put_entry', { id: one.entry, was: opened, now: { ...now, reopen_note } as Entry, said })]
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
  if (entry.kind === 'commitment' && field === 'idea') return ideaName(shown, entry.idea)
  const value = String((entry as unknown as Readonly<Record<string, unknown>>)[field] ?? '')
  return value || t('kept.empty')
}
