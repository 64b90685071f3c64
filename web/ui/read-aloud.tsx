import { useEffect, useId } from 'preact/hooks'
import { t } from '../text/shared.ts'
import { canRead, type Passage, readAloud, reading, stopReading } from './aloud.ts'
import { Button } from './button.tsx'
import './read-aloud.css'

/**
 * Reads the passages aloud, and stops; absent where the device has no voice for the language. Stops by itself when
 * somebody types, leaves the screen, or puts the phone away.
 */
export function ReadAloud({ passages, language }: { passages: readonly Passage[]; language: string }) {
  const id = useId()
  const mine = reading.value?.by === id
  const key = mine ? reading.value?.key : undefined

  useEffect(() => () => stopReading(id), [id])
  useEffect(() => {
    if (!mine) return
    const stop = () => stopReading(id)
    const hidden = () => {
      if (document.hidden) stop()
    }
    document.addEventListener('input', stop)
    document.addEventListener('visibilitychange', hidden)
    return () => {
      document.removeEventListener('input', stop)
      document.removeEventListener('visibilitychange', hidden)
    }
  }, [mine, id])

  useEffect(() => {
    if (key !== undefined) document.querySelector('.ui-being-read')?.scrollIntoView({ block: 'nearest' })
  }, [key])

  if (passages.length === 0 || !canRead(language)) return null
  return (
    <Button
      class="ui-read-aloud"
      icon={mine ? 'close' : 'speaker'}
      onClick={() => (mine ? stopReading(id) : readAloud(id, passages, language))}
    >
      {t(mine ? 'aloud.stop' : 'aloud.start')}
    </Button>
  )
}

/** The class of a list item whose passage is being read; it comes into view. */
export function readingClass(key: Passage['key']): string {
  return reading.value?.key === key ? ' ui-being-read' : ''
}
