import { t } from '../text/desk.ts'
import { Icon } from '../ui/draw/icon.tsx'
import { hashes } from './route.ts'

export function BackLink({ to = 'sessions' }: { to?: 'sessions' | 'templates' }) {
  return (
    <a class="back" href={hashes[to]}>
      <Icon name="back" size="1.25em" />
      {t(to === 'templates' ? 'templates.title' : 'session.back')}
    </a>
  )
}
