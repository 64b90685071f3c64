import type { Template } from '../shared/http.ts'
import { roundName } from '../shared/round-name.ts'
import { t } from '../text/desk.ts'

/** The rounds of a template as a climbing stem: one leaf for each. */
export function AgendaPreview({
  template,
}: {
  template: Pick<Template, 'title' | 'minutes' | 'rounds'> | undefined
}) {
  return (
    <aside class="agenda" aria-label={t('new.preview')}>
      <h2>{t('new.preview')}</h2>
      {template ? (
        <>
          <p class="agenda__total">
            {template.title}, {t('new.minutes', { n: template.minutes })}
          </p>
          <ol class="agenda__rounds">
            {template.rounds.map((round, i) => (
              <li key={`${i}-${round.kind}`}>
                <AgendaLeaf mirrored={i % 2 === 1} />
                <span class="agenda__name">{roundName(round)}</span>
                <span class="agenda__minutes even-figures">{t('new.min', { n: round.minutes })}</span>
                {round.say && <span class="agenda__say">{round.say}</span>}
              </li>
            ))}
          </ol>
        </>
      ) : (
        <p>{t('new.preview_none')}</p>
      )}
    </aside>
  )
}

function AgendaLeaf({ mirrored }: { mirrored: boolean }) {
  return (
    <svg class="agenda__leaf" viewBox="0 0 44 36" aria-hidden="true">
      <g
        transform={
          mirrored
            ? 'translate(22 26) scale(-1 1) rotate(-16) scale(.66)'
            : 'translate(22 26) rotate(-16) scale(.66)'
        }
      >
        <path class="plant__leaf" d="M0 0C5-9 17-13 30-8C24 3 10 6 0 0Z" />
        <path class="plant__vein" d="M4-1C11-4 18-6 24-7" />
      </g>
    </svg>
  )
}
