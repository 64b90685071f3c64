import { useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { averageText, countsText, scoreColours } from '../../shared/scores.ts'
import type { Outcome } from '../../shared/session-link.ts'
import { t } from '../../text/matrix.ts'
import { FactorSign } from '../../ui/draw/factor-sign.tsx'
import { Icon } from '../../ui/draw/icon.tsx'
import { LetterChip } from '../../ui/draw/plant-label.tsx'
import { Spread } from '../../ui/spread.tsx'
import type { Room } from '../room.ts'
import { RoomWords } from '../room-words.tsx'
import { refusalText } from '../say.ts'
import './matrix.css'
import { type Scale, type ScoreCell, type ScoreSubject, scoreView } from './matrix-view.ts'

/** What fits how well: one tap for each cell, which may be changed until it is closed. */
export function AssessScreen({ room, later }: { room: Room; later: ComponentChildren }) {
  const view = scoreView(room)
  const problem = useSignal<string | undefined>(undefined)
  if (!view)
    return (
      <>
        <h1 tabIndex={-1}>{t('assess.title')}</h1>
        <p>{t('assess.none')}</p>
        {later}
      </>
    )
  const heard = (outcome: Outcome) => {
    problem.value = refusalText(outcome)
  }
  const left = view.cells - view.filled
  return (
    <>
      <div>
        <h1 tabIndex={-1}>{t(view.closed ? 'assess.gave' : 'assess.title')}</h1>
        <p class="quiet">{t(view.closed ? 'assess.gave_body' : `assess.body_${view.scale}`)}</p>
      </div>
      {!view.closed && (
        <p class="assess-progress even-figures" role="status">
          <progress max={view.cells} value={view.filled} aria-hidden="true" />
          {left === 0 ? t('assess.all') : t('assess.left', { n: left })}
          {view.kept > 0 && ` ${t('assess.on_phone')}`}
        </p>
      )}
      {problem.value && (
        <p class="problem" role="alert">
          {problem.value}
        </p>
      )}
      {view.subjects.map((subject) => (
        <Subject key={subject.group} subject={subject} scale={view.scale} onOutcome={heard} />
      ))}
      {later}
      {!view.closed && (
        <p class="foot">
          <Icon name="lock" size="1.5rem" />
          <span>{t('assess.secret')}</span>
        </p>
      )}
    </>
  )
}

function Subject(props: { subject: ScoreSubject; scale: Scale; onOutcome: (outcome: Outcome) => void }) {
  const { subject, scale, onOutcome } = props
  return (
    <section class="assess-subject">
      <h2>
        <LetterChip letter={subject.letter} color={subject.color} /> <RoomWords>{subject.title}</RoomWords>
      </h2>
      {subject.about !== '' && (
        <p class="quiet">
          <RoomWords>{subject.about}</RoomWords>
        </p>
      )}
      {subject.cells.map((cell) => (
        <Cell key={cell.criterion} title={subject.title} cell={cell} scale={scale} onOutcome={onOutcome} />
      ))}
      {subject.verdict !== 'open' && (
        <p class="assess-verdict">
          <FactorSign colour={subject.verdict} />
          <span>
            <b>{t('assess.table', { colour: t(`colour.${subject.verdict}`) })}</b> {subject.note}
          </span>
        </p>
      )}
    </section>
  )
}

function Cell(props: {
  title: string
  cell: ScoreCell
  scale: Scale
  onOutcome: (outcome: Outcome) => void
}) {
  const { title, cell, scale, onOutcome } = props
  const name = cell.name || title
  if (cell.counts)
    return (
      <div class="assess-cell">
        {cell.name !== '' && <h3>{cell.name}</h3>}
        <Spread scale={scale} counts={cell.counts} />
        <p class="quiet even-figures">{countsText(scale, cell.counts)}</p>
        {scale === 'points' && <p class="even-figures">{averageText(cell.counts)}</p>}
      </div>
    )
  const give = cell.give
  return (
    <fieldset class="assess-cell">
      <legend>
        {cell.name === '' ? <span class="visually-hidden">{title}</span> : cell.name}
        {cell.question !== '' && <span class="quiet">{cell.question}</span>}
      </legend>
      {scale === 'points' ? (
        <div class="assess-points">
          {[1, 2, 3, 4, 5].map((score) => (
            <button
              key={score}
              type="button"
              class="assess-point"
              disabled={!give}
              aria-pressed={cell.mine === score}
              aria-label={t('assess.point', { n: score, name, title })}
              onClick={() => void give?.(score).then(onOutcome)}
            >
              {score}
            </button>
          ))}
          <span class="assess-end">{t('assess.worst')}</span>
          <span class="assess-end assess-best">{t('assess.best')}</span>
        </div>
      ) : (
        <div class="assess-colours">
          {scoreColours.map((colour, index) => (
            <button
              key={colour}
              type="button"
              class={`assess-colour assess-${colour}`}
              disabled={!give}
              aria-pressed={cell.mine === index + 1}
              aria-label={`${t(`colour.${colour}`)}: ${title}`}
              onClick={() => void give?.(index + 1).then(onOutcome)}
            >
              <FactorSign colour={colour} />
              {t(`colour.${colour}`)}
            </button>
          ))}
        </div>
      )}
    </fieldset>
  )
}
