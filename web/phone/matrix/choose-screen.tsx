import type { ComponentChildren } from 'preact'
import { t as concernsText } from '../../text/later-stages.ts'
import { t } from '../../text/matrix.ts'
import { Icon } from '../../ui/draw/icon.tsx'
import { LetterChip } from '../../ui/draw/plant-label.tsx'
import { IdeaConcern } from '../concerns/concerns-screen.tsx'
import { concernsOf } from '../concerns/concerns-view.ts'
import type { Room } from '../room.ts'
import { RoomWords } from '../room-words.tsx'
import './matrix.css'

/** What is proposed: fine, or a concern. And what was chosen. */
export function ChooseScreen(props: { room: Room; session: string; later: ComponentChildren }) {
  const { room, session, later } = props
  const now = room.records.one('choosing').value
  const group = room.records.one('group', now?.candidate ?? 0).value
  if (!now || !group)
    return (
      <>
        <h1 tabIndex={-1}>{t('choose.wait_title')}</h1>
        <p>{t('choose.wait')}</p>
        {later}
      </>
    )
  const other = now.combined_with ? room.records.one('group', now.combined_with).value : undefined
  const title = other ? t('choose.together', { one: group.name, other: other.name }) : group.name
  const [idea] = concernsOf(room, [{ candidate: group.id, letter: group.letter, title }])
  return (
    <>
      <div>
        <h1 tabIndex={-1}>{t(now.frozen ? 'choose.frozen' : 'choose.title')}</h1>
        {!now.frozen && <p class="quiet">{t('choose.body')}</p>}
      </div>
      {now.frozen ? (
        <section class="choose-reason">
          <h2>
            <LetterChip letter={group.letter} color={group.color} /> <RoomWords>{title}</RoomWords>
          </h2>
          <p>{t('choose.why', { reason: now.reason })}</p>
        </section>
      ) : (
        idea && <IdeaConcern session={session} idea={idea} />
      )}
      {later}
      {!now.frozen && (
        <p class="foot">
          <Icon name="eye" size="1.5rem" />
          <span>{concernsText('concerns.named')}</span>
        </p>
      )}
    </>
  )
}
