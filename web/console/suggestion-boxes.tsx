import { t } from '../text/console.ts'
import { announce } from '../ui/announcer.tsx'
import { type Hand, IdeaButton } from './group-column.tsx'
import type { PlacedIdea } from './group-view.ts'
import { SuggestionBox } from './suggestion-box.tsx'
import type { SuggestionView } from './suggestions-view.ts'

/** Proposals at the head of the inbox. Their ideas can be chosen and dragged like all others. */
export function SuggestionBoxes(props: {
  suggestions: readonly SuggestionView[]
  ideas: readonly PlacedIdea[]
  hand: Hand
}) {
  const take = async ({ accept, group }: SuggestionView) => {
    const done = group ? t('suggest.added', { letter: group.letter }) : t('suggest.made')
    if (await accept()) announce(done)
  }
  return (
    <>
      {props.suggestions.map((one) => (
        <li key={one.key} class="sort-suggestion">
          <SuggestionBox
            suggestion={one}
            doLabel={one.group ? t('suggest.add', { letter: one.group.letter }) : t('suggest.make')}
            onDo={() => void take(one)}
          >
            {props.ideas
              .filter((idea) => one.ideas.includes(idea.id))
              .map((idea) => (
                <li key={idea.id}>
                  <IdeaButton idea={idea} hand={props.hand} />
                </li>
              ))}
          </SuggestionBox>
        </li>
      ))}
    </>
  )
}
