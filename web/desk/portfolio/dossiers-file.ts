// Whole trajectories as one file, written and read part by part, so that thousands of them need little room.
import type { DossierFile } from '../../shared/trajectory.ts'
import { ask } from '../store.ts'

const atOnce = 25
/** So much a browser reads as one text. */
export const fileMax = 200 * 1024 * 1024

/** Undefined when the server could not give all of it. */
export async function dossiersFile(
  ids: readonly string[],
  now: number,
  onProgress: (done: number) => void,
): Promise<Blob | undefined> {
  const parts: string[] = [
    `{"kiemkring_dossiers":1,"made_at":${JSON.stringify(new Date(now).toISOString())},"amounts":"cents","dossiers":[`,
  ]
  let separator = '\n'
  for (let at = 0; at < ids.length; ) {
    onProgress(at)
    const reply = await ask(
      'POST /api/trajectories/dossiers',
      { ids: ids.slice(at, at + atOnce) },
      { timeoutMs: 60_000 },
    )
    if (!reply.ok || reply.body.done === 0) return undefined
    for (const one of reply.body.dossiers) {
      parts.push(separator + JSON.stringify(one))
      separator = ',\n'
    }
    at += reply.body.done
  }
  return new Blob([...parts, '\n]}\n'], { type: 'application/json' })
}

export type DossiersFault = 'not_one' | 'other_version' | 'too_large'

/** What the server looks at one by one. */
export function readDossiers(text: string): { readonly dossiers: readonly unknown[] } | { readonly fault: DossiersFault } {
  let file: unknown
  try {
    file = JSON.parse(text)
  } catch {
    return { fault: 'not_one' }
  }
  const { kiemkring_dossiers: version, dossiers } = (file ?? {}) as Record<string, unknown>
  if (typeof version !== 'number' || !Array.isArray(dossiers)) return { fault: 'not_one' }
  return version === 1 ? { dossiers } : { fault: 'other_version' }
}

/** The name of its place, as far as one can be found. */
export function nameIn(dossier: unknown): string {
  const { entries } = (dossier ?? {}) as Partial<DossierFile>
  const place = Array.isArray(entries) ? entries.find((one) => one?.entry?.kind === 'place')?.entry : undefined
  return place?.kind === 'place' && typeof place.name === 'string' ? place.name : ''
}
