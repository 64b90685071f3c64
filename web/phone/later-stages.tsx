import type { ComponentChildren } from 'preact'
import { useEffect } from 'preact/hooks'
import { t } from '../text/later-stages.ts'
import { Spinner } from '../ui/spinner.tsx'
import { Strip } from '../ui/strip.tsx'
import { CloseScreen } from './close/close-screen.tsx'
import { CommitScreen } from './commit/commit-screen.tsx'
import { ConcernsScreen } from './concerns/concerns-screen.tsx'
import { ExploreScreen } from './explore/explore-screen.tsx'
import { GroupScreen } from './group/group-screen.tsx'
import type { HeaderView } from './header-view.ts'
import { LaterIdea } from './ideas/later-idea.tsx'
import { InterludeScreen } from './interlude-screen.tsx'
import { loadMatrixStages, matrixStages } from './later.ts'
import { PitchScreen } from './pitch/pitch-screen.tsx'
import { ResultScreen } from './result/result-screen.tsx'
import type { Room } from './room.ts'
import { SharpenScreen } from './sharpen/sharpen-screen.tsx'
import { ShowScreen } from './show-screen.tsx'
import { TableChoiceScreen } from './table/table-choice-screen.tsx'
import { TieScreen } from './vote/tie-screen.tsx'
import { VoteScreen } from './vote/vote-screen.tsx'

export { NameConsent } from './commit/name-consent.tsx'
export { PlaceField } from './explore/place-field.tsx'
export { PlanResult } from './explore/plan-result.tsx'

/** So that whoever waits knows why; nothing of theirs depends on it. */
export function AwayStrip({ room }: { room: Room }) {
  return room.away.value ? <Strip title={t('away.title')}>{t('away.body')}</Strip> : null
}

/** The rounds after the ideas; loaded a few seconds after somebody came in, or with the first of them. */
export function LaterStage(props: {
  room: Room
  /** Names the session on this phone. */
  session: string
  view: HeaderView
}) {
  const { room, session, view } = props
  const later = <LaterIdea room={room} />
  switch (view.kind) {
    case 'explore':
      return <ExploreScreen room={room} session={session} />
    case 'group':
      return <GroupScreen room={room} later={later} />
    case 'vote':
      return <VoteScreen room={room} later={later} />
    case 'tie':
      return view.runoff ? <VoteScreen room={room} later={later} /> : <TieScreen room={room} later={later} />
    case 'top5':
      return <ResultScreen room={room} later={later} />
    case 'commit':
      return <CommitScreen room={room} session={session} later={later} />
    case 'show':
      return <ShowScreen room={room} view={view} later={later} />
    case 'pitch':
      return <PitchScreen room={room} later={later} />
    case 'table_choice':
      return <TableChoiceScreen room={room} later={later} />
    case 'sharpen':
      return <SharpenScreen room={room} session={session} later={later} />
    case 'concerns':
      return <ConcernsScreen room={room} session={session} later={later} />
    case 'assess':
    case 'choose':
      return <MatrixStageLater room={room} session={session} kind={view.kind} later={later} />
    case 'talk':
    case 'break':
      return <InterludeScreen room={room} view={view} later={later} />
    case 'close':
      return <CloseScreen room={room} session={session} later={later} />
    default:
      return null
  }
}

function MatrixStageLater(props: {
  room: Room
  session: string
  kind: 'assess' | 'choose'
  later: ComponentChildren
}) {
  useEffect(loadMatrixStages, [])
  const MatrixStage = matrixStages.value?.MatrixStage
  return MatrixStage ? <MatrixStage {...props} /> : <Spinner label={t('word.loading')} />
}
