import { t } from '../../../text/desk.ts'
import { language } from '../../../text/language.ts'
import type { EntryOf } from '../../../shared/trajectory.ts'
import { Icon } from '../../../ui/draw/icon.tsx'
import { longDate } from '../../dates.ts'
import { Address } from '../../pairing-panel.tsx'
import { ContactWays } from '../contact-ways.tsx'
import type { OpenDossier } from '../dossier.ts'
import { type Dossier, first, type OneOf } from '../dossier-view.ts'
import { FactorSign } from '../../../ui/draw/factor-sign.tsx'
import { EntryRow } from '../rows.tsx'
import { Letters } from './letters.tsx'
import { LinkButtons } from './link-buttons.tsx'
import { secretOf } from './secret-links.ts'

const colourOf = { not_asked: 'open', asked: 'amber', accepted: 'green', declined: 'red' } as const

/** Somebody who is asked something, their link, and what they answered. */
export function AskedPerson(props: { dossier: OpenDossier; shown: Dossier; one: OneOf<'confirmation'> }) {
  const { dossier, shown, one } = props
  const { id, entry } = one
  const isOfOtherTerms = shown.plan.other_terms.includes(id)
  const isLetterGone = shown.plan.letter_gone.includes(id)
  const fields =
    entry.what_for === 'working_group' ? ['name', 'email', 'answer', 'may_be_named'] : ['name', 'email', 'letter', 'may_be_named']
  return (
    <EntryRow
      dossier={dossier}
      id={id}
      entry={entry}
      label={t('row.edit', { name: entry.name })}
      fields={fields}
    >
      <FactorSign colour={isOfOtherTerms || isLetterGone ? 'amber' : colourOf[entry.answer]} />
      <div class="factor__words">
        <h4>{entry.name}</h4>
        <p>{answerText(entry, isLetterGone)}</p>
        <Came shown={shown} entry={entry} />
        {entry.reply_note && <p class="asked__word">“{entry.reply_note}”</p>}
        {isLetterGone && (
          <p class="plan-warning">
            <Icon name="warning" size="1.1em" /> {t('letter.gone')}
          </p>
        )}
        {isOfOtherTerms && (
          <p class="plan-warning">
            <Icon name="warning" size="1.1em" /> {t('agreement.changed')}
          </p>
        )}
        <LinkOf dossier={dossier} shown={shown} id={id} entry={entry} />
        {entry.what_for !== 'working_group' && <Letters dossier={dossier} shown={shown} one={one} />}
      </div>
    </EntryRow>
  )
}

/** Of somebody who came forward: what they said they would do, and how they are reached as far as they gave it. */
function Came({ shown, entry }: { shown: Dossier; entry: EntryOf<'confirmation'> }) {
  const came = shown.entries.get(entry.commitment)?.entry
  if (came?.kind !== 'commitment') return entry.email ? <ContactWays email={entry.email} phone="" /> : null
  const email = entry.email || came.email
  return (
    <>
      <p>{[t(`role.${came.role}`), came.organisation].filter(Boolean).join(' · ')}</p>
      {(email || came.phone) && <ContactWays email={email} phone={came.phone} />}
    </>
  )
}

/** What somebody answered, and by which letter. */
export function answerText(entry: EntryOf<'confirmation'>, isLetterGone: boolean): string {
  const date = longDate(entry.answer === 'asked' ? entry.asked_on : entry.answered_on, language.value)
  const said = entry.answer === 'not_asked' ? t('answer.not_asked') : t(`answer.${entry.answer}`, { date })
  if (isLetterGone) return `${said} · ${t('answer.letter_gone')}`
  return entry.letter ? `${said} · ${t('answer.letter', { letter: entry.letter })}` : said
}

function LinkOf(props: {
  dossier: OpenDossier
  shown: Dossier
  id: number
  entry: EntryOf<'confirmation'>
}) {
  const { dossier, shown, id, entry } = props
  const secret = secretOf(dossier, id)
  const has = entry.token_hash !== '' && !entry.withdrawn
  return (
    <div class="asked__link">
      {has && secret && <NewLink shown={shown} entry={entry} secret={secret} />}
      <LinkButtons dossier={dossier} id={id} name={entry.name} has={has} />
      {entry.withdrawn && <p>{t('link.withdrawn')}</p>}
    </div>
  )
}

function NewLink({ shown, entry, secret }: { shown: Dossier; entry: EntryOf<'confirmation'>; secret: string }) {
  const url = `${shown.publicUrl}/answer#${shown.id}/${secret}`
  const place = first(shown, 'place')?.entry.name ?? ''
  const subject = t(`link.subject_${entry.what_for}`, { place })
  const body = t('link.mail_text', { name: entry.name, place, url, from: shown.facilitator })
  return (
    <div role="status">
      <p>{t('link.once', { name: entry.name })}</p>
      <Address url={url} />
      <a
        class="link-button"
        href={`mailto:${encodeURIComponent(entry.email)}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`}
      >
        {t('link.mail')}
      </a>
    </div>
  )
}
