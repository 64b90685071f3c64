import type { Room } from './room.ts'
import type { Person } from './seats.ts'

export interface OtherPhoneView {
  /** Who opens this goes on as this person. What it holds is in the fragment, which no server gets to see. */
  readonly link: string
  /** Absent where the browser has no clipboard for pages, as on plain http. */
  readonly copy?: () => Promise<boolean>
}

/** The address at which this phone got in, so that another one in the same hall gets in as well; afterwards that of everywhere. */
export function otherPhoneOrigin({ records, publicUrl }: Pick<Room, 'records' | 'publicUrl'>): string {
  const ended = records.one('session').value?.status === 'ended'
  return ((ended && publicUrl.value) || location.origin).replace(/\/+$/, '')
}

export function otherPhoneView(
  { session, token }: Person,
  origin: string,
  clipboard: Pick<Clipboard, 'writeText'> | undefined,
): OtherPhoneView {
  const link = `${origin}/#m=${session}.${token}`
  if (!clipboard) return { link }
  return {
    link,
    copy: () =>
      clipboard.writeText(link).then(
        () => true,
        () => false,
      ),
  }
}
