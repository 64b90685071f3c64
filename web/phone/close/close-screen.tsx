import type { ComponentChildren } from 'preact'
import { t as late } from '../../text/later-stages.ts'
import { t } from '../../text/phone.ts'
import { FlowerBed } from '../../ui/draw/flower-bed.tsx'
import { Icon } from '../../ui/draw/icon.tsx'
import { LetterChip } from '../../ui/draw/plant-label.tsx'
import '../commit/commit.css'
import { commitView } from '../commit/commit-view.ts'
import { ContactForm } from '../commit/contact-form.tsx'
import { drafts } from '../commit/drafts.ts'
import { NameConsent } from '../commit/name-consent.tsx'
import './close.css'
import { inside } from '../later.ts'
import { otherPhoneView } from '../other-phone-view.ts'
import { resultView } from '../result/result-view.ts'
import type { Room } from '../room.ts'
import { RoomWords } from '../room-words.tsx'
import { dateText } from '../say.ts'
import { Stars } from './stars.tsx'

export function CloseScreen({ room, session, later }: { room: Room; session: string; later: ComponentChildren }) {
  const { records } = room
  const name = records.one('me').value?.name
  const ideas = records.one('progress').value?.ideas ?? 0
  const nextStep = records.one('closing').value?.next_step
  const result = resultView(room)
  const contact = commitView(room)
  const known = result?.places.filter((entry) => entry !== undefined) ?? []
  return (
    <>
      {known.length > 0 && (
        <FlowerBed
          class="result-bed"
          head="flower"
          places={known.map((entry, index) => ({
            key: entry.candidate,
            height: 1 - (index / known.length) * 0.6,
            open: true,
            color: entry.color,
          }))}
        />
      )}
      <div>
        <h1 class="close-title" tabIndex={-1}>
          {name ? t('end.title_name', { name }) : t('end.title')}
        </h1>
        {ideas > 0 && <p>{t('end.body', { n: ideas })}</p>}
      </div>
      <section class="close-next">
        <h2>{t('end.next')}</h2>
        {nextStep ? (
          <p>
            <Icon name="calendar" size="1.75rem" />
            <span>
              <b>{dateText(nextStep.date)}</b>
              {nextStep.text && <RoomWords>{nextStep.text}</RoomWords>}
            </span>
          </p>
        ) : (
          <p class="quiet">{t('end.next_unknown')}</p>
        )}
      </section>
      <Stars room={room} />
      {(contact.contact || drafts.value.contact) && <ContactForm view={contact} />}
      <NameConsent room={room} />
      <AtHome room={room} session={session} />
      {result && known.length > 0 && (
        <section>
          <h2>{t('end.top', { n: result.size })}</h2>
          <ol class="close-top">
            {known.map(({ candidate, letter, color, title }) => (
              <li key={candidate}>
                <LetterChip letter={letter} color={color} /> <RoomWords>{title}</RoomWords>
              </li>
            ))}
          </ol>
        </section>
      )}
      {later}
    </>
  )
}

/** The result has an address of its own for everybody who was there: that of everywhere, not that of the hall. */
function AtHome({ room, session }: { room: Room; session: string }) {
  const PersonalLink = inside.value?.PersonalLink
  if (!PersonalLink) return null
  const origin = (room.publicUrl.value || location.origin).replace(/\/+$/, '')
  const clipboard = navigator.clipboard as Clipboard | undefined
  return (
    <section class="stack">
      <h2>{late('end.home')}</h2>
      <p>{late('end.home_body')}</p>
      <PersonalLink view={otherPhoneView({ session, token: room.token }, origin, clipboard)} />
    </section>
  )
}
