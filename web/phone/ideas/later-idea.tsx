import { useSignal } from '@preact/signals'
import { t } from '../../text/phone.ts'
import type { Room } from '../room.ts'
import { Composer } from './composer.tsx'
import { draft } from './drafts.ts'
import './ideas.css'
import { ideasView } from './ideas-view.ts'
import { MyIdeas } from './my-ideas.tsx'

/** An idea that comes outside the round; it is kept for later. Open when something was left unfinished. */
export function LaterIdea({ room }: { room: Room }) {
  const open = useSignal(draft.peek().text !== '')
  return (
    <details
      class="fold later"
      open={open.value}
      onToggle={(event) => {
        open.value = event.currentTarget.open
      }}
    >
      <summary>{t('idea.later_title')}</summary>
      {open.value && (
        <div class="stack">
          <p class="quiet">{t('idea.later_note')}</p>
          <Composer view={ideasView(room)} label={t('idea.later_title')} />
          <MyIdeas view={ideasView(room)} />
        </div>
      )}
    </details>
  )
}
