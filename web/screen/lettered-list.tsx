import type { ComponentChildren } from 'preact'
import { t } from '../text/screen.ts'
import { colorStyle } from '../ui/draw/color.ts'
import type { Candidate } from './candidate.ts'
import { Label } from './label.tsx'
import { listGrid, listHeight } from './lettered-view.ts'
import { sceneWidth } from './scene.tsx'
import './lettered-list.css'

interface Props<One extends Candidate> {
  readonly of: readonly One[]
  /** What stands at the end of a line. */
  readonly note?: (one: One) => ComponentChildren
  /** What stands for the title. */
  readonly title?: (one: One) => string
  /** Titles are sentences: fewer columns. */
  readonly long?: boolean
  /** Has nothing to say for now. */
  readonly quiet?: (one: One) => boolean
}

/** Groups by letter and title over the whole screen; what does not fit is counted. */
export function LetteredList<One extends Candidate>({ of, note, title, quiet, long }: Props<One>) {
  const grid = listGrid(of.length, sceneWidth.value, long)
  const row = listHeight / grid.rows
  const rest = of.length - grid.shown
  const size = row > 15 ? 'large' : row > 10.4 ? 'middle' : row > 8.6 ? 'small' : 'line'
  return (
    <ol class={`lettered lettered--${size}`} style={{ '--columns': grid.columns, '--rows': grid.rows }}>
      {of.slice(0, grid.shown).map((one) => (
        <li
          key={one.id}
          class={quiet?.(one) ? 'lettered__one lettered__one--quiet' : 'lettered__one'}
          style={colorStyle(one.color)}
        >
          <Label letter={one.letter} color={one.color} size={Math.min(10, row * 0.92)} />
          <span class="lettered__title">{title?.(one) ?? one.title}</span>
          {note?.(one)}
        </li>
      ))}
      {rest > 0 && <li class="lettered__one lettered__rest">{t('list.more', { n: rest })}</li>}
    </ol>
  )
}
