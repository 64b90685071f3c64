import { CloseScreen } from './close-screen.tsx'
import { CommitScreen } from './commit/commit-screen.tsx'
import { GroupScreen } from './group/group-screen.tsx'
import type { HeaderView } from './header-view.ts'
import { LaterIdea } from './ideas/later-idea.tsx'
import { InterludeScreen } from './interlude-screen.tsx'
import { MineScreen } from './mine-screen.tsx'
import { ResultScreen } from './result/result-screen.tsx'
import type { Room } from './room.ts'
import { TieScreen } from './vote/tie-screen.tsx'
import { VoteScreen } from './vote/vote-screen.tsx'

export { MineScreen }

/** The rounds after the ideas; loaded once somebody is in, so that getting in stays quick. */
export function LaterStage({ room, view }: { room: Room; view: HeaderView }) {
  // After the end the server takes no more ideas.
  const ended = room.records.one('session').value?.status === 'ended'
  const later = ended ? null : <LaterIdea room={room} />
  switch (view.kind) {
    case 'group':
      return <GroupScreen room={room} later={later} />
    case 'vote':
      return <VoteScreen room={room} later={later} />
    case 'tie':
      return view.runoff ? <VoteScreen room={room} later={later} /> : <TieScreen room={room} later={later} />
    case 'top5':
      return <ResultScreen room={room} later={later} />
    case 'commit':
      return <CommitScreen room={room} later={later} />
    case 'talk':
    case 'show':
    case 'pitch':
    case 'table_choice':
    case 'sharpen':
    case 'concerns':
    case 'break':
      return <InterludeScreen room={room} view={view} later={later} />
    case 'close':
      return <CloseScreen room={room} later={later} />
    default:
      return null
  }
}
