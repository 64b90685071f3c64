import type { ComponentChildren } from 'preact'
import type { Room } from '../room.ts'
import { AssessScreen } from './assess-screen.tsx'
import { ChooseScreen } from './choose-screen.tsx'

export function MatrixStage(props: {
  room: Room
  session: string
  kind: 'assess' | 'choose'
  later: ComponentChildren
}) {
  const { room, session, kind, later } = props
  return kind === 'assess' ? (
    <AssessScreen room={room} later={later} />
  ) : (
    <ChooseScreen room={room} session={session} later={later} />
  )
}
