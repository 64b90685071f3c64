import { t } from '../../text/desk.ts'

/** How somebody is reached, as far as they gave it. */
export function ContactWays({ email, phone }: { email: string; phone: string }) {
  if (!email && !phone) return <p class="quiet-words">{t('calls.no_contact')}</p>
  return (
    <p class="contact-ways">
      {phone && <a href={`tel:${phone}`}>{phone}</a>}
      {email && <a href={`mailto:${email}`}>{email}</a>}
    </p>
  )
}
