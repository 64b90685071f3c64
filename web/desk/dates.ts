/** "24 nov 2026". A date that is none stays as it came. */
export function shortDate(date: number | string, language: string): string {
  const day = typeof date === 'number' ? new Date(date) : new Date(`${date}T12:00:00`)
  if (Number.isNaN(day.getTime())) return String(date)
  return day.toLocaleDateString(regionOf(language), { day: 'numeric', month: 'short', year: 'numeric' })
}

export function longDate(date: number | string, language: string): string {
  const day = typeof date === 'number' ? new Date(date) : new Date(`${date}T12:00:00`)
  if (Number.isNaN(day.getTime())) return String(date)
  return day.toLocaleDateString(regionOf(language), { day: 'numeric', month: 'long', year: 'numeric' })
}

/** "do 26 nov" */
export function weekDay(date: number | string, language: string): string {
  const day = typeof date === 'number' ? new Date(date) : new Date(`${date}T12:00:00`)
  if (Number.isNaN(day.getTime())) return String(date)
  return day.toLocaleDateString(regionOf(language), { weekday: 'short', day: 'numeric', month: 'short' })
}

export function clockTime(time: number, language: string): string {
  return new Date(time).toLocaleTimeString(regionOf(language), { hour: '2-digit', minute: '2-digit' })
}

export function daysFrom(now: number, days: number): number {
  return now + days * 86_400_000
}

/** English as in Europe: the day before the month, and 24 hours. */
function regionOf(language: string): string {
  return language === 'en' ? 'en-GB' : language
}
