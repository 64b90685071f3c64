import { useEffect, useState } from 'preact/hooks'
import { call, type PairingRole } from '../shared/http.ts'
import { t } from '../text/console.ts'
import { announce } from '../ui/announcer.tsx'
import { Button } from '../ui/button.tsx'
import { hourText } from '../ui/clock.ts'
import { Dialog } from '../ui/dialog.tsx'
import { QrCode } from '../ui/qr-code.tsx'
import { Spinner } from '../ui/spinner.tsx'
import { useConsole } from './console-session.ts'
import { leadView } from './lead-view.ts'
import { SheetNotice } from './notice-bars.tsx'
import { keepPin, knownPin, makePin } from './pin.ts'

type Made = { readonly url: string; readonly until: number } | 'busy' | 'failed' | 'watching'

const words = { screen: 'screen', standby: 'tablet', facilitator: 'remote', helper: 'helper' } as const

/** Makes a link for a big screen or another tablet, and shows it as a QR too. */
export function PairingSheet(props: { of: PairingRole; onClose: () => void }) {
  const { of: role, onClose } = props
  const { paired } = useConsole()
  const [made, setMade] = useState<Made>('busy')

  const make = async () => {
    setMade('busy')
    const reply = await call(
      'POST /api/sessions/ID/pairing',
      { role },
      { id: paired.session, bearer: paired.token },
    )
    if (reply.ok) setMade({ url: reply.body.url, until: reply.body.expires_at })
    else setMade(reply.error === 'watching' ? 'watching' : 'failed')
  }
  useEffect(() => void make(), [])

  return (
    <Dialog open title={t(`pairing.${words[role]}_title`)} onClose={onClose}>
      <p>{t(`pairing.${words[role]}_body`)}</p>
      {role === 'standby' && <SheetNotice />}
      {role === 'standby' && <Pin />}
      {made === 'busy' && <Spinner label={t('pairing.busy')} />}
      {made === 'watching' && <p class="sheet-problem">{t('refused.watching')}</p>}
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

/** Without a PIN nobody can take over: it is made with the first link. */
function Pin() {
  const { paired, picture, send } = useConsole()
  const view = leadView(picture.value, send)
  const [made, setMade] = useState<{ number: number; pin: string }>()
  const pin = made?.number === view.pin ? made.pin : knownPin(paired.session, view.pin)
  const make = async () => {
    const pin = makePin()
    const outcome = await view.setPin(pin)
    if (!outcome.ok || outcome.id === undefined) return
    keepPin(paired.session, outcome.id, pin)
    setMade({ number: outcome.id, pin })
  }
  useEffect(() => {
    if (!view.hasPin) void make()
  }, [])
  return (
    <p class="pairing-pin">
      {pin ? (
        <>
          {t('pairing.pin')} <b class="even-figures">{pin}</b>
        </>
      ) : (
        t('pairing.pin_elsewhere')
      )}{' '}
      <Button kind="quiet" onClick={() => void make()}>
        {t('pairing.pin_new')}
      </Button>
    </p>
  )
}

/** A link to send or to scan; until when it is good, where that is soon. */
export function PairingLink({ url, until }: { url: string; until?: number }) {
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
      {until !== undefined && <p class="sheet-lead">{t('pairing.until', { time: hourText(until) })}</p>}
    </div>
  )
}
