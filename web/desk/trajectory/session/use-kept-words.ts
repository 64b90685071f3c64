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
    const leaving = new AbortController()
    void ask('GET /api/trajectories/ID/plans/N/kept', undefined, { id, number, signal: leaving.signal }).then(
      (reply) => {
        if (!leaving.signal.aborted) setWords(reply.ok ? reply.body.words : [])
      },
    )
    return () => leaving.abort()
  }, [id, number, kept_note, session_version])
  return words
}
