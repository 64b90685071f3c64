import type { ComponentChildren, CSSProperties } from 'preact'
import './drawing.css'

export interface DrawingProps {
  viewBox: string
  /** What a screen reader says. Without it the drawing is passed over: the words stand beside it. */
  label?: string | undefined
  class?: string | undefined
  style?: CSSProperties | undefined
  /** How the drawing fits its box, as in SVG. */
  fit?: string | undefined
  children?: ComponentChildren
}

/** An SVG that is either an image with a name or not there for a screen reader. */
export function Drawing({ viewBox, label, class: name, style, fit, children }: DrawingProps) {
  const shared = { viewBox, class: name, style, preserveAspectRatio: fit }
  if (label === undefined) {
    return (
      <svg {...shared} aria-hidden="true" focusable="false">
        {children}
      </svg>
    )
  }
  return (
    <svg {...shared} role="img" aria-label={label}>
      {children}
    </svg>
  )
}
