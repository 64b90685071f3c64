import './line-list.css'

/** Lines that somebody pasted, numbered; `wrong` are the numbers of those that cannot be taken. */
export function LineList({ lines, wrong }: { lines: readonly string[]; wrong: readonly number[] }) {
  return (
    <ol class="ui-line-list">
      {lines.map((line, i) => (
        <li key={line} class={wrong.includes(i + 1) ? 'ui-line-list-wrong' : undefined}>
          {line}
        </li>
      ))}
    </ol>
  )
}
