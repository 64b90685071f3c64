import type { ComponentChildren } from 'preact'
import { t } from '../../text/phone.ts'
import { FlowerBed } from '../../ui/draw/flower-bed.tsx'
import { GroundLine } from '../../ui/draw/ground-line.tsx'
import { LetterChip } from '../../ui/draw/plant-label.tsx'
import { Seed } from '../../ui/draw/seed.tsx'
import type { Room } from '../room.ts'
import { RoomWords } from '../room-words.tsx'
import './result.css'
import { type ResultEntry, resultView } from './result-view.ts'

const ways = {
  widen: 'result.widen',
  run_off: 'result.run_off',
  merge: 'result.merge',
  draw: 'result.draw',
} as const

export function ResultScreen({ room, later }: { room: Room; later: ComponentChildren }) {
  const view = resultView(room)
  if (!view) {
    return (
      <>
        <h1 tabIndex={-1}>{t('result.soon')}</h1>
        {later}
      </>
    )
  }
  const { size, open, places, nearMisses, decidedBy } = view
  return (
    <>
      <h1 tabIndex={-1}>{t('result.title', { n: size })}</h1>
      <FlowerBed
        class="result-bed"
        label={t('result.bed', { n: size, open })}
        places={places.map((entry, index) => ({
          key: entry?.candidate ?? `secret-${index}`,
          // By place and not by votes, so that a closed bud gives nothing away.
          height: 1 - (index / size) * 0.6,
          open: entry !== undefined,
          mine: entry?.own ?? false,
          ...(entry ? { letter: entry.letter, color: entry.color } : {}),
        }))}
      />
      {open === 0 && <p>{t('result.soon')}</p>}
      <ol class="result-list">
        {places.map((entry, index) => (
          <li key={entry?.candidate ?? `secret-${index}`} class={entry?.own ? 'result-own' : undefined}>
            <b class="result-place">{entry?.place ?? index + 1}</b>
            {entry ? <Entry entry={entry} /> : <p class="quiet">{t('result.hidden')}</p>}
            <GroundLine />
          </li>
        ))}
      </ol>
      {nearMisses.length > 0 && (
        <section class="result-near">
          <h2>{t('result.near')}</h2>
          <ul>
            {nearMisses.map(({ candidate, letter, color, title, votes, own }) => (
              <li key={candidate}>
                <p>
                  <LetterChip letter={letter} color={color} /> <RoomWords>{title}</RoomWords>
                  {own && <Own />}
                </p>
                <Votes votes={votes} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {decidedBy && open === size && <p class="quiet">{t(ways[decidedBy])}</p>}
      {later}
    </>
  )
}

function Entry({ entry }: { entry: ResultEntry }) {
  return (
    <>
      <p class="result-title">
        <LetterChip letter={entry.letter} color={entry.color} /> <RoomWords>{entry.title}</RoomWords>
        {entry.own && <Own />}
      </p>
      <Votes votes={entry.votes} tied={entry.tied} />
    </>
  )
}

function Own() {
  return (
    <span class="result-mine">
      <Seed size="1.25rem" /> {t('result.yours')}
    </span>
  )
}

function Votes({ votes, tied }: { votes: number; tied?: boolean }) {
  const [number, ...word] = t('result.votes', { n: votes }).split(' ')
  return (
    <p class="result-votes even-figures">
      <b>{number}</b> {word.join(' ')}
      {tied && <span> · {t('result.tied')}</span>}
    </p>
  )
}
