import { describe, expect, it } from 'vitest'
import { merged, valueAt, withValue } from './document-merge.ts'

const one = (id: string, name = id, words = '') => ({ id, name, words })
const began = { fee: '10', range: ['1', '2'], list: [one('a'), one('b'), one('c')] }
type Draft = typeof began
const list = (...entries: Draft['list']): Draft => ({ ...began, list: entries })
const ids = (draft: Draft) => draft.list.map(({ id }) => id).join('')

describe('Two drafts of one document', () => {
  it('are put together where they do not touch: fields, ends of a range, words of one entry', () => {
    const mine = { ...began, fee: '12', range: ['0', '2'], list: [one('a', 'A'), one('b'), one('c')] }
    const theirs = { ...began, range: ['1', '9'], list: [one('a', 'a', 'theirs'), one('b'), one('c')] }
    expect(merged(began, mine, theirs)).toEqual({
      value: { fee: '12', range: ['0', '9'], list: [one('a', 'A', 'theirs'), one('b'), one('c')] },
      clashes: [],
    })
    expect(merged(began, mine, mine).clashes).toEqual([])
  })

  it('clash at the field that both changed, with both texts there', () => {
    const mine = { ...list(one('a', 'mine'), one('b'), one('c')), fee: '12' }
    const theirs = { ...list(one('a', 'theirs'), one('b'), one('c')), fee: '13', range: ['1', '9'] }
    const { value, clashes } = merged(began, mine, theirs)
    expect(clashes).toEqual([
      { path: ['fee'], theirs: '13' },
      { path: ['list', 'a', 'name'], theirs: 'theirs' },
    ])
    expect([value.fee, valueAt(value, ['list', 'a', 'name']), value.range]).toEqual(['12', 'mine', ['1', '9']])
    const chosen = withValue(value, ['list', 'a', 'name'], 'theirs')
    expect(valueAt(chosen, ['list', 'a', 'name'])).toBe('theirs')
    expect(valueAt(withValue(value, ['range', '0'], '5'), ['range', '0'])).toBe('5')
  })

  it('keep what either added, also under one id, each in its place', () => {
    const mine = list(one('a'), one('b'), one('n', 'mine'), one('c'))
    const theirs = list(one('n', 'theirs'), one('a'), one('b'), one('c'), one('z'))
    const { value, clashes } = merged(began, mine, theirs)
    expect(clashes).toEqual([])
    expect(value.list.map(({ id, name }) => `${id} ${name}`)).toEqual([
      'n theirs',
      'a a',
      'b b',
      'n-2 mine',
      'c c',
      'z z',
    ])
  })

  it('lose what one took away and the other left alone, and ask about what the other changed', () => {
    const changed = one('b', 'changed')
    expect(ids(merged(began, list(one('a'), one('c')), list(one('a'), one('b'))).value)).toBe('a')
    expect(merged(began, list(one('a'), changed, one('c')), list(one('a'), one('c')))).toEqual({
      value: list(one('a'), changed, one('c')),
      clashes: [{ path: ['list', 'b'], theirs: undefined }],
    })
    expect(merged(began, list(one('a'), one('c')), list(one('a'), changed, one('c')))).toEqual({
      value: list(one('a'), changed, one('c')),
      clashes: [{ path: ['list', 'b'], theirs: changed, back: true }],
    })
    expect(ids(withValue(began, ['list', 'b'], undefined))).toBe('ac')
    expect(valueAt(began, ['list', 'gone', 'name'])).toBeUndefined()
  })

  it('stand in the order of whoever moved something', () => {
    const moved = list(one('c'), one('a'), one('b'))
    expect(ids(merged(began, moved, list(one('a'), one('b', 'B'), one('c'))).value)).toBe('cab')
    expect(ids(merged(began, list(one('a', 'A'), one('b'), one('c')), moved).value)).toBe('cab')
  })
})
