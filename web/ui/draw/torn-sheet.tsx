import type { ComponentChildren } from 'preact'
import './torn-sheet.css'

export interface TornSheetProps {
  tone?: 'sand' | 'paper' | 'moss' | 'clay'
  class?: string
  children?: ComponentChildren
}

/** A second sheet across the page with its lower edge torn off. */
export function TornSheet({ tone = 'paper', class: name, children }: TornSheetProps) {
  return (
    <div class={`draw-torn draw-torn-${tone}${name ? ` ${name}` : ''}`}>
      {children}
      <svg
        class="draw-torn-edge"
        viewBox="0 0 390 8"
        preserveAspectRatio="none"
        aria-hidden="true"
        focusable="false"
      >
        <path d="M0 0H390V4.100C371 5.9 349 2.7 327 4.300S283 6.6 262 4.7 219 2.2 197 4.4 154 7.1 131 5.2 88 2.9 65 4.6 22 6.3 0 3.700Z" />
      </svg>
    </div>
  )
}
