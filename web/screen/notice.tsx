import { t } from '../text/screen.ts'
import { Meadow } from './meadow.tsx'

export interface NoticeProps {
  readonly kind: 'busy' | 'none' | 'expired' | 'offline' | 'failed' | 'unknown' | 'deleted'
  readonly code?: string
}

/** What a screen without a session says, and what to do about it. */
export function Notice({ kind, code = '' }: NoticeProps) {
  return (
    <main class="frame">
      <Meadow flowers={0} />
      <div class="notice" role="status">
        <p class="notice__name">Kiemkring</p>
        <h1>{kind === 'deleted' ? t('pair.deleted') : t('pair.title')}</h1>
        <p class="body">{words(kind, code)}</p>
        <p class="notice__keys">{t('screen.keys')}</p>
      </div>
    </main>
  )
}

function words(kind: NoticeProps['kind'], code: string): string {
  switch (kind) {
    case 'busy':
      return t('pair.busy')
    case 'none':
      return t('pair.none')
    case 'expired':
      return t('pair.expired')
    case 'offline':
      return t('pair.offline')
    case 'failed':
      return code === 'too_many_codes' ? t('pair.too_many') : t('pair.failed', { code })
    case 'unknown':
      return `${t('pair.unknown')} ${t('pair.none')}`
    case 'deleted':
      return t('pair.deleted_body')
  }
}
