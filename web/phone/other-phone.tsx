import { useSignal } from '@preact/signals'
import { t } from '../text/phone.ts'
import { announce } from '../ui/announcer.tsx'
import { Button } from '../ui/button.tsx'
import { QrCode } from '../ui/qr-code.tsx'
import './other-phone.css'
import type { OtherPhoneView } from './other-phone-view.ts'

/** The way to go on with a second phone; closed, because who sees the code can be this person. */
export function OtherPhone({ view }: { view: OtherPhoneView }) {
  const open = useSignal(false)
  return (
    <details
      class="fold other-phone"
      open={open.value}
      onToggle={(event) => {
        open.value = event.currentTarget.open
      }}
    >
      <summary>{t('mine.other_phone')}</summary>
      {open.value && (
        <div class="stack">
          <p>{t('mine.other_how')}</p>
          <div class="other-phone-qr">
            <QrCode text={view.link} label={t('mine.other_qr')} />
          </div>
          <PersonalLink view={view} />
          <p class="quiet">{t('mine.other_personal')}</p>
        </div>
      )}
    </details>
  )
}

export function PersonalLink({ view }: { view: OtherPhoneView }) {
  const copied = useSignal(false)
  const copy = () =>
    void view.copy?.().then((done) => {
      copied.value = done
      if (done) announce(t('mine.other_copied'))
    })
  return (
    <>
      <label class="other-phone-link">
        <span>{t('mine.other_link')}</span>
        <input readOnly value={view.link} onFocus={(event) => event.currentTarget.select()} />
      </label>
      {view.copy && (
        <Button icon={copied.value ? 'check' : 'link'} onClick={copy}>
          {copied.value ? t('mine.other_copied') : t('mine.other_copy')}
        </Button>
      )}
    </>
  )
}
