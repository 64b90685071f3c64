import { expect, test } from 'vitest'
import { hexOf, isRightToLeft, readable } from './style.ts'

test('colours of a page, however they are written', () => {
  expect(hexOf('#DDEBDD')).toBe('ddebdd')
  expect(hexOf('rgb(44, 95, 62)')).toBe('2c5f3e')
  expect(hexOf('rgb(0, 0, 9)')).toBe('000009')
  expect(hexOf('')).toBeUndefined()
  expect(hexOf('inherit')).toBeUndefined()
})

test('what no XML may hold is not written, and every pair stays whole', () => {
  expect(readable('a\u0000b\u001fc\uffff')).toBe('a\ufffdb\ufffdc\ufffd')
  expect(readable('🐸 é\t\n')).toBe('🐸 é\t\n')
  expect(readable('\ud83d x \udc38')).toBe('\ufffd x \ufffd')
})

test('the first letter says in which direction a text runs', () => {
  expect(isRightToLeft('1. حديقة and more')).toBe(true)
  expect(isRightToLeft('Tuin حديقة')).toBe(false)
  expect(isRightToLeft('12 🐸')).toBe(false)
})
