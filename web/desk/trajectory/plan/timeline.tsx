import { t } from '../../../text/desk.ts'
import { language } from '../../../text/language.ts'
import type { EntryOf } from '../../../shared/trajectory.ts'
import type { OneOf } from '../dossier-view.ts'
import { focusEntry } from '../focus-entry.ts'
import { spanText } from './planning.tsx'
import { type Bar, timelineOf } from './timeline-view.ts'

const width = 760
const top = 30
const row = 34
const textRoom = 190

/** Bars over months. Each is a button that opens its line; the list below is its twin in words. */
export function TimelineDrawing(props: {
  activities: readonly OneOf<'activity'>[]
  plan: EntryOf<'plan'> | undefined
}) {
  const { activities, plan } = props
  const line = timelineOf(activities, plan)
  if (!line) return null
  const height = top + line.bars.length * row + 8
  const x = (part: number) => 4 + part * (width - 8)
  const today = line.at(new Date().toISOString().slice(0, 10))
  const names = new Map(activities.map(({ id, entry }) => [id, entry]))
  const [from, until] = [plan?.starts_on && line.at(plan.starts_on), plan?.ends_on && line.at(plan.ends_on)]
  return (
    <div class="timeline">
      <p class="section-lead">{t('planning.lead')}</p>
      {/* biome-ignore lint/a11y/useSemanticElements: a drawing with buttons in it */}
      <svg viewBox={`0 0 ${width} ${height}`} role="group" aria-label={t('planning.drawn')}>
        {typeof from === 'number' && typeof until === 'number' && (
          <rect class="timeline__plan" x={x(from)} y={top - 6} width={x(until) - x(from)} height={height - top} />
        )}
        {line.months.map(({ date, at }) => (
          <g key={date} class="timeline__month">
            <path d={`M${x(at)} ${top - 8}V${height - 4}`} />
            <text x={x(at) + 4} y={18}>
              {monthText(date, at === 0)}
            </text>
          </g>
        ))}
        {today !== undefined && (
          <g class="timeline__today">
            <path d={`M${x(today)} ${top - 8}V${height - 2}`} />
          </g>
        )}
        {line.bars.map((bar, i) => (
          <BarButton key={bar.id} bar={bar} entry={names.get(bar.id)} x={x} y={top + i * row} />
        ))}
      </svg>
    </div>
  )
}

function BarButton(props: {
  bar: Bar
  entry: EntryOf<'activity'> | undefined
  x: (part: number) => number
  y: number
}) {
  const { bar, entry, x, y } = props
  if (!entry) return null
  const open = () => focusEntry(`entry-${bar.id}`)
  const [left, right] = [x(bar.from), x(bar.from + bar.width)]
  // Beside the bar where there is room, else before it.
  const isBefore = right + textRoom > width && left > textRoom
  const isInside = right + textRoom > width && !isBefore
  return (
    // biome-ignore lint/a11y/useSemanticElements: a button cannot stand in a drawing
    <g
      class="timeline__bar"
      role="button"
      tabindex={0}
      aria-label={`${entry.what}, ${spanText(entry)}`}
      onClick={open}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return
        event.preventDefault()
        open()
      }}
    >
      <rect class="timeline__touch" x={left - 4} y={y - 2} width={right - left + 8} height={row - 2} rx="6" />
      <path
        class={`timeline__work timeline__work--${entry.sort}`}
        d={`M${left} ${y + 5}C${left + 3} ${y + 3} ${right - 3} ${y + 4} ${right} ${y + 5}V${y + 23}C${right - 3} ${y + 25} ${left + 3} ${y + 24} ${left} ${y + 23}Z`}
      />
      <text
        class={isInside ? 'timeline__inside' : ''}
        x={isBefore ? left - 7 : isInside ? left + 8 : right + 7}
        y={y + 19}
        text-anchor={isBefore ? 'end' : 'start'}
      >
        {entry.what.length > 26 ? `${entry.what.slice(0, 25)}…` : entry.what}
      </text>
    </g>
  )
}

function monthText(date: string, withYear: boolean): string {
  const isFirst = date.slice(5, 7) === '01'
  return new Date(`${date}T12:00:00`).toLocaleDateString(language.value === 'en' ? 'en-GB' : 'nl', {
    month: 'short',
    ...(withYear || isFirst ? { year: '2-digit' as const } : {}),
  })
}
