import type { ButtonHTMLAttributes, ComponentChildren } from 'preact'
import { Icon, type IconName } from './draw/icon.tsx'
import './button.css'
import { Spinner } from './spinner.tsx'

export interface ButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'icon'> {
  /** One primary button per screen at the most. */
  kind?: 'primary' | 'secondary' | 'quiet'
  /** Keeps the focus and swallows clicks until what was asked for has happened. */
  busy?: boolean
  /** As wide as its box. */
  wide?: boolean
  /** Takes something away that is not easily brought back. */
  danger?: boolean
  icon?: IconName
  children?: ComponentChildren
}

export function Button({
  kind = 'secondary',
  busy = false,
  wide = false,
  danger = false,
  icon,
  type = 'button',
  class: name,
  onClick,
  children,
  ...rest
}: ButtonProps) {
  const classes = ['ui-button', `ui-button-${kind}`]
  if (wide) classes.push('ui-button-wide')
  if (danger) classes.push('ui-button-danger')
  if (name) classes.push(String(name))
  return (
    <button
      {...rest}
      type={type}
      class={classes.join(' ')}
      aria-busy={busy || undefined}
      aria-disabled={busy || undefined}
      onClick={(event) => {
        if (busy) event.preventDefault()
        else onClick?.(event)
      }}
    >
      {icon && <Icon name={icon} />}
      <span class="ui-button-text">{children}</span>
      {busy && <Spinner />}
    </button>
  )
}
