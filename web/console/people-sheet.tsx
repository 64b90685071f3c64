import { useState } from 'preact/hooks'
import { t } from '../text/console.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Icon } from '../ui/draw/icon.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { useConsole } from './console-session.ts'
import { SheetNotice } from './notice-bars.tsx'
import { OtherPhoneSheet } from './other-phone-sheet.tsx'
import { AddPaperSeat } from './paper-seat.tsx'
import { type PersonRow, peopleView } from './people-view.ts'
import type { Sheet } from './sheet.ts'
import './people.css'

/** Who is in, who lost the connection, and who was taken out. */
export function PeopleSheet({ onClose, open }: { onClose: () => void; open: (sheet: Sheet) => void }) {
  const { picture, send } = useConsole()
  const view = peopleView(picture.value, send)
  const [asking, setAsking] = useState<number>()
  const [same, setSame] = useState<PersonRow>()
  const [other, setOther] = useState<PersonRow>()
  if (other) return <OtherPhoneSheet person={other} onClose={() => setOther(undefined)} />
  if (same && view.merge) {
    const merge = view.merge
    return (
      <Dialog open title={t('people.same_title', { name: same.name })} onClose={() => setSame(undefined)}>
        <p>{t('people.same_body')}</p>
        <div class="sheet-list">
          {view.inside
            .filter(({ id }) => id !== same.id)
            .map((other) => (
              <Button
                wide
                key={other.id}
                onClick={() => {
                  merge(same.id, other.id)
                  setSame(undefined)
                }}
              >
                {other.name}
              </Button>
            ))}
        </div>
      </Dialog>
    )
  }
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
      <SheetNotice />
      {view.merge &&
        view.twins.map(({ person, into }) => (
          <div class="people-twins" key={person.id}>
            <p>{t('people.twins', { a: into.name, b: person.name })}</p>
            <Button icon="merge" onClick={() => view.merge?.(person.id, into.id)}>
              {t('people.merge')}
            </Button>
          </div>
        ))}
      {view.inside.length === 0 ? (
        <p>{t('people.empty')}</p>
      ) : (
        <ul class="people">
          {view.inside.map((person) => (
            <Row
              key={person.id}
              person={person}
              asking={asking === person.id}
              ask={(on) => setAsking(on ? person.id : undefined)}
              ended={!view.merge}
              write={person.paper ? () => open({ paper: person.id }) : undefined}
              same={view.merge && view.inside.length > 1 ? () => setSame(person) : undefined}
              other={view.merge && !person.paper ? () => setOther(person) : undefined}
            />
          ))}
        </ul>
      )}
      {view.merge && <AddPaperSeat made={(paper) => open({ paper })} />}
      {view.invited.length > 0 && (
        <>
          <h3>{t('people.invited_title')}</h3>
          <ul class="people">
            {view.invited.map((person) => (
              <Row
                key={person.id}
                person={person}
                invited
                asking={asking === person.id}
                ask={(on) => setAsking(on ? person.id : undefined)}
              />
            ))}
          </ul>
        </>
      )}
      {view.removed.length > 0 && (
        <>
          <h3>{t('people.removed_title')}</h3>
          <ul class="people">
            {view.removed.map((person) => (
              <Row key={person.id} person={person} />
            ))}
          </ul>
        </>
      )}
    </Dialog>
  )
}

function Row(props: {
  person: PersonRow
  asking?: boolean
  ask?: (on: boolean) => void
  same?: (() => void) | undefined
  other?: (() => void) | undefined
  write?: (() => void) | undefined
  invited?: boolean
  ended?: boolean
}) {
  const { person, asking, ask, same, other, write, invited, ended } = props
  const removed = person.bringBack !== undefined
  const how = invited ? 'invited' : person.paper ? 'paper' : person.connected ? 'connected' : 'gone'
  const icon = ({ invited: 'link', paper: 'pencil', connected: 'wifi', gone: 'wifi-off' } as const)[how]
  const here = how !== 'gone'
  return (
    <li class="person">
      <div class="person-words">
        <b>{person.name}</b>
        {person.about && <span>{person.about}</span>}
        {!removed && person.ready && (
          <span class="person-ready">
            <Icon name="check" /> {t('people.ready')}
          </span>
        )}
        <span class={here ? 'person-state' : 'person-state person-gone'}>
          {!removed && <Icon name={icon} />}
          {!removed && t(`people.${how}`)}
          {!removed && person.note && ` · ${person.note}`}
        </span>
      </div>
      {write && !asking && (
        <Button
          icon="pencil"
          onClick={write}
          aria-label={t(ended ? 'paper.look_for' : 'paper.write_for', { name: person.name })}
        >
          {t(ended ? 'paper.look' : 'paper.write')}
        </Button>
      )}
      {other && !asking && (
        <IconButton icon="phone" label={t('people.other_phone', { name: person.name })} onClick={other} />
      )}
      {same && !asking && (
        <IconButton icon="merge" label={t('people.same', { name: person.name })} onClick={same} />
      )}
      {person.remove && !asking && (
        <Button
          kind="quiet"
          onClick={() => ask?.(true)}
          aria-label={t('people.remove_name', { name: person.name })}
        >
          {t('people.remove')}
        </Button>
      )}
      {person.remove && asking && (
        <div class="people-ask" role="alert">
          <p>{t(invited ? 'people.withdraw_sure' : 'people.remove_sure', { name: person.name })}</p>
          <div class="people-ask-buttons">
            <Button onClick={() => ask?.(false)}>{t('word.cancel')}</Button>
            <Button
              danger
              onClick={() => {
                person.remove?.()
                ask?.(false)
              }}
            >
              {t('people.remove')}
            </Button>
          </div>
        </div>
      )}
      {person.bringBack && (
        <Button onClick={person.bringBack} aria-label={t('people.bring_back_name', { name: person.name })}>
          {t('people.bring_back')}
        </Button>
      )}
    </li>
  )
}
