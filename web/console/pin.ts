/** The PIN that this tablet made for a session, to be shown here again. */
const key = (session: string) => `kiemkring.pin.${session}`

export function knownPin(session: string): string | undefined {
  try {
    return localStorage.getItem(key(session)) ?? undefined
  } catch {
    return undefined
  }
}

export function keepPin(session: string, pin: string): void {
  try {
    localStorage.setItem(key(session), pin)
  } catch {
    // Shown for as long as the sheet is open.
  }
}

export function makePin(): string {
  const [number = 0] = crypto.getRandomValues(new Uint32Array(1))
  return String(number % 10_000).padStart(4, '0')
}
