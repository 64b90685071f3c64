import { useEffect, useState } from 'preact/hooks'
import { t } from '../text/desk.ts'
import { language } from '../text/language.ts'
import { announce } from '../ui/announcer.tsx'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/draw/icon.tsx'
import { QrCode } from '../ui/qr-code.tsx'
import { clockTime } from './dates.ts'
import { DoorDrawing } from './door-drawing.tsx'
import { ask } from './store.ts'

interface Pairing {
  readonly url: string
  readonly expiresAt: number
}

const words = {
  facilitator: {
    title: 'session.tablet',
    body: 'session.tablet_body',
    make: 'session.tablet_button',
    again: 'session.tablet_again',
    here: 'session.tablet_here',
  },
  screen: {
    title: 'session.screen',
    body: 'session.screen_body',
    make: 'session.screen_button',
    again: 'session.screen_again',
    here: 'session.screen_here',
  },
} as const

/** One of the two ways into the room: makes a link with a limited life and shows it as QR, address and button. */
export function PairingPanel({ session, pairs }: { session: string; pairs: keyof typeof words }) {
  const [pairing, setPairing] = useState<Pairing>()
  const [over, setOver] = useState(false)
  const [busy, setBusy] = useState(false)
  const said = words[pairs]

  useEffect(() => {
    if (!pairing) return
    setOver(false)
    const timer = setTimeout(() => setOver(true), Math.max(0, pairing.expiresAt - Date.now()))
    return () => clearTimeout(timer)
  }, [pairing])

  const make = async () => {
    setBusy(true)
    const reply = await ask('POST /api/sessions/ID/pairing', { role: pairs }, { id: session })
    setBusy(false)
    if (!reply.ok) return
    setPairing({ url: reply.body.url, expiresAt: reply.body.expires_at })
    announce(
      `${t(said.body)} ${t('session.expires', { time: clockTime(reply.body.expires_at, language.value) })}`,
    )
  }
  const valid = pairing && !over
  return (
    <section class="door" aria-label={t(said.title)}>
      <h3>{t(said.title)}</h3>
      {valid ? (
        <>
          <div class="door__qr">
            <QrCode text={pairing.url} label={t('session.qr')} />
          </div>
          <p>
            {t(said.body)} {t('session.expires', { time: clockTime(pairing.expiresAt, language.value) })}
          </p>
          <a class="door__link" href={pairing.url} target="_blank" rel="noopener">
            <Icon name="link" size="1.25em" />
            {t(said.here)}
          </a>
          <Address url={pairing.url} />
          <Button kind="quiet" busy={busy} onClick={() => void make()}>
            {t(said.again)}
          </Button>
        </>
      ) : (
        <>
          <DoorDrawing shows={pairs} />
          <p>{over ? t('session.expired') : t(said.body)}</p>
          <Button
            kind={pairs === 'facilitator' ? 'primary' : 'secondary'}
            icon={pairs === 'facilitator' ? 'hand' : 'screen'}
            busy={busy}
            onClick={() => void make()}
          >
            {t(said.make)}
          </Button>
        </>
      )}
    </section>
  )
}

/** To be copied, or selected. */
export function Address({ url }: { url: string }) {
  const [copied, setCopied] = useState(false)
  // On plain http browsers have no clipboard for pages; the address can be selected instead.
  const clipboard = typeof navigator !== 'undefined' ? navigator.clipboard : undefined
  const copy = async () => {
    await clipboard?.writeText(url)
    setCopied(true)
    announce(t('session.copied'))
  }
  return (
    <div class="address">
      <label>
        <span class="visually-hidden">{t('session.link')}</span>
        <input class="address__url" readOnly value={url} onFocus={(event) => event.currentTarget.select()} />
      </label>
      {clipboard && (
        <Button onClick={() => void copy()}>
          {copied ? <Icon name="check" size="1.25em" /> : t('session.copy')}
        </Button>
      )}
    </div>
  )
}
