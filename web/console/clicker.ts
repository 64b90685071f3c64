/**
 * A presenter remote is a keyboard with two keys. It does what a tap on the next step does: that one is marked with `data-next`
 * (and `data-back` where there is a way back), the first of the page that can be pressed.
 */
const kept = 'kiemkring.clicker'

export function clickerAllowed(): boolean {
  try {
    return localStorage.getItem(kept) === 'on'
  } catch {
    return false
  }
}

export function allowClicker(allowed: boolean): void {
  try {
    if (allowed) localStorage.setItem(kept, 'on')
    else localStorage.removeItem(kept)
  } catch {
    // A browser that keeps nothing: off again after a reload.
  }
}

const keys: Readonly<Record<string, 'next' | 'back'>> = {
  PageDown: 'next',
  PageUp: 'back',
}

/** Ends with what it returns. Never while somebody types or a sheet lies over the page. */
export function listenToClicker(target: Document = document): () => void {
  const pressed = (event: KeyboardEvent) => {
    const way = keys[event.key]
    if (!way || event.repeat || event.ctrlKey || event.metaKey || event.altKey || !clickerAllowed()) return
    if (target.querySelector('dialog[open]')) return
    if (event.target instanceof Element && event.target.closest('input, textarea, select')) return
    event.preventDefault()
    const steps = [...target.querySelectorAll<HTMLButtonElement>(`[data-${way}]`)]
    steps.find((step) => !step.disabled && !step.closest('[inert]'))?.click()
  }
  target.addEventListener('keydown', pressed)
  return () => target.removeEventListener('keydown', pressed)
}
