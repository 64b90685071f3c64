import type { ComponentChildren } from 'preact'

/** A dot on a line of rounds or steps: ticked off when it is done, else with what stands in it. */
export function LineDot({ state, children }: { state: 'done' | 'now' | 'ahead'; children: ComponentChildren }) {
  return (
    <span class="round-line__dot" aria-hidden="true">
      {state === 'done' ? (
        <svg viewBox="0 0 26 26" aria-hidden="true">
          <path
            class="round-line__disc"
            d="M13 1.500C20 1.200 24.600 6.600 24.500 13C24.700 19.600 19.600 24.600 13 24.400C6.600 24.700 1.400 19.600 1.600 13C1.300 6.600 6 1.400 13 1.500Z"
          />
          <path class="round-line__check" d="M7.500 13.500L11.500 17.500L18.800 9" />
        </svg>
      ) : (
        children
      )}
    </span>
  )
}
