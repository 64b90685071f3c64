import { useEffect, useState } from 'preact/hooks'
import type { ConceptMatch } from '../../../shared/trajectory.ts'
import { language } from '../../../text/language.ts'
import { ask } from '../../store.ts'
import type { IdeaColumn } from './choice-view.ts'

/** What an idea is like in the catalogue, with the concept that was chosen for it; undefined until the server has said it. */
export function useMatches(id: string, { id: idea, entry }: IdeaColumn) {
  const [matches, setMatches] = useState<ConceptMatch[] | 'failed'>()
  const [tries, setTries] = useState(0)
  const { name, about, concept_id } = entry
  useEffect(() => {
    const leaving = new AbortController()
    void ask('GET /api/trajectories/ID/matches', undefined, {
      id,
      query: `?idea=${idea}&language=${language.value}`,
      signal: leaving.signal,
    }).then((reply) => {
      if (!leaving.signal.aborted) setMatches(reply.ok ? reply.body.concepts : 'failed')
    })
    return () => leaving.abort()
  }, [id, idea, name, about, concept_id, tries])
  return { matches, again: () => setTries(tries + 1) }
}
