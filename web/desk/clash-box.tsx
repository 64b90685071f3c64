import type { ComponentChildren } from 'preact'
import { t } from '../text/desk.ts'
import { Icon } from '../ui/draw/icon.tsx'
import './clash-box.css'

/** Where two desks changed the same: what happened, and buttons to choose. */
export function ClashBox(props: {
  title: string
  /** What it is about, as pairs of `dt` and `dd`. */
  texts?: ComponentChildren
  children: ComponentChildren
}) {
  return (
    <div class="clash" role="alert">
      <p class="clash__title">
        <Icon name="warning" size="1.25em" /> {props.title}
      </p>
      {props.texts && <dl>{props.texts}</dl>}
      <div class="clash__choose">{props.children}</div>
    </div>
  )
}

/** Both texts, the one that is kept first. */
export function BothTexts({ theirs, mine }: { theirs: string; mine: string }) {
  return (
    <>
      <dt>{t('clash.theirs')}</dt>
      <dd>{theirs || t('clash.empty')}</dd>
      <dt>{t('clash.mine')}</dt>
      <dd>{mine || t('clash.empty')}</dd>
    </>
  )
}
