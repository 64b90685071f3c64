import { t } from '../text/desk.ts'
import { Icon } from '../ui/draw/icon.tsx'
import { hashes } from './route.ts'

export function BackLink() {
  return (
    <a class="back" href={hashes.sessions}>
      <Icon name="back" size="1.25em" />
      {t('session.back')}
    </a>
  )
}
