// @vitest-environment happy-dom
import { afterEach, expect, test } from 'vitest'
import { listenToKeys } from './keys.ts'

const stops: (() => void)[] = []
const open = () => void stops.push(listenToKeys())
const press = (key: string) => document.dispatchEvent(new KeyboardEvent('keydown', { key }))
const theme = () => document.documentElement.dataset.theme

afterEach(() => {
  for (const stop of stops.splice(0)) stop()
  localStorage.clear()
})

test('D makes the screen dark and light again, and it is so after a reload', () => {
  document.documentElement.dataset.theme = 'light'
  open()
  expect(theme()).toBe('light')
  press('d')
  expect(theme()).toBe('dark')
  for (const stop of stops.splice(0)) stop()
  document.documentElement.dataset.theme = 'light'
  open()
  expect(theme()).toBe('dark')
  press('D')
  expect(theme()).toBe('light')
  expect(localStorage.length).toBe(0)
})
