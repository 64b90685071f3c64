import type { ComponentChildren } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { colorStyle, type GroupColor } from './draw/color.ts'
import { groupIconPaths } from './draw/group-icon.tsx'
import { fanned, type Lean, leanStyle } from './fanned.ts'
import { IconButton } from './icon-button.tsx'
import './site-plan.css'
import { fitted, type Look, moved, type Size, zoomed } from './site-plan-view.ts'

export interface PlanPin {
  readonly key: string
  readonly x: number
  readonly y: number
  /** A number or a letter, on the pin. */
  readonly mark: string
  readonly label: string
  readonly color?: GroupColor | undefined
  readonly mine?: boolean
}

export interface SitePlanProps {
  /** The address of the picture; a quiet ground until it is there. */
  src: string | undefined
  picture: Size
  alt: string
  pins: readonly PlanPin[]
  look: Look
  onLook: (look: Look) => void
  /** A tap beside the pins: told with that spot in the middle. */
  onTap?: (look: Look) => void
  onPin?: ((key: string) => void) | undefined
  chosen?: string | undefined
  words: { readonly larger: string; readonly smaller: string; readonly how: string }
  /** What stands in the middle while a place is looked for. */
  children?: ComponentChildren
}

const step = 40
/** How high a pin is, in pixels, with letters of the usual size. */
const pinPx = 56

/**
 * A picture to move with one finger, two, the mouse, the wheel or the arrow keys, with pins on it. Nothing can only be done by
 * dragging: buttons make it larger and smaller, arrow keys move it.
 */
export function SitePlan(props: SitePlanProps) {
  const { src, picture, alt, pins, look, onLook, onTap, onPin, chosen, words, children } = props
  const box = useRef<HTMLDivElement>(null)
  const size = useSizeOf(box)
  const whole = fitted(picture, size)
  const fingers = useRef(new Map<number, { x: number; y: number }>())
  /** One finger that has not pulled yet: lifted like this it was a tap. */
  const still = useRef<number | undefined>(undefined)
  const now = useRef(look)
  now.current = look
  const change = (next: Look) => {
    now.current = next
    onLook(next)
  }
  const fromMiddle = (x: number, y: number) => {
    const place = box.current?.getBoundingClientRect()
    return place
      ? { dx: x - place.left - place.width / 2, dy: y - place.top - place.height / 2 }
      : { dx: 0, dy: 0 }
  }

  const press = (event: PointerEvent) => {
    still.current = fingers.current.size === 0 ? event.pointerId : undefined
    fingers.current.set(event.pointerId, { x: event.clientX, y: event.clientY })
  }
  const pull = (event: PointerEvent) => {
    const before = fingers.current.get(event.pointerId)
    if (!before) return
    const after = { x: event.clientX, y: event.clientY }
    const other = [...fingers.current].find(([id]) => id !== event.pointerId)?.[1]
    if (!other) {
      // Only what is pulled is held, so that a tap on a pin stays a tap.
      if (Math.hypot(after.x - before.x, after.y - before.y) < 3) return
      still.current = undefined
      box.current?.setPointerCapture(event.pointerId)
      change(moved(now.current, { dx: after.x - before.x, dy: after.y - before.y }, whole))
    } else {
      const distance = (point: { x: number; y: number }) => Math.hypot(point.x - other.x, point.y - other.y) || 1
      const middle = fromMiddle((after.x + other.x) / 2, (after.y + other.y) / 2)
      const drawn = { dx: (after.x - before.x) / 2, dy: (after.y - before.y) / 2 }
      change(zoomed(moved(now.current, drawn, whole), distance(after) / distance(before), whole, middle))
    }
    fingers.current.set(event.pointerId, after)
  }
  const leave = (event: PointerEvent) => {
    fingers.current.delete(event.pointerId)
  }
  const lift = (event: PointerEvent) => {
    leave(event)
    if (still.current !== event.pointerId || event.button > 0) return
    still.current = undefined
    if (!onTap || (event.target as Element).closest('button')) return
    const { dx, dy } = fromMiddle(event.clientX, event.clientY)
    onTap(moved(now.current, { dx: -dx, dy: -dy }, whole))
  }
  const keys: Readonly<Record<string, () => Look>> = {
    ArrowLeft: () => moved(look, { dx: step, dy: 0 }, whole),
    ArrowRight: () => moved(look, { dx: -step, dy: 0 }, whole),
    ArrowUp: () => moved(look, { dx: 0, dy: step }, whole),
    ArrowDown: () => moved(look, { dx: 0, dy: -step }, whole),
    '+': () => zoomed(look, 1.5, whole),
    '-': () => zoomed(look, 1 / 1.5, whole),
  }
  useEffect(() => {
    const place = box.current
    const turn = (event: WheelEvent) => {
      event.preventDefault()
      change(zoomed(now.current, event.deltaY < 0 ? 1.2 : 1 / 1.2, whole, fromMiddle(event.clientX, event.clientY)))
    }
    place?.addEventListener('wheel', turn, { passive: false })
    return () => place?.removeEventListener('wheel', turn)
  }, [whole.width, whole.height])

  const width = whole.width * look.zoom
  const height = whole.height * look.zoom
  const leans = fanned(pins, { width: width / pinPx, height: height / pinPx })
  return (
    <div class="site-plan">
      <section
        ref={box}
        class="site-plan-box"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: arrow keys move it
        tabIndex={0}
        aria-label={`${alt}. ${words.how}`}
        onPointerDown={press}
        onPointerMove={pull}
        onPointerUp={lift}
        onPointerCancel={leave}
        onKeyDown={(event) => {
          const act = event.target === event.currentTarget ? keys[event.key] : undefined
          if (!act) return
          event.preventDefault()
          change(act())
        }}
      >
        <div
          class="site-plan-sheet"
          style={{
            inlineSize: `${width}px`,
            blockSize: `${height}px`,
            transform: `translate(${size.width / 2 - look.x * width}px, ${size.height / 2 - look.y * height}px)`,
          }}
        >
          {src && <img src={src} alt={alt} draggable={false} />}
          {pins.map((pin, i) => (
            <PinMark key={pin.key} pin={pin} lean={leans[i] as Lean} onPin={onPin} chosen={chosen === pin.key} />
          ))}
        </div>
        {children}
      </section>
      <div class="site-plan-zoom">
        <IconButton icon="plus" label={words.larger} onClick={() => change(zoomed(look, 1.5, whole))} />
        <IconButton icon="minus" label={words.smaller} onClick={() => change(zoomed(look, 1 / 1.5, whole))} />
      </div>
    </div>
  )
}

function PinMark(props: {
  pin: PlanPin
  lean: Lean
  onPin: ((key: string) => void) | undefined
  chosen: boolean
}) {
  const { pin, lean, onPin, chosen } = props
  const leans = leanStyle(lean)
  const style = {
    insetInlineStart: `${pin.x * 100}%`,
    insetBlockStart: `${pin.y * 100}%`,
    ...leans,
    ...(pin.color ? colorStyle(pin.color) : {}),
  }
  const kind = `site-pin${pin.mine ? ' site-pin-mine' : ''}${pin.color ? ' site-pin-group' : ''}${chosen ? ' site-pin-chosen' : ''}${leans ? ' site-pin-leans' : ''}`
  return onPin ? (
    <button type="button" class={kind} style={style} aria-label={pin.label} onClick={() => onPin(pin.key)}>
      <PinShape mark={pin.mark} color={pin.color} lean={lean} />
    </button>
  ) : (
    <span class={kind} style={style}>
      <PinShape mark={pin.mark} color={pin.color} lean={lean} />
      <span class="visually-hidden">{pin.label}</span>
    </span>
  )
}

/** A label on a point, as on a plan of the field guide; that of a group has the sign of its color under the letter. */
export function PinShape(props: { mark: string; color?: GroupColor | undefined; lean?: Lean }) {
  const { mark, color, lean } = props
  return (
    <svg viewBox="0 0 36 46" aria-hidden="true">
      <path d="M3.5 3.6C13 1.6 23 1.7 32.5 3.4c.9 8 .7 16-.4 24L18.300 43.800 4.200 27.600C3 19.600 2.800 11.600 3.500 3.600Z" />
      {lean && lean.off > 0.04 && <path d={`M18 44v${46 * lean.off}`} />}
      <g transform={lean && `rotate(${-lean.turn} 18 17)`}>
        <text x="18" y={color ? 18.5 : 23.5} text-anchor="middle">
          {mark}
        </text>
        {color && (
          <path class="site-pin-icon" transform="translate(11.2 19.8) scale(.57)" d={groupIconPaths[color]} />
        )}
      </g>
    </svg>
  )
}

function useSizeOf(element: { readonly current: HTMLElement | null }): Size {
  const [size, setSize] = useState<Size>({ width: 320, height: 320 })
  useEffect(() => {
    const measured = element.current
    if (!measured) return
    const measure = () => {
      const { clientWidth: width, clientHeight: height } = measured
      if (width > 0 && height > 0) setSize((was) => (was.width === width && was.height === height ? was : { width, height }))
    }
    measure()
    addEventListener('resize', measure)
    const watching = typeof ResizeObserver === 'undefined' ? undefined : new ResizeObserver(measure)
    watching?.observe(measured)
    return () => {
      removeEventListener('resize', measure)
      watching?.disconnect()
    }
  }, [])
  return size
}
