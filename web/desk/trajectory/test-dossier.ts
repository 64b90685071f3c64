import type { Entry, TrajectoryAnswer } from '../../shared/trajectory.ts'
import { type Dossier, withAnswer } from './dossier-view.ts'

/** For tests: what the server tells of a dossier in step 4 with these entries, numbered from 1. */
export function answerWith(entries: readonly Entry[], change: Partial<TrajectoryAnswer> = {}): TrajectoryAnswer {
  return {
    id: '00ff',
    run: 'a',
    version: 9,
    whole: true,
    created_at: 0,
    progress: { step: 'plan', outcome: 'running', reason: '', refund: 0 },
    reasons: [],
    facilitator: '',
    archived: false,
    missing: [],
    next: { kind: 'nothing', what: '', who: '', due: '', entry: 0 },
    plan: { missing: [], ready_as: 0, other_terms: [], letter_gone: [] },
    public_url: '',
    organisers: [],
    entries: entries.map((entry, i) => ({ id: i + 1, version: i + 1, at: 0, by: 1, entry })),
    gone: [],
    taken_away: [],
    people_taken_away: [],
    factors: [],
    happened: [],
    ...change,
  }
}
export const dossierWith = (entries: readonly Entry[], change: Partial<TrajectoryAnswer> = {}): Dossier =>
  withAnswer(undefined, answerWith(entries, change))
