import { useState } from 'preact/hooks'
import { t } from '../text/console.ts'
import { Button } from '../ui/button.tsx'
import { RadioChips } from '../ui/chips.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { SheetNotice } from './notice-bars.tsx'

/** Which of the chosen ideas stays. */
export function MergeIdeasSheet(props: {
  ideas: readonly { readonly id: number; readonly text: string }[]
  merge: (ids: readonly number[], into: number) => Promise<boolean>
  onClose: (done: boolean) => void
}) {
  const { ideas, merge, onClose } = props
  const [into, setInto] = useState(String(ideas[0]?.id ?? ''))
  const submit = async () => {
    if (
      await merge(
        ideas.map((idea) => idea.id),
        Number(into),
      )
    )
      onClose(true)
  }
  return (
    <Dialog
      open
      title={t('ideas.merge_title')}
      onClose={() => onClose(false)}
      actions={
        <>
          <Button onClick={() => onClose(false)}>{t('word.cancel')}</Button>
          <Button kind="primary" icon="merge" onClick={() => void submit()}>
            {t('ideas.merge_do')}
          </Button>
        </>
      }
    >
      <SheetNotice />
      <p>{t('ideas.merge_body')}</p>
      <RadioChips
        legend={t('ideas.merge_title')}
        hideLegend
        value={into}
        options={ideas.map((idea) => ({ value: String(idea.id), label: idea.text }))}
        onChange={setInto}
      />
    </Dialog>
  )
}
