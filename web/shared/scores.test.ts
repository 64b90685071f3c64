import { expect, it } from 'vitest'
import { setLanguage } from '../text/language.ts'
import { averageOf, averageText, countsText } from './scores.ts'

it('says what the group gave in words', () => {
  setLanguage('nl')
  expect(averageText([0, 1, 0, 3, 0])).toBe('Gemiddeld 3,5 van 5')
  expect(countsText('points', [0, 1, 0, 3, 0])).toBe('4 antwoorden, van 2 tot 4')
  expect(countsText('points', [0, 0, 0, 3, 0])).toBe('3 antwoorden: allemaal een 4')
  expect(countsText('colours', [3, 0, 1])).toBe('3 groen, 1 rood')
  expect(countsText('colours', [0, 0, 0])).toBe('Niemand vulde dit in.')
  expect(averageOf([0, 0, 0, 0, 0])).toBeUndefined()
})
