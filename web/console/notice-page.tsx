import type { ComponentChildren } from 'preact'
import { LanguageSwitch } from '../ui/language-switch.tsx'
import { Spinner } from '../ui/spinner.tsx'
import { Mark } from './mark.tsx'
import './notice-page.css'

/** A page that says one thing, and what one can do about it. */
export function Notice(props: {
  title: string
  body?: string
  busy?: boolean
  languages?: boolean
  children?: ComponentChildren
}) {
  const { title, body, busy, languages, children } = props
  return (
    <main class="notice-page">
      <Mark size={64} />
      <h1>{title}</h1>
      {body && <p>{body}</p>}
      {busy && <Spinner label={title} />}
      {children && <div class="notice-page-actions">{children}</div>}
      {languages && (
        <div class="notice-page-languages">
          <LanguageSwitch />
        </div>
      )}
    </main>
  )
}
