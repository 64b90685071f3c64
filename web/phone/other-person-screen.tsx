import { t } from '../text/phone.ts'
import { Button } from '../ui/button.tsx'
import { Message } from './message.tsx'

/** A personal link was opened where somebody else takes part: nobody loses a place without being asked. */
export function OtherPersonScreen({ onTake, onStay }: { onTake: () => void; onStay: () => void }) {
  return (
    <Message title={t('other.title')} body={t('other.body')}>
      <Button kind="primary" wide onClick={onStay}>
        {t('other.stay')}
      </Button>
      <Button wide onClick={onTake}>
        {t('other.take')}
      </Button>
    </Message>
  )
}
