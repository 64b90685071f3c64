import { language, localeOf } from '../text/language.ts'

/** The time that is left, never below zero. Both moments are the server's, in milliseconds. */
export function remainingMs(endsAt: number, now: number): number {
  return Math.max(0, endsAt - now)
}

/** 65,000 ms is 1:05. A second that has begun counts, so that 0:00 means that the time is up. */
export function clockText(ms: number): string {
  const seconds = Math.ceil(Math.max(0, ms) / 1000)
  const hours = Math.floor(seconds / 3600)
  const minutes = Math.floor(seconds / 60) % 60
  const pair = (value: number) => String(value).padStart(2, '0')
  return hours > 0 ? `${hours}:${pair(minutes)}:${pair(seconds % 60)}` : `${minutes}:${pair(seconds % 60)}`
}

/** When `clockText` of what is left changes next; undefined when it never will. */
export function nextChangeMs(ms: number): number | undefined {
  if (ms <= 0) return undefined
  return ms % 1000 || 1000
}

/** 14:10, where this device is. */
export function hourText(at: number): string {
  return new Date(at).toLocaleTimeString(localeOf(language.value), { hour: '2-digit', minute: '2-digit' })
}
