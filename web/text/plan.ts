import { plan as en } from './en/plan.ts'
import { shared as enShared } from './en/shared.ts'
import { plan as nl } from './nl/plan.ts'
import { shared as nlShared } from './nl/shared.ts'
import { speak } from './speak.ts'

export const t = speak({ ...nlShared, ...nl }, { ...enShared, ...en })
