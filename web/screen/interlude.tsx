import { t } from '../text/screen.ts'
import { hourText } from '../ui/clock.ts'
import { FitText } from './fit-text.tsx'
import type { ScreenView } from './screen-view.ts'
import { SunnyScene } from './sunny-scene.tsx'
import { timeLeft } from './time.ts'

/** A talk with its question, or a break: large words, and the sun for the time that is left. */
export function Interlude({ view, now }: { view: ScreenView; now: number }) {
  const { kind, question, timer } = view
  const time = timer && timeLeft(timer, now)
  const talk = kind === 'talk'
  const endsAt = timer?.state === 'running' && time?.state === 'running' ? timer.endsAt : undefined
  return (
    <>
      <SunnyScene time={time} />
      <div class={time ? 'silent silent--timed' : 'silent'}>
        <FitText as="h1" class="silent__question" max={11.6} min={5.2}>
          {talk ? question || t('talk.title') : t('round.break')}
        </FitText>
        {talk && question !== '' && <p class="body">{t('talk.title')}.</p>}
        {endsAt !== undefined && (
          <p class="body even-figures">
            {t(talk ? 'talk.until' : 'break.until', { time: hourText(endsAt) })}
          </p>
        )}
      </div>
    </>
  )
}
