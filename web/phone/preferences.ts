import { effect } from '@preact/signals'
import { storedSignal } from './stored.ts'

export type TextSize = 'normal' | 'large' | 'larger'

export const textSize = storedSignal<TextSize>('size', 'normal')
/** No motion, also where the system asks for none of that. */
export const calm = storedSignal('calm', false)

export function applyPreferences(): void {
  effect(() => {
    document.documentElement.dataset.size = textSize.value
  })
  effect(() => {
    document.documentElement.dataset.motion = calm.value ? 'calm' : 'full'
  })
}
