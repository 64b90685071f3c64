import { useState } from 'preact/hooks'
import { t } from '../../../text/desk.ts'
import { language } from '../../../text/language.ts'
import type { Entry, ListedEntry } from '../../../shared/trajectory.ts'
import { Button } from '../../../ui/button.tsx'
import { Spinner } from '../../../ui/spinner.tsx'
import { longDate } from '../../dates.ts'
import { ask } from '../../store.ts'
import { all, type Dossier, type OneOf, organiserName } from '../dossier-view.ts'
import { shownValue } from '../entry-form.tsx'
import { moneyText } from '../money-view.ts'
import { type Changes, changesSince, isNothing } from './changes-view.ts'

/** Each time the plan was marked ready, and what is different since. */
export function Versions({ shown }: { shown: Dossier }) {
  const versions = all(shown, 'plan_version').sort((a, b) => b.entry.number - a.entry.number)
  return (
    <section aria-labelledby="versions-title">
      <h2 id="versions-title">{t('versions.title')}</h2>
      {versions.length === 0 && <p class="section-lead">{t('versions.none')}</p>}
      <ol class="plan-versions">
        {versions.map((one) => (
          <VersionLine key={one.id} shown={shown} one={one} />
        ))}
      </ol>
    </section>
  )
}

type Then = 'closed' | 'loading' | 'failed' | readonly ListedEntry[]

function VersionLine({ shown, one }: { shown: Dossier; one: OneOf<'plan_version'> }) {
  const [then, setThen] = useState<Then>('closed')
  const n = one.entry.number
  const compare = async () => {
    if (typeof then !== 'string') return setThen('closed')
    setThen('loading')
    const reply = await ask('GET /api/trajectories/ID', undefined, {
      id: shown.id,
      query: `?version=${one.version}`,
    })
    setThen(reply.ok ? reply.body.entries : 'failed')
  }
  return (
    <li>
      <p>
        {t('versions.line', {
          n,
          date: longDate(one.at, language.value),
          name: organiserName(shown, one.by),
        })}
      </p>
      <button
        type="button"
        class="link-button"
        aria-expanded={typeof then !== 'string'}
        onClick={() => void compare()}
      >
        {t('versions.compare', { n })}
      </button>
      {then === 'loading' && <Spinner label={t('versions.loading', { n })} />}
      {then === 'failed' && (
        <p role="alert">
          {t('versions.failed')} <Button onClick={() => void compare()}>{t('word.again')}</Button>
        </p>
      )}
      {typeof then !== 'string' && <Differences n={n} changes={changesSince(then, shown.entries.values())} />}
    </li>
  )
}

function Differences({ n, changes }: { n: number; changes: Changes }) {
  if (isNothing(changes)) return <p role="status">{t('versions.same', { n })}</p>
  const money = (cents: number) => moneyText(Math.abs(cents), language.value)
  return (
    <div class="plan-changes" role="status">
      {changes.costs !== 0 && (
        <p>
          <strong>
            {t(changes.costs > 0 ? 'versions.costs_more' : 'versions.costs_less', {
              amount: money(changes.costs),
            })}
          </strong>
        </p>
      )}
      {changes.covers !== 0 && (
        <p>
          <strong>
            {t(changes.covers > 0 ? 'versions.covers_more' : 'versions.covers_less', {
              amount: money(changes.covers),
            })}
          </strong>
        </p>
      )}
      <ul>
        {changes.added.map((entry) => (
          <li key={`added ${titleOf(entry)}`}>{t('versions.added', { what: titleOf(entry) })}</li>
        ))}
        {changes.changed.map(({ entry, fields }) => (
          <li key={`changed ${titleOf(entry)}`}>
            {t('versions.changed', { what: titleOf(entry) })}
            <ul>
              {fields.map(({ field, was, now }) => (
                <li key={field}>
                  {t('versions.from_to', {
                    field: t(`entry.${entry.kind}.${field}` as 'entry.plan.spot'),
                    was: shownValue(entry.kind, field, was) || t('versions.empty'),
                    now: shownValue(entry.kind, field, now) || t('versions.empty'),
                  })}
                </li>
              ))}
            </ul>
          </li>
        ))}
        {changes.gone.map((entry) => (
          <li key={`gone ${titleOf(entry)}`}>{t('versions.gone', { what: titleOf(entry) })}</li>
        ))}
      </ul>
    </div>
  )
}

function titleOf(entry: Entry): string {
  const kind = t(`kind.${entry.kind}`)
  return 'what' in entry ? `${kind}, ${entry.what}` : kind
}
