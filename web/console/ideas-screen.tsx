import { useEffect, useState } from 'preact/hooks'
import { t } from '../text/console.ts'
import { Button } from '../ui/button.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { RadioChips } from '../ui/chips.tsx'
import { LetterChip } from '../ui/draw/plant-label.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { ChoiceBar } from './choice-bar.tsx'
import { useConsole } from './console-session.ts'
import { EditIdeaSheet } from './edit-idea-sheet.tsx'
import { type IdeaCard, ideasView, type Shelf, shelves } from './ideas-view.ts'
import { IdeaPhotos, ReleaseAll } from './photos.tsx'
import { MergeIdeasSheet } from './merge-ideas-sheet.tsx'
import { SuggestionBox } from './suggestion-box.tsx'
import { suggestionsView } from './suggestions-view.ts'
import { Tick } from './tick.tsx'
import { useCalm } from './use-calm.ts'
import { useChosen } from './use-chosen.ts'
import { usePutAway } from './use-put-away.ts'
import './ideas.css'

/** The stream of ideas, newest first, and what can be done with them. */
export function IdeasScreen({ choosing }: { choosing: (choosing: boolean) => void }) {
  const { picture, send, link, paired } = useConsole()
  const putAway = usePutAway(paired.session)
  const [shelf, setShelf] = useState<Shelf>('live')
  const view = ideasView(picture.value, shelf, send)
  const chosen = useChosen(view.cards.map((card) => card.id))
  const [editing, setEditing] = useState<number>()
  const [merging, setMerging] = useState(false)
  const edited = view.cards.find((card) => card.id === editing)
  const picked = view.cards.filter((card) => chosen.has(card.id))
  const offered = useCalm(picture.value.suggestions, picked.length > 0)
  const suggestions = suggestionsView(
    { ...picture.value, suggestions: offered },
    putAway,
    send,
    link.pending.value,
  ).shown
  useEffect(() => choosing(picked.length > 0), [picked.length > 0])
  useEffect(() => () => choosing(false), [])

  const name: Record<Shelf, string> = {
    live: t('ideas.list_live'),
    hidden: t('ideas.hidden_title'),
    later: t('ideas.later_title'),
    merged: t('ideas.merged_title'),
  }
  return (
    <div class="ideas">
      <div class="ideas-head">
        <h2 class="even-figures">{t('ideas.count', { n: view.counts.live })}</h2>
        {view.share && (
          <>
            <p>{t('ideas.share_hint')}</p>
            <Button icon="eye" onClick={view.share}>
              {t('ideas.share')}
            </Button>
          </>
        )}
        {view.silence && (
          <>
            <p>{t('ideas.silent_hint')}</p>
            <Button kind="quiet" icon="eye-off" onClick={view.silence}>
              {t('ideas.silent')}
            </Button>
          </>
        )}
        <ReleaseAll />
      </div>
      {view.allowHints && (
        <Checkbox label={t('ideas.hints')} checked={view.hints} onChange={view.allowHints} />
      )}
      <RadioChips
        legend={t('ideas.filter')}
        hideLegend
        value={shelf}
        options={shelves.map((value) => ({ value, label: `${name[value]} ${view.counts[value]}` }))}
        onChange={(value) => {
          chosen.clear()
          setShelf(value)
        }}
      />
      {shelf === 'live' && view.merge && suggestions.length > 0 && (
        <div class="ideas-suggestions">
          {suggestions.map((one) => (
            <SuggestionBox
              key={one.key}
              suggestion={one}
              doLabel={t('ideas.merge')}
              onDo={() => {
                chosen.choose(one.ideas)
                setMerging(true)
              }}
            >
              {view.cards
                .filter((card) => one.ideas.includes(card.id))
                .map((card) => (
                  <li key={card.id}>{card.text}</li>
                ))}
            </SuggestionBox>
          ))}
        </div>
      )}
      {view.groups.length > 0 && (
        <div class="ideas-groups">
          {view.groups.map(({ id, letter, color, name, ideas, back }) => (
            <Button
              key={id}
              onClick={back}
              aria-label={t('ideas.group_back_name', { letter, name, n: ideas })}
            >
              <LetterChip letter={letter} color={color} /> {t('ideas.group_back', { n: ideas })}
            </Button>
          ))}
        </div>
      )}
      {view.cards.length === 0 ? (
        <p class="ideas-empty">{view.empty}</p>
      ) : (
        <ul class="ideas-list">
          {view.cards.map((card) => (
            <Card
              key={card.id}
              card={card}
              chosen={chosen.has(card.id)}
              toggle={view.merge ? () => chosen.toggle(card.id) : undefined}
              edit={() => setEditing(card.id)}
            />
          ))}
        </ul>
      )}
      {picked.length > 0 && (
        <ChoiceBar
          text={t('ideas.selected', { n: picked.length })}
          clearLabel={t('ideas.clear')}
          clear={chosen.clear}
        >
          {view.merge && picked.length > 1 && (
            <Button icon="merge" onClick={() => setMerging(true)}>
              {t('ideas.merge')}
            </Button>
          )}
          {picked.length === 1 && (
            <Button icon="star" onClick={() => act(picked, 'light', chosen.clear)}>
              {t('light.on')}
            </Button>
          )}
          <Button icon="eye-off" onClick={() => act(picked, 'hide', chosen.clear)}>
            {t('ideas.hide')}
          </Button>
          <Button icon="clock" onClick={() => act(picked, 'later', chosen.clear)}>
            {t('ideas.later')}
          </Button>
        </ChoiceBar>
      )}
      {edited?.edit && (
        <EditIdeaSheet
          idea={edited}
          home={picture.value.session?.language ?? 'nl'}
          onClose={() => setEditing(undefined)}
        />
      )}
      {merging && view.merge && (
        <MergeIdeasSheet
          ideas={picked}
          merge={view.merge}
          onClose={(done) => {
            setMerging(false)
            if (done) chosen.clear()
          }}
        />
      )}
    </div>
  )
}

function act(cards: readonly IdeaCard[], what: 'hide' | 'later' | 'light', after: () => void): void {
  for (const card of cards) card[what]?.()
  after()
}

function Card(props: {
  card: IdeaCard
  chosen: boolean
  toggle: (() => void) | undefined
  edit: () => void
}) {
  const { card, chosen, toggle, edit } = props
  const words = (
    <>
      <span class="idea-text">{card.text}</span>
      {card.beside && (
        <span class="idea-beside" lang={card.beside.language} dir="auto">
          {card.beside.text}
        </span>
      )}
      {card.explanation && <span class="idea-explanation">{card.explanation}</span>}
      {card.partOf && <span class="idea-explanation">{t('ideas.merged_into', { text: card.partOf })}</span>}
    </>
  )
  return (
    <li class={`idea-row${chosen ? ' idea-row-chosen' : ''}`}>
      {toggle ? (
        <button type="button" class="idea-face" aria-pressed={chosen} onClick={toggle}>
          {words}
          {chosen && <Tick />}
        </button>
      ) : (
        <div class="idea-face">{words}</div>
      )}
      {card.edit && <IconButton icon="pencil" label={`${t('ideas.edit')}: ${card.text}`} onClick={edit} />}
      {card.unhide && <Button onClick={card.unhide}>{t('ideas.unhide')}</Button>}
      {card.fromLater && <Button onClick={card.fromLater}>{t('ideas.from_later')}</Button>}
      {card.unmerge && (
        <Button icon="split" onClick={card.unmerge}>
          {t('ideas.unmerge')}
        </Button>
      )}
      <IdeaPhotos idea={card.id} />
    </li>
  )
}
