import { t } from '../../../text/desk.ts'
import { language } from '../../../text/language.ts'
import { longDate } from '../../dates.ts'
import { type Dossier, first, sessionNameOf } from '../dossier-view.ts'
import { FactorSign } from '../../../ui/draw/factor-sign.tsx'
import { groupText } from '../group-text.ts'
import { ideaTitle, matrixView } from './choice-view.ts'
import './printed-choice.css'

/** Step 3 on A4, the long way: only on paper. */
export function PrintedChoice({ shown }: { shown: Dossier }) {
  const view = matrixView(shown, new Set())
  const decider = first(shown, 'decider')?.entry
  const choice = first(shown, 'choice')?.entry
  const names = view.columns
    .filter(({ id }) => id === choice?.idea || id === choice?.combined_with)
    .map(({ entry }) => ideaTitle(entry))
  return (
    <section class="printed printed-choice" aria-hidden="true">
      <h1>{first(shown, 'place')?.entry.name}</h1>
      <p class="printed__lead">
        {t('step.choice')}. {decider && t(`decides.${decider.who}`)}
      </p>
      <p>{t('print.made', { date: longDate(Date.now(), language.value) })}</p>
      {choice && choice.outcome !== 'open' && (
        <>
          <h2>
            {choice.outcome === 'none'
              ? t('choice.none_chosen')
              : t('choice.title', { idea: names.join(' + ') })}
          </h2>
          <p class="printed__text">{choice.reason}</p>
          {choice.concerns !== '' && <p class="printed__text">{choice.concerns}</p>}
          <p>
            {[
              t(`method.${choice.method}`),
              choice.decided_by,
              choice.decided_on && longDate(choice.decided_on, language.value),
            ]
              .filter(Boolean)
              .join(', ')}
          </p>
        </>
      )}
      <table>
        <thead>
          <tr>
            <td />
            {view.columns.map(({ id, entry }) => (
              <th key={id} scope="col">
                {ideaTitle(entry)}
                {sessionNameOf(shown, entry.session) && <small>{sessionNameOf(shown, entry.session)}</small>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {view.rows.map((criterion) => (
            <tr key={criterion.id}>
              <th scope="row">{criterion.entry.name}</th>
              {view.columns.map((idea) => {
                const mark = view.mark(idea.id, criterion.id)?.entry
                const colour = mark?.colour ?? 'open'
                return (
                  <td key={idea.id}>
                    <FactorSign colour={colour} /> {mark?.summary || t(`fit.${colour}`)}
                    {mark && groupText(mark) && <small class="even-figures">{groupText(mark)}</small>}
                    {mark && mark.note !== '' && <small class="printed__text">{mark.note}</small>}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <p class="printed-choice__legend">
        {(['green', 'amber', 'red', 'open'] as const).map((colour) => (
          <span key={colour}>
            <FactorSign colour={colour} /> {t(`fit.${colour}`)}
          </span>
        ))}
      </p>
    </section>
  )
}
