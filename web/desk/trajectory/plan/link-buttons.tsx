import { useState } from 'preact/hooks'
import { t } from '../../../text/desk.ts'
import type { OpenDossier } from '../dossier.ts'
import { makeLink, withdrawLink } from './secret-links.ts'

/** Makes the link of an entry, or a new one instead, and withdraws it. */
export function LinkButtons(props: { dossier: OpenDossier; id: number; name: string; has: boolean }) {
  const { dossier, id, name, has } = props
  const [busy, setBusy] = useState(false)
  const make = async () => {
    setBusy(true)
    await makeLink(dossier, id)
    setBusy(false)
  }
  return (
    <div class="asked__buttons">
      <button
        type="button"
        class="link-button"
        aria-busy={busy}
        aria-label={t(has ? 'link.again_for' : 'link.make_for', { name })}
        onClick={() => !busy && void make()}
      >
        {t(has ? 'link.again' : 'link.make')}
      </button>
      {has && (
        <button
          type="button"
          class="link-button"
          aria-label={`${t('link.withdraw')}: ${name}`}
          onClick={() => void withdrawLink(dossier, id, t('link.withdrawn'))}
        >
          {t('link.withdraw')}
        </button>
      )}
    </div>
  )
}
