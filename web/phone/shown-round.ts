import { useEffect, useRef, useState } from 'preact/hooks'
import type { HeaderView } from './header-view.ts'

const patienceMs = 60_000

/**
 * The round on this phone. It follows the session, except while somebody is in the middle of a sentence:
 * the page then stays as it is until they go along, send it, or leave it for a minute.
 */
export function useShownRound(current: HeaderView | undefined): {
  readonly shown: HeaderView | undefined
  readonly behind: boolean
  readonly follow: () => void
} {
  const last = useRef(current)
  const [, setTurn] = useState(0)
  const moved = stageOf(last.current) !== stageOf(current)
  const behind = moved && last.current !== undefined && isTyping()
  if (!behind) last.current = current

  useEffect(() => {
    if (!behind) return
    const look = () => setTurn((turn) => turn + 1)
    const follow = () => {
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
      look()
    }
    // A field that was sent is empty; that is noticed at the next look.
    const looking = setInterval(look, 300)
    let patience = setTimeout(follow, patienceMs)
    const goesOn = () => {
      clearTimeout(patience)
      patience = setTimeout(follow, patienceMs)
    }
    addEventListener('input', goesOn)
    return () => {
      removeEventListener('input', goesOn)
      clearInterval(looking)
      clearTimeout(patience)
    }
  }, [behind])

  return {
    shown: last.current,
    behind,
    follow() {
      last.current = current
      setTurn((turn) => turn + 1)
    },
  }
}

function stageOf(view: HeaderView | undefined): string {
  return view ? `${view.round}.${view.kind}.${view.runoff}` : ''
}

function isTyping(): boolean {
  const field = document.activeElement
  const isText = field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement
  return isText && field.value.trim() !== '' && !['checkbox', 'radio'].includes(field.type)
}
