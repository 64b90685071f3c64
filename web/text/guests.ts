import { guests as en } from './en/guests.ts'
import { shared as enShared } from './en/shared.ts'
import { guests as nl } from './nl/guests.ts'
import { shared as nlShared } from './nl/shared.ts'
import { speak } from './speak.ts'

export const t = speak({ ...nlShared, ...nl }, { ...enShared, ...en })
