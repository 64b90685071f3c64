import type { EntryOf } from '../../../shared/trajectory.ts'
import { t } from '../../../text/desk.ts'
import { language } from '../../../text/language.ts'
import { clockTime, weekDay } from '../../dates.ts'
import type { Dossier } from '../dossier-view.ts'
import { shownValue } from '../entry-form.tsx'
import type { Value } from '../fields-view.ts'
import { groupText } from '../group-text.ts'
import { choiceText, ideaName } from './choice-text.ts'
import { type Change, differences, type FieldOfChange, type WhatCame as Came, whatCame } from './what-came-view.ts'

type Plan = EntryOf<'session_plan'>

/** What the sessions for this purpose brought the last time, and what that changed. */
export function WhatCame({ shown, purpose }: { shown: Dossier; purpose: Plan['purpose'] }) {
  const [last] = whatCame(shown, purpose)
  if (!last) return null
  const changed = last.changed.flatMap((change) =>
    changeTexts(shown, change).map((text, at) => ({ key: `${change.line.version} ${at}`, text })),
  )
  return (
    <div class="what-came" role="status">
      <p>
        <strong>{last.from ? t('came.title_of', { name: last.from }) : t('came.title')}</strong>{' '}
        {t('came.when', {
          date: weekDay(last.at, language.value),
          time: clockTime(last.at, language.value),
          what: cameText(last),
        })}
      </p>
      {(changed.length > 0 || last.went.length > 0) && (
        <ul>
          {changed.map(({ key, text }) => (
            <li key={key}>{text}</li>
          ))}
          {last.went.map((line) => (
            <li key={line.version}>
              {line.name ? t('came.went_idea', { name: line.name }) : t('came.went_person')}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

/** "5 ideas and 3 people came, 1 changed, 1 went" */
export function cameText({ came, changed, went }: Omit<Came, 'from'>): string {
  const of = (kind: string) => came.filter((line) => line.kind === kind).length
  const parts = [
    of('idea') > 0 && t('came.ideas', { n: of('idea') }),
    of('mark') > 0 && t('came.marks', { n: of('mark') }),
    of('choice') > 0 && t('came.choice'),
    of('commitment') > 0 && t('came.people', { n: of('commitment') }),
    of('task') > 0 && t('came.tasks', { n: of('task') }),
    changed.length > 0 && t('came.changed', { n: changed.length }),
    went.length > 0 && t('came.went', { n: went.length }),
  ].filter((part) => part !== false)
  return parts.join(', ')
}

/** Each difference in a line of its own: "Boomgaard: van plaats 2 naar 1". */
export function changeTexts(shown: Dossier, change: Change): string[] {
  const { line } = change
  const found = differences(change)
  const became = line.kind === 'choice' && (found.length === 0 || found[0]?.field === 'chosen')
  const texts = found.filter(({ field }) => field !== 'chosen').flatMap((one) => fieldText(shown, line.name, one) ?? [])
  if (became) {
    const name = line.name || t('came.none')
    texts.unshift(t(line.outcome === 'open' ? 'came.choice_open' : 'came.choice_now', { name }))
    if (change.was?.kind === 'choice' && change.was.outcome !== 'open' && found.length > 0)
      texts.splice(1, 0, t('came.choice_was', { what: choiceText(shown, change.was) }))
  }
  return texts.length > 0 ? texts : [t('came.words', { name: line.name })]
}

/** Undefined where another line says it. */
function fieldText(shown: Dossier, name: string, { field, was, now }: FieldOfChange): string | undefined {
  if (was.kind === 'idea' && now.kind === 'idea') {
    if (field === 'name') return t('came.named', { was: was.name, name: now.name })
    if (field === 'place')
      return now.place === 0 ? t('came.not_first', { name }) : t('came.place', { name, was: was.place, now: now.place })
    // One that is not among the first has neither.
    if (now.place === 0 && was.place > 0 && (field === 'votes' || field === 'hands')) return undefined
    if (field === 'votes') return t('came.votes', { name, was: was.votes, now: now.votes })
  }
  if (was.kind === 'mark' && now.kind === 'mark')
    return t('came.group', { name, was: groupText(was) ?? t('kept.empty'), now: groupText(now) ?? t('kept.empty') })
  const said = (entry: typeof was) => valueText(shown, entry, field)
  if (now.kind === 'choice' && field === 'method') return t('came.method', { was: said(was), now: said(now) })
  return t('came.field', {
    name: now.kind === 'choice' ? t('kept.the_choice') : name,
    field: t(`entry.${now.kind}.${field}` as 'entry.idea.about'),
    was: said(was),
    now: said(now),
  })
}

function valueText(shown: Dossier, entry: NonNullable<Change['was']>, field: string): string {
  if (entry.kind === 'choice' && field === 'method') return t(`method.${entry.method}`)
  if (entry.kind === 'commitment' && field === 'idea') return ideaName(shown, entry.idea)
  const value = (entry as unknown as Readonly<Record<string, Value>>)[field] ?? ''
  return shownValue(entry.kind, field, value) || t('kept.empty')
}
