import { useState } from 'preact/hooks'
import { t } from '../text/desk.ts'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/text-field.tsx'
import { Address } from './pairing-panel.tsx'
import { ask } from './store.ts'

/** A link for one person, to be sent beforehand: a way in without QR or code. */
export function PersonalLink({ session }: { session: string }) {
  const [name, setName] = useState('')
  const [busy, setBusy] = useState(false)
  const [made, setMade] = useState<{ url: string; name: string }>()
  const make = async () => {
    if (busy) return
    setBusy(true)
    const reply = await ask('POST /api/sessions/ID/link', { name: name.trim() }, { id: session })
    setBusy(false)
    if (!reply.ok) return
    setMade(reply.body)
    setName('')
  }
  return (
    <section class="personal-link" aria-labelledby="link-title">
      <h2 id="link-title">{t('session.link_title')}</h2>
      <p>{t('session.link_body')}</p>
      <form
        class="stacked"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void make()
        }}
      >
        <TextField label={t('session.link_name')} optional max={40} value={name} onInput={setName} />
        <Button type="submit" icon="link" busy={busy}>
          {t('session.link_make')}
        </Button>
      </form>
      {made && (
        <div role="status">
          <p>{t('session.link_made', { name: made.name })}</p>
          <Address url={made.url} />
        </div>
      )}
    </section>
  )
}
