import { t } from '../text/phone.ts'
import { RoundStem } from '../ui/draw/round-stem.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { Timer } from '../ui/timer.tsx'
import { roundName } from '../shared/round-name.ts'
import type { HeaderView } from './header-view.ts'

/** The round, its place in the agenda, the time, and me. */
export function Header(props: {
  view: HeaderView | undefined
  now: () => number
  mineOpen: boolean
  onMine: () => void
}) {
  const { view, now, mineOpen, onMine } = props
  const position = view && t('round.of', { n: view.number, total: view.total })
  return (
    <header class="head">
      <div class="head-row">
        <p class="head-round">
          {view && <b>{view.runoff ? t('round.runoff') : roundName(view)}</b>}
          {view && <span class="even-figures">{position}</span>}
        </p>
        {view?.timer?.state === 'running' && (
          <Timer class="head-time" icon endsAt={view.timer.ends_at} now={now} />
        )}
        {view?.timer?.state === 'paused' && <Timer class="head-time" icon remaining={view.timer.left_ms} />}
        <IconButton
          icon={mineOpen ? 'close' : 'person'}
          label={mineOpen ? t('word.back') : t('door.mine')}
          onClick={onMine}
        />
      </div>
      {view ? (
        <RoundStem done={view.number - 1} total={view.total} label={position ?? ''} />
      ) : (
        <div class="head-stem-to-come" />
      )}
    </header>
  )
}
