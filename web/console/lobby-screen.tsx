import { t } from '../text/console.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/draw/icon.tsx'
import { QrCode } from '../ui/qr-code.tsx'
import { useConsole } from './console-session.ts'
import type { Sheet } from './sheet.ts'
import { lobbyView, type PersonRow } from './people-view.ts'
import { currentRound } from './picture.ts'
import { RehearseButton } from './rehearsal.tsx'
import { SeatPlant } from './seat-plant.tsx'
import { wifiView } from './wifi-view.ts'
import './lobby.css'

/** Inloop: how to come in, and who is. */
export function LobbyScreen({ open }: { open: (sheet: Sheet) => void }) {
  const { picture, link, send } = useConsole()
  const view = lobbyView(picture.value, link.publicUrl.value, send)
  const { people } = view
  const wifi = wifiView(picture.value, send)
  const say = currentRound(picture.value)?.say
  return (
    <div class="lobby">
      <section class="lobby-door">
        {view.link && (
          <div class="lobby-qr">
            <QrCode text={view.link} label={t('lobby.qr')} />
          </div>
        )}
        <div class="lobby-ways">
          {view.address && <p class="lobby-address">{t('lobby.address', { address: view.address })}</p>}
          <p class="lobby-label">{t('lobby.code_label')}</p>
          <p class="lobby-code even-figures">{spaced(view.code)}</p>
        </div>
        {wifi.turn && (
          <div class="lobby-wifi">
            <p role="status">{t(wifi.shown ? 'wifi.now_wifi' : 'wifi.now_page', { name: wifi.name })}</p>
            <Button icon="screen" onClick={wifi.turn}>
              {t(wifi.shown ? 'wifi.show_page' : 'wifi.show_wifi')}
            </Button>
          </div>
        )}
        <div class="lobby-buttons">
          {(people.lock ?? people.unlock) && (
            <Button icon={people.locked ? 'unlock' : 'lock'} onClick={people.lock ?? people.unlock}>
              {t(people.locked ? 'lobby.unlock' : 'lobby.lock')}
            </Button>
          )}
          <Button kind="quiet" icon="wifi" onClick={() => open('wifi')}>
            {t('wifi.title')}
          </Button>
          <Button kind="quiet" icon="screen" onClick={() => open('pair screen')}>
            {t('head.add_screen')}
          </Button>
          <Button kind="quiet" icon="link" onClick={() => open('pair tablet')}>
            {t('head.add_tablet')}
          </Button>
        </div>
      </section>
      <section class="lobby-in" aria-labelledby="lobby-in">
        {say && <p class="lobby-say">“{say}”</p>}
        <h2 id="lobby-in" class="even-figures">
          {t('lobby.in', { n: people.inside.length })} <small>{t('lobby.of', { total: people.seats })}</small>
        </h2>
        {view.advice && (
          <p class="lobby-advice">
            <Icon name={people.locked ? 'lock' : 'info'} /> {view.advice}
          </p>
        )}
        {people.inside.length === 0 ? (
          <div class="lobby-empty">
            <p>{t('lobby.empty')}</p>
            <RehearseButton />
          </div>
        ) : (
          <ul class="meadow">
            {people.inside.map((person, i) => (
              <li key={person.id} class={isHere(person) ? '' : 'meadow-gone'}>
                <SeatPlant state={isHere(person) ? 'done' : 'gone'} variant={i} />
                <b>{person.name}</b>
                {person.about && <span>{person.about}</span>}
                {person.paper && <span class="meadow-note">{t('people.paper')}</span>}
                {!isHere(person) && <span class="meadow-note">{t('lobby.gone')}</span>}
              </li>
            ))}
          </ul>
        )}
      </section>
    </div>
  )
}

function isHere(person: PersonRow): boolean {
  return person.connected || person.paper
}

/** In two halves, as it is read aloud. */
function spaced(code: string): string {
  return code.length === 6 ? `${code.slice(0, 3)} ${code.slice(3)}` : code
}
