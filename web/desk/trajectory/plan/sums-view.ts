import { all, type Dossier, first } from '../dossier-view.ts'

/** What the plan costs and what covers it; server/domain/trajectory/plan_rules.cpp adds up alike. */
export interface Sums {
  readonly cost: number
  readonly contingency: number
  readonly needed: number
  readonly inKind: number
  readonly hours: number
  readonly hoped: number
  readonly promised: number
  readonly received: number
  /** Above zero: too little. */
  readonly short: number
}

export function sumsOf(dossier: Dossier): Sums {
  const costs = all(dossier, 'cost').map(({ entry }) => entry)
  const covers = all(dossier, 'cover').map(({ entry }) => entry)
  const total = (amounts: readonly number[]) => amounts.reduce((sum, amount) => sum + amount, 0)
  const covered = (state: string) =>
    total(covers.filter((cover) => cover.state === state).map(({ amount }) => amount))
  const cost = total(costs.filter(({ in_kind }) => !in_kind).map(({ amount }) => amount))
  const percent = first(dossier, 'plan')?.entry.contingency_percent ?? 0
  const contingency = Math.ceil((cost * percent) / 100)
  const [hoped, promised, received] = [covered('hoped'), covered('promised'), covered('received')]
  return {
    cost,
    contingency,
    needed: cost + contingency,
    inKind: total(costs.filter(({ in_kind }) => in_kind).map(({ amount }) => amount)),
    hours: total(costs.map(({ hours }) => hours)),
    hoped,
    promised,
    received,
    short: cost + contingency - promised - received,
  }
}
