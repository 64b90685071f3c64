import { describe, expect, it } from 'vitest'
import { routeOf } from '../route.ts'
import { addressOf, type Look, lookOf } from './portfolio-address.ts'
import { noFilters } from './portfolio-view.ts'

const plain: Look = { filters: noFilters, at: 'drawing', page: 0 }
const back = (look: Look) => {
  const route = routeOf(addressOf(look))
  return route.page === 'trajectories' ? lookOf(route.query) : undefined
}

describe('How the portfolio is looked at', () => {
  it('has nothing in the address as long as nothing is chosen', () => {
    expect(addressOf(plain)).toBe('#/trajectories')
    expect(lookOf('')).toEqual(plain)
  })

  it('comes back from the address as it was, whatever was typed', () => {
    const look: Look = {
      filters: {
        search: 'café & “groen” 100% #1?',
        place: 'De Hoef',
        municipality: 'Bergen op Zoom',
        funder: 'A+B',
        facilitator: 'Ömer=x',
        step: 'plan',
        outcome: 'running',
        overdue: true,
        quiet: true,
        archive: true,
      },
      at: 'list',
      page: 3,
    }
    expect(back(look)).toEqual(look)
    expect(back(plain)).toEqual(plain)
  })

  it('leaves out what it does not know', () => {
    expect(lookOf('step=moon&outcome=x&look=map&page=-2&overdue=yes&colour=red&page=1e9')).toEqual(plain)
    expect(lookOf('page=two')).toEqual(plain)
  })
})
