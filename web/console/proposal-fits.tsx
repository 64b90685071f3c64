import { useRef, useState } from 'preact/hooks'
import { t } from '../text/console.ts'
import { RadioChips } from '../ui/chips.tsx'
import { Icon } from '../ui/draw/icon.tsx'
import type { Fits, ProposalCard, Wording } from './sharpen-view.ts'

type Tapped = Partial<Pick<Wording, 'in_time' | 'in_money'>>

/** Whether a proposal fits, in two taps: each is sent at once, one after the other, and shows until the server has said it. */
export function ProposalFits({ card }: { card: ProposalCard }) {
  const [tapped, setTapped] = useState<Tapped>({})
  const sending = useRef(Promise.resolve())
  // What stands there as far as this tablet knows: the answer to a tap comes before the record does.
  const known = useRef<Wording & { readonly revision: number }>(card)
  const told = useRef(card.revision)
  if (told.current !== card.revision) {
    told.current = card.revision
    known.current = card
  }
  const save = card.save
  if (!save) return null
  const tap = (part: keyof Tapped) => (value: Fits) => {
    setTapped((now) => ({ ...now, [part]: value }))
    sending.current = sending.current.then(async () => {
      const { revision, what, where, whom, in_time, in_money } = known.current
      const words = { what, where, whom, in_time, in_money, [part]: value }
      if (await save(revision, words)) known.current = { ...words, revision: revision + 1 }
      setTapped(({ [part]: _, ...rest }) => rest)
    })
  }
  return (
    <div class="card-fits">
      {(['in_time', 'in_money'] as const).map((part) => (
        <RadioChips<Fits>
          key={part}
          legend={t(`sharpen.${part}`)}
          value={tapped[part] ?? known.current[part]}
          options={(['yes', 'no'] as const).map((value) => ({ value, label: t(`sharpen.fits_${value}`) }))}
          onChange={tap(part)}
        />
      ))}
    </div>
  )
}

/** What a proposal does not fit in; nothing when it does, or when nobody knows. */
export function UnfitWords({ card }: { card: Pick<Wording, 'in_time' | 'in_money'> }) {
  if (card.in_time !== 'no' && card.in_money !== 'no') return null
  return (
    <p class="unfit">
      <Icon name="warning" />{' '}
      {t(
        card.in_time === 'no' && card.in_money === 'no'
          ? 'sharpen.not_both'
          : card.in_time === 'no'
            ? 'sharpen.not_in_time'
            : 'sharpen.not_in_money',
      )}
    </p>
  )
}
