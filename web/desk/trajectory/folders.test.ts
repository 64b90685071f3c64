import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const here = new URL('.', import.meta.url)
const folders = readdirSync(here, { withFileTypes: true }).filter((one) => one.isDirectory()).map(({ name }) => name)

/** Which other folders of this one the files of a folder import from. */
function usedBy(folder: string): string[] {
  const files = readdirSync(new URL(`${folder}/`, here)).filter((name) => /\.tsx?$/.test(name))
  const text = files.map((name) => readFileSync(new URL(`${folder}/${name}`, here), 'utf8')).join('\n')
  return folders.filter((other) => other !== folder && text.includes(`from '../${other}/`))
}
function reached(from: string, seen = new Set<string>()): Set<string> {
  for (const next of usedBy(from)) if (!seen.has(next)) reached(next, seen.add(next))
  return seen
}

describe('the folders of the dossier', () => {
  it('use each other in one direction', () => {
    expect(folders).toContain('session')
    expect(folders.filter((folder) => reached(folder).has(folder))).toEqual([])
  })
})
