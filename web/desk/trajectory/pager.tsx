import { t } from '../../text/desk.ts'
import { Button } from '../../ui/button.tsx'
import type { Page } from './portfolio-view.ts'

/** Which part of the rows is shown, and the way to the others. Nothing when all are. */
export function Pager(props: { view: Page<unknown>; total: number; onTurn: (page: number) => void }) {
  const { view, total, onTurn } = props
  if (view.pages < 2) return null
  return (
    <nav class="pager" aria-label={t('pager.label')}>
      <Button disabled={view.page === 0} icon="back" onClick={() => onTurn(view.page - 1)}>
        {t('pager.before')}
      </Button>
      <p role="status">{t('pager.shown', { from: view.from, to: view.to, total })}</p>
      <Button disabled={view.page === view.pages - 1} icon="arrow" onClick={() => onTurn(view.page + 1)}>
        {t('pager.after')}
      </Button>
    </nav>
  )
}
