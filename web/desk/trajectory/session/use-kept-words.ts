import { useEffect, useState } from 'preact/hooks'
import type { KeptWords } from '../../../shared/trajectory.ts'
import { ask } from '../../store.ts'
import type { Dossier, OneOf } from '../dossier-view.ts'
import { type KeptField, keptFields } from './kept-view.ts'

/** Where the session of a plan says otherwise than stands here. Undefined until it is known. */
export function useKept(shown: Dossier, plan: OneOf<'session_plan'>): readonly KeptField[] | undefined {
  const words = useKeptWords(shown.id, plan)
  return words && keptFields(shown, plan.entry, words)
}

/** Empty where the session cannot be asked. */
function useKeptWords(id: string, { id: number, entry }: OneOf<'session_plan'>) {
  const [words, setWords] = useState<readonly KeptWords[]>()
  const { kept_note, session_version } = entry
  useEffect(() => {
    if (kept_note === '') return
    let isHere = true
    void askOnce(id, number, `${session_version} ${kept_note}`).then((found) => {
      if (isHere) setWords(found)
    })
    return () => {
      isHere = false
    }
  }, [id, number, kept_note, session_version])
  return words
}

const sameForMs = 5_000
const asked = new Map<string, Promise<readonly KeptWords[]>>()

/** Several parts of a page want to know the same at the same moment: it is asked once. */
export function askOnce(id: string, number: number, of: string): Promise<readonly KeptWords[]> {
  const key = `${id} ${number} ${of}`
  const known = asked.get(key)
  if (known) return known
  const answer = ask('GET /api/trajectories/ID/plans/N/kept', undefined, { id, number }).then((reply) =>
    reply.ok ? reply.body.words : [],
  )
  asked.set(key, answer)
  setTimeout(() => asked.delete(key), sameForMs)
  return answer
}
