import { shared as en } from './en/shared.ts'
import { shared as nl } from './nl/shared.ts'
import { speak } from './speak.ts'

export const t = speak(nl, en)
