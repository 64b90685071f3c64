import type { ApproachFile } from '../../shared/approach.ts'
import { language } from '../../text/language.ts'
import { ask } from '../store.ts'
import { type ApproachDraft, draftOf, readDraft } from './approach-view.ts'
import { DocumentStore } from './document-store.ts'

export const approachStore = new DocumentStore<ApproachFile, ApproachDraft>(
  {
    load: () => ask('GET /api/approach', undefined),
    save: (revision, document) => ask('POST /api/approach', { revision, document }),
    check: (body) => ask('POST /api/approach/check', body),
  },
  {
    draftOf: (file, before) => draftOf(file, language.value, before),
    fileOf: (draft) => readDraft(draft).file,
    bytesMax: 100_000,
    name: 'approach',
  },
)
/** As the server has it. */
export const approach = approachStore.known
export const loadApproach = () => approachStore.load()
