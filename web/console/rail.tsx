import { useState } from 'preact/hooks'
import { t } from '../text/console.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { announce } from '../ui/announcer.tsx'
import { type RailStop, railView, roundAdder } from './agenda-view.ts'
import { useConsole } from './console-session.ts'
import { NotePad } from './note-pad.tsx'
import './rail.css'
import { PagesSheet } from './pages-sheet.tsx'
import { AddRoundSheet, EditRoundSheet } from './round-sheets.tsx'

/** The rounds as a stem: a leaf for each that is done, the sun where we are, seeds for what comes. */
export function Rail() {
  const { picture, clock, send } = useConsole()
  const [chosen, setChosen] = useState<number>()
  const [writing, setWriting] = useState<number | 'new'>()
  const [paging, setPaging] = useState<number>()
  const stops = railView(picture.value, clock.value, send)
  const open = stops.find((stop) => stop.id === chosen)
  const edited = stops.find((stop) => stop.id === writing)
  const add = roundAdder(picture.value, send)
  const done = () => setWriting(undefined)
  return (
    <nav class="rail" aria-label={t('rail.name')}>
      <ol>
        {stops.map((stop, i) => (
          <li key={stop.id}>
            <button
              type="button"
              class={`rail-stop rail-${stop.state}`}
              aria-current={stop.state === 'now' ? 'step' : undefined}
              onClick={() => setChosen(stop.id)}
            >
              <Node state={stop.state} i={i} first={i === 0} last={i === stops.length - 1} />
              <span class="rail-words">
                <span class="rail-title">{stop.title}</span>
                <span class="rail-note even-figures">{stop.note}</span>
              </span>
            </button>
          </li>
        ))}
      </ol>
      {add && (
        <Button class="rail-add" kind="quiet" icon="plus" onClick={() => setWriting('new')}>
          {t('rail.add')}
        </Button>
      )}
      {open && (
        <RoundSheet
          stop={open}
          stops={stops}
          edit={() => {
            setChosen(undefined)
            setWriting(open.id)
          }}
          pages={() => {
            setChosen(undefined)
            setPaging(open.id)
          }}
          onClose={() => setChosen(undefined)}
        />
      )}
      {paging !== undefined && <PagesSheet round={paging} onClose={() => setPaging(undefined)} />}
      {edited?.edit && <EditRoundSheet stop={edited} save={edited.edit} onClose={done} />}
      {writing === 'new' && add && <AddRoundSheet add={add} onClose={done} />}
    </nav>
  )
}

const leaf = 'M0 0C4-8 14-12 25-7C20 3 8 5 0 0Z'
const vein = 'M3-1C9-4 15-5 20-6'

function Node(props: { state: RailStop['state']; i: number; first: boolean; last: boolean }) {
  const { state, i, first, last } = props
  const left = i % 2 === 0
  const bend = left ? 'C27 16 31 33 29 50' : 'C31 17 27 34 29 50'
  return (
    <svg class="rail-node" viewBox="0 0 54 50" aria-hidden="true" focusable="false">
      {state === 'done' && <path class="rail-stem" d={`M29 ${first ? 4 : 0}${bend}`} />}
      {state === 'now' && !first && <path class="rail-stem" d="M29 0C28 4 29 6 29 9" />}
      {state === 'now' && !last && <path class="rail-dots" d="M29 44V50" />}
      {(state === 'ahead' || state === 'skipped') && <path class="rail-dots" d={`M29 0V${last ? 25 : 50}`} />}
      {state === 'done' && (
        <g transform={left ? 'translate(29 28) rotate(208) scale(1 -1)' : 'translate(29 28) rotate(-28)'}>
          <path class="rail-leaf" d={leaf} />
          <path class="rail-vein" d={vein} />
        </g>
      )}
      {state === 'now' && (
        <>
          <path
            class="rail-sun"
            d="M29 8.5c10.4-.6 17 7.3 16.8 16.3-.2 10-7.400 17-17 16.7-9.7-.2-16.4-7.4-16.3-16.8C12.700 15.300 19.600 8.700 29 8.500z"
          />
          <path class="rail-sprout" d="M29 33C28.2 28 28.3 23 29 18" />
          <path
            class="rail-sprout-leaf"
            d="M29 25c3-6.500 6.800-7 10-6.600-1.200 5.200-4.700 7.300-10 6.600zM29 27.500c-3-6.500-6.800-7-10-6.600 1.200 5.200 4.700 7.300 10 6.600z"
          />
        </>
      )}
      {state === 'ahead' && <circle class="rail-seed" cx={left ? 28.5 : 29.5} cy="25" r="5.5" />}
      {state === 'skipped' && <path class="rail-cross" d="M24.5 20.5L33.5 29.5M33.5 20.5L24.5 29.5" />}
    </svg>
  )
}

function RoundSheet(props: {
  stop: RailStop
  stops: readonly RailStop[]
  edit: () => void
  pages: () => void
  onClose: () => void
}) {
  const { stop, stops, edit, pages, onClose } = props
  const place = stops.findIndex((one) => one.id === stop.id)
  const done = (act: () => void) => () => {
    act()
    onClose()
  }
  const moved = (act: () => void, by: number) => () => {
    act()
    announce(t('rail.moved', { title: stop.title, n: place + by + 1, total: stops.length }))
  }
  return (
    <Dialog open title={stop.title} onClose={onClose}>
      <p class="round-sheet-state">
        {stop.stateText} · {t('rail.minutes', { n: stop.minutes })}
      </p>
      <div class="round-sheet">
        {stop.go && (
          <Button kind="primary" wide onClick={done(stop.go)}>
            {t('rail.go')}
            <small>{t('rail.go_hint')}</small>
          </Button>
        )}
        {stop.skip && (
          <Button wide onClick={done(stop.skip)}>
            {t('rail.skip')}
          </Button>
        )}
        {stop.unskip && (
          <Button wide onClick={done(stop.unskip)}>
            {t('rail.unskip')}
          </Button>
        )}
        {stop.edit && (
          <Button wide icon="pencil" onClick={edit}>
            {t('rail.edit')}
          </Button>
        )}
        {stop.edit && stop.kind === 'show' && (
          <Button wide icon="photo" onClick={pages}>
            {t('show.edit')}
          </Button>
        )}
        {stop.repeat && (
          <Button wide onClick={done(stop.repeat)}>
            {t('rail.repeat')}
          </Button>
        )}
        {(stop.earlier || stop.later) && (
          <div class="round-sheet-order">
            <Button wide disabled={!stop.earlier} onClick={stop.earlier && moved(stop.earlier, -1)}>
              ↑ {t('rail.up')}
            </Button>
            <Button wide disabled={!stop.later} onClick={stop.later && moved(stop.later, 1)}>
              ↓ {t('rail.down')}
            </Button>
          </div>
        )}
      </div>
      {stop.state !== 'now' && <NotePad round={stop.id} />}
    </Dialog>
  )
}
