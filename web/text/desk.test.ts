import { expect, it } from 'vitest'
import { desk } from './nl/desk.ts'
import { plan } from './nl/plan.ts'
import { portfolio } from './nl/portfolio.ts'
import { report } from './nl/report.ts'
import { choiceStep } from './nl/step-choice.ts'
import { openingStep } from './nl/step-opening.ts'
import { planStep } from './nl/step-plan.ts'
import { sessionStep } from './nl/step-session.ts'
import { trajectory } from './nl/trajectory.ts'

it('has each phrase of the desk once: the files are laid over each other', () => {
  const files = [desk, plan, portfolio, report, choiceStep, openingStep, planStep, sessionStep, trajectory]
  const keys = files.flatMap((file) => Object.keys(file))
  expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([])
})
