/** Chosen, for who looks; who listens hears it from the button. */
export function Tick() {
  return (
    <svg class="tick" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path
        class="tick-disc"
        d="M12 1.2c6.2-.2 10.900 4.600 10.800 10.700-.1 6.200-4.800 11-10.900 10.900C5.800 22.700 1.100 18 1.200 11.900 1.300 5.800 6 1.300 12 1.200z"
      />
      <path class="tick-mark" d="M7 12.400l3.500 3.600C12.500 12.800 14.700 10.300 17.300 8" />
    </svg>
  )
}
