import { t } from '../../text/desk.ts'
import { Button } from '../../ui/button.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import type { Look } from './use-look.ts'

/** That what is looked at is being made, or that it did not come, with a way to try it again. `failed` says what did not. */
export function LookState({
  look,
  failed,
}: {
  look: Look<unknown> & { again: () => void }
  failed: string
}) {
  if (look.state === 'making') return <Spinner label={t('report.preview_making')} />
  if (look.state === 'there') return null
  return (
    <div class="report__failed" role="alert">
      <p class="report__note">{failed}</p>
      <Button onClick={look.again}>
        {t('word.again')}
      </Button>
    </div>
  )
}
