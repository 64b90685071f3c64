import { t } from '../text/console.ts'
import { announce } from '../ui/announcer.tsx'
import { Button } from '../ui/button.tsx'
import { PlantLabel } from '../ui/draw/plant-label.tsx'
import { type Hand, IdeaButton } from './group-column.tsx'
import type { PlacedIdea } from './group-view.ts'
import type { SuggestionView } from './suggestions-view.ts'

/** Proposals at the head of the inbox, dotted because nothing of it has happened. */
export function SuggestionBoxes(props: {
  suggestions: readonly SuggestionView[]
  ideas: readonly PlacedIdea[]
  hand: Hand
}) {
  return (
    <>
      {props.suggestions.map((one) => (
        <li key={one.key} class="sort-suggestion">
          <SuggestionBox suggestion={one} ideas={props.ideas} hand={props.hand} />
        </li>
      ))}
    </>
  )
}

function SuggestionBox(props: {
  suggestion: SuggestionView
  ideas: readonly PlacedIdea[]
  hand: Hand
}) {
  const { suggestion, ideas, hand } = props
  const { group, words, key } = suggestion
  const title = `suggestion-${key.replaceAll(/[^0-9]/g, '-')}`
  const accept = async () => {
    const done = group ? t('suggest.added', { letter: group.letter }) : t('suggest.made')
    if (await suggestion.accept()) announce(done)
  }
  const putAway = () => {
    suggestion.putAway()
    announce(t('suggest.away_done'))
  }
  return (
    <fieldset aria-labelledby={title}>
      <p id={title}>
        {group && <PlantLabel letter={group.letter} color={group.color} size="1.75rem" />}
        <span>
          <b>{group ? t('suggest.fits', { name: group.name }) : t('suggest.alike')}</b> {words}
        </span>
      </p>
      <ul>
        {ideas
          .filter((idea) => suggestion.ideas.includes(idea.id))
          .map((idea) => (
            <li key={idea.id}>
              <IdeaButton idea={idea} hand={hand} />
            </li>
          ))}
      </ul>
      <div class="sort-suggestion-acts">
        <Button onClick={accept}>
          {group ? t('suggest.add', { letter: group.letter }) : t('suggest.make')}
        </Button>
        <Button kind="quiet" onClick={putAway}>
          {t('suggest.not_now')}
        </Button>
      </div>
    </fieldset>
  )
}
