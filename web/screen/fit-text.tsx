import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { sceneWidth } from './scene.tsx'

export interface FitTextProps {
  readonly as?: 'h1' | 'h2' | 'p' | 'div' | 'b' | 'dd'
  readonly class?: string
  /** Sizes in vh. The text starts at `max` and becomes smaller until it fits in its box, `min` at the least. */
  readonly max: number
  readonly min: number
  readonly children: ComponentChildren
}

const step = 0.25

/** What does not fit at all ends in dots, after a whole line. */
function cutWholeLines(element: HTMLElement) {
  if (element.scrollHeight <= element.clientHeight + 1) return
  const line = Number.parseFloat(getComputedStyle(element).lineHeight)
  const lines = Math.max(1, Math.floor((element.clientHeight + 1) / line))
  element.classList.add('fit--cut')
  element.style.webkitLineClamp = `${lines}`
  // Not by its size: the box must still tell when it gets more room.
  element.style.clipPath = `inset(0 0 ${Math.max(0, element.clientHeight - lines * line)}px)`
}

const boxSize = (element: HTMLElement) => `${element.clientWidth} ${element.clientHeight}`

/** Text that fills the box its styles give it, whatever was typed and whatever the language. */
export function FitText({ as: Tag = 'p', class: classes = '', max, min, children }: FitTextProps) {
  const box = useRef<HTMLElement>(null)
  const width = sceneWidth.value
  useLayoutEffect(() => {
    const element = box.current
    if (!element) return
    const shrink = () => {
      // Whole words first: a smaller word reads better than a broken one.
      element.style.overflowWrap = 'normal'
      element.style.clipPath = element.style.webkitLineClamp = ''
      element.classList.remove('fit--cut')
      for (let size = max; size >= min; size -= step) {
        element.style.fontSize = `${size}vh`
        const fits =
          element.scrollHeight <= element.clientHeight + 1 && element.scrollWidth <= element.clientWidth + 1
        if (fits) return
      }
      element.style.fontSize = `${min}vh`
      element.style.overflowWrap = 'anywhere'
      cutWholeLines(element)
    }
    shrink()
    // The first measure may be in a fallback face.
    let current = true
    void document.fonts?.ready.then(() => current && shrink())
    // What stands beside it may take room later: the box then becomes another size.
    let size = boxSize(element)
    const watch = new ResizeObserver(() => {
      if (boxSize(element) === size) return
      shrink()
      size = boxSize(element)
    })
    watch.observe(element)
    return () => {
      current = false
      watch.disconnect()
    }
  }, [children, max, min, width])
  return (
    <Tag ref={box as never} class={`fit ${classes}`}>
      {children}
    </Tag>
  )
}
