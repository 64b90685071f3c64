import { desk as en } from './en/desk.ts'
import { portfolio as enPortfolio } from './en/portfolio.ts'
import { portfolio as nlPortfolio } from './nl/portfolio.ts'
import { plan as enPlan } from './en/plan.ts'
import { preparation as enPreparation } from './en/preparation.ts'
import { shared as enShared } from './en/shared.ts'
import { report as enReport } from './en/report.ts'
import { trajectory as enTrajectory } from './en/trajectory.ts'
import { desk as nl } from './nl/desk.ts'
import { plan as nlPlan } from './nl/plan.ts'
import { preparation as nlPreparation } from './nl/preparation.ts'
import { shared as nlShared } from './nl/shared.ts'
import { report as nlReport } from './nl/report.ts'
import { trajectory as nlTrajectory } from './nl/trajectory.ts'
import { sessionStep as enSessionStep } from './en/step-session.ts'
import { choiceStep as enChoiceStep } from './en/step-choice.ts'
import { planStep as enPlanStep } from './en/step-plan.ts'
import { openingStep as enOpeningStep } from './en/step-opening.ts'
import { sessionStep as nlSessionStep } from './nl/step-session.ts'
import { choiceStep as nlChoiceStep } from './nl/step-choice.ts'
import { planStep as nlPlanStep } from './nl/step-plan.ts'
import { openingStep as nlOpeningStep } from './nl/step-opening.ts'
import { speak } from './speak.ts'

export const t = speak(
  {
    ...nlShared,
    ...nlPlan,
    ...nlPreparation,
    ...nl,
    ...nlTrajectory,
    ...nlPortfolio,
    ...nlSessionStep,
    ...nlChoiceStep,
    ...nlPlanStep,
    ...nlOpeningStep,
    ...nlReport,
  },
  {
    ...enShared,
    ...enPlan,
    ...enPreparation,
    ...en,
    ...enTrajectory,
    ...enPortfolio,
    ...enSessionStep,
    ...enChoiceStep,
    ...enPlanStep,
    ...enOpeningStep,
    ...enReport,
  },
)
