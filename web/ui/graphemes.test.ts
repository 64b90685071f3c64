import { afterEach, describe, expect, it, vi } from 'vitest'
import { counterOf, countGraphemes, takeGraphemes } from './graphemes.ts'

const texts: [text: string, letters: number][] = [
  ['', 0],
  ['bank', 4],
  ['café', 4],
  ['cafe\u0301', 4],
  ['🌳🌳', 2],
  ['👩‍🌾 tuin', 6],
  ['👍🏽', 1],
  ['🇳🇱🇺🇦', 2],
  ['a\nb', 3],
]

afterEach(() => vi.unstubAllGlobals())

describe('Letters are counted as people count them', () => {
  it.each(texts)('%j', (text, letters) => {
    expect(countGraphemes(text)).toBe(letters)
  })

  it.each(texts)('%j, where the browser cannot split text', (text, letters) => {
    vi.stubGlobal('Intl', { ...Intl, Segmenter: undefined })
    expect(countGraphemes(text)).toBe(letters)
  })

  it('and never cut in half', () => {
    expect(takeGraphemes('👩‍🌾👩‍🌾', 1)).toBe('👩‍🌾')
    expect(takeGraphemes('bankje', 4)).toBe('bank')
  })
})

describe('The counter of a field', () => {
  it('is silent below three quarters', () => {
    expect(counterOf('a'.repeat(104), 140)).toEqual({ state: 'silent' })
  })

  it('says what is left from three quarters on, down to nothing', () => {
    expect(counterOf('a'.repeat(105), 140)).toEqual({ state: 'left', count: 35 })
    expect(counterOf('a'.repeat(140), 140)).toEqual({ state: 'left', count: 0 })
  })

  it('says how much is too much, and cuts nothing off', () => {
    expect(counterOf('🌳'.repeat(142), 140)).toEqual({ state: 'over', count: 2 })
  })
})
