import type { ComponentChildren } from 'preact'
import { t } from '../text/screen.ts'
import { SceneGround } from '../ui/draw/scene-plant.tsx'
import { Scene, sceneWidth } from './scene.tsx'
import { ground } from './source.ts'
import { SunPath } from './sun.tsx'
import type { TimeLeft } from './time.ts'

const groundY = 798

/** Ground with what grows on it, and the sun on its way while there is a timer. */
export function SunnyScene({ time, children }: { time: TimeLeft | undefined; children?: ComponentChildren }) {
  const width = sceneWidth.value
  return (
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
      {children}
    </Scene>
  )
}
