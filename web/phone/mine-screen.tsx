import { useSignal } from '@preact/signals'
import { t } from '../text/phone.ts'
import { announce } from '../ui/announcer.tsx'
import { Button } from '../ui/button.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { RadioChips } from '../ui/chips.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { LanguageSwitch } from '../ui/language-switch.tsx'
import { TextField } from '../ui/text-field.tsx'
import './commit/commit.css'
import { commitView } from './commit/commit-view.ts'
import { ContactForm } from './commit/contact-form.tsx'
import { ideasView } from './ideas/ideas-view.ts'
import './ideas/ideas.css'
import { MyIdeas } from './ideas/my-ideas.tsx'
import { LanguageNote } from './language-note.tsx'
import { laterStages } from './later.ts'
import { OtherPhone } from './other-phone.tsx'
import { otherPhoneOrigin, otherPhoneView } from './other-phone-view.ts'
import { calm, textSize } from './preferences.ts'
import type { Room } from './room.ts'
import { dateText, refusalText } from './say.ts'
import type { Seat } from './seats.ts'

/** What is mine: name, ideas, how the page looks, and a way to leave no trace on this phone. */
export function MineScreen(props: {
  room: Room
  seat: Seat
  onWipe: () => void
  /** What is said and done about others on this phone, once it was asked for. */
  guests: typeof import('./guests.tsx') | undefined
  loadGuests: () => void
}) {
  const { room, seat, onWipe, loadGuests } = props
  const session = room.records.one('session').value
  const contact = commitView(room)
  const Guests = props.guests?.GuestMenu
  const Consent = laterStages.value?.NameConsent
  return (
    <>
      <div>
        <h1 tabIndex={-1}>{t('mine.title')}</h1>
        <p class="quiet">{session?.title ?? seat.title}</p>
      </div>
      <NameForm room={room} />
      <MyIdeas view={ideasView(room)} />
      {contact.contact && <ContactForm view={contact} />}
      {Consent && <Consent room={room} />}
      <OtherPhone view={otherPhoneView(seat, otherPhoneOrigin(room), navigator.clipboard as Clipboard | undefined)} />
      <details class="fold guests" onToggle={loadGuests}>
        <summary>{t('mine.guest')}</summary>
        {Guests && <Guests room={room} seat={seat} />}
      </details>
      <RadioChips
        legend={t('mine.size')}
        options={[
          { value: 'normal', label: t('mine.size_normal') },
          { value: 'large', label: t('mine.size_large') },
          { value: 'larger', label: t('mine.size_larger') },
        ]}
        value={textSize.value}
        onChange={(size) => {
          textSize.value = size
        }}
      />
      <Checkbox
        label={t('mine.calm')}
        checked={calm.value}
        onChange={(checked) => {
          calm.value = checked
        }}
      />
      <div class="stack">
        <LanguageSwitch />
        <LanguageNote />
      </div>
      <section class="stack">
        <h2>{t('mine.privacy')}</h2>
        <p class="quiet">
          {t('join.privacy')}{' '}
          {session &&
            t('join.keeps', {
              controller: session.controller || session.host,
              date: dateText(session.retained_until),
            })}
        </p>
        <Wipe onWipe={onWipe} />
      </section>
    </>
  )
}

function NameForm({ room }: { room: Room }) {
  const me = room.records.one('me').value
  const name = useSignal(me?.name ?? '')
  const busy = useSignal(false)
  const said = useSignal<{ ok: boolean; text: string } | undefined>(undefined)
  if (!me) return null
  const save = () => {
    if (busy.value) return
    busy.value = true
    const { organisation, role } = me
    const done = () => {
      busy.value = false
    }
    void room.send('set_profile', { name: name.value.trim(), organisation, role }, done).then((outcome) => {
      const problem = refusalText(outcome)
      said.value = { ok: problem === undefined, text: problem ?? t('mine.name_saved') }
      if (problem === undefined) announce(t('mine.name_saved'))
    })
  }
  return (
    <form
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <TextField
        label={t('mine.name')}
        optional
        max={40}
        value={name.value}
        error={said.value && !said.value.ok ? said.value.text : undefined}
        hint={said.value?.ok ? said.value.text : undefined}
        onInput={(value) => {
          name.value = value
          said.value = undefined
        }}
        autocomplete="given-name"
      />
      {name.value.trim() !== me.name && (
        <Button type="submit" busy={busy.value}>
          {t('word.save')}
        </Button>
      )}
    </form>
  )
}

function Wipe({ onWipe }: { onWipe: () => void }) {
  const asking = useSignal(false)
  const close = () => {
    asking.value = false
  }
  return (
    <>
      <Button
        danger
        icon="trash"
        onClick={() => {
          asking.value = true
        }}
      >
        {t('mine.wipe')}
      </Button>
      <Dialog
        open={asking.value}
        title={t('mine.wipe')}
        onClose={close}
        hideClose
        actions={
          <>
            <Button onClick={close}>{t('word.cancel')}</Button>
            <Button kind="primary" danger onClick={onWipe}>
              {t('mine.wipe_yes')}
            </Button>
          </>
        }
      >
        <p>{t('mine.wipe_body')}</p>
      </Dialog>
    </>
  )
}
