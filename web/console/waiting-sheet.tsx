import { t } from '../text/console.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { useConsole } from './console-session.ts'
import { heldView } from './held-view.ts'
import { SheetNotice } from './notice-bars.tsx'

/** Ideas that nobody sees yet: let through one by one, or all. */
export function WaitingSheet({ onClose }: { onClose: () => void }) {
  const { picture, send } = useConsole()
  const { waiting, admit, hide } = heldView(picture.value, send)
  const all = waiting.length > 1 && admit
  return (
    <Dialog
      open
      title={t('waiting.sheet')}
      onClose={onClose}
      actions={
        all ? (
          <Button kind="primary" onClick={() => all(waiting.map(({ id }) => id))}>
            {t('waiting.admit_all', { n: waiting.length })}
          </Button>
        ) : undefined
      }
    >
      <SheetNotice />
      {waiting.length === 0 ? (
        <p>{t('waiting.none')}</p>
      ) : (
        <ul class="waiting-list">
          {waiting.map(({ id, text, explanation }) => (
            <li key={id}>
              <div>
                <b>{text}</b>
                {explanation && <p>{explanation}</p>}
              </div>
              <div class="waiting-acts">
                {admit && (
                  <Button onClick={() => admit([id])} aria-label={`${t('waiting.admit')}: ${text}`}>
                    {t('waiting.admit')}
                  </Button>
                )}
                {hide && (
                  <Button kind="quiet" onClick={() => hide(id)} aria-label={`${t('ideas.hide')}: ${text}`}>
                    {t('ideas.hide')}
                  </Button>
                )}
              </div>
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  )
}
