import './ground-line.css'

/** The line that things stand on, across the page, drawn by hand. */
export function GroundLine({
  tone = 'edge',
  class: name,
}: {
  tone?: 'ink' | 'edge' | 'hair'
  class?: string
}) {
  return (
    <svg
      class={`draw-ground draw-ground-${tone}${name ? ` ${name}` : ''}`}
      viewBox="0 0 600 8"
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      <path d="M0 4.600C34 2.9 71 5.7 108 4.300S176 2.7 214 4.5 282 5.9 321 4.1 388 3 426 4.8 497 5.4 534 3.7 577 4.7 600 3.9" />
    </svg>
  )
}
