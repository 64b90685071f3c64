import { screen as en } from './en/screen.ts'
import { shared as enShared } from './en/shared.ts'
import { screen as nl } from './nl/screen.ts'
import { shared as nlShared } from './nl/shared.ts'
import { speak } from './speak.ts'

export const t = speak({ ...nlShared, ...nl }, { ...enShared, ...en })
