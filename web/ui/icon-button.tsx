import type { ButtonHTMLAttributes } from 'preact'
import { Icon, type IconName } from './draw/icon.tsx'
import './icon-button.css'

export interface IconButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'icon' | 'label'> {
  icon: IconName
  /** Its name: read aloud, and shown where a pointer rests on it. */
  label: string
  pressed?: boolean
}

export function IconButton({ icon, label, pressed, class: name, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      class={name ? `ui-icon-button ${name}` : 'ui-icon-button'}
      aria-label={label}
      aria-pressed={pressed}
      title={label}
    >
      <Icon name={icon} />
    </button>
  )
}
