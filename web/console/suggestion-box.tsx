import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'
import { t } from '../text/console.ts'
import { announce } from '../ui/announcer.tsx'
import { Button } from '../ui/button.tsx'
import { PlantLabel } from '../ui/draw/plant-label.tsx'
import type { SuggestionView } from './suggestions-view.ts'
import './suggestion.css'

/** A proposal: dotted, because nothing of it has happened. */
export function SuggestionBox(props: {
  suggestion: SuggestionView
  doLabel: string
  onDo: () => void
  children: ComponentChildren
}) {
  const { suggestion, doLabel, onDo, children } = props
  const { group, words } = suggestion
  const title = useId()
  const putAway = () => {
    suggestion.putAway()
    announce(t('suggest.away_done'))
  }
  return (
    <fieldset class="suggestion" aria-labelledby={title}>
      <p id={title}>
        {group && <PlantLabel letter={group.letter} color={group.color} size="1.75rem" />}
        <span>
          <b>{group ? t('suggest.fits', { name: group.name }) : t('suggest.alike')}</b> {words}
        </span>
      </p>
      <ul>{children}</ul>
      <div class="suggestion-acts">
        <Button onClick={onDo}>{doLabel}</Button>
        <Button kind="quiet" onClick={putAway}>
          {t('suggest.not_now')}
        </Button>
      </div>
    </fieldset>
  )
}
