import { t } from '../text/desk.ts'
import { Button } from '../ui/button.tsx'
import { ScenePlant } from '../ui/draw/scene-plant.tsx'
import { LanguageSwitch } from '../ui/language-switch.tsx'
import { hashes } from './route.ts'
import { logOut, organiser, route } from './store.ts'
import { forgetDossiers } from './trajectory/dossier.ts'
import { leftAt } from './trajectory/portfolio-address.ts'

export function Masthead() {
  const name = organiser.value?.name
  return (
    <header class="mast">
      <a class="mast__name" href={hashes.trajectories} aria-label={`Kiemkring. ${t('desk.home')}`}>
        <svg class="mast__mark" viewBox="-16 -42 32 44" aria-hidden="true">
          <ScenePlant x={0} ground={0} height={24} variant={1} leafScale={0.52} />
        </svg>
        Kiemkring
      </a>
      {name && <Parts />}
      <div class="mast__end">
        <LanguageSwitch />
        {name && (
          <>
            <span class="mast__person">{name}</span>
            <Button kind="quiet" onClick={() => void logOut().then((gone) => gone && forgetDossiers())}>
              {t('desk.logout')}
            </Button>
          </>
        )}
      </div>
    </header>
  )
}

function Parts() {
  const { page } = route.value
  const inTrajectories = ['trajectories', 'trajectory', 'new-trajectory', 'import-places', 'approach', 'catalogue'].includes(page)
  const parts = [
    { hash: leftAt.value, name: t('nav.trajectories'), here: inTrajectories },
    { hash: hashes.sessions, name: t('nav.sessions'), here: !inTrajectories },
  ]
  return (
    <nav class="mast__parts" aria-label={t('nav.label')}>
      {parts.map(({ hash, name, here }) => (
        <a key={hash} href={hash} aria-current={here ? 'page' : undefined}>
          {name}
        </a>
      ))}
    </nav>
  )
}
