import { phone as en } from './en/phone.ts'
import { shared as enShared } from './en/shared.ts'
import { phone as nl } from './nl/phone.ts'
import { shared as nlShared } from './nl/shared.ts'
import { speak } from './speak.ts'

export const t = speak({ ...nlShared, ...nl }, { ...enShared, ...en })
