import { Icon } from '../../../ui/draw/icon.tsx'

/** A file for the calendar of whoever opens it. */
export function CalendarLink({ href, file, label }: { href: string; file: string; label: string }) {
  return (
    <a class="ui-button ui-button-quiet" href={href} download={file}>
      <Icon name="calendar" />
      <span class="ui-button-text">{label}</span>
    </a>
  )
}
