import { consolePage as en } from './en/console.ts'
import { plan as enPlan } from './en/plan.ts'
import { preparation as enPreparation } from './en/preparation.ts'
import { shared as enShared } from './en/shared.ts'
import { consolePage as nl } from './nl/console.ts'
import { plan as nlPlan } from './nl/plan.ts'
import { preparation as nlPreparation } from './nl/preparation.ts'
import { shared as nlShared } from './nl/shared.ts'
import { speak } from './speak.ts'

export const t = speak({ ...nlShared, ...nlPlan, ...nlPreparation, ...nl }, { ...enShared, ...enPlan, ...enPreparation, ...en })
