import { useState } from 'preact/hooks'
import { t } from '../text/console.ts'
import { announce } from '../ui/announcer.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { LineList } from '../ui/line-list.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { linesMax, pastedIdeas } from '../shared/pasted-ideas.ts'
import { useConsole } from './console-session.ts'
import { SheetNotice } from './notice-bars.tsx'

/** Ideas that were there already: pasted as a list, looked over, and added. */
export function AddIdeasSheet({ onClose }: { onClose: () => void }) {
  const { send } = useConsole()
  const [text, setText] = useState('')
  const [busy, setBusy] = useState(false)
  const { lines, tooLong, tooMany, twice } = pastedIdeas(text)
  const problem = tooMany
    ? t('add_ideas.too_many', { n: lines.length, most: linesMax })
    : tooLong.length > 0
      ? t('add_ideas.too_long', { lines: tooLong.join(', ') })
      : undefined

  const add = async () => {
    if (busy || problem || lines.length === 0) return
    setBusy(true)
    const outcome = await send('add_ideas', { lines: lines as [string, ...string[]] })
    setBusy(false)
    if (!outcome.ok) return
    announce(t('add_ideas.added', { n: lines.length }))
    onClose()
  }

  return (
    <Dialog open title={t('add_ideas.title')} onClose={onClose}>
      <form
        class="paper-add"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void add()
        }}
      >
        <p>{t('add_ideas.body')}</p>
        <TextArea label={t('add_ideas.label')} value={text} onInput={setText} error={problem} rows={6} />
        {lines.length > 0 && (
          <>
            <h3>{t('add_ideas.preview', { n: lines.length })}</h3>
            {twice > 0 && <p>{t('add_ideas.twice', { n: twice })}</p>}
            <LineList lines={lines.slice(0, linesMax)} wrong={tooLong} />
          </>
        )}
        <SheetNotice />
        <Button type="submit" kind="primary" icon="plus" busy={busy} disabled={lines.length === 0 || problem !== undefined}>
          {lines.length > 0 ? t('add_ideas.add', { n: lines.length }) : t('add_ideas.add_none')}
        </Button>
      </form>
    </Dialog>
  )
}
