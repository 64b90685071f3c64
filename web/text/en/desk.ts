import type { Translation } from '../message.ts'
import type { desk as nl } from '../nl/desk.ts'

export const desk: Translation<typeof nl> = {
  'a11y.traffic': 'Green: done · Amber: partly · Red: not yet',
}
