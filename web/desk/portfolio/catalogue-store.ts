import { language } from '../../text/language.ts'
import { ask } from '../store.ts'
import { draftOf, readCatalogue } from './catalogue-view.ts'
import { DocumentStore } from './document-store.ts'

export const catalogueStore = new DocumentStore(
  {
    load: () => ask('GET /api/catalogue', undefined),
    save: (revision, document) => ask('POST /api/catalogue', { revision, document }),
    check: (body) => ask('POST /api/catalogue/check', body),
  },
  {
    draftOf: (file) => draftOf(file, language.value),
    fileOf: (draft) => readCatalogue(draft).file,
    bytesMax: 2_000_000,
    name: 'catalogue',
  },
)
