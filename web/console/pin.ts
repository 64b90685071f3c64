/** The PINs that this tablet made for a session, by their numbers, to be shown here again. */
const key = (session: string) => `kiemkring.pins.${session}`

function knownPins(session: string): Record<number, string> {
  try {
    return JSON.parse(localStorage.getItem(key(session)) ?? '{}')
  } catch {
    return {}
  }
}

export function knownPin(session: string, number: number): string | undefined {
  return knownPins(session)[number]
}

export function keepPin(session: string, number: number, pin: string): void {
  try {
    localStorage.setItem(key(session), JSON.stringify({ ...knownPins(session), [number]: pin }))
  } catch {
    // Shown for as long as the sheet is open.
  }
}

export function makePin(): string {
  const [number = 0] = crypto.getRandomValues(new Uint32Array(1))
  return String(number % 10_000).padStart(4, '0')
}
