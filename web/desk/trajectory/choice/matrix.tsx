import { useRef, useState } from 'preact/hooks'
import { t } from '../../../text/desk.ts'
import { colorOf } from '../../../ui/draw/color.ts'
import { Icon } from '../../../ui/draw/icon.tsx'
import { PlantLabel } from '../../../ui/draw/plant-label.tsx'
import type { OpenDossier } from '../dossier.ts'
import { type Dossier, first, sessionNameOf } from '../dossier-view.ts'
import { FactorSign } from '../../../ui/draw/factor-sign.tsx'
import { groupText } from '../group-text.ts'
import type { IdeaColumn, MarkCell, MatrixView } from './choice-view.ts'
import { DrawnFrame } from './drawn-frame.tsx'
import { knownFacts, knownInShort } from './known-view.ts'
import { CriterionSheet, IdeaSheet, MarkSheet } from './matrix-sheets.tsx'
import { WeightOrder } from './weight-order.tsx'
import './matrix.css'

export type Opened =
  | { readonly mark: { readonly idea: number; readonly criterion: number } }
  | { readonly criterion: number }
  | { readonly idea: number }

/** How every idea does on every criterion. Arrows go from cell to cell, Enter opens one. */
export function Matrix(props: { dossier: OpenDossier; shown: Dossier; view: MatrixView }) {
  const { dossier, shown, view } = props
  const [opened, setOpened] = useState<Opened>()
  const [at, setAt] = useState<readonly [number, number]>([0, 0])
  const table = useRef<HTMLTableElement>(null)
  const choice = first(shown, 'choice')?.entry
  if (view.columns.length === 0) return <p class="matrix-empty">{t('matrix.no_ideas')}</p>
  const row = Math.min(at[0], view.rows.length - 1)
  const column = Math.min(at[1], view.columns.length - 1)
  const move = (event: KeyboardEvent) => {
    const steps = { ArrowDown: [1, 0], ArrowUp: [-1, 0], ArrowRight: [0, 1], ArrowLeft: [0, -1] } as const
    const step = steps[event.key as keyof typeof steps]
    const to = (from: number, by: number, count: number) => Math.max(0, Math.min(count - 1, from + by))
    const next = step
      ? ([to(row, step[0], view.rows.length), to(column, step[1], view.columns.length)] as const)
      : event.key === 'Home'
        ? ([row, 0] as const)
        : event.key === 'End'
          ? ([row, view.columns.length - 1] as const)
          : undefined
    if (!next) return
    event.preventDefault()
    setAt(next)
    table.current?.querySelector<HTMLElement>(`[data-cell="${next[0]}-${next[1]}"]`)?.focus()
  }
  const chosen = choice?.outcome !== 'none' ? [choice?.idea, choice?.combined_with] : []
  return (
    <>
      <div class="matrix-paper">
        <table class="matrix" ref={table} aria-label={t('matrix.title')}>
          <thead>
            <tr>
              <td class="matrix__corner" />
              {view.columns.map((idea, index) => (
                <th
                  key={idea.id}
                  scope="col"
                  class="matrix__idea"
                  data-chosen={chosen.includes(idea.id) || undefined}
                >
                  <IdeaHead
                    idea={idea}
                    index={index}
                    from={sessionNameOf(shown, idea.entry.session)}
                    known={knownInShort(shown, idea)}
                    isChosen={choice?.outcome === 'chosen' && chosen.includes(idea.id)}
                    onOpen={() => setOpened({ idea: idea.id })}
                  />
                </th>
              ))}
            </tr>
          </thead>
          <KnownRow shown={shown} view={view} onOpen={(idea) => setOpened({ idea })} />
          <tbody onKeyDown={move}>
            {view.rows.map((criterion, y) => (
              <tr key={criterion.id}>
                <th scope="row" class="matrix__criterion">
                  <button
                    type="button"
                    class="matrix__name"
                    title={criterion.entry.question || undefined}
                    aria-label={t('row.edit', { name: criterion.entry.name })}
                    onClick={() => setOpened({ criterion: criterion.id })}
                  >
                    {criterion.entry.name}
                  </button>
                </th>
                {view.columns.map((idea, x) => (
                  <td key={idea.id} class="matrix__cell">
                    <Cell
                      mark={view.mark(idea.id, criterion.id)}
                      label={`${criterion.entry.name}, ${idea.entry.name}`}
                      letter={idea.entry.letter || idea.entry.name}
                      place={`${y}-${x}`}
                      pair={`${idea.id}-${criterion.id}`}
                      reached={y === row && x === column}
                      onFocus={() => setAt([y, x])}
                      onOpen={() => setOpened({ mark: { idea: idea.id, criterion: criterion.id } })}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
        <DrawnFrame table={table} isSure={choice?.outcome === 'chosen'} of={chosen.join('-')} />
      </div>
      {view.rows.length > 0 && (
        <ul class="matrix-legend">
          {(['green', 'amber', 'red', 'open'] as const).map((colour) => (
            <li key={colour}>
              <FactorSign colour={colour} /> {t(`fit.${colour}`)}
            </li>
          ))}
        </ul>
      )}
      <p class="matrix-keys">{t('matrix.keys')}</p>
      <WeightOrder shown={shown} view={view} />
      {opened && 'mark' in opened && (
        <MarkSheet
          dossier={dossier}
          shown={shown}
          view={view}
          {...opened.mark}
          onGo={(mark) => setOpened({ mark })}
          onClose={() => setOpened(undefined)}
        />
      )}
      {opened && 'criterion' in opened && (
        <CriterionSheet
          dossier={dossier}
          shown={shown}
          id={opened.criterion}
          onClose={() => setOpened(undefined)}
        />
      )}
      {opened && 'idea' in opened && (
        <IdeaSheet dossier={dossier} shown={shown} id={opened.idea} onClose={() => setOpened(undefined)} />
      )}
    </>
  )
}

/** What was found out about each idea, and how far that is: not weighed, and not typed again. */
function KnownRow({ shown, view, onOpen }: { shown: Dossier; view: MatrixView; onOpen: (idea: number) => void }) {
  const tasks = view.columns.map(({ id }) => knownFacts(shown, id).filter(({ key }) => key.startsWith('task-')))
  if (tasks.every((of) => of.length === 0)) return null
  const facts = tasks.map((of) => of.filter(({ isOpen }) => !isOpen))
  const open = tasks.map((of) => of.filter(({ isOpen }) => isOpen).map(({ label }) => label.toLowerCase()))
  return (
    <tbody>
      <tr class="matrix__known">
        <th scope="row" class="matrix__criterion">
          {t('known.row')}
        </th>
        {view.columns.map(({ id, entry }, at) => (
          <td key={id}>
            <ul>
              {(facts[at] ?? []).slice(0, shortFacts).map((fact) => (
                <li key={fact.key}>
                  <b>{fact.label}:</b> {fact.text}
                </li>
              ))}
              {(open[at] ?? []).length > 0 && <li>{t('known.open', { what: (open[at] ?? []).join(', ') })}</li>}
            </ul>
            {(facts[at] ?? []).length > shortFacts && (
              <button type="button" class="link-button" onClick={() => onOpen(id)} aria-label={t('known.more_of', { name: entry.name })}>
                {t('known.more', { n: (facts[at] ?? []).length - shortFacts })}
              </button>
            )}
          </td>
        ))}
      </tr>
    </tbody>
  )
}
const shortFacts = 4

function IdeaHead(props: { idea: IdeaColumn; index: number; from: string; known: string; isChosen: boolean; onOpen: () => void }) {
  const { idea, index, from, known, isChosen, onOpen } = props
  const { letter, name } = idea.entry
  return (
    <>
      {letter !== '' && <PlantLabel letter={letter} color={colorOf(index)} icon={false} size="2.5rem" />}
      <button
        type="button"
        class="matrix__name"
        aria-label={t('row.edit', { name: letter ? `${letter}, ${name}` : name })}
        onClick={onOpen}
      >
        {name}
      </button>
      {from && <span class="matrix__from">{from}</span>}
      {known && <span class="matrix__from">{known}</span>}
      {isChosen && (
        <span class="matrix__chosen">
          <Icon name="check" size="1em" /> {t('matrix.chosen')}
        </span>
      )}
    </>
  )
}

interface CellProps {
  mark: MarkCell | undefined
  /** What it is about. */
  label: string
  letter: string
  /** Row and column, from 0. */
  place: string
  /** Idea and criterion, by their numbers. */
  pair: string
  /** By Tab; the others by arrows. */
  reached: boolean
  onFocus: () => void
  onOpen: () => void
}

function Cell({ mark, label, letter, place, pair, reached, onFocus, onOpen }: CellProps) {
  const colour = mark?.entry.colour ?? 'open'
  const words = mark?.entry.summary || t(colour === 'open' ? 'matrix.fill_in' : `fit.${colour}`)
  const group = mark && groupText(mark.entry)
  return (
    <button
      type="button"
      class={`matrix__mark matrix__mark--${colour}`}
      data-cell={place}
      data-mark={pair}
      tabIndex={reached ? 0 : -1}
      aria-haspopup="dialog"
      aria-label={[label, t(`fit.${colour}`), [letter, words, group].filter(Boolean).join(' ')].join(': ')}
      onFocus={onFocus}
      onClick={onOpen}
    >
      <FactorSign colour={colour} />
      <span class="matrix__letter">{letter}</span>{' '}
      <span class="matrix__words">{words}</span>{' '}
      {group && <span class="matrix__group even-figures">{group}</span>}
      {mark && mark.entry.note !== '' && <Icon name="info" size="1em" />}
    </button>
  )
}
