import type { Records } from '../shared/records.ts'

/** What the views of the big screen read: the records that the server sends to the audience `screen`. */
export type Source = Pick<Records, 'all' | 'one'>

/** Scenes are 1080 units high, whatever the screen; the width follows its shape. */
export const sceneHeight = 1080
export const sideMargin = 60

/** Where drawing may stand, from left to right, in a scene of this width. */
export function ground(width: number): { left: number; right: number } {
  return { left: sideMargin, right: width - sideMargin }
}

/** A screen of 16:9 rather than 4:3; the same line as in the styles. */
export function isWide(width: number): boolean {
  return width > 1.5 * sceneHeight
}
