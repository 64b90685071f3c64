import { useState } from 'preact/hooks'
import { t } from '../text/desk.ts'
import { Button } from '../ui/button.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { TextField } from '../ui/text-field.tsx'
import { type SetupError, setupErrors } from './account-view.ts'
import { focusFirstError } from './focus-error.ts'
import { hashes } from './route.ts'
import { Sprouts } from './sprouts.tsx'
import { ask, goTo, loggedIn } from './store.ts'

export function SetupPage({ secret }: { secret: string }) {
  const [name, setName] = useState('')
  const [passphrase, setPassphrase] = useState('')
  const [repeat, setRepeat] = useState('')
  const [shown, setShown] = useState(false)
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [used, setUsed] = useState(false)

  if (used) {
    return (
      <div class="account">
        <div class="account__words">
          <h1>{t('setup.used_title')}</h1>
          <p>{t('setup.used')}</p>
          <Button kind="primary" onClick={() => goTo(hashes.trajectories)}>
            {t('setup.to_login')}
          </Button>
        </div>
        <Sprouts />
      </div>
    )
  }

  const errors = tried ? setupErrors({ name, passphrase, repeat }) : {}
  const submit = async (event: Event) => {
    event.preventDefault()
    setTried(true)
    if (Object.keys(setupErrors({ name, passphrase, repeat })).length > 0) {
      focusFirstError(event.currentTarget as HTMLFormElement)
      return
    }
    setBusy(true)
    const reply = await ask('POST /api/setup', { secret, name: name.trim(), passphrase })
    setBusy(false)
    if (reply.ok) {
      // Before the page changes, so that it does not ask for a log-in that it already has.
      loggedIn(name.trim())
      goTo(hashes.trajectories)
    } else if (reply.status === 404) {
      setUsed(true)
    }
  }
  const type = shown ? 'text' : 'password'
  return (
    <div class="account">
      <form class="account__words" onSubmit={submit} noValidate>
        <h1>{t('setup.title')}</h1>
        <p>{t('setup.intro')}</p>
        <TextField
          label={t('setup.name')}
          hint={t('setup.name_hint')}
          value={name}
          onInput={setName}
          error={sentence(errors.name)}
          name="name"
          autocomplete="username"
        />
        <TextField
          label={t('setup.passphrase')}
          hint={t('setup.passphrase_hint')}
          value={passphrase}
          onInput={setPassphrase}
          error={sentence(errors.passphrase)}
          type={type}
          name="passphrase"
          autocomplete="new-password"
        />
        <TextField
          label={t('setup.repeat')}
          value={repeat}
          onInput={setRepeat}
          error={sentence(errors.repeat)}
          type={type}
          name="repeat"
          autocomplete="new-password"
        />
        <Checkbox label={t('setup.show')} checked={shown} onChange={setShown} />
        <Button kind="primary" type="submit" busy={busy}>
          {t('setup.button')}
        </Button>
      </form>
      <Sprouts />
    </div>
  )
}

function sentence(error: SetupError | undefined): string | undefined {
  if (!error) return undefined
  if ('max' in error) return t(error.key, { max: error.max })
  if ('n' in error) return t(error.key, { n: error.n })
  return t(error.key)
}
