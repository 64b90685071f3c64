import { randomHex } from '../shared/random-hex.ts'

/**
 * The names of slides that are brought, until all of a file came. When an answer was lost nobody knows whether the slide came:
 * whoever chooses the same file again brings it under the same name, and the server keeps one.
 */
const keys = new Map<string, string>()

const nameOf = (file: File, round: number) => [round, file.name, file.size, file.lastModified].join('/')

export function slideKey(file: File, round: number, page = 0): string {
  const name = `${nameOf(file, round)}#${page}`
  const key = keys.get(name) ?? randomHex(16)
  keys.set(name, key)
  return key
}

export function forgetSlideKeys(file: File, round: number): void {
  const name = `${nameOf(file, round)}#`
  for (const known of [...keys.keys()]) if (known.startsWith(name)) keys.delete(known)
}
