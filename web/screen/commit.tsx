import { Head } from './head.tsx'
import { SceneGround, ScenePlant } from '../ui/draw/scene-plant.tsx'
import { t } from '../text/screen.ts'
import { type CommitStem, commitView } from './commit-view.ts'
import { FitText } from './fit-text.tsx'
import { Label } from './label.tsx'
import { Scene, sceneWidth, vh } from './scene.tsx'
import { ground, type Source } from './source.ts'

export function Commit({ source }: { source: Source }) {
  const width = sceneWidth.value
  const view = commitView(source, width)
  const groundY = view.ground
  return (
    <>
      <Scene>
        <SceneGround {...ground(width)} y={groundY} />
        {view.stems.map((stem) => (
          <ScenePlant
            key={`${stem.id}-${stem.people}-${stem.lead}`}
            x={stem.x}
            ground={groundY}
            height={stem.height}
            variant={stem.id}
            top={stem.lead ? 'flower' : 'bud'}
            topScale={stem.lead ? 1.75 : 1.4}
            grows
          />
        ))}
      </Scene>
      <Head title={heading(view.withLead, view.stems.length)} says={t('commit.question')} />
      <ol class="commitments">
        {view.stems.map((stem) => (
          <Stand key={stem.id} stem={stem} top={groundY + 16} />
        ))}
      </ol>
    </>
  )
}

function Stand({ stem, top }: { stem: CommitStem; top: number }) {
  return (
    <li
      class="commitments__one"
      style={{ left: vh(stem.x - stem.width / 2), width: vh(stem.width), top: vh(top) }}
    >
      <div class="commitments__name">
        <Label letter={stem.letter} color={stem.color} size={7} />
        <FitText as="b" class="commitments__title" max={4.5} min={3.75}>
          {stem.title}
        </FitText>
      </div>
      <p class={stem.lead ? 'commitments__state' : 'commitments__state commitments__state--open'}>
        {stem.lead ? t('commit.lead') : t('commit.nolead')}
      </p>
      <p class="commitments__people">
        {stem.people === 0 ? t('commit.nobody') : t('commit.people', { n: stem.people })}
      </p>
    </li>
  )
}

function heading(lead: number, total: number): string {
  if (total === 0) return t('commit.question')
  if (lead === total) return t('commit.all', { total })
  return lead === 1 ? t('commit.title_one', { total }) : t('commit.title', { lead, total })
}
