/** As the server has it: from tomorrow, within ten years. */
export const retentionDaysMax = 3650

export function dayAfter(now: number, days: number): string {
  return new Date(now + days * 86_400_000).toISOString().slice(0, 10)
}

export function mayBeKeptUntil(date: string, now: number): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(date) && date >= dayAfter(now, 1) && date <= dayAfter(now, retentionDaysMax)
}
