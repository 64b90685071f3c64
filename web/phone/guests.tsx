import { signal, useSignal } from '@preact/signals'
import { Fragment } from 'preact'
import { useEffect } from 'preact/hooks'
import { call, type Door } from '../shared/http.ts'
import { randomHex } from '../shared/random-hex.ts'
import { t } from '../text/guests.ts'
import { Button } from '../ui/button.tsx'
import { Strip } from '../ui/strip.tsx'
import { TextField } from '../ui/text-field.tsx'
import { become, guestsIn, keepGuest, letGo } from './guest-seats.ts'
import { sendForOthers } from './other-seats.ts'
import type { Room } from './room.ts'
import { doorOfAddress, type Seat, tidyCode } from './seats.ts'

/** Guests who are off this phone, until that was read. */
const gone = signal<readonly string[]>([])
/** Counts who is let go, so that it is looked at anew. */
const letting = signal(0)

/** Somebody without a phone uses this one for a moment; made or taken up on the page about oneself. */
export function GuestMenu({ room, seat }: { room: Room; seat: Seat }) {
  const isGone = (name: string) => gone.value.includes(name)
  const others = guestsIn(seat.session).filter(({ token, name }) => token !== seat.token && !isGone(name))
  return (
    <div class="stack">
      <p>{t('guest.body')}</p>
      {room.pending.value.length > 0 && <p class="quiet">{t('guest.waits')}</p>}
      {seat.key && (
        <Button icon="back" wide onClick={() => become(seat, undefined)}>
          {t('guest.back')}
        </Button>
      )}
      {others.map((guest) => (
        <Fragment key={guest.token}>
          <Button icon="person" wide onClick={() => become(seat, guest)}>
            {t('guest.as', { name: guest.name })}
          </Button>
          {!seat.key && (
            <Button
              kind="quiet"
              icon="trash"
              onClick={() => {
                letGo(guest)
                letting.value += 1
              }}
            >
              {t('guest.off', { name: guest.name })}
            </Button>
          )}
        </Fragment>
      ))}
      <NewGuest seat={seat} />
    </div>
  )
}

/** Over every screen: who has the phone now, where that is not its owner, and who is off it since. */
export function GuestStrip({ room, seat }: { room: Room; seat: Seat }) {
  // Also before the server said it.
  const kept = guestsIn(seat.session).find(({ token }) => token === seat.token)
  const name = room.records.one('me').value?.name ?? kept?.name ?? ''
  const ended = room.records.one('session').value?.status === 'ended'
  const round = letting.value
  useEffect(
    () =>
      sendForOthers(seat, ended, (who) => {
        gone.value = [...gone.value, who]
      }),
    [seat, ended, round],
  )
  return (
    <>
      {seat.key && (
        <Strip icon="person" title={t('guest.now', { name })}>
          <Button onClick={() => become(seat, undefined)}>{t('guest.back')}</Button>
        </Strip>
      )}
      {gone.value.map((who) => (
        <Strip key={who} icon="person" title={t('guest.gone', { name: who })}>
          <p>{t('guest.gone_body')}</p>
          <Button
            onClick={() => {
              gone.value = gone.value.filter((other) => other !== who)
            }}
          >
            {t('word.close')}
          </Button>
        </Strip>
      ))}
    </>
  )
}

function NewGuest({ seat }: { seat: Seat }) {
  const name = useSignal('')
  const code = useSignal('')
  const needsCode = useSignal(seat.doors.length === 0)
  const busy = useSignal(false)
  const problem = useSignal<'code_wrong' | 'locked' | 'full' | 'failed' | undefined>(undefined)
  // The same for every try, so that a lost answer takes no second seat.
  const token = useSignal(randomHex(32))

  const make = async () => {
    const [known] = seat.doors
    const door: Door | undefined = needsCode.value
      ? { code: tidyCode(code.value) }
      : doorOfAddress(`#${known?.replace(':', '=')}`)
    if (busy.value || !door) return
    busy.value = true
    problem.value = undefined
    const who = { name: name.value.trim(), organisation: '', role: '' }
    const reply = await call('POST /api/join', { ...door, token: token.value, ...who })
    busy.value = false
    if (reply.ok) return become(seat, keepGuest(seat, token.value, reply.body.name))
    if (reply.error === 'session_full') problem.value = 'full'
    else if (reply.error === 'locked') problem.value = 'locked'
    else if (reply.error !== 'no_session') problem.value = 'failed'
    else if (needsCode.value) problem.value = 'code_wrong'
    // A link that was for one person, or a door with another secret by now.
    else needsCode.value = true
  }
  return (
    <form
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void make()
      }}
    >
      <TextField
        label={t('guest.name')}
        optional
        max={40}
        value={name.value}
        error={problem.value && !needsCode.value ? t(`guest.${problem.value}`) : undefined}
        onInput={(value) => {
          name.value = value
        }}
      />
      {needsCode.value && (
        <TextField
          label={t('guest.code')}
          hint={t('guest.code_hint')}
          value={code.value}
          error={problem.value && t(`guest.${problem.value}`)}
          onInput={(value) => {
            code.value = value
          }}
        />
      )}
      <Button type="submit" kind="primary" wide busy={busy.value}>
        {t('guest.make')}
      </Button>
    </form>
  )
}
