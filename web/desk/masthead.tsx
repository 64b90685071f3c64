import { t } from '../text/desk.ts'
import { Button } from '../ui/button.tsx'
import { ScenePlant } from '../ui/draw/scene-plant.tsx'
import { LanguageSwitch } from '../ui/language-switch.tsx'
import { hashes } from './route.ts'
import { logOut, organiser } from './store.ts'

export function Masthead() {
  const name = organiser.value?.name
  return (
    <header class="mast">
      <a class="mast__name" href={hashes.sessions} aria-label={`Kiemkring. ${t('desk.home')}`}>
        <svg class="mast__mark" viewBox="-16 -42 32 44" aria-hidden="true">
          <ScenePlant x={0} ground={0} height={24} variant={1} leafScale={0.52} />
        </svg>
        Kiemkring
      </a>
      <div class="mast__end">
        <LanguageSwitch />
        {name && (
          <>
            <span class="mast__person">{name}</span>
            <Button kind="quiet" onClick={() => void logOut()}>
              {t('desk.logout')}
            </Button>
          </>
        )}
      </div>
    </header>
  )
}
