import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { announce } from '../ui/announcer.tsx'

/** A page that says one thing, with what can be done about it. */
export function Message({ title, body, children }: { title: string; body: string; children: ComponentChildren }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    heading.current?.focus()
    announce(title, 'assertive')
  }, [title])
  return (
    <main class="message">
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      <p>{body}</p>
      {children}
    </main>
  )
}
