import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { t } from '../../text/later-stages.ts'
import { announce } from '../../ui/announcer.tsx'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/draw/icon.tsx'
import { listText, refusalText } from '../say.ts'
import './table.css'
import { type TableView, tablesMax } from './table-view.ts'

/** Where I sit and with whom, and how to say that I sit elsewhere. `ask`: open as long as I did not say. */
export function MyTable({ view, ask }: { view: TableView; ask: boolean }) {
  const changing = useSignal(false)
  const problem = useSignal<string | undefined>(undefined)
  const { table } = view
  const choosing = changing.value || (table === 0 && ask)
  const part = useRef<HTMLElement>(null)
  const sat = useRef(false)
  useEffect(() => {
    // The button that was pressed is gone: who goes by keys goes on from what says where they sit now.
    if (sat.current) part.current?.querySelector<HTMLElement>('button')?.focus({ preventScroll: true })
    sat.current = false
  }, [table, choosing])
  const sit = (number: number) => {
    changing.value = false
    sat.current = true
    problem.value = undefined
    if (number === table) return
    if (number > 0) announce(t('table.number', { n: number }))
    void view.sit(number).then((outcome) => {
      problem.value = refusalText(outcome)
    })
  }
  return (
    <section class="my-table" ref={part}>
      {table > 0 && (
        <p class="my-table-words">
          <b class="my-table-number even-figures">{table}</b>
          <span>{tableText(view)}</span>
          <Button
            kind="quiet"
            aria-expanded={choosing}
            onClick={() => {
              changing.value = !changing.value
            }}
          >
            {t(choosing ? 'word.close' : 'table.change')}
          </Button>
        </p>
      )}
      {table === 0 && !choosing && (
        <Button
          icon="people"
          onClick={() => {
            changing.value = true
          }}
        >
          {t('table.say')}
        </Button>
      )}
      {choosing && <Numbers view={view} onSit={sit} />}
      {problem.value && (
        <p class="problem" role="alert">
          {problem.value}
        </p>
      )}
    </section>
  )
}

/** "Je zit aan tafel 4 met Anna en Bo." */
export function tableText({ table, mates, nameless }: TableView): string {
  if (mates.length + nameless === 0) return t('table.alone', { n: table })
  const names = [...mates, ...(nameless > 0 ? [t('table.nameless', { n: nameless })] : [])]
  return t('table.with', { n: table, names: listText(names) })
}

function Numbers({ view, onSit }: { view: TableView; onSit: (table: number) => void }) {
  const more = useSignal(false)
  const last = more.value ? tablesMax : view.tables
  const numbers = Array.from({ length: last }, (_, index) => index + 1)
  return (
    <fieldset class="my-table-choice">
      <legend>{t('table.which')}</legend>
      <div class="my-table-numbers">
        {numbers.map((number) => (
          <button
            key={number}
            type="button"
            class="my-table-pick even-figures"
            aria-pressed={number === view.table}
            aria-label={t('table.number', { n: number })}
            onClick={() => onSit(number)}
          >
            {number}
          </button>
        ))}
      </div>
      <div class="row">
        {last < tablesMax && (
          <Button
            kind="quiet"
            icon="plus"
            onClick={() => {
              more.value = true
            }}
          >
            {t('table.more')}
          </Button>
        )}
        {view.table > 0 && (
          <Button kind="quiet" onClick={() => onSit(0)}>
            {t('table.none')}
          </Button>
        )}
      </div>
      <p class="quiet my-table-hint">
        <Icon name="info" size="1.25rem" /> {t('table.hint')}
      </p>
    </fieldset>
  )
}
