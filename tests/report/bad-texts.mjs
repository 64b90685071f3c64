// The texts of bad-texts.json, and what a field keeps of them.
import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../deploy/processes.mjs'

export const texts = JSON.parse(readFileSync(join(root, 'tests/report/bad-texts.json'), 'utf8'))
export const key = () => randomBytes(16).toString('hex')

const letters = (text) => [...new Intl.Segmenter().segment(text)].map(({ segment }) => segment)
export const fits = (text, most) => letters(text).length <= most
/** As much of it as a field of so many letters takes, as it is kept there. */
export const within = (text, most) => letters(text.trim()).slice(0, most).join('').trim()
/** Each once, for fields in which two of the same make no sense. */
export const different = [...new Set(texts.map((one) => one.trim()))]
/** The i-th of them, counted round. */
export const text = (i, most) => within(different[i % different.length], most)
