import { countGraphemes } from '../ui/graphemes.ts'

export const passphraseCharactersMin = 12
/** The server counts bytes; this many characters fit in any script. */
export const passphraseCharactersMax = 64
export const nameCharactersMax = 40

export interface SetupForm {
  readonly name: string
  readonly passphrase: string
  readonly repeat: string
}

export type SetupError =
  | { readonly key: 'setup.name_missing' | 'setup.repeat_differs' }
  | { readonly key: 'setup.name_long' | 'setup.passphrase_long'; readonly max: number }
  | { readonly key: 'setup.passphrase_short'; readonly n: number }

export type SetupErrors = Partial<Record<keyof SetupForm, SetupError>>

/** What is wrong, per field; empty when the account can be made. */
export function setupErrors(form: SetupForm): SetupErrors {
  const errors: SetupErrors = {}
  const name = countGraphemes(form.name.trim())
  if (name === 0) errors.name = { key: 'setup.name_missing' }
  else if (name > nameCharactersMax) errors.name = { key: 'setup.name_long', max: nameCharactersMax }

  const length = countGraphemes(form.passphrase)
  if (length < passphraseCharactersMin) {
    errors.passphrase = { key: 'setup.passphrase_short', n: passphraseCharactersMin - length }
  } else if (length > passphraseCharactersMax) {
    errors.passphrase = { key: 'setup.passphrase_long', max: passphraseCharactersMax }
  } else if (form.repeat !== form.passphrase) {
    errors.repeat = { key: 'setup.repeat_differs' }
  }
  return errors
}
