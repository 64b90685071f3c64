import type { ComponentChildren } from 'preact'
import { useEffect } from 'preact/hooks'
import { IconButton } from '../ui/icon-button.tsx'

/** The hand is full: what can be done with what is chosen, in ink, where the bar of the rounds was. */
export function ChoiceBar(props: {
  text: string
  clearLabel: string
  clear: () => void
  children: ComponentChildren
}) {
  const { text, clearLabel, clear, children } = props
  useEffect(() => {
    const leave = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !document.querySelector('dialog[open]')) clear()
    }
    addEventListener('keydown', leave)
    return () => removeEventListener('keydown', leave)
  })
  return (
    <div class="choice-bar" role="toolbar" aria-label={text}>
      <b class="choice-count">{text}</b>
      <div class="choice-acts">{children}</div>
      <IconButton icon="close" label={clearLabel} onClick={clear} />
    </div>
  )
}
