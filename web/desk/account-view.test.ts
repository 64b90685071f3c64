import { describe, expect, it } from 'vitest'
import { setupErrors } from './account-view.ts'

const good = { name: 'Anneke', passphrase: 'vier gewone woorden', repeat: 'vier gewone woorden' }

describe('A new account', () => {
  it('needs a name and a passphrase of twelve characters, typed twice', () => {
    expect(setupErrors(good)).toEqual({})
    expect(setupErrors({ ...good, name: '  ' })).toEqual({ name: { key: 'setup.name_missing' } })
    expect(setupErrors({ ...good, repeat: 'vier gewone woord' })).toEqual({
      repeat: { key: 'setup.repeat_differs' },
    })
  })

  it('says how many characters a passphrase misses, counted as people count them', () => {
    expect(setupErrors({ ...good, passphrase: 'elf tekens!', repeat: '' }).passphrase).toEqual({
      key: 'setup.passphrase_short',
      n: 1,
    })
    expect(setupErrors({ ...good, passphrase: '👩‍👩‍👧👩‍👩‍👧', repeat: '' }).passphrase).toEqual({
      key: 'setup.passphrase_short',
      n: 10,
    })
  })

  it('names the repeat only once the passphrase itself is long enough', () => {
    expect(setupErrors({ ...good, passphrase: 'kort', repeat: 'anders' }).repeat).toBeUndefined()
  })
})
