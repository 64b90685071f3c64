import { desk as en } from './en/desk.ts'
import { shared as enShared } from './en/shared.ts'
import { desk as nl } from './nl/desk.ts'
import { shared as nlShared } from './nl/shared.ts'
import { speak } from './speak.ts'

export const t = speak({ ...nlShared, ...nl }, { ...enShared, ...en })
