import type { Colour } from '../../shared/trajectory.ts'
import './factor-sign.css'

/** The sign of a colour: a shape of its own for each, so that it is read without colour too. */
export function FactorSign({ colour }: { colour: Colour }) {
  return (
    <svg class={`factor-sign factor-sign--${colour}`} viewBox="0 0 26 26" aria-hidden="true">
      {colour === 'green' && (
        <>
          <path
            class="factor-sign__disc"
            d="M13 1.500C20 1.200 24.600 6.600 24.500 13C24.700 19.600 19.600 24.600 13 24.400C6.600 24.700 1.400 19.600 1.600 13C1.300 6.600 6 1.400 13 1.500Z"
          />
          <path class="factor-sign__check" d="M7.500 13.500L11.500 17.500L18.800 9" />
        </>
      )}
      {colour === 'amber' && (
        <>
          <path class="factor-sign__half" d="M13 1.600V24.400L1.600 13Z" />
          <path class="factor-sign__line" d="M13 1.600L24.400 13L13 24.400L1.600 13ZM13 1.600V24.400" />
        </>
      )}
      {colour === 'red' && (
        <path
          class="factor-sign__line"
          d="M13 2.400C17 9 21 16 24.600 23.600C17 24 9 24 1.400 23.600C5 16 9 9 13 2.400ZM13 10V16.400M13 19.800H13.100"
        />
      )}
      {colour === 'open' && <circle class="factor-sign__line" cx="13" cy="13" r="10.500" />}
    </svg>
  )
}
