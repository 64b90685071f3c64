import type { RefObject } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'

/** The zone that makes a new group of what is dropped on it. */
export const newGroup = -1

/** Where a drop would put the ideas: a group (0: the inbox), before another idea there (0: at the end). */
export interface DropPlace {
  readonly group: number
  readonly before: number
}

export interface Dragging {
  readonly ids: readonly number[]
  readonly over: DropPlace | undefined
}

export interface DragEvents {
  /** What comes along when this idea is taken: itself, or the whole selection that it is part of. */
  readonly stack: (idea: number) => readonly number[]
  readonly lifted: (ids: readonly number[]) => void
  /** Still in the hand, every few seconds. */
  readonly kept: (ids: readonly number[]) => void
  readonly dropped: (ids: readonly number[], place: DropPlace) => void
  readonly cancelled: (ids: readonly number[]) => void
}

export interface IdeaDrag {
  readonly dragging: Dragging | undefined
  readonly ghost: RefObject<HTMLDivElement>
  readonly press: (event: PointerEvent, idea: number) => void
}

const pressMs = 150
const slackPx = 8
const edgePx = 56
const keepMs = 7000

/**
 * Takes ideas from `[data-idea]` cards and drops them in `[data-group]` zones. A finger that moves within
 * 150 ms scrolls; one that rests takes the idea. A mouse takes it as soon as it moves.
 */
export function useIdeaDrag(events: DragEvents): IdeaDrag {
  const latest = useRef(events)
  latest.current = events
  const ghost = useRef<HTMLDivElement>(null)
  const [dragging, setDragging] = useState<Dragging>()
  const stop = useRef<() => void>()
  useEffect(() => () => stop.current?.(), [])

  const press = (down: PointerEvent, idea: number) => {
    if (down.button !== 0 || !down.isPrimary || stop.current) return
    const ids = latest.current.stack(idea)
    const touch = down.pointerType === 'touch'
    let ready = false
    let moving = false
    let x = down.clientX
    let y = down.clientY
    let over: DropPlace | undefined
    let frame = 0
    let keeping: ReturnType<typeof setInterval> | undefined
    const pressed = setTimeout(() => {
      ready = true
    }, pressMs)

    const draw = () => {
      if (ghost.current) ghost.current.style.transform = `translate(${x}px, ${y}px)`
      const now = placeAt(x, y, ids)
      if (now?.group === over?.group && now?.before === over?.before) return
      over = now
      setDragging({ ids, over })
    }
    const follow = () => {
      scrollAtEdges(x, y)
      draw()
      frame = requestAnimationFrame(follow)
    }
    const begin = () => {
      moving = true
      setDragging({ ids, over })
      latest.current.lifted(ids)
      keeping = setInterval(() => latest.current.kept(ids), keepMs)
      frame = requestAnimationFrame(follow)
    }
    const end = (drop: boolean) => {
      clearTimeout(pressed)
      clearInterval(keeping)
      cancelAnimationFrame(frame)
      for (const [name, listener] of listeners) removeEventListener(name, listener, true)
      stop.current = undefined
      if (!moving) return
      setDragging(undefined)
      swallowNextClick()
      if (drop && over) latest.current.dropped(ids, over)
      else latest.current.cancelled(ids)
    }

    const move = (event: PointerEvent) => {
      if (event.pointerId !== down.pointerId) return
      x = event.clientX
      y = event.clientY
      if (moving) return
      if (Math.hypot(x - down.clientX, y - down.clientY) < slackPx) return
      if (touch && !ready) end(false)
      else begin()
    }
    const listeners: [string, EventListener][] = [
      ['pointermove', (event) => move(event as PointerEvent)],
      ['pointerup', (event) => (event as PointerEvent).pointerId === down.pointerId && end(true)],
      ['pointercancel', (event) => (event as PointerEvent).pointerId === down.pointerId && end(false)],
      ['keydown', (event) => (event as KeyboardEvent).key === 'Escape' && moving && end(false)],
      // Once the idea is in the hand, the finger no longer scrolls the page.
      ['touchmove', (event) => ready && event.cancelable && event.preventDefault()],
      ['contextmenu', (event) => ready && event.preventDefault()],
    ]
    for (const [name, listener] of listeners)
      addEventListener(name, listener, { capture: true, passive: false })
    stop.current = () => end(false)
  }

  return { dragging, ghost, press }
}

function placeAt(x: number, y: number, ids: readonly number[]): DropPlace | undefined {
  const zone = document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-group]')
  if (!zone) return undefined
  const cards = [...zone.querySelectorAll<HTMLElement>('[data-idea]')].filter(
    (card) => !ids.includes(Number(card.dataset.idea)),
  )
  const next = cards.find((card) => {
    const box = card.getBoundingClientRect()
    return y < box.top + box.height / 2
  })
  return { group: Number(zone.dataset.group), before: Number(next?.dataset.idea ?? 0) }
}

/** Scrolls what lies under the pointer when it comes near an edge, faster the nearer it is. */
function scrollAtEdges(x: number, y: number): void {
  let box = document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-scroll]')
  while (box) {
    const edges = box.getBoundingClientRect()
    box.scrollLeft += pull(x, edges.left, edges.right)
    box.scrollTop += pull(y, edges.top, edges.bottom)
    box = box.parentElement?.closest<HTMLElement>('[data-scroll]')
  }
  scrollBy(0, pull(y, 0, innerHeight))
}

function pull(at: number, start: number, end: number): number {
  if (at < start + edgePx) return -Math.ceil(Math.min(edgePx, start + edgePx - at) / 5)
  if (at > end - edgePx) return Math.ceil(Math.min(edgePx, at - end + edgePx) / 5)
  return 0
}

/** The browser sends a click after a drag that ended on its own card; nobody meant it. */
function swallowNextClick(): void {
  const swallow = (event: Event) => {
    event.stopPropagation()
    event.preventDefault()
  }
  addEventListener('click', swallow, { capture: true, once: true })
  setTimeout(() => removeEventListener('click', swallow, { capture: true }), 0)
}
