import { t } from '../text/console.ts'
import type { Picture, Send } from './picture.ts'

/** Who knocks on the locked door, the first of them; and how many stand behind. */
export interface KnockView {
  readonly name: string
  readonly more: number
  readonly letIn?: () => void
  readonly refuse?: () => void
}

export function knockView(picture: Picture, send: Send): KnockView | undefined {
  const [first, ...rest] = picture.knocks
  if (!first || picture.session?.status === 'ended') return undefined
  const answer = (let_in: boolean) => () => void send('answer_knock', { knock: first.id, let_in })
  return {
    name: first.name || t('knock.nameless'),
    more: rest.length,
    letIn: answer(true),
    refuse: answer(false),
  }
}
