import type { RoundRecord } from '../shared/generated/record.ts'
import { usePicture } from '../shared/use-picture.ts'
import type { Room } from './room.ts'
import { RoomWords } from './room-words.tsx'
import './show-page.css'

type Page = NonNullable<RoundRecord['show']>['pages'][number]

/** A page of the big screen, small. Fetched when the first one is turned to. */
export function ShowPage(props: {
  room: Room
  page: Page
  /** Of the round. */
  name: string
  /** What is said in the place of a photo that is not shown (any more). */
  gone: string
}) {
  const { room, page, name, gone } = props
  const photo = room.records.one('photo', page.picture).value
  const seen = page.kind === 'slide' || photo ? page.picture : undefined
  const address = usePicture(room.token, page.kind === 'concept' ? undefined : seen, 'large')
  if (page.kind === 'concept') {
    return (
      <>
        <h1 tabIndex={-1}>
          <RoomWords>{page.title}</RoomWords>
        </h1>
        {page.text && (
          <p>
            <RoomWords>{page.text}</RoomWords>
          </p>
        )}
        <ul class="show-facts">
          {page.facts.map((fact) => (
            <li key={fact}>
              <RoomWords>{fact}</RoomWords>
            </li>
          ))}
        </ul>
      </>
    )
  }
  const { width, height } = page.kind === 'slide' ? page : (photo ?? page)
  return (
    <>
      <h1 tabIndex={-1} class="visually-hidden">
        {name}
      </h1>
      <p class="show-picture">
        {seen === undefined && gone}
        {address && <img src={address} alt={photo?.description || name} width={width} height={height} />}
      </p>
    </>
  )
}
