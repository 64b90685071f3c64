import { t } from '../text/screen.ts'
import { hourText } from '../ui/clock.ts'
import { SceneGround } from '../ui/draw/scene-plant.tsx'
import { FitText } from './fit-text.tsx'
import { Scene, sceneWidth } from './scene.tsx'
import type { ScreenView } from './screen-view.ts'
import { ground } from './source.ts'
import { SunPath } from './sun.tsx'
import { timeLeft } from './time.ts'

const groundY = 798

/** A talk with its question, or a break: large words, and the sun for the time that is left. */
export function Interlude({ view, now }: { view: ScreenView; now: number }) {
  const { kind, question, timer } = view
  const width = sceneWidth.value
  const time = timer && timeLeft(timer, now)
  const talk = kind === 'talk'
  const endsAt = timer?.state === 'running' && time?.state === 'running' ? timer.endsAt : undefined
  return (
    <>
      <Scene>
        {time && (
          <SunPath
            left={Math.round(width * 0.6)}
            right={width - 72}
            ground={groundY}
            elapsed={1 - time.left}
            text={time.state === 'up' ? t('screen.time_up') : time.text}
            note={time.state === 'paused' ? t('screen.paused') : undefined}
          />
        )}
        <SceneGround {...ground(width)} y={groundY} />
      </Scene>
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
