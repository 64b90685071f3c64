import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import { t } from '../../text/desk.ts'
import { SceneGround } from '../../ui/draw/scene-plant.tsx'
import { hashes } from '../route.ts'
import { stepNumber, steps } from './dossier-view.ts'
import { Pager } from './pager.tsx'
import { PlacePlant } from './place-plant.tsx'
import { countsByStep, pageOf, type PlaceRow } from './portfolio-view.ts'
import { alarmText, dueText, nextText } from './row-text.ts'

const stepHeight = 76
const topRoom = 34
const groundY = topRoom + stepHeight * steps.length
const labelWidth = 150
const slotWidth = 112
const mostShown = 10

/** The board by step: a place is a stem as high as its step. A screenful; the pager has the others. */
export function PortfolioField(props: {
  rows: readonly PlaceRow[]
  page: number
  onTurn: (page: number) => void
}) {
  const box = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(0)
  useLayoutEffect(() => {
    const measure = () => setWidth(box.current?.clientWidth ?? 0)
    measure()
    addEventListener('resize', measure)
    return () => removeEventListener('resize', measure)
  }, [])
  const counts = useMemo(() => countsByStep(props.rows), [props.rows])
  const countOf = (step: (typeof steps)[number]) => counts.get(step) ?? 0
  const narrow = width < 560
  const left = narrow ? 34 : labelWidth
  const fits = Math.max(2, Math.min(mostShown, Math.floor((width - left) / (narrow ? 96 : slotWidth))))
  const view = pageOf(props.rows, props.page, fits)
  const slot = Math.min((width - left) / Math.max(1, view.rows.length), 180)
  return (
    <div class="meadow portfolio-field" ref={box}>
      {width > 0 && (
        <>
          <svg
            class="meadow__field"
            viewBox={`0 0 ${width} ${groundY + 8}`}
            role="img"
            aria-label={`${t('portfolio.drawn')} ${steps
              .map((step, i) =>
                t('portfolio.drawn_step', { step: `${i + 1}. ${t(`step.${step}`)}`, n: countOf(step) }),
              )
              .join(' ')}`}
          >
            {steps.map((step) => {
              const number = stepNumber(step)
              const y = groundY - (number - 1) * stepHeight
              return (
                <g key={step}>
                  {number > 1 && (
                    <path
                      class="meadow__mark"
                      d={`M0 ${y}C${width * 0.3} ${y - 2} ${width * 0.6} ${y + 2} ${width} ${y}`}
                    />
                  )}
                  <text class="portfolio-field__number" x="0" y={y - stepHeight / 2 + (narrow ? 0 : 3)}>
                    {number}
                  </text>
                  {!narrow &&
                    twoLines(t(`step.${step}`)).map((line, i) => (
                      <text key={line} class="meadow__word" x="27" y={y - stepHeight / 2 - 11 + i * 19}>
                        {line}
                      </text>
                    ))}
                  <text
                    class="meadow__word portfolio-field__count"
                    x={narrow ? 0 : 27}
                    y={y - stepHeight / 2 + (narrow ? 20 : 27)}
                  >
                    {narrow ? `${countOf(step)}×` : t('portfolio.step_count', { n: countOf(step) })}
                  </text>
                </g>
              )
            })}
            <SceneGround left={2} right={width - 2} y={groundY} />
            {view.rows.map((row, i) => (
              <PlacePlant
                key={row.id}
                row={row}
                x={Math.round(left + (i + 0.5) * slot)}
                ground={groundY}
                stepHeight={stepHeight}
                variant={i + 1}
              />
            ))}
          </svg>
          <ul class="meadow__names portfolio-field__names" style={{ paddingInlineStart: `${left}px` }}>
            {view.rows.map((row) => {
              const alarm = alarmText(row)
              return (
                <li key={row.id} style={{ width: `${slot}px` }}>
                  <a href={hashes.trajectory(row.id)}>{row.place}</a>
                  {alarm && <strong class="quiet-sign">{alarm}</strong>}
                  <span class="portfolio-field__next">{nextText(row)}</span>
                  <span>{dueText(row)}</span>
                  <span>{row.next_who || row.facilitator}</span>
                  <span class="visually-hidden">
                    {t('portfolio.in_step', { n: stepNumber(row.step), step: t(`step.${row.step}`) })}
                  </span>
                </li>
              )
            })}
          </ul>
          {view.pages > 1 && (
            <p class="quiet-words portfolio-field__part">
              {t('portfolio.part', { n: view.rows.length, total: props.rows.length })}
            </p>
          )}
          <Pager view={view} total={props.rows.length} onTurn={props.onTurn} />
        </>
      )}
    </div>
  )
}

function twoLines(name: string): string[] {
  const at = name.indexOf(' & ')
  return at < 0 ? [name] : [name.slice(0, at + 2), name.slice(at + 3)]
}
