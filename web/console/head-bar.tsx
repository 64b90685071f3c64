import { t } from '../text/console.ts'
import { clockText } from '../ui/clock.ts'
import { Icon } from '../ui/draw/icon.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { roundName } from '../shared/round-name.ts'
import { timerLeft } from './agenda-view.ts'
import { useConsole } from './console-session.ts'
import type { Sheet } from './sheet.ts'
import { Mark } from './mark.tsx'
import { currentRound, isInterlude, peopleInside } from './picture.ts'

export function HeadBar({ open }: { open: (sheet: Sheet) => void }) {
  const { face, picture, link, clock } = useConsole()
  const now = picture.value
  const round = currentRound(now)
  const inside = peopleInside(now).length
  const others = Math.max(0, now.facilitators - 1)
  const live = link.status.value === 'live'
  const interlude = isInterlude(round?.kind)
  const direct = face.value === 'direct' && !interlude
  const ended = now.session?.status === 'ended'
  const left = timerLeft(now, clock.value)
  const title = direct || !round ? now.session?.title : roundName(round)
  const worked = !round ? '' : round.kind === 'talk' ? t('tables.deal_title') : roundName(round)
  return (
    <header class="head">
      <Mark />
      <h1>{ended ? now.session?.title : title}</h1>
      {!ended && !interlude && (
        <button
          type="button"
          class="head-face"
          onClick={() => {
            face.value = direct ? 'work' : 'direct'
          }}
        >
          <Icon name={direct ? 'arrow' : 'back'} />
          {direct ? worked : t('head.direct')}
        </button>
      )}
      <div class="head-facts">
        {!direct && !interlude && left !== undefined && (
          <span class="head-fact head-clock even-figures">
            <Icon name={now.round?.timer?.state === 'paused' ? 'pause' : 'clock'} />
            <span class="visually-hidden">{t('timer.label')} </span>
            {clockText(left)}
          </span>
        )}
        <button
          type="button"
          class="head-fact head-people"
          aria-label={t('people.open', { n: inside })}
          onClick={() => open('people')}
        >
          <Icon name="people" />
          <span class="head-word">{t('head.people', { n: inside })}</span>
          <span class="head-short">{inside}</span>
        </button>
        {others > 0 && (
          <span class="head-fact head-watching">
            <Icon name="eye" />
            <span class="head-word">{t('head.watching', { n: others })}</span>
          </span>
        )}
        <span class={`head-fact head-link${live ? '' : ' head-link-off'}`}>
          <Icon name={live ? 'wifi' : 'wifi-off'} />
          <span class="head-word">{t(live ? 'link.live' : 'link.offline')}</span>
        </span>
        <IconButton icon="menu" label={t('head.menu')} onClick={() => open('session')} />
      </div>
    </header>
  )
}
