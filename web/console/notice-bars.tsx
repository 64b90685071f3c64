import { useEffect, useState } from 'preact/hooks'
import { t } from '../text/console.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/draw/icon.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { useConsole } from './console-session.ts'
import { isPutAway, undoView } from './undo-view.ts'
import { doubleTapMs } from './use-once.ts'

/** Why the last thing did not happen. Stays until the next act. */
export function NoticeBar() {
  const { notice } = useConsole()
  if (!notice.value) return null
  return (
    <p class="notice-bar">
      <Icon name="info" />
      <span>{notice.value}</span>
      <IconButton icon="close" label={t('refused.dismiss')} onClick={() => (notice.value = undefined)} />
    </p>
  )
}

/** The same inside a sheet, which covers the bar. */
export function SheetNotice() {
  const { notice } = useConsole()
  if (!notice.value) return null
  return (
    <p class="notice-bar notice-bar-sheet">
      <Icon name="info" />
      <span>{notice.value}</span>
    </p>
  )
}

/** What was done last, with the way back. Stays until the next act or until it is put away. */
export function UndoBar() {
  const { picture, clock, send } = useConsole()
  const [away, setAway] = useState(0)
  // What was done before that comes up under the finger: it cannot be undone until a double tap is over.
  const [waits, setWaits] = useState(false)
  useEffect(() => {
    if (!waits) return
    const timer = setTimeout(() => setWaits(false), doubleTapMs)
    return () => clearTimeout(timer)
  }, [waits])
  const view = undoView(picture.value, clock.value, send)
  if (!view || isPutAway(view.action, away)) return null
  return (
    <div class="undo-bar">
      <div class="undo-slip">
        <span>{view.text}</span>
        <Button
          icon="undo"
          busy={waits}
          onClick={() => {
            setWaits(true)
            view.undo()
          }}
        >
          {view.label ?? t('undo.button')}
        </Button>
        <IconButton icon="close" label={t('undo.dismiss')} onClick={() => setAway(view.action)} />
      </div>
    </div>
  )
}
