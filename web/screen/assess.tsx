import { averageOf, countsText, scoreColours, tenthsText } from '../shared/scores.ts'
import { t } from '../text/screen.ts'
import { colorStyle } from '../ui/draw/color.ts'
import { FactorSign } from '../ui/draw/factor-sign.tsx'
import { Spread } from '../ui/spread.tsx'
import { type AssessRow, type AssessView, assessView } from './assess-view.ts'
import { FitText } from './fit-text.tsx'
import { Head } from './head.tsx'
import { Label } from './label.tsx'
import { Meadow } from './meadow.tsx'
import type { Source } from './source.ts'
import './assess.css'

/** How many filled in everything; once it is closed what the group gave. */
export function Assess({ source }: { source: Source }) {
  const view = assessView(source)
  if (!view) return <Head title={t('assess.title')} says={t('assess.none')} />
  if (!view.closed)
    return (
      <>
        <Meadow flowers={view.answered} />
        <Head title={view.title || t('assess.title')} says={t('assess.says')} />
        <div class="tallyless">
          <p class="tallyless__number even-figures">{view.answered}</p>
          <p class="tallyless__words">{t('assess.of', { n: view.seats })}</p>
        </div>
      </>
    )
  return (
    <>
      <Head
        title={t(view.scale === 'points' ? 'assess.gave' : 'assess.differ')}
        says={t(view.scale === 'points' ? 'assess.gave_says' : 'assess.differ_says')}
      />
      {view.scale === 'points' ? <Points view={view} /> : <Colours view={view} />}
    </>
  )
}

function Points({ view }: { view: AssessView }) {
  return (
    <table class="scores" style={{ '--rows': view.rows.length + 1 }}>
      <thead>
        <tr>
          <td />
          {view.criteria.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {view.rows.map((row) => (
          <tr key={row.id} style={colorStyle(row.color)}>
            <th scope="row">
              <span class="scores__name">
                <Label letter={row.letter} color={row.color} size={6.4} onTint />
                <span class="scores__title">{row.title}</span>
              </span>
            </th>
            {row.cells.map((counts, criterion) => (
              <td key={criterion}>
                <span class="scores__cell">
                  <b class="even-figures">{averageShown(counts)}</b>
                  <Spread scale="points" counts={counts} />
                </span>
                <span class="visually-hidden">{countsText('points', counts)}</span>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function averageShown(counts: readonly number[]): string {
  const average = averageOf(counts)
  return average === undefined ? '–' : tenthsText(Math.round(average * 10))
}

function Colours({ view }: { view: AssessView }) {
  return (
    <ol class="factors" style={{ '--rows': Math.max(view.rows.length, 5) }}>
      {view.rows.map((row) => (
        <Factor key={row.id} row={row} />
      ))}
    </ol>
  )
}

function Factor({ row }: { row: AssessRow }) {
  const counts = row.cells[0] ?? []
  return (
    <li class="factors__one">
      <FitText as="h2" class="factors__title" max={5} min={3.75}>
        {row.title}
      </FitText>
      {scoreColours.map((colour, index) => (
        <p key={colour} class={counts[index] ? 'factors__count' : 'factors__count factors__count--none'}>
          <FactorSign colour={colour} />
          {t(`assess.n_${colour}`, { n: counts[index] ?? 0 })}
        </p>
      ))}
      <p class="factors__verdict">
        {row.verdict === 'open' ? (
          t('assess.table_open')
        ) : (
          <>
            <FactorSign colour={row.verdict} /> <b>{t(`assess.word_${row.verdict}`)}</b>
          </>
        )}
      </p>
    </li>
  )
}
