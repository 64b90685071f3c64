import { t } from '../text/console.ts'
import { Button } from '../ui/button.tsx'
import { clockText } from '../ui/clock.ts'
import { PlantLabel } from '../ui/draw/plant-label.tsx'
import { timerLeft } from './agenda-view.ts'
import { useConsole } from './console-session.ts'
import { pitchView } from './pitch-view.ts'
import { ProposalFits, UnfitWords } from './proposal-fits.tsx'
import { sharpenView } from './sharpen-view.ts'
import { singleTap } from './use-once.ts'
import './boards.css'

/** Which group explains itself, for how long, whether it fits, and which comes next. */
export function PitchScreen() {
  const { picture, clock, send } = useConsole()
  const view = pitchView(picture.value, send)
  const now = view.rows.find((row) => row.state === 'now')
  const card = now && sharpenView(picture.value, send).cards.find(({ id }) => id === now.id)
  if (view.rows.length === 0) return <p class="work-empty">{t('pitch.none')}</p>
  return (
    <div class="boards boards-beside">
      <ol class="lines" aria-label={t('pitch.list')}>
        {view.rows.map((row) => (
          <li key={row.id} class={`line line-${row.state}`} aria-current={row.state === 'now' || undefined}>
            <PlantLabel letter={row.letter} color={row.color} size="3rem" icon={false} />
            <div class="line-words">
              <b>{row.title}</b>
              <small>
                {t('pitch.ideas', { n: row.ideas })}
                {row.state !== 'ahead' && ` · ${t(`pitch.${row.state}`)}`}
              </small>
            </div>
            {row.start && (
              <Button
                kind="quiet"
                onClick={row.start}
                aria-label={t(row.state === 'done' ? 'pitch.again_title' : 'pitch.start_title', {
                  title: row.title,
                })}
              >
                {t(row.state === 'done' ? 'pitch.again' : 'pitch.start')}
              </Button>
            )}
          </li>
        ))}
      </ol>
      <section class="panel" aria-label={t('pitch.now_label')}>
        {now ? (
          <>
            <p class="panel-hint">{t('pitch.now_label')}</p>
            <h2>
              {now.letter}. {now.title}
            </h2>
            <p class="boards-clock even-figures" role="timer">
              {clockText(timerLeft(picture.value, clock.value) ?? 0)}
            </p>
            {card && <UnfitWords card={card} />}
            {card && <ProposalFits key={card.id} card={card} />}
          </>
        ) : (
          <h2>{t(view.next ? 'pitch.nobody' : 'pitch.all_done')}</h2>
        )}
        <div class="panel-end">
          {view.next && (
            <Button kind="primary" wide onClick={singleTap(() => view.next?.start?.())}>
              {t('pitch.next', { title: `${view.next.letter}. ${view.next.title}` })}
            </Button>
          )}
          {view.stop && (
            <Button wide onClick={view.stop}>
              {t('pitch.stop')}
            </Button>
          )}
        </div>
      </section>
    </div>
  )
}
