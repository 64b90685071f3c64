import { useState } from 'preact/hooks'
import { t } from '../text/console.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Icon } from '../ui/draw/icon.tsx'
import { useConsole } from './console-session.ts'
import { type PersonRow, peopleView } from './people-view.ts'
import './people.css'

/** Who is in, who lost the connection, and who was taken out. */
export function PeopleSheet({ onClose }: { onClose: () => void }) {
  const { picture, send } = useConsole()
  const view = peopleView(picture.value, send)
  const [asking, setAsking] = useState<number>()
  const asked = view.inside.find((person) => person.id === asking)
  return (
    <Dialog open title={t('people.title')} onClose={onClose}>
      <p class="sheet-lead">
        {t('lobby.in', { n: view.inside.length })} {t('lobby.of', { total: view.seats })}
      </p>
      {(view.lock ?? view.unlock) && (
        <Button icon={view.locked ? 'unlock' : 'lock'} onClick={view.lock ?? view.unlock}>
          {t(view.locked ? 'lobby.unlock' : 'lobby.lock')}
        </Button>
      )}
      {asked && (
        <div class="people-ask">
          <p>{t('people.remove_sure', { name: asked.name })}</p>
          <div class="people-ask-buttons">
            <Button onClick={() => setAsking(undefined)}>{t('word.cancel')}</Button>
            <Button
              danger
              onClick={() => {
                asked.remove?.()
                setAsking(undefined)
              }}
            >
              {t('people.remove')}
            </Button>
          </div>
        </div>
      )}
      {view.inside.length === 0 ? (
        <p>{t('people.empty')}</p>
      ) : (
        <ul class="people">
          {view.inside.map((person) => (
            <Row key={person.id} person={person} ask={() => setAsking(person.id)} />
          ))}
        </ul>
      )}
      {view.removed.length > 0 && (
        <>
          <h3>{t('people.removed_title')}</h3>
          <ul class="people">
            {view.removed.map((person) => (
              <Row key={person.id} person={person} ask={() => {}} />
            ))}
          </ul>
        </>
      )}
    </Dialog>
  )
}

function Row({ person, ask }: { person: PersonRow; ask: () => void }) {
  const removed = person.bringBack !== undefined
  return (
    <li class="person">
      <div class="person-words">
        <b>{person.name}</b>
        {person.about && <span>{person.about}</span>}
        <span class={person.connected ? 'person-state' : 'person-state person-gone'}>
          {!removed && <Icon name={person.connected ? 'wifi' : 'wifi-off'} />}
          {!removed && t(person.connected ? 'people.connected' : 'people.gone')}
          {person.ideas > 0 && ` · ${t('people.ideas', { n: person.ideas })}`}
        </span>
      </div>
      {person.remove && (
        <Button kind="quiet" onClick={ask} aria-label={t('people.remove_name', { name: person.name })}>
          {t('people.remove')}
        </Button>
      )}
      {person.bringBack && (
        <Button onClick={person.bringBack} aria-label={t('people.bring_back_name', { name: person.name })}>
          {t('people.bring_back')}
        </Button>
      )}
    </li>
  )
}
