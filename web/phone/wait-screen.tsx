import type { ComponentChildren } from 'preact'
import { t } from '../text/phone.ts'
import { Icon } from '../ui/draw/icon.tsx'
import { RingOfPlaces } from '../ui/draw/ring-of-places.tsx'
import { roundName } from '../shared/round-name.ts'
import { LaterIdea } from './ideas/later-idea.tsx'
import type { Room } from './room.ts'
import { listText } from './say.ts'
import './wait.css'
import { waitView } from './wait-view.ts'

/** Being in, and waiting; the warm-up comes with the later stages. */
export function WaitScreen({ room, warmUp }: { room: Room; warmUp: ComponentChildren }) {
  const { myName, here, seats, myPlace, names, others, next } = waitView(room)
  const company = [...names, ...(others > 0 ? [t('lobby.others', { n: others })] : [])]
  return (
    <>
      <RingOfPlaces total={seats} taken={here} {...(myPlace === undefined ? {} : { mine: myPlace })}>
        <b class="ring-number even-figures">{here}</b>
        <span class="ring-word">{t('lobby.people', { n: here })}</span>
      </RingOfPlaces>
      <div class="wait-words">
        <h1 tabIndex={-1}>{myName ? t('lobby.in_name', { name: myName }) : t('lobby.in')}</h1>
        {names.length > 0 && <p class="quiet">{t('lobby.with', { names: listText(company) })}</p>}
        {myPlace !== undefined && <p class="quiet">{t('lobby.my_place')}</p>}
      </div>
      {warmUp ?? <div class="wait-warm-up-to-come" />}
      <LaterIdea room={room} />
      <p class="foot">
        <Icon name="arrow" size="1.5rem" />
        <span>{next ? t('lobby.next', { round: roundName(next) }) : t('lobby.wait')}</span>
      </p>
    </>
  )
}
