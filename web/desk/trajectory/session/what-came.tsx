import type { EntryOf } from '../../../shared/trajectory.ts'
import { t } from '../../../text/desk.ts'
import { language } from '../../../text/language.ts'
import { clockTime, weekDay } from '../../dates.ts'
import type { Dossier } from '../dossier-view.ts'
import { type Change, type WhatCame as Came, whatCame } from './what-came-view.ts'

type Plan = EntryOf<'session_plan'>

/** What the sessions for this purpose brought the last time, and what that changed. */
export function WhatCame({ shown, purpose }: { shown: Dossier; purpose: Plan['purpose'] }) {
  const [last] = whatCame(shown, purpose)
  if (!last) return null
  const changed = last.changed.filter(({ line }) => line.kind !== 'mark')
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
          {changed.map((change) => (
            <li key={change.line.version}>{changeText(change)}</li>
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

function changeText({ line, was, now }: Change): string {
  const name = line.name
  if (line.kind === 'choice') return t(line.outcome === 'open' ? 'came.choice_open' : 'came.choice_now', { name: name || t('came.none') })
  if (!was || !now) return t('came.words', { name })
  if (now.place === 0) return t('came.not_first', { name })
  if (was.name !== now.name) return t('came.named', { was: was.name, name: now.name })
  if (was.place !== now.place) return t('came.place', { name, was: was.place, now: now.place })
  if (was.votes !== now.votes) return t('came.votes', { name, was: was.votes, now: now.votes })
  return t('came.words', { name })
}
