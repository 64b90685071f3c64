// The approach as it is typed at the desk, and what is wrong with it.
import type { ApproachFile, ProposedFactor } from '../../shared/approach.ts'
import { randomHex } from '../../shared/random-hex.ts'
import { lineMax, noteMax, readField, textOf } from '../trajectory/fields-view.ts'
import { countGraphemes } from '../../ui/graphemes.ts'

/** Known again by its id as long as it is changed here: the server has none. */
export interface FactorDraft extends ProposedFactor {
  readonly id: string
}
export interface ApproachDraft {
  readonly fee: string
  readonly refund: string
  readonly hours_from: string
  readonly hours_to: string
  readonly contingency_percent: string
  readonly factors: readonly FactorDraft[]
}
export const numbers = ['fee', 'refund', 'hours_from', 'hours_to', 'contingency_percent'] as const
export const factorFields = ['name_nl', 'name_en', 'question_nl', 'question_en'] as const
const noFactor: ProposedFactor = { name_nl: '', name_en: '', question_nl: '', question_en: '' }
// Also another one than in what a tab remembers of before a reload.
const newId = () => `factor-${randomHex(8)}`
export const emptyFactor = (): FactorDraft => ({ id: newId(), ...noFactor })
export const factorsMax = 20

/** `before`: what stood there, of which the factors keep their ids. */
export function draftOf(file: ApproachFile, language: string, before?: ApproachDraft): ApproachDraft {
  return {
    fee: textOf('money', file.fee, language),
    refund: textOf('money', file.refund, language),
    hours_from: textOf('whole', file.hours_from, language),
    hours_to: textOf('whole', file.hours_to, language),
    contingency_percent: textOf('whole', file.contingency_percent, language),
    factors: knownAgain(file.factors, before?.factors ?? []),
  }
}

/** The same one, else one with the same name or question, else the one that stood at its place. */
function knownAgain(factors: readonly ProposedFactor[], before: readonly FactorDraft[]): FactorDraft[] {
  const free = new Map(before.map((one, at) => [one.id, { one, at }]))
  const ids = new Map<number, string>()
  const isLike: ((factor: ProposedFactor, at: number, other: FactorDraft, otherAt: number) => boolean)[] = [
    (factor, _, other) => factorFields.every((name) => factor[name] === other[name]),
    (factor, _, other) => factorFields.some((name) => factor[name] !== '' && factor[name] === other[name]),
    (_, at, __, otherAt) => at === otherAt,
  ]
  for (const like of isLike)
    factors.forEach((factor, at) => {
      const found = !ids.has(at) && [...free.values()].find((other) => like(factor, at, other.one, other.at))
      if (!found) return
      ids.set(at, found.one.id)
      free.delete(found.one.id)
    })
  return factors.map((factor, at) => ({ id: ids.get(at) ?? newId(), ...factor }))
}

/** What is wrong, by its place: `fee`, `factors[2].name_nl`. */
export type Faults = Readonly<Record<string, string>>

export function readDraft(draft: ApproachDraft): { readonly file: ApproachFile; readonly faults: Faults } {
  const faults: Record<string, string> = {}
  const value = (name: (typeof numbers)[number]) => {
    const read = readField(name === 'fee' || name === 'refund' ? 'money' : 'whole', draft[name])
    if ('value' in read) return Number(read.value)
    faults[name] = read.wrong
    return 0
  }
  const [fee, refund, hours_from, hours_to, contingency_percent] = numbers.map(value) as [
    number,
    number,
    number,
    number,
    number,
  ]
  if (!faults.fee && !faults.refund && refund > fee) faults.refund = 'above_fee'
  for (const [name, hours] of [
    ['hours_from', hours_from],
    ['hours_to', hours_to],
  ] as const)
    if (!faults[name] && hours > 80) faults[name] = 'too_large'
  if (!faults.contingency_percent && contingency_percent > 100) faults.contingency_percent = 'too_large'
  if (!faults.hours_from && !faults.hours_to && hours_to < hours_from) faults.hours_to = 'wrong_order'
  const factors = draft.factors.map(({ id: _, ...factor }, at) => {
    for (const field of factorFields) {
      const text = factor[field].trim()
      const max = field.startsWith('name') ? lineMax : noteMax
      if (field === 'name_nl' && text === '') faults[`factors[${at}].${field}`] = 'needed'
      else if (countGraphemes(text) > max) faults[`factors[${at}].${field}`] = 'too_long'
    }
    return factor
  })
  return { file: { kiemkring_approach: 1, fee, refund, hours_from, hours_to, contingency_percent, factors }, faults }
}

/** The place of a fault in words: which factor, counted from 1, and which member. */
export function placeOf(where: string): { readonly factor?: number; readonly member: string } {
  const found = /^factors\[(\d+)\](?:\.(.*))?$/.exec(where)
  return found ? { factor: Number(found[1]) + 1, member: found[2] ?? '' } : { member: where }
}
