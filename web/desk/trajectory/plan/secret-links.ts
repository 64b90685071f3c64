import { signal } from '@preact/signals'
import { randomHex } from '../../../shared/random-hex.ts'
import { showToast } from '../../../ui/toast.tsx'
import type { OpenDossier } from '../dossier.ts'
import { faultText } from '../fault-text.ts'

/** Secrets of links that this page made, by trajectory and entry: the server keeps only a hash, and nothing is stored here. */
export const secrets = signal<ReadonlyMap<string, string>>(new Map())

export function secretOf(dossier: OpenDossier, id: number): string | undefined {
  return secrets.value.get(`${dossier.id}/${id}`)
}

/** A secret whose answer was lost: it may be the one that the server has. */
const tried = new Map<string, string>()

export async function makeLink(dossier: OpenDossier, id: number): Promise<void> {
  const name = `${dossier.id}/${id}`
  const secret = tried.get(name) ?? randomHex(16)
  tried.set(name, secret)
  const done = await dossier.command('make_link', { id, secret })
  if (done.ok || done.error !== 'unknown') tried.delete(name)
  if (done.ok || done.error === 'already') secrets.value = new Map(secrets.value).set(name, secret)
  else showToast({ text: faultText(done.error) })
}

export async function withdrawLink(dossier: OpenDossier, id: number, said: string): Promise<void> {
  const done = await dossier.command('withdraw_link', { id })
  if (!done.ok && done.error !== 'already') {
    showToast({ text: faultText(done.error) })
    return
  }
  const rest = new Map(secrets.value)
  rest.delete(`${dossier.id}/${id}`)
  secrets.value = rest
  showToast({ text: said })
}
