import type { ComponentChildren } from 'preact'
import { t } from '../text/console.ts'
import { colorStyle } from '../ui/draw/color.ts'
import { Icon } from '../ui/draw/icon.tsx'
import { PlantLabel } from '../ui/draw/plant-label.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import type { GroupColumn, PlacedIdea } from './group-view.ts'
import { StoredPhoto } from './photos.tsx'
import { UnfitWords } from './proposal-fits.tsx'
import type { ProposalCard } from './sharpen-view.ts'
import { Tick } from './tick.tsx'
import type { Chosen } from './use-chosen.ts'
import type { IdeaDrag } from './use-idea-drag.ts'

/** What is chosen and what is dragged. */
export interface Hand {
  readonly chosen: Chosen
  readonly drag: IdeaDrag
  readonly mayMove: boolean
  /** Asks where this idea, or the selection with it, should go. */
  readonly ask: (idea: number) => void
}

export function Inbox(props: {
  ideas: readonly PlacedIdea[]
  empty: string
  hand: Hand
  /** How many there are, those in proposals too. */
  count: number
  proposals: ComponentChildren
  children: ComponentChildren
}) {
  const { ideas, empty, hand, count, proposals, children } = props
  return (
    <section
      class={`sort-inbox${overClass(hand, 0)}`}
      data-group={0}
      aria-labelledby="inbox-title"
      aria-describedby="sort-keys"
    >
      <header>
        <h2 id="inbox-title">{t('group.inbox')}</h2>
        <span class="sort-count even-figures">{count}</span>
      </header>
      <IdeaList group={0} ideas={ideas} empty={count === 0 ? empty : ''} hand={hand} head={proposals} />
      <footer>{children}</footer>
    </section>
  )
}

export function Column(props: {
  column: GroupColumn
  card: ProposalCard | undefined
  hand: Hand
  edit: (() => void) | undefined
}) {
  const { column, card, hand, edit } = props
  return (
    <section
      class={`sort-column${overClass(hand, column.id)}`}
      data-group={column.id}
      style={colorStyle(column.color)}
      aria-label={t('group.column', { letter: column.letter, name: column.name })}
    >
      <header>
        <PlantLabel letter={column.letter} color={column.color} size="3rem" />
        <h3 class={column.named ? '' : 'sort-unnamed'}>{column.name}</h3>
        <span class="sort-count even-figures">{column.ideas.length}</span>
        {edit && (
          <IconButton icon="pencil" label={t('group.edit', { letter: column.letter })} onClick={edit} />
        )}
      </header>
      {card && <UnfitWords card={card} />}
      <IdeaList group={column.id} ideas={column.ideas} empty={t('group.empty_group')} hand={hand} />
    </section>
  )
}

function overClass(hand: Hand, group: number): string {
  return hand.drag.dragging?.over?.group === group ? ' sort-over' : ''
}

function IdeaList(props: {
  group: number
  ideas: readonly PlacedIdea[]
  empty: string
  hand: Hand
  head?: ComponentChildren
}) {
  const { group, ideas, empty, hand, head } = props
  const over = hand.drag.dragging?.over
  const before = over?.group === group ? over.before : undefined
  return (
    <ul class="sort-list" data-scroll>
      {head}
      {ideas.map((idea) => (
        <li key={idea.id} class={before === idea.id ? 'sort-before' : ''}>
          <IdeaButton idea={idea} hand={hand} />
        </li>
      ))}
      {ideas.length === 0 && empty && <li class="sort-empty">{empty}</li>}
      {before === 0 && <li class="sort-before" aria-hidden="true" />}
    </ul>
  )
}

export function IdeaButton({ idea, hand }: { idea: PlacedIdea; hand: Hand }) {
  const chosen = hand.chosen.has(idea.id)
  const lifted = hand.drag.dragging?.ids.includes(idea.id)
  return (
    <button
      type="button"
      class={`sort-idea${chosen ? ' sort-chosen' : ''}${lifted ? ' sort-lifted' : ''}`}
      data-idea={idea.id}
      aria-pressed={chosen}
      disabled={!hand.mayMove}
      onClick={() => hand.chosen.toggle(idea.id)}
      onPointerDown={(event) => hand.drag.press(event, idea.id)}
      onKeyDown={(event) => walk(event, () => hand.ask(idea.id))}
    >
      <span>{idea.text}</span>
      {idea.photo !== undefined && (
        <span class="sort-photo">
          <StoredPhoto id={idea.photo} size="thumbnail" alt="" />
        </span>
      )}
      {idea.beside && (
        <span class="idea-beside" lang={idea.beside.language} dir="auto">
          {idea.beside.text}
        </span>
      )}
      {idea.held && (
        <span class="sort-held">
          <Icon name="hand" /> {idea.held}
        </span>
      )}
      {chosen && <Tick />}
    </button>
  )
}

/** Arrows go along the ideas of a column and from column to column; M asks where to. */
function walk(event: KeyboardEvent, ask: () => void): void {
  const here = event.currentTarget as HTMLElement
  if (event.key === 'm' || event.key === 'M') return ask()
  const goal = neighbour(here, event.key)
  if (!goal) return
  event.preventDefault()
  goal.focus()
}

function neighbour(here: HTMLElement, key: string): HTMLElement | undefined {
  const zone = here.closest<HTMLElement>('[data-group]')
  if (!zone) return undefined
  const cards = cardsOf(zone)
  const at = cards.indexOf(here)
  if (key === 'ArrowDown') return cards[at + 1]
  if (key === 'ArrowUp') return cards[at - 1]
  if (key !== 'ArrowRight' && key !== 'ArrowLeft') return undefined
  const zones = [...document.querySelectorAll<HTMLElement>('[data-group]')].filter(
    (one) => one === zone || cardsOf(one).length > 0,
  )
  const next = zones[zones.indexOf(zone) + (key === 'ArrowRight' ? 1 : -1)]
  if (!next) return undefined
  const there = cardsOf(next)
  return there[Math.min(at, there.length - 1)]
}

function cardsOf(zone: HTMLElement): HTMLElement[] {
  return [...zone.querySelectorAll<HTMLElement>('button[data-idea]')]
}
