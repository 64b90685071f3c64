import { expect, test } from 'vitest'
import type { ConceptMatch } from '../../../shared/trajectory.ts'
import { estimate, rounded, routeOf } from './concept-view.ts'

const known = (change: Partial<ConceptMatch>) =>
  ({ area_m2: [200, 400], cost_eur: [20_000, 30_000], ivn: false, ...change }) as ConceptMatch

test('what it costs on the room there is, and how much room the money gives', () => {
  expect(estimate(known({}), { area_m2: 300, euros: 25_000 })).toEqual({
    room: 'enough',
    money: 'fits',
    costs: [23_000, 30_000],
    covers: [250, 330],
  })
})

test('too little room or money is said, and no figure is made up for it', () => {
  expect(estimate(known({}), { area_m2: 180, euros: 6_500 })).toEqual({ room: 'small', money: 'short' })
  expect(estimate(known({}), { area_m2: 0, euros: 0 })).toEqual({ room: 'unknown', money: 'unknown' })
  expect(estimate(known({}), { area_m2: 0, euros: 30_000 }).money).toBe('ample')
})

test('what needs no room, and what may cost nothing', () => {
  expect(estimate(known({ area_m2: [0, 0] }), { area_m2: 180, euros: 25_000 })).toEqual({
    room: 'any',
    money: 'fits',
  })
  const free = estimate(known({ area_m2: [100, 20_000], cost_eur: [0, 3_000] }), {
    area_m2: 1_000,
    euros: 500,
  })
  expect(free).toEqual({ room: 'enough', money: 'fits', costs: [0, 150] })
})

test('estimates have two digits', () => {
  expect([3.4, 17, 1_234, 98_765].map(rounded)).toEqual([3, 17, 1_200, 99_000])
})

test('the concept decides the route of step 4', () => {
  expect(routeOf(known({ ivn: true }))).toBe('ivn_concept')
  expect(routeOf(known({}))).toBe('other_concept')
  expect(routeOf(undefined)).toBe('own_plan')
})
