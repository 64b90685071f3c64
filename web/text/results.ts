import { results as en } from './en/results.ts'
import { shared as enShared } from './en/shared.ts'
import { results as nl } from './nl/results.ts'
import { shared as nlShared } from './nl/shared.ts'
import { speak } from './speak.ts'

export const t = speak({ ...nlShared, ...nl }, { ...enShared, ...en })
