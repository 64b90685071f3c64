import { scoreColours, type Scale } from '../shared/scores.ts'
import { FactorSign } from './draw/factor-sign.tsx'
import './spread.css'

/** How often each score was given: one stem for each, as high as its count, which stands on it. */
export function Spread({ scale, counts }: { scale: Scale; counts: readonly number[] }) {
  const most = Math.max(1, ...counts)
  return (
    <div class={`spread spread--${scale}`} aria-hidden="true">
      {counts.map((count, index) => (
        <span key={index} class={count === 0 ? 'spread__one spread__one--none' : 'spread__one'}>
          <b>{count > 0 ? count : ''}</b>
          <i
            class={scale === 'colours' ? `spread__bar spread__bar--${scoreColours[index]}` : 'spread__bar'}
            style={{ blockSize: `${(100 * count) / most}%` }}
          />
          <small>
            {scale === 'colours' ? <FactorSign colour={scoreColours[index] ?? 'open'} /> : index + 1}
          </small>
        </span>
      ))}
    </div>
  )
}
