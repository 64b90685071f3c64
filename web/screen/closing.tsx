import { language } from '../text/language.ts'
import { t } from '../text/screen.ts'
import { QrCode } from '../ui/qr-code.tsx'
import { FitText } from './fit-text.tsx'
import { Head } from './head.tsx'
import { Meadow } from './meadow.tsx'
import type { ScreenView } from './screen-view.ts'
import type { Source } from './source.ts'

export function Closing(props: {
  source: Source
  nextStep: ScreenView['nextStep']
  results: ScreenView['results']
}) {
  const { source, nextStep, results } = props
  const progress = source.one('progress').value
  const entries = source.one('top').value?.entries ?? []
  const people = progress?.seats_taken ?? 0
  return (
    <>
      <Meadow flowers={Math.max(entries.length, 3)} />
      <Head
        title={t('close.title')}
        says={
          people > 0 ? t('close.made', { people, ideas: t('ideas.shared', { n: progress?.ideas ?? 0 }) }) : ''
        }
        max={11}
      />
      <div class="next-step">
        {nextStep ? (
          <>
            <p class="next-step__label">{t('close.next')}</p>
            <p class="next-step__date">{longDate(nextStep.date, language.value)}</p>
            <FitText as="p" class="next-step__text" max={5.2} min={3.75}>
              {nextStep.text}
            </FitText>
          </>
        ) : (
          <p class="body">{t('close.soon')}</p>
        )}
      </div>
      {results && (
        <div class="close-results">
          <div class="close-results__qr">
            <QrCode text={results} label={t('close.results_qr')} />
          </div>
          <p>{t('close.results')}</p>
        </div>
      )}
    </>
  )
}

/** "donderdag 26 november"; a date that is none stays as it was typed. */
export function longDate(date: string, spoken: string): string {
  const day = new Date(`${date}T12:00:00`)
  if (Number.isNaN(day.getTime())) return date
  return day.toLocaleDateString(spoken === 'en' ? 'en-GB' : spoken, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
  })
}
