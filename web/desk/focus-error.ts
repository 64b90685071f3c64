/** After the next drawing, puts the focus in the first field that has an error; not when somebody went on to another field by then. */
export function focusFirstError(form: HTMLElement): void {
  const before = document.activeElement
  const isGoingOn = () => document.activeElement !== before && form.contains(document.activeElement)
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      if (!isGoingOn()) form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
    }),
  )
}
