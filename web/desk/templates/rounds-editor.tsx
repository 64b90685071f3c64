import { useEffect, useId, useRef, useState } from 'preact/hooks'
import { roundName } from '../../shared/round-name.ts'
import { t } from '../../text/desk.ts'
import { language } from '../../text/language.ts'
import { announce } from '../../ui/announcer.tsx'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { TextField } from '../../ui/text-field.tsx'
import {
  addRound,
  conceptsMax,
  type Editing,
  limits,
  mayMove,
  minutesMax,
  moveRound,
  removeRound,
  type RoundDraft,
  type RoundKind,
  roundsMax,
  setRound,
} from './template-draft.ts'
import { type Concept, concepts, loadConcepts } from './templates-store.ts'

/** What may be added; a meeting begins and ends once. */
const addable: readonly RoundKind[] = [
  'show',
  'talk',
  'explore',
  'ideas',
  'group',
  'break',
  'pitch',
  'table_choice',
  'sharpen',
  'vote',
  'tie',
  'top5',
  'concerns',
  'commit',
]

const minutesFirst: Partial<Record<RoundKind, string>> = { break: '15', ideas: '20', explore: '20', tie: '5' }

export function RoundsEditor(props: {
  editing: Editing
  edit: (next: Editing) => void
  wrong: ReadonlyMap<number, 'minutes' | 'too_long'>
}) {
  const { editing, edit, wrong } = props
  const { rounds } = editing.draft
  const [open, setOpen] = useState<number>()
  const list = useRef<HTMLOListElement>(null)
  // Whoever moves a round by keys stays on the button that moved it, or on the other one at an end.
  const moved = useRef<{ key: number; by: 1 | -1 }>()
  useEffect(() => {
    const { key, by } = moved.current ?? {}
    if (key === undefined) return
    moved.current = undefined
    const row = list.current?.querySelector(`[data-round="${key}"]`)
    const [up, down] = row?.querySelectorAll<HTMLButtonElement>('.template-round__move button') ?? []
    const wished = by === -1 ? up : down
    ;(wished?.disabled ? (by === -1 ? down : up) : wished)?.focus()
  })
  // Whoever took a round away goes on where it stood.
  const gone = useRef<number>()
  useEffect(() => {
    if (gone.current === undefined) return
    const names = list.current?.querySelectorAll<HTMLElement>('.template-round__name') ?? []
    names[Math.min(gone.current, names.length - 1)]?.focus()
    gone.current = undefined
  })
  const move = (round: RoundDraft, by: 1 | -1) => {
    if (!mayMove(editing.draft, round.key, by)) return
    moved.current = { key: round.key, by }
    const place = rounds.findIndex((one) => one.key === round.key) + 1 + by
    edit(moveRound(editing, round.key, by))
    announce(t('template.moved', { name: roundName(round), n: place, total: rounds.length }), 'assertive')
  }
  return (
    <section class="template-rounds" aria-labelledby="template-rounds">
      <h2 id="template-rounds">{t('template.rounds')}</h2>
      <p class="quiet-words">{t('template.rounds_hint')}</p>
      <ol ref={list}>
        {rounds.map((round, index) => (
          <Round
            key={round.key}
            round={round}
            number={index + 1}
            open={open === round.key || wrong.has(round.key)}
            wrong={wrong.get(round.key)}
            toggle={() => setOpen(open === round.key ? undefined : round.key)}
            set={(part) => edit(setRound(editing, round.key, part))}
            up={mayMove(editing.draft, round.key, -1) ? () => move(round, -1) : undefined}
            down={mayMove(editing.draft, round.key, 1) ? () => move(round, 1) : undefined}
            remove={
              round.kind === 'lobby' || round.kind === 'close'
                ? undefined
                : () => {
                    edit(removeRound(editing, round.key))
                    announce(t('template.round_removed', { name: roundName(round) }), 'assertive')
                    gone.current = index
                  }
            }
          />
        ))}
      </ol>
      {rounds.length < roundsMax ? (
        <Adding
          add={(kind) => {
            edit(
              addRound(editing, { kind, title: '', minutes: minutesFirst[kind] ?? '10', say: '', text: '', concepts: [] }),
            )
            setOpen(editing.lastKey + 1)
          }}
        />
      ) : (
        <p class="quiet-words">{t('problem.too_many_rounds')}</p>
      )}
    </section>
  )
}

function Round(props: {
  round: RoundDraft
  number: number
  open: boolean
  wrong: 'minutes' | 'too_long' | undefined
  toggle: () => void
  set: (part: Partial<RoundDraft>) => void
  up: (() => void) | undefined
  down: (() => void) | undefined
  remove: (() => void) | undefined
}) {
  const { round, number, open, wrong, toggle, set, up, down, remove } = props
  const id = useId()
  const name = roundName(round)
  const named = { n: number, name }
  return (
    <li
      class="template-round"
      data-round={round.key}
      onKeyDown={(event) => {
        if (!event.altKey) return
        const act = event.key === 'ArrowUp' ? up : event.key === 'ArrowDown' ? down : undefined
        if (!act) return
        event.preventDefault()
        act()
      }}
    >
      <div class="template-round__head">
        <button
          type="button"
          class="template-round__name"
          aria-expanded={open}
          aria-controls={id}
          onClick={toggle}
        >
          <span class="template-round__number even-figures">{number}</span>
          <span class="template-round__title">
            {name}
            {round.title && round.kind !== 'talk' && (
              <span class="template-round__kind">{t(`round.${round.kind}`)}</span>
            )}
          </span>
          <span class="even-figures">{t('new.min', { n: round.minutes || '?' })}</span>
        </button>
        <span class="template-round__move">
          <IconButton
            icon="arrow"
            label={t('template.up', named)}
            disabled={!up}
            onClick={() => up?.()}
          />
          <IconButton
            icon="arrow"
            label={t('template.down', named)}
            disabled={!down}
            onClick={() => down?.()}
          />
        </span>
        {remove ? (
          <IconButton icon="trash" label={t('template.round_remove', named)} onClick={remove} />
        ) : (
          <span class="template-round__fixed" />
        )}
      </div>
      {open && (
        <div id={id} class="template-round__body">
          <div class="fields fields--two">
            <TextField
              label={t(round.kind === 'talk' ? 'template.talk_question' : 'template.round_title')}
              optional
              value={round.title}
              max={limits.round}
              placeholder={round.kind === 'talk' ? '' : t(`round.${round.kind}`)}
              onInput={(title) => set({ title })}
            />
            <TextField
              label={t('template.minutes')}
              inputMode="numeric"
              value={round.minutes}
              error={wrong === 'minutes' ? t('new.number', { min: 0, max: minutesMax }) : undefined}
              onInput={(minutes) => set({ minutes })}
            />
          </div>
          <TextArea
            label={t('template.say')}
            hint={t('template.say_hint')}
            optional
            rows={2}
            value={round.say}
            max={limits.words}
            onInput={(say) => set({ say })}
          />
          <TextArea
            label={t('template.text')}
            hint={t(round.kind === 'show' ? 'template.text_show' : 'template.text_hint')}
            optional
            rows={2}
            value={round.text}
            max={limits.words}
            onInput={(text) => set({ text })}
          />
          {round.kind === 'show' && (
            <Concepts chosen={round.concepts} choose={(concepts) => set({ concepts })} />
          )}
        </div>
      )}
    </li>
  )
}

/** Concepts of the catalogue that a show has after its words. */
function Concepts(props: { chosen: readonly string[]; choose: (chosen: readonly string[]) => void }) {
  const { chosen, choose } = props
  const id = useId()
  const [wanted, setWanted] = useState('')
  useEffect(() => void loadConcepts(), [])
  const known = concepts.value
  if (!known) return null
  const nameOf = (one: Concept) => (language.value === 'en' ? one.name_en : one.name_nl)
  const rest = known.filter((one) => !chosen.includes(one.id))
  const next = rest.some((one) => one.id === wanted) ? wanted : (rest[0]?.id ?? '')
  return (
    <div class="template-concepts">
      <p class="ui-field-label">{t('template.concepts')}</p>
      <ul>
        {chosen.map((one) => {
          const found = known.find((concept) => concept.id === one)
          const name = found ? nameOf(found) : one
          return (
            <li key={one}>
              {name}
              <IconButton
                icon="trash"
                label={t('template.concept_remove', { name })}
                onClick={() => choose(chosen.filter((other) => other !== one))}
              />
            </li>
          )
        })}
      </ul>
      {chosen.length < conceptsMax && (
        <div class="template-add">
          <label for={id}>{t('template.concept')}</label>
          <select
            id={id}
            class="ui-field-control"
            value={next}
            onChange={(event) => setWanted(event.currentTarget.value)}
          >
            {rest.map((one) => (
              <option key={one.id} value={one.id}>
                {nameOf(one)}
              </option>
            ))}
          </select>
          <Button icon="plus" onClick={() => choose([...chosen, next])}>
            {t('template.concept_add')}
          </Button>
        </div>
      )}
    </div>
  )
}

function Adding({ add }: { add: (kind: RoundKind) => void }) {
  const id = useId()
  const [kind, setKind] = useState<RoundKind>('ideas')
  return (
    <div class="template-add">
      <label for={id}>{t('template.add_kind')}</label>
      <select
        id={id}
        class="ui-field-control"
        value={kind}
        onChange={(event) => setKind(event.currentTarget.value as RoundKind)}
      >
        {addable.map((one) => (
          <option key={one} value={one}>
            {t(`round.${one}`)}
          </option>
        ))}
      </select>
      <Button icon="plus" onClick={() => add(kind)}>
        {t('template.add')}
      </Button>
    </div>
  )
}
