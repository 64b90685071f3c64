import { useState } from 'preact/hooks'
import { t } from '../text/desk.ts'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/text-field.tsx'
import { announce } from '../ui/announcer.tsx'
import { focusFirstError } from './focus-error.ts'
import { Sprouts } from './sprouts.tsx'
import { ask, expired, loggedIn, organiser, trouble } from './store.ts'

/** The address stays as it is, so that one goes on where one was. */
export function LoginPage() {
  const [name, setName] = useState('')
  const [passphrase, setPassphrase] = useState('')
  const [tried, setTried] = useState(false)
  const [refused, setRefused] = useState<'wrong' | 'too_often'>()
  const [busy, setBusy] = useState(false)

  const submit = async (event: Event) => {
    event.preventDefault()
    const form = event.currentTarget as HTMLFormElement
    setTried(true)
    if (name.trim() === '' || passphrase === '') return focusFirstError(form)
    setBusy(true)
    const reply = await ask('POST /api/login', { name: name.trim(), passphrase })
    setBusy(false)
    if (reply.ok) return loggedIn(reply.body.name)
    if (reply.status === 401 || reply.status === 400) {
      organiser.value = null
      setRefused('wrong')
      announce(t('login.wrong'))
      focusFirstError(form)
    } else if (reply.status === 429) {
      trouble.value = undefined
      setRefused('too_often')
      announce(t('login.too_often'))
    }
  }
  const typed = (set: (text: string) => void) => (text: string) => {
    setRefused(undefined)
    set(text)
  }
  const refusal =
    refused === 'wrong' ? t('login.wrong') : refused === 'too_often' ? t('login.too_often') : undefined
  return (
    <div class="account">
      <form class="account__words" onSubmit={submit} noValidate>
        <h1>{t('login.title')}</h1>
        <p>{expired.value ? t('login.expired') : t('login.intro')}</p>
        <TextField
          label={t('login.name')}
          value={name}
          onInput={typed(setName)}
          error={tried && name.trim() === '' ? t('login.name_missing') : undefined}
          name="name"
          autocomplete="username"
          autocapitalize="off"
        />
        <TextField
          label={t('login.passphrase')}
          value={passphrase}
          onInput={typed(setPassphrase)}
          error={tried && passphrase === '' ? t('login.passphrase_missing') : refusal}
          type="password"
          name="passphrase"
          autocomplete="current-password"
        />
        <Button kind="primary" type="submit" busy={busy}>
          {t('login.button')}
        </Button>
        <p class="quiet-words">{t('login.forgotten')}</p>
      </form>
      <Sprouts />
    </div>
  )
}
