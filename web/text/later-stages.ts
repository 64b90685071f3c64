import { laterStages as en } from './en/later-stages.ts'
import { shared as enShared } from './en/shared.ts'
import { laterStages as nl } from './nl/later-stages.ts'
import { shared as nlShared } from './nl/shared.ts'
import { speak } from './speak.ts'

export const t = speak({ ...nlShared, ...nl }, { ...enShared, ...en })
