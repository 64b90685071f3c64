import type { ComponentChildren } from 'preact'

/** Read aloud, not seen. */
export function VisuallyHidden({ children }: { children: ComponentChildren }) {
  return <span class="visually-hidden">{children}</span>
}
