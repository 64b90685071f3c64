// @vitest-environment happy-dom
import { beforeEach, expect, it } from 'vitest'
import { focusFirstError } from './focus-error.ts'

let form: HTMLElement
const field = (name: string) => form.querySelector<HTMLElement>(`[name=${name}]`)
const twoFrames = () =>
  new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 0))))

beforeEach(() => {
  document.body.innerHTML =
    '<form><input name="right"><input name="wrong" aria-invalid="true"><button name="keep">Bewaar</button></form>'
  form = document.querySelector('form') as HTMLElement
  field('keep')?.focus()
})

it('goes to the first field that is wrong', async () => {
  focusFirstError(form)
  await twoFrames()
  expect(document.activeElement).toBe(field('wrong'))
})

it('takes nobody away from a field where they type already', async () => {
  focusFirstError(form)
  field('right')?.focus()
  await twoFrames()
  expect(document.activeElement).toBe(field('right'))
})
