import type { ComponentChildren } from 'preact'
import { t } from '../../text/phone.ts'
import { FlowerBed } from '../../ui/draw/flower-bed.tsx'
import { LetterChip } from '../../ui/draw/plant-label.tsx'
import type { Room } from '../room.ts'
import { RoomWords } from '../room-words.tsx'
import { type TiedCandidate, type TieView, tieView } from './tie-view.ts'
import './vote.css'

const ways = {
  widen: 'tie.by_widen',
  run_off: 'tie.by_run_off',
  merge: 'tie.by_merge',
  draw: 'tie.by_draw',
} as const

export function TieScreen({ room, later }: { room: Room; later: ComponentChildren }) {
  const view = tieView(room)
  if (!view) {
    return (
      <>
        <h1 tabIndex={-1}>{t('tie.none')}</h1>
        {later}
      </>
    )
  }
  const { decided } = view
  return (
    <>
      <FlowerBed
        class="tie-bed"
        places={view.tied.map(({ id, letter, color }) => ({
          key: id,
          height: 0.7,
          open: true,
          letter,
          color,
        }))}
      />
      <h1 tabIndex={-1}>{decided ? t('tie.decided') : t('round.tie')}</h1>
      {decided ? (
        <>
          <p>{wayText(decided.way, view)}</p>
          {decided.winners.length > 0 ? (
            <>
              <h2>{t('tie.goes_on')}</h2>
              <Candidates of={decided.winners} />
            </>
          ) : (
            <p>{t('tie.at_result')}</p>
          )}
        </>
      ) : (
        <>
          <p>{t('tie.body', { k: view.tied.length, s: view.free })}</p>
          <Candidates of={view.tied} />
          <p class="quiet">{t('tie.wait')}</p>
        </>
      )}
      {later}
    </>
  )
}

function wayText(way: keyof typeof ways, view: TieView): string {
  return way === 'widen' ? t('tie.by_widen', { n: view.size }) : t(ways[way] as 'tie.by_draw')
}

function Candidates({ of }: { of: readonly TiedCandidate[] }) {
  return (
    <ul class="tie-list">
      {of.map(({ id, letter, color, title }) => (
        <li key={id}>
          <LetterChip letter={letter} color={color} /> <RoomWords>{title}</RoomWords>
        </li>
      ))}
    </ul>
  )
}
