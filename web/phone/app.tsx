import { signal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { call } from '../shared/http.ts'
import { Announcer } from '../ui/announcer.tsx'
import { Toasts } from '../ui/toast.tsx'
import { JoinScreen } from './join-screen.tsx'
import { Joining } from './joining.ts'
import { doorOfAddress, type Seat, Seats } from './seats.ts'
import { SessionScreen } from './session-screen.tsx'
import { wipeStored } from './stored.ts'

const seats = new Seats()
const seat = signal<Seat | undefined>(undefined)
const joining = new Joining(call, seats, (found) => {
  seat.value = found
  // The secret of the door has done its work and need not stay in the address.
  history.replaceState(null, '', '/')
})

function enter(): void {
  seat.value = doorOfAddress(location.hash) ? undefined : seats.latest()
  if (!seat.value) joining.start(location.hash)
}

function leave(lost: Seat, toDoor: boolean): void {
  seats.forget(lost)
  seat.value = undefined
  const door = toDoor ? lost.doors[0] : undefined
  if (door) joining.start(`#${door.replace(':', '=')}`)
  else joining.typeCode()
}

export function App() {
  useEffect(() => {
    const scannedAgain = () => {
      if (doorOfAddress(location.hash)) enter()
    }
    enter()
    addEventListener('hashchange', scannedAgain)
    return () => {
      removeEventListener('hashchange', scannedAgain)
      joining.stop()
    }
  }, [])

  const taken = seat.value
  return (
    <>
      <Announcer />
      {taken ? (
        <SessionScreen
          key={taken.token}
          seat={taken}
          onLeave={(toDoor) => leave(taken, toDoor)}
          onWiped={() => {
            wipeStored()
            location.replace('/')
          }}
        />
      ) : (
        <JoinScreen joining={joining} />
      )}
      <Toasts />
    </>
  )
}
