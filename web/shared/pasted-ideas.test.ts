import { expect, it } from 'vitest'
import { linesMax, pastedIdeas } from './pasted-ideas.ts'

it('takes a pasted list apart: one idea of each line, without bullets and numbers, none twice', () => {
  expect(pastedIdeas('- Een bankje\r\n2) Fruitbomen\n\n  • 3 vijvers \n3 bomen\nEen bankje\nfruitBomen\n')).toEqual({
    lines: ['Een bankje', 'Fruitbomen', '3 vijvers', '3 bomen'],
    tooLong: [],
    tooMany: false,
    twice: 2,
  })
  expect(pastedIdeas(' \n ').lines).toEqual([])
})

it('names the lines that are too long, and a list that is', () => {
  expect(pastedIdeas(`kort\n${'é'.repeat(140)}\n${'a'.repeat(141)}`).tooLong).toEqual([3])
  const list = (n: number) => Array.from({ length: n }, (_, i) => `idee ${i}`).join('\n')
  expect(pastedIdeas(list(linesMax)).tooMany).toBe(false)
  expect(pastedIdeas(list(linesMax + 1)).tooMany).toBe(true)
})
