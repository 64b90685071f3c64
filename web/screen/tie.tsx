import { colorStyle } from '../ui/draw/color.ts'
import { t } from '../text/screen.ts'
import { FitText } from './fit-text.tsx'
import { Head } from './head.tsx'
import { Label } from './label.tsx'
import type { Source } from './source.ts'
import { type Tied, type TieView, tieView } from './tie-view.ts'
import { Vote } from './vote.tsx'

export function Tie({ source, now }: { source: Source; now: number }) {
  const view = tieView(source)
  if (!view) return <Head title={t('tie.none')} says={t('tie.none_body')} />
  if (view.runoff) return <Vote source={source} now={now} tied={view.tied.length} />
  if (view.decided?.way === 'draw') return <Draw decided={view.decided} />
  return (
    <>
      <Head title={t('tie.title')} says={sentence(view)} />
      <ol
        class={view.tied.length > 4 ? 'tied tied--many' : 'tied'}
        style={{ '--columns': Math.min(Math.max(view.tied.length, 2), 4) }}
      >
        {view.tied.map((candidate) => (
          <TiedCard key={candidate.id} candidate={candidate} low={view.tied.length > 4} />
        ))}
      </ol>
      <p class="body tied__next">{next(view)}</p>
    </>
  )
}

type Drawn = Extract<TieView['decided'], { way: 'draw' }>

function Draw({ decided }: { decided: Drawn }) {
  return (
    <>
      <Head title={t('tie.draw_title')} says={t('tie.draw')} />
      <ol class="drawn" style={{ '--rows': decided.order.length }}>
        {decided.order.map((candidate, i) => (
          <li
            key={candidate.id}
            class={candidate.won ? 'drawn__one drawn__one--in' : 'drawn__one'}
            style={{ ...colorStyle(candidate.color), '--order': i }}
          >
            <span class="drawn__order even-figures">{i + 1}</span>
            <Label letter={candidate.letter} color={candidate.color} size={8} onTint={candidate.won} />
            <span class="drawn__title">{candidate.title}</span>
            <span class="drawn__fate">{candidate.won ? t('tie.in') : t('tie.out')}</span>
          </li>
        ))}
      </ol>
      <p class="seed">
        {t('tie.seed')} <b class="seed__number">{decided.seed}</b>
      </p>
    </>
  )
}

function TiedCard({ candidate, low }: { candidate: Tied; low: boolean }) {
  return (
    <li class="tied__card" style={colorStyle(candidate.color)}>
      <Label letter={candidate.letter} color={candidate.color} size={low ? 7.6 : 15} onTint />
      <FitText as="b" class="tied__title" max={7} min={3.75}>
        {candidate.title}
      </FitText>
      {candidate.what && !low && (
        <FitText class="tied__what" max={4.5} min={3.75}>
          {candidate.what}
        </FitText>
      )}
    </li>
  )
}

/** One that is left by itself, merged from several, is equal to nobody. */
function sentence(view: TieView): string {
  if (view.tied.length === 1) return ''
  return t('tie.body', { tied: view.tied.length, free: view.free })
}

function next(view: TieView): string {
  switch (view.decided?.way) {
    case 'widen':
      return t('tie.widen', { n: view.decided.size })
    case 'run_off':
      return t('tie.after_runoff')
    case 'merge':
      return t('tie.after_merge')
    default: {
      const last = view.firstPlace + view.free - 1
      const places =
        last > view.firstPlace
          ? t('tie.places', { first: view.firstPlace, last })
          : t('tie.place', { first: view.firstPlace })
      return `${places} ${t('tie.choosing')}`
    }
  }
}
