import { useState } from 'preact/hooks'
import { t } from '../../../text/desk.ts'
import { language } from '../../../text/language.ts'
import { announce } from '../../../ui/announcer.tsx'
import { Button } from '../../../ui/button.tsx'
import { longDate } from '../../dates.ts'
import { type Dossier, first } from '../dossier-view.ts'
import { EntryForm, KeptMark } from '../entry-form.tsx'
import { CalendarLink } from './calendar-link.tsx'
import type { PartProps } from './opening-fields.tsx'
import { mailAddress, mailAddresses } from './opening-view.ts'

const name = 'opening_invitation'

/** The words that invite, to be mailed or copied. */
export function Invitation({ dossier, shown }: PartProps) {
  const text = first(shown, 'opening')?.entry.invitation ?? ''
  const typed = dossier.forms.value.get(name)?.drafts.invitation?.text
  const addresses = mailAddresses(shown)
  const place = first(shown, 'place')?.entry.name ?? ''
  const propose = () => {
    dossier.type(name, 'opening', dossier.single('opening'), 'invitation', proposedText(shown))
    void dossier.save(name)
  }
  const subject = t('opening.invitation_subject', { place })
  return (
    <section class="well" aria-labelledby="invitation-title">
      <h2 id="invitation-title">
        {t('opening.invitation_title')} <KeptMark dossier={dossier} name={name} />
      </h2>
      <p class="section-lead">{t('opening.invitation_lead')}</p>
      <EntryForm
        dossier={dossier}
        name={name}
        kind="opening"
        id={dossier.single('opening')}
        fields={['invitation']}
      />
      <div class="entry-row__end">
        {text === '' && !typed ? (
          <Button icon="pencil" onClick={propose}>
            {t('opening.invitation_propose')}
          </Button>
        ) : (
          <>
            <a
              class="ui-button ui-button-secondary"
              href={mailAddress('', subject, text)}
            >
              <span class="ui-button-text">{t('opening.invitation_mail')}</span>
            </a>
            <CopyButton text={text} label={t('opening.invitation_copy')} />
          </>
        )}
        {first(shown, 'opening')?.entry.held_on && (
          <CalendarLink
            href={`/api/trajectories/${shown.id}/opening.ics`}
            file="opening.ics"
            label={t('opening.calendar')}
          />
        )}
        {addresses.length > 0 && (
          <CopyButton
            text={addresses.join('; ')}
            label={t('opening.invitation_addresses', { n: addresses.length })}
          />
        )}
      </div>
    </section>
  )
}

/** On plain http browsers have no clipboard for pages: the text itself can be selected there. */
function CopyButton({ text, label }: { text: string; label: string }) {
  const [copied, setCopied] = useState('')
  const clipboard = typeof navigator === 'undefined' ? undefined : navigator.clipboard
  if (!clipboard) return null
  const copy = async () => {
    await clipboard.writeText(text)
    setCopied(text)
    announce(t('session.copied'))
  }
  return (
    <Button kind="quiet" {...(copied === text ? { icon: 'check' as const } : {})} onClick={() => void copy()}>
      {label}
    </Button>
  )
}

function proposedText(shown: Dossier): string {
  const place = first(shown, 'place')?.entry
  const opening = first(shown, 'opening')?.entry
  const when = opening?.held_on ? longDate(opening.held_on, language.value) : t('opening.invitation_day')
  const times = opening?.starts_at
    ? opening.ends_at
      ? t('opening.invitation_times', { from: opening.starts_at, to: opening.ends_at })
      : t('opening.invitation_time', { from: opening.starts_at })
    : ''
  const where = opening?.location || place?.address || place?.name || ''
  return t('opening.invitation_text', {
    place: place?.name ?? '',
    when: [when, times].filter(Boolean).join(' '),
    where,
    who: shown.facilitator || place?.name || '',
  })
}
