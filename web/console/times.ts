import { language } from '../text/language.ts'

const locale = () => (language.value === 'en' ? 'en-GB' : 'nl-NL')

/** "2026-05-09" as "zaterdag 9 mei 2026"; what is no date stays as it is. */
export function dateText(day: string): string {
  const date = new Date(`${day}T12:00:00`)
  if (Number.isNaN(date.getTime())) return day
  return date.toLocaleDateString(locale(), {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  })
}

/** Today in this place, as YYYY-MM-DD. */
export function dayOf(at: number): string {
  const date = new Date(at)
  const two = (n: number) => String(n).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}

export function secondsLeft(at: number, now: number): number {
  return Math.max(0, Math.ceil((at - now) / 1000))
}
