import { Head } from './head.tsx'
import { SceneGround, ScenePlant, SceneSeed } from '../ui/draw/scene-plant.tsx'
import { t } from '../text/screen.ts'
import { Scene, sceneWidth } from './scene.tsx'
import { ground, type Source } from './source.ts'
import { SunDisc } from './sun.tsx'
import { type VoteView, voteView } from './vote-view.ts'

const groundY = 1000

export function Vote(props: { source: Source; now: number; tied?: number }) {
  const { source, now, tied } = props
  const width = sceneWidth.value
  const view = voteView(source, width, now)
  if (!view) {
    return <Head title={t('vote.title')} says={t('vote.soon')} />
  }
  const closing = view.closesIn !== undefined
  return (
    <>
      <Scene>
        <SceneGround {...ground(width)} y={groundY} />
        {view.stems.map((stem) => (
          <ScenePlant key={stem.x} {...stem} ground={groundY} top="bud" grows />
        ))}
        {view.emptyAt.map((x, i) => (
          <SceneSeed key={x} x={x} y={groundY - 26} turn={((i * 41) % 30) - 15} size={2.5} empty />
        ))}
        {closing && <SunDisc x={width - 300} y={430} text={`${view.closesIn}`} />}
      </Scene>
      <Head title={heading(view, tied)} says={rule(view, tied)} />
      <div class="tallyless">
        <p class="tallyless__number even-figures">{view.voted}</p>
        <p class="tallyless__words">{t('vote.of', { n: view.seats })}</p>
      </div>
      {view.open && !closing && <p class="body vote-note">{t('vote.secret')}</p>}
    </>
  )
}

function heading(view: VoteView, tied?: number): string {
  if (!view.open) return t('vote.closed')
  if (view.closesIn !== undefined) return t('vote.closing')
  return tied !== undefined ? t('tie.runoff_title') : t('vote.title')
}

function rule(view: VoteView, tied?: number): string {
  if (!view.open) return t('vote.closed_body')
  if (view.closesIn !== undefined) return t('vote.closing_body')
  if (tied !== undefined) return t('tie.runoff', { tied, n: view.votesPerPerson })
  return view.votesPerCandidate === 1
    ? t('vote.rule_one', { n: view.votesPerPerson })
    : t('vote.rule_many', { n: view.votesPerPerson, m: view.votesPerCandidate })
}
