import { SceneGround, ScenePlant, SceneSeed } from '../ui/draw/scene-plant.tsx'
import { FieldSymbol } from '../ui/draw/symbol.tsx'
import { QrCode } from '../ui/qr-code.tsx'
import { t } from '../text/screen.ts'
import { FitText } from './fit-text.tsx'
import { type LobbyPerson, type LobbyView, lobbyView } from './lobby-view.ts'
import { Scene, sceneWidth, vh } from './scene.tsx'
import type { Corner } from './screen-view.ts'
import { ground, type Source } from './source.ts'

const nameLine = 46

export function Lobby({ source, corner }: { source: Source; corner?: Corner }) {
  const width = sceneWidth.value
  const view = lobbyView(source, width)
  const qr = view.wifi
    ? { text: view.wifi.qr, label: t('lobby.wifi_qr') }
    : corner && { text: corner.link, label: t('corner.qr') }
  const groundY = view.nameRows === 3 ? 884 : 926
  return (
    <>
      <Scene>
        <SceneGround {...ground(width)} y={groundY} />
        {view.people.map((person) => (
          <g key={person.id}>
            <ScenePlant
              x={person.x}
              ground={groundY}
              height={person.height}
              variant={person.variant}
              top={person.symbol ? 'none' : 'leaves'}
              grows
            />
            {person.name && (
              <path
                class="tick"
                d={`M${person.x} ${groundY + 9}c1 ${6 + person.row * 20} -1 ${8 + person.row * 22} 0 ${12 + person.row * nameLine}`}
              />
            )}
          </g>
        ))}
        {view.emptyAt.map((x, i) => (
          <SceneSeed key={x} x={x} y={groundY + 34} turn={((i * 37) % 30) - 15} size={1.7} empty />
        ))}
      </Scene>
      {view.people.map(
        (person) =>
          person.symbol && (
            <span
              key={`${person.id}-${person.symbol}`}
              class="lobby-symbol"
              style={{
                left: vh(person.x - view.symbolSize / 2),
                top: vh(groundY - person.height - view.symbolSize / 2),
              }}
            >
              <FieldSymbol name={person.symbol} size={vh(view.symbolSize)} />
            </span>
          ),
      )}
      <ul class="names">
        {view.people.map((person) => (
          <Name key={person.id} person={person} width={view.nameWidth} top={groundY + 14} />
        ))}
      </ul>
      {qr && (
        <div class="mount">
          <QrCode {...qr} />
          <svg class="mount__corners" viewBox="0 0 100 100" aria-hidden="true">
            <path d="M1 9.600C.7 6.500 1 3.600 1.200 1.200C4 .900 6.800 1.300 9.600 1M90.400 1.100C93.300.800 96 1.200 98.800 1C99.100 3.800 98.800 6.600 99 9.500M99 90.500C98.700 93.400 99.100 96 98.900 98.900C96 99.100 93.300 98.800 90.400 99M9.600 99C6.800 98.700 4 99.100 1.200 98.800C.900 96 1.300 93.300 1 90.500" />
          </svg>
        </div>
      )}
      <div class={qr ? 'lobby' : 'lobby lobby--alone'}>
        <FitText as="h1" class="lobby__question" max={8.9} min={4.4}>
          {view.question}
        </FitText>
        {view.wifi && <Wifi wifi={view.wifi} corner={corner} />}
        {corner && !view.wifi && (
          <p class="body">
            {corner.locked && `${t('lobby.locked')} `}
            {t('lobby.aim')} <b>{corner.address}</b> {t('lobby.type')}
          </p>
        )}
        {corner && !view.wifi && (
          <FitText class="code" max={20} min={9}>
            {corner.code}
          </FitText>
        )}
        <p class="lobby__count">
          {view.count === 0
            ? t('lobby.nobody')
            : view.full
              ? t('lobby.full', { n: view.count })
              : t('lobby.count', { n: view.count })}
        </p>
      </div>
    </>
  )
}

/** Who has no network cannot open the page: so this comes first, and the page below it. */
function Wifi({ wifi, corner }: { wifi: NonNullable<LobbyView['wifi']>; corner: Corner | undefined }) {
  return (
    <>
      <p class="body">{t('lobby.wifi')}</p>
      <dl class="lobby__wifi">
        <div>
          <dt>{t('lobby.wifi_name')}</dt>
          <FitText as="dd" max={6.5} min={3.75}>
            {wifi.name}
          </FitText>
        </div>
        <div>
          <dt>{wifi.password ? t('lobby.wifi_password') : t('lobby.wifi_open')}</dt>
          {wifi.password && (
            // All of it, in the smallest of letters rather than with dots: it is typed.
            <FitText as="dd" max={6.5} min={2.8}>
              {wifi.password}
            </FitText>
          )}
        </div>
      </dl>
      {corner && (
        <p class="body">
          {t('lobby.wifi_then')} <b>{corner.address}</b> {t('lobby.wifi_code')} <b class="lobby__code">{corner.code}</b>
        </p>
      )}
    </>
  )
}

function Name({ person, width, top }: { person: LobbyPerson; width: number; top: number }) {
  if (!person.name) return null
  return (
    <li
      class={person.fresh ? 'name name--fresh' : 'name'}
      style={{
        left: vh(person.x - width / 2),
        top: vh(top + person.row * nameLine),
        width: vh(width),
      }}
    >
      {person.name}
    </li>
  )
}
