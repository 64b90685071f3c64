import { useEffect, useState } from 'preact/hooks'
import './spinner.css'

/** Long enough that what is quick shows no flicker. */
const waitMs = 300

/** A seed that turns while something takes its time. With a label it stands alone and is read aloud. */
export function Spinner({ label }: { label?: string }) {
  const [shown, setShown] = useState(false)
  useEffect(() => {
    const waiting = setTimeout(() => setShown(true), waitMs)
    return () => clearTimeout(waiting)
  }, [])

  const wheel = <span class="ui-spinner-wheel" aria-hidden="true" />
  if (label === undefined) return shown ? wheel : null
  return (
    <div class="ui-spinner" role="status">
      {shown && wheel}
      {shown && <span>{label}</span>}
    </div>
  )
}
