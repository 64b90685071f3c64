import { t } from '../text/screen.ts'
import { Icon } from '../ui/draw/icon.tsx'
import type { Candidate } from './candidate.ts'
import { Head } from './head.tsx'
import { Label } from './label.tsx'
import { Meadow } from './meadow.tsx'
import { sceneWidth } from './scene.tsx'
import type { Source } from './source.ts'
import { choicesPerTable, type TableChoiceView, tableChoiceView } from './table-choice-view.ts'
import './table-choice.css'

/** At the left what each table takes on, at the right what that makes of the groups. */
export function TableChoice({ source }: { source: Source }) {
  const view = tableChoiceView(source, sceneWidth.value)
  return (
    <>
      <Head title={t('tables.title')} says={summary(view)} />
      {view.groups === 0 && <Meadow flowers={0} />}
      {view.tables.length === 0 ? (
        <p class="tables tables--none">{t('tables.sit')}</p>
      ) : (
        <ol class="tables" style={{ '--columns': view.columns, '--rows': view.rows }}>
          {view.tables.map(({ table, chosen }) => (
            <Table key={table} table={table} chosen={chosen} view={view} />
          ))}
        </ol>
      )}
      <div class={`chosen chosen--${view.list.split(' ')[0]}`}>
        <Part title={t('tables.in', { n: view.chosen.length })} of={view.chosen} view={view} chosen />
        <Part title={t('tables.open', { n: view.open.length })} of={view.open} view={view} />
      </div>
    </>
  )
}

function Table(props: { table: number; chosen: readonly Candidate[]; view: TableChoiceView }) {
  const { table, chosen, view } = props
  const size = view.letterSize
  const free = Array.from({ length: Math.max(0, choicesPerTable - chosen.length) }, (_, i) => i)
  return (
    <li class={view.titles ? 'table-card table-card--titles' : 'table-card'}>
      <h2 class="table-card__name">{t('tables.table', { n: table })}</h2>
      <ul class="table-card__groups">
        {chosen.map((group) => (
          <li key={group.id}>
            <Label letter={group.letter} color={group.color} size={size} />
            <span class={view.titles ? 'table-card__title' : 'visually-hidden'}>{group.title}</span>
          </li>
        ))}
        {free.map((i) => (
          <li
            key={`free-${i}`}
            class="table-card__free"
            style={{ blockSize: `${size}vh` }}
            aria-hidden="true"
          />
        ))}
      </ul>
    </li>
  )
}

function Part(props: { title: string; of: readonly Candidate[]; view: TableChoiceView; chosen?: boolean }) {
  const { title, of, view, chosen = false } = props
  if (of.length === 0) return null
  const lettersOnly = view.list === 'letters'
  const size = lettersOnly ? (view.groups > 30 ? 6 : 8) : view.list === 'titles' ? 4.7 : 7
  return (
    <section class="chosen__part">
      <h2 class="chosen__title">
        {chosen && <Icon name="check" size="1.1em" />}
        {title}
      </h2>
      <ul class="chosen__list">
        {of.map((group) => (
          <li key={group.id}>
            <Label letter={group.letter} color={group.color} size={size} />
            <span class={lettersOnly ? 'visually-hidden' : 'chosen__name'}>{group.title}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function summary(view: TableChoiceView): string {
  if (view.groups === 0) return t('pitch.none')
  if (view.seatless > 0 && view.tables.length > 0) return t('tables.seatless', { n: view.seatless })
  return view.open.length === 0
    ? t('tables.all')
    : t('tables.summary', { n: view.chosen.length, total: view.groups })
}
