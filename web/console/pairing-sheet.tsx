import { useEffect, useState } from 'preact/hooks'
import { call } from '../shared/http.ts'
import { t } from '../text/console.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { QrCode } from '../ui/qr-code.tsx'
import { Spinner } from '../ui/spinner.tsx'
import { announce } from '../ui/announcer.tsx'
import { hourText } from '../ui/clock.ts'
import { useConsole } from './console-session.ts'

type Made = { readonly url: string; readonly until: number } | 'busy' | 'failed'

/** Makes a link for a big screen or another tablet, and shows it as a QR too. */
export function PairingSheet(props: { role: 'facilitator' | 'screen'; onClose: () => void }) {
  const { role, onClose } = props
  const { paired } = useConsole()
  const [made, setMade] = useState<Made>('busy')

  const make = async () => {
    setMade('busy')
    const reply = await call(
      'POST /api/sessions/ID/pairing',
      { role },
      { id: paired.session, bearer: paired.token },
    )
    setMade(reply.ok ? { url: reply.body.url, until: reply.body.expires_at } : 'failed')
  }
  useEffect(() => void make(), [])

  return (
    <Dialog
      open
      title={t(role === 'screen' ? 'pairing.screen_title' : 'pairing.tablet_title')}
      onClose={onClose}
    >
      <p>{t(role === 'screen' ? 'pairing.screen_body' : 'pairing.tablet_body')}</p>
      {made === 'busy' && <Spinner label={t('pairing.busy')} />}
      {made === 'failed' && (
        <>
          <p class="sheet-problem">{t('pairing.failed')}</p>
          <Button kind="primary" onClick={() => void make()}>
            {t('pairing.again')}
          </Button>
        </>
      )}
      {typeof made === 'object' && <PairingLink url={made.url} until={made.until} />}
    </Dialog>
  )
}

function PairingLink({ url, until }: { url: string; until: number }) {
  // On plain http the browser has no clipboard: the link is there to be selected.
  const clipboard = navigator.clipboard as Clipboard | undefined
  return (
    <div class="pairing">
      <div class="pairing-qr">
        <QrCode text={url} label={t('pairing.qr')} />
      </div>
      <label class="pairing-link">
        <span>{t('pairing.link')}</span>
        <input readOnly value={url} onFocus={(event) => event.currentTarget.select()} />
      </label>
      {clipboard && (
        <Button
          icon="link"
          onClick={() => void clipboard.writeText(url).then(() => announce(t('pairing.copied')))}
        >
          {t('pairing.copy')}
        </Button>
      )}
      <p class="sheet-lead">{t('pairing.until', { time: hourText(until) })}</p>
    </div>
  )
}
