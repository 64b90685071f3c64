import { t } from '../../text/desk.ts'
import { Button } from '../../ui/button.tsx'
import { BothTexts, ClashBox } from '../clash-box.tsx'
import { type Path, valueAt } from './document-merge.ts'
import type { DocumentStore } from './document-store.ts'

interface Props<File, Draft> {
  store: DocumentStore<File, Draft>
  path: Path
}

/** At a field that another desk changed as well: both texts, and a choice. */
export function FieldClash<File, Draft>(
  props: Props<File, Draft> & {
    /** A value in words, when it is no text of its own. */
    say?: (value: unknown) => string
  },
) {
  const { store, path, say = String } = props
  const clash = store.clashAt(path)
  const now = store.editing.value
  if (!clash || !now) return null
  return (
    <ClashBox
      title={t('clash.title')}
      texts={<BothTexts theirs={say(clash.theirs)} mine={say(valueAt(now.draft, path))} />}
    >
      <Button onClick={() => store.choose(path, 'theirs')}>{t('clash.take_theirs')}</Button>
      <Button onClick={() => store.choose(path, 'mine')}>{t('clash.keep_mine')}</Button>
    </ClashBox>
  )
}

/** At an entry that one desk took away and the other changed. */
export function EntryClash<File, Draft>({ store, path }: Props<File, Draft>) {
  const clash = store.clashAt(path)
  if (!clash) return null
  const [remove, stay] = clash.back ? (['mine', 'theirs'] as const) : (['theirs', 'mine'] as const)
  return (
    <ClashBox title={t(clash.back ? 'document.taken_here' : 'document.taken_there')}>
      <Button onClick={() => store.choose(path, stay)}>{t('document.stay')}</Button>
      <Button onClick={() => store.choose(path, remove)}>{t('document.take_away')}</Button>
    </ClashBox>
  )
}
