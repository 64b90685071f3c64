import { useState } from 'preact/hooks'
import { t } from '../text/console.ts'
import { Button } from '../ui/button.tsx'
import { useConsole } from './console-session.ts'
import { PagesSheet } from './pages-sheet.tsx'
import { showView } from './show-view.ts'
import './show.css'

/** What the room sees of a show, and the two buttons that turn its pages. */
export function ShowPanel() {
  const { picture, send } = useConsole()
  const [open, setOpen] = useState(false)
  const view = showView(picture.value, send)
  if (!view) return null
  const { round, page, pages, title, back, next } = view
  return (
    <section class="show-panel" aria-label={t('show.pages')}>
      <p class="show-now" role="status">
        <b>{title}</b>
        {pages > 0 && (
          <span class="even-figures">{t('show.page_of', { n: page + 1, total: pages + 1 })}</span>
        )}
      </p>
      <div class="show-turn">
        {pages > 0 && (
          <>
            <Button icon="back" data-back disabled={!back} onClick={() => back?.()}>
              {t('show.back')}
            </Button>
            <Button kind="primary" icon="arrow" data-next disabled={!next} onClick={() => next?.()}>
              {t('show.next')}
            </Button>
          </>
        )}
        <Button kind="quiet" icon="pencil" onClick={() => setOpen(true)}>
          {t(pages > 0 ? 'show.edit' : 'show.add')}
        </Button>
      </div>
      {open && <PagesSheet round={round} onClose={() => setOpen(false)} />}
    </section>
  )
}
