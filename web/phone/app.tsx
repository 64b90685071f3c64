import { signal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { call } from '../shared/http.ts'
import { Announcer } from '../ui/announcer.tsx'
import { Toasts } from '../ui/toast.tsx'
import { forgetWaiting } from './forget-seat.ts'
import { become, forgetOwner } from './guest-seats.ts'
import { JoinScreen } from './join-screen.tsx'
import { Joining } from './joining.ts'
import { OtherPersonScreen } from './other-person-screen.tsx'
import { leadsSomewhere, type Person, personOfAddress, type Seat, Seats } from './seats.ts'
import { SessionScreen } from './session-screen.tsx'
import { readStored, wipeStored } from './stored.ts'

const seats = new Seats()
const seat = signal<Seat | undefined>(undefined)
/** Named by a personal link, for a session in which this phone is somebody else. */
const otherPerson = signal<Person | undefined>(undefined)
const joining = new Joining(call, seats, (found) => {
  seat.value = found
  clearAddress()
})

/** The secret of a door or of a person has done its work and need not stay in the address. */
function clearAddress(): void {
  history.replaceState(null, '', '/')
}

function enter(): void {
  otherPerson.value = undefined
  const { hash } = location
  const person = personOfAddress(hash)
  if (person) {
    clearAddress()
    goOnAs(person)
    return
  }
  seat.value = leadsSomewhere(hash) ? undefined : seats.latest()
  if (!seat.value) joining.start(hash)
}

function goOnAs(person: Person): void {
  joining.stop()
  const held = seats.in(person.session)
  if (held && held.token !== person.token) {
    seat.value = undefined
    otherPerson.value = person
  } else {
    seat.value = seats.take(person)
  }
}

/** What waits on this phone, or was typed, belongs to the one who was here, and is not sent as somebody else's. */
async function takeOtherPlace(person: Person): Promise<void> {
  await forgetWaiting(person.session)
  forgetOwner(seats.take(person))
}

function stay(person: Person): void {
  otherPerson.value = undefined
  seat.value = seats.in(person.session)
}

function leave(lost: Seat, toDoor: boolean): void {
  if (lost.key) return become(lost, undefined)
  seats.forget(lost)
  seat.value = undefined
  const door = toDoor ? lost.doors[0] : undefined
  if (door) joining.start(`#${door.replace(':', '=')}`)
  else joining.typeCode()
}

/** What waits of the others who used this phone goes as well. */
async function wipe(session: string): Promise<void> {
  const guests = readStored<Seat[]>('guests') ?? []
  for (const key of [session, ...guests.map(({ key }) => key ?? '')]) await forgetWaiting(key)
  wipeStored()
  location.replace('/')
}

export function App() {
  useEffect(() => {
    const scannedAgain = () => {
      if (leadsSomewhere(location.hash)) enter()
    }
    enter()
    addEventListener('hashchange', scannedAgain)
    return () => {
      removeEventListener('hashchange', scannedAgain)
      joining.stop()
    }
  }, [])

  const taken = seat.value
  const other = otherPerson.value
  return (
    <>
      <Announcer />
      {other ? (
        <OtherPersonScreen onTake={() => void takeOtherPlace(other)} onStay={() => stay(other)} />
      ) : taken ? (
        <SessionScreen
          key={taken.token}
          seat={taken}
          onLeave={(toDoor) => leave(taken, toDoor)}
          onWiped={() => void wipe(taken.session)}
          onTold={(session) => seats.learn(taken.session, session)}
        />
      ) : (
        <JoinScreen joining={joining} />
      )}
      <Toasts />
    </>
  )
}
