import { secondLanguage as en } from './en/second-language.ts'
import { shared as enShared } from './en/shared.ts'
import { secondLanguage as nl } from './nl/second-language.ts'
import { shared as nlShared } from './nl/shared.ts'
import { speak } from './speak.ts'

export const t = speak({ ...nlShared, ...nl }, { ...enShared, ...en })
