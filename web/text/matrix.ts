import { matrix as en } from './en/matrix.ts'
import { shared as enShared } from './en/shared.ts'
import { matrix as nl } from './nl/matrix.ts'
import { shared as nlShared } from './nl/shared.ts'
import { speak } from './speak.ts'

export const t = speak({ ...nlShared, ...nl }, { ...enShared, ...en })
