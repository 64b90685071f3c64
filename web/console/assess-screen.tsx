import { useEffect, useState } from 'preact/hooks'
import { averageText, countsText, scoreColours } from '../shared/scores.ts'
import { t } from '../text/console.ts'
import { Button } from '../ui/button.tsx'
import { FactorSign } from '../ui/draw/factor-sign.tsx'
import { PlantLabel } from '../ui/draw/plant-label.tsx'
import { Spread } from '../ui/spread.tsx'
import { TextField } from '../ui/text-field.tsx'
import { type AssessRow, type AssessView, assessView } from './assess-view.ts'
import { useConsole } from './console-session.ts'
import { SeatPlant } from './seat-plant.tsx'
import './assess.css'
import './vote.css'

/** Who still fills in, never what; after it is closed what the group gave, and what the table says. */
export function AssessScreen() {
  const { picture, send } = useConsole()
  const view = assessView(picture.value, send)
  if (!view) return <p class="work-empty">{t('assess.none')}</p>
  return view.closed ? <Given view={view} /> : <Open view={view} />
}

function Open({ view }: { view: AssessView }) {
  const [asking, setAsking] = useState(false)
  return (
    <div class="vote">
      <section class="vote-seats" aria-labelledby="assess-sentence">
        <p class="vote-sentence" id="assess-sentence">
          <b>{view.sentence}</b> {t('assess.secret')}
        </p>
        {view.seats.length === 0 ? (
          <p class="work-empty">{t('vote.nobody')}</p>
        ) : (
          <ul class="seats">
            {view.seats.map((seat, i) => (
              <li key={seat.id} class={`seat seat-${seat.state}`}>
                <SeatPlant state={seat.state} growth={seat.growth} variant={i} />
                <b>{seat.name}</b>
                <small>{seat.note}</small>
              </li>
            ))}
          </ul>
        )}
      </section>
      <section class="panel">
        <h2>{t('assess.close_title')}</h2>
        <p>{t('assess.close_body')}</p>
        <div class="panel-end">
          {asking && <p role="status">{t('assess.ask', { sentence: view.sentence })}</p>}
          {view.close && (
            <Button
              kind="primary"
              wide
              onClick={() => (view.few && !asking ? setAsking(true) : view.close?.(true))}
            >
              {t(asking ? 'assess.close_anyway' : 'assess.close')}
            </Button>
          )}
          {asking && (
            <Button kind="quiet" wide onClick={() => setAsking(false)}>
              {t('word.cancel')}
            </Button>
          )}
        </div>
      </section>
    </div>
  )
}

function Given({ view }: { view: AssessView }) {
  return (
    <div class="assess">
      <p class="boards-sentence">
        <b>{t(view.scale === 'points' ? 'assess.gave' : 'assess.differ')}</b>{' '}
        {view.scale === 'colours' && t('assess.undecided', { n: view.undecided })}
      </p>
      {view.scale === 'points' ? (
        <table class="assess-table">
          <thead>
            <tr>
              <td />
              {view.criteria.map(({ name }) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {view.rows.map((row) => (
              <tr key={row.id}>
                <th scope="row">
                  <PlantLabel letter={row.letter} color={row.color} size="2.5rem" icon={false} /> {row.title}
                </th>
                {row.cells.map((counts, criterion) => (
                  <td key={criterion}>
                    <Spread scale="points" counts={counts} />
                    <b>{averageText(counts)}</b>
                    <small>{countsText('points', counts)}</small>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      ) : (
        <ul class="assess-subjects">
          {view.rows.map((row) => (
            <Decided key={row.id} row={row} />
          ))}
        </ul>
      )}
      {view.close && (
        <Button kind="quiet" onClick={() => view.close?.(false)}>
          {t('assess.reopen')}
        </Button>
      )}
    </div>
  )
}

/** What differs, and what the table says of it. */
function Decided({ row }: { row: AssessRow }) {
  const [words, setWords] = useState<string>()
  /** What was tapped and is still on its way: who types the reason at once means that. */
  const [tapped, setTapped] = useState<AssessRow['verdict']>()
  const note = words ?? row.note
  const verdict = tapped ?? row.verdict
  const decide = row.decide
  useEffect(() => setTapped(undefined), [row.verdict])
  const say = async (now: AssessRow['verdict']) => {
    setTapped(now)
    const outcome = await decide?.(now, note.trim())
    if (!outcome?.ok) setTapped(undefined)
  }
  const keep = async () => {
    if (words === undefined || words.trim() === row.note) return setWords(undefined)
    const outcome = await decide?.(verdict, words.trim())
    if (outcome?.ok) setWords(undefined)
  }
  return (
    <li class="assess-decided">
      <div>
        <h3>
          {row.letter}. {row.title}
        </h3>
        {row.about !== '' && <p class="panel-hint">{row.about}</p>}
      </div>
      <div>
        <Spread scale="colours" counts={row.cells[0] ?? []} />
        <p>{countsText('colours', row.cells[0] ?? [])}</p>
      </div>
      {decide && (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as the other two
        <div role="group" aria-label={t('assess.table_says', { title: row.title })}>
          <div class="assess-verdicts">
            {scoreColours.map((colour) => (
              <button
                key={colour}
                type="button"
                class={`assess-verdict assess-verdict--${colour}`}
                aria-pressed={verdict === colour}
                onClick={() => void say(verdict === colour ? 'open' : colour)}
              >
                <FactorSign colour={colour} />
                {t(`assess.word_${colour}`)}
              </button>
            ))}
          </div>
          <form
            noValidate
            onSubmit={(event) => {
              event.preventDefault()
              void keep()
            }}
            onFocusOut={() => void keep()}
          >
            <TextField
              label={t('assess.note')}
              optional
              max={200}
              value={note}
              onInput={setWords}
              onEnter={() => void keep()}
            />
          </form>
        </div>
      )}
    </li>
  )
}
