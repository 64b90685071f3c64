import { signal } from '@preact/signals'

/** Rows that stand open, by the name of their form. */
export const openRows = signal<ReadonlySet<string>>(new Set())

export function openRow(name: string, open = true): void {
  const rows = new Set(openRows.value)
  if (open) rows.add(name)
  else rows.delete(name)
  openRows.value = rows
}

/** Opens the row of a form and puts the focus in one of its fields. */
export function focusEntry(name: string, field?: string): void {
  openRow(name)
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      const form = document.getElementById(`form-${name}`)
      const wanted = field && form?.querySelector<HTMLElement>(`[name="${field}"]`)
      const found = wanted || form?.querySelector<HTMLElement>('input, textarea, button')
      found?.focus()
      found?.scrollIntoView({ block: 'center' })
    }),
  )
}
