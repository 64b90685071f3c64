import { QrCode } from '../ui/qr-code.tsx'
import { t } from '../text/screen.ts'
import type { Corner, ScreenTimer } from './screen-view.ts'
import { SunDisc } from './sun.tsx'
import { timeLeft } from './time.ts'

/**
 * The late comer's corner: always there, always in the same place. The small sun stands beside it. At the close it leads to the
 * result, while something else than that stands on the screen.
 */
export function CornerSign(props: { corner?: Corner; results?: string; timer?: ScreenTimer; now: number }) {
  const { corner, results, timer, now } = props
  if (!corner && !timer && !results) return null
  return (
    <div class="corner">
      {timer && <SmallSun timer={timer} now={now} />}
      {corner && (
        <>
          <div class="corner__words">
            <p class="corner__says">{corner.locked ? t('corner.locked') : t('corner.join')}</p>
            <b class="corner__code">{corner.code}</b>
          </div>
          <div class="corner__qr">
            <QrCode text={corner.link} label={t('corner.qr')} />
          </div>
        </>
      )}
      {results && (
        <>
          <p class="corner__words corner__result">{t('corner.result')}</p>
          <div class="corner__qr">
            <QrCode text={results} label={t('close.results_qr')} />
          </div>
        </>
      )}
    </div>
  )
}

function SmallSun({ timer, now }: { timer: ScreenTimer; now: number }) {
  const time = timeLeft(timer, now)
  return (
    <div class="corner__sun">
      <svg viewBox="-190 -190 380 380" aria-hidden="true">
        <SunDisc
          x={0}
          y={0}
          text={time.text}
          note={time.state === 'paused' ? t('screen.paused') : undefined}
        />
      </svg>
    </div>
  )
}
