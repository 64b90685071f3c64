import type { RefObject } from 'preact'
import { useLayoutEffect, useState } from 'preact/hooks'

interface Box {
  readonly left: number
  readonly width: number
  readonly height: number
}

/** Drawn by hand around the columns of what is chosen; dotted as long as it is not sure. */
export function DrawnFrame(props: {
  table: RefObject<HTMLTableElement>
  isSure: boolean
  /** Changes when others are framed. */
  of: string
}) {
  const [boxes, setBoxes] = useState<readonly Box[]>([])
  useLayoutEffect(() => {
    const { current } = props.table
    if (!current) return
    const measure = () => {
      const around = current.getBoundingClientRect()
      const heads = [...current.querySelectorAll<HTMLElement>('[data-chosen]')]
      setBoxes(
        heads.map((head) => {
          const { left, width } = head.getBoundingClientRect()
          return { left: left - around.left, width, height: around.height }
        }),
      )
    }
    measure()
    const sizes = new ResizeObserver(measure)
    sizes.observe(current)
    return () => sizes.disconnect()
  }, [props.of])
  return (
    <>
      {boxes.map(({ left, width, height }) => (
        <svg
          key={left}
          class={props.isSure ? 'drawn-frame drawn-frame--sure' : 'drawn-frame'}
          viewBox="0 0 100 100"
          preserveAspectRatio="none"
          aria-hidden="true"
          style={{ left: `${left - 12}px`, width: `${width + 10}px`, height: `${height + 24}px` }}
        >
          <path d="M9 2.500C38 .4 72 .2 96 2.300C98.300 22 97.400 42 98.200 62C98.500 74 95.500 88 93 97.500C68 99.600 34 99.400 7 97.800C3.600 88 2.700 76 2 62C2.300 42 2.100 22 4.500 5C6 2.500 10 1.400 13 1" />
        </svg>
      ))}
    </>
  )
}
