import type { ComponentChildren } from 'preact'
import { t } from '../text/screen.ts'
import { colorStyle } from '../ui/draw/color.ts'
import { type ConcernsView, concernsView, type IdeaMood } from './concerns-view.ts'
import { FitText } from './fit-text.tsx'
import { Head } from './head.tsx'
import { Label } from './label.tsx'
import { Meadow } from './meadow.tsx'
import type { Source } from './source.ts'
import './concerns.css'

export function Concerns({ source }: { source: Source }) {
  const view = concernsView(source)
  return (
    <>
      <Head title={t('concerns.title')} says={summary(view)} />
      {view.ideas.length === 0 && <Meadow flowers={0} />}
      <ol class="moods" style={{ '--rows': Math.max(view.ideas.length, 4) }}>
        {view.ideas.map((idea) => (
          <Mood key={idea.id} idea={idea} low={view.ideas.length > 6} />
        ))}
      </ol>
    </>
  )
}

export function Mood({ idea, low }: { idea: IdeaMood; low: boolean }) {
  return (
    <li class={low ? 'mood mood--low' : 'mood'} style={colorStyle(idea.color)}>
      <Label letter={idea.letter} color={idea.color} size={low ? 6.4 : 8.4} onTint />
      <FitText as="h2" class="mood__title" max={5.4} min={3.75}>
        {idea.title}
      </FitText>
      <Mark count={idea.fine} word={t('concerns.fine')}>
        <path d="M12.100 21a9 9 0 1 0-.2-17.900 9 9 0 0 0 .2 17.900M7.700 12.300l3.100 3.200c1.800-2.700 3.500-4.900 5.600-6.800" />
      </Mark>
      <Mark count={idea.worried} word={t('concerns.worried', { n: idea.worried })}>
        <path d="M12.100 3.600c3.200 5.400 6.200 10.900 9 16.500-6 .3-12.100.3-18.200 0 2.800-5.600 5.900-11.100 9.200-16.500z" />
      </Mark>
      <Mark count={idea.open} word={t('concerns.open')}>
        <path d="M12 2.800c2.900 3.200 5.800 6.300 9 9.300-3 2.900-6 6-9 9.200-2.900-3.200-5.900-6.300-9-9.200 3.100-3 6.100-6.100 9-9.300z" />
        <path
          class="mark__half"
          d="M12 2.800c-2.900 3.200-5.900 6.300-9 9.300 3.100 2.900 6.100 6 9 9.200z"
        />
      </Mark>
    </li>
  )
}

/** A number with its word and its shape; nobody is quieter than somebody. */
function Mark({ count, word, children }: { count: number; word: string; children: ComponentChildren }) {
  return (
    <p class={count === 0 ? 'mark mark--none' : 'mark'}>
      <svg class="mark__shape" viewBox="0 0 24 24" aria-hidden="true">
        {children}
      </svg>
      <b class="mark__count even-figures">{count}</b> <span class="mark__word">{word}</span>
    </p>
  )
}

function summary(view: ConcernsView): string {
  if (view.ideas.length === 0) return t('concerns.none')
  if (view.worried === 0) return t('concerns.question')
  return view.open === 0 ? t('concerns.settled') : t('concerns.left', { n: view.open })
}
