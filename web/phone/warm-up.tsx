import { useSignal } from '@preact/signals'
import { t } from '../text/later-stages.ts'
import { FieldSymbol, symbolNames } from '../ui/draw/symbol.tsx'
import type { Room } from './room.ts'
import { refusalText } from './say.ts'
import './warm-up.css'
import { type SymbolChoice, warmUpView } from './warm-up-view.ts'

/** Something light to do while people come in: what do you take to the field? */
export function WarmUp({ room }: { room: Room }) {
  const { chosen, alike, kept, choose } = warmUpView(room)
  const problem = useSignal<string | undefined>(undefined)
  const pick = (symbol: SymbolChoice) => {
    problem.value = undefined
    void choose(symbol).then((outcome) => {
      problem.value = refusalText(outcome)
    })
  }
  return (
    <fieldset class="warm-up">
      <legend>{t('warm_up.title')}</legend>
      <div class="warm-up-symbols">
        {symbolNames.map((name) => (
          <label
            key={name}
            class={name === chosen ? 'warm-up-symbol warm-up-symbol-chosen' : 'warm-up-symbol'}
          >
            <input
              type="radio"
              name="symbol"
              class="visually-hidden"
              checked={name === chosen}
              onChange={() => pick(name)}
            />
            <FieldSymbol name={name} size="2.75rem" />
            <span>{t(`symbol.${name}`)}</span>
          </label>
        ))}
      </div>
      {problem.value && (
        <p class="problem" role="alert">
          {problem.value}
        </p>
      )}
      <p class="quiet warm-up-note">
        {kept
          ? t('sharpen.on_phone')
          : chosen === 'none'
            ? t('warm_up.body')
            : alike > 0
              ? t('warm_up.alike', { n: alike })
              : t('warm_up.only_you')}
      </p>
    </fieldset>
  )
}
