import { t } from '../text/screen.ts'
import { candidateOf } from './candidate.ts'
import { Mood } from './concerns.tsx'
import { FitText } from './fit-text.tsx'
import { Head } from './head.tsx'
import { Label } from './label.tsx'
import { Meadow } from './meadow.tsx'
import type { Source } from './source.ts'
import './assess.css'

/** The one plan that is proposed, with how the room stands; and the one that was chosen. */
export function Choose({ source }: { source: Source }) {
  const now = source.one('choosing').value
  if (!now?.candidate)
    return (
      <>
        <Meadow flowers={0} />
        <Head title={t('choose.wait')} says={t('choose.wait_says')} />
      </>
    )
  const first = candidateOf(source, now.candidate)
  const one = now.combined_with
    ? { ...first, title: t('choose.together', { one: first.title, other: candidateOf(source, now.combined_with).title }) }
    : first
  const mood = source.one('moods').value?.ideas.find(({ candidate }) => candidate === now.candidate)
  if (now.frozen)
    return (
      <>
        <Meadow flowers={12} />
        <Head title={t('choose.chosen')} says={now.reason} />
        <div class="one-plan">
          <Label letter={one.letter} color={one.color} size={14} />
          <FitText as="h2" class="one-plan__title" max={10} min={5}>
            {one.title}
          </FitText>
        </div>
      </>
    )
  return (
    <>
      <Meadow flowers={mood?.fine ?? 0} />
      <Head title={t('choose.title')} says={t('choose.answered', { n: now.answered, total: now.seats })} />
      <ol class="moods" style={{ '--rows': 4 }}>
        <Mood
          idea={{
            ...one,
            place: 1,
            fine: mood?.fine ?? 0,
            worried: mood?.worried ?? 0,
            open: mood?.open ?? 0,
          }}
          low={false}
        />
      </ol>
    </>
  )
}
