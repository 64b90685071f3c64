import { signal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { type Urgency, Voice } from './voice.ts'

const spoken = { polite: signal(''), assertive: signal('') }

const voice = new Voice((text, urgency) => {
  spoken[urgency].value = text
})

/** Has a screen reader say this, in its turn, and not before the person stops typing. */
export function announce(text: string, urgency: Urgency = 'polite'): void {
  voice.say(text, urgency)
}

/** The two places a screen reader listens to. Once in a page, and there from the start. */
export function Announcer() {
  useEffect(() => {
    const typed = (event: Event) => {
      const field = event.target
      if (field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement) voice.typed()
    }
    document.addEventListener('input', typed)
    return () => document.removeEventListener('input', typed)
  }, [])

  return (
    <div class="visually-hidden">
      <div role="status">{spoken.polite}</div>
      <div role="alert">{spoken.assertive}</div>
    </div>
  )
}
