import { desk as en } from './en/desk.ts'
import { plan as enPlan } from './en/plan.ts'
import { shared as enShared } from './en/shared.ts'
import { trajectory as enTrajectory } from './en/trajectory.ts'
import { desk as nl } from './nl/desk.ts'
import { plan as nlPlan } from './nl/plan.ts'
import { shared as nlShared } from './nl/shared.ts'
import { trajectory as nlTrajectory } from './nl/trajectory.ts'
import { speak } from './speak.ts'

export const t = speak(
  { ...nlShared, ...nlPlan, ...nl, ...nlTrajectory },
  { ...enShared, ...enPlan, ...en, ...enTrajectory },
)
