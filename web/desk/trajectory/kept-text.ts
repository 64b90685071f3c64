import { signal } from '@preact/signals'
import { organiser, expired } from '../store.ts'

/** What is typed in a sheet: a log-in that is over closes the sheet, and opened again it has the text still. */
const texts = signal<ReadonlyMap<string, string>>(new Map())

// Whoever logs out takes it along.
organiser.subscribe((who) => {
  if (who === null && !expired.value) texts.value = new Map()
})

export function keptText(name: string): readonly [text: string, keep: (text: string) => void] {
  const keep = (text: string) => {
    const others = new Map(texts.value)
    if (text) others.set(name, text)
    else others.delete(name)
    texts.value = others
  }
  return [texts.value.get(name) ?? '', keep]
}
