import { answer as en } from './en/answer.ts'
import { shared as enShared } from './en/shared.ts'
import { answer as nl } from './nl/answer.ts'
import { shared as nlShared } from './nl/shared.ts'
import { speak } from './speak.ts'

export const t = speak({ ...nlShared, ...nl }, { ...enShared, ...en })
