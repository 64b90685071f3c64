/** After the next drawing, puts the focus in the first field that has an error. */
export function focusFirstError(form: HTMLElement): void {
  requestAnimationFrame(() =>
    requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()),
  )
}
