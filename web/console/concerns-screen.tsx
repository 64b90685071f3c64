import { useState } from 'preact/hooks'
import { t } from '../text/console.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { PlantLabel } from '../ui/draw/plant-label.tsx'
import { TextField } from '../ui/text-field.tsx'
import { type ConcernColumn, concernsView, settled } from './concerns-view.ts'
import { useConsole } from './console-session.ts'
import { SheetNotice } from './notice-bars.tsx'
import './boards.css'

/** Who wants to say something about which idea, and what was done with it. */
export function ConcernsScreen() {
  const { picture, send } = useConsole()
  const view = concernsView(picture.value, send)
  if (!view) return <p class="work-empty">{t('commit.none')}</p>
  return (
    <div class="boards">
      <p class="boards-sentence">
        <b>{t('concerns.open', { n: view.open })}</b> {t('concerns.hint')}
      </p>
      <div class="cards cards-wide">
        {view.columns.map((one) => (
          <ConcernCard key={one.id} column={one} />
        ))}
      </div>
    </div>
  )
}

/** One idea with what people think of it. */
export function ConcernCard({ column }: { column: ConcernColumn }) {
  const [writing, setWriting] = useState(false)
  return (
    <section class="card" aria-label={`${column.letter} ${column.title}`}>
      <header>
        <PlantLabel letter={column.letter} color={column.color} size="3rem" icon={false} />
        <h3>{column.title}</h3>
      </header>
      <p class="panel-hint">
        {t('concerns.fine', { n: column.fine })} · {t('concerns.worried', { n: column.worried })}
      </p>
      <ul class="concern-lines">
        {column.lines.map((line) => (
          <li key={line.id} class={`concern concern-${line.status}`}>
            <p>
              <b>{line.who}</b>
              {line.text ? `: ${line.text}` : ` ${t('concerns.wants_to_say')}`}
            </p>
            {line.settle ? (
              <div class="concern-buttons">
                {settled.map((status) => (
                  <Button
                    key={status}
                    kind="quiet"
                    aria-pressed={line.status === status}
                    aria-label={t('concerns.settle_of', { what: t(`concerns.${status}`), name: line.who })}
                    onClick={() => line.settle?.(status)}
                  >
                    {t(`concerns.${status}`)}
                  </Button>
                ))}
              </div>
            ) : (
              line.status !== 'open' && <p class="panel-hint">{t(`concerns.${line.status}`)}</p>
            )}
          </li>
        ))}
      </ul>
      {column.note && (
        <div class="card-end">
          <Button icon="pencil" onClick={() => setWriting(true)} aria-label={t('concerns.write_for', { title: column.title })}>
            {t('concerns.write')}
          </Button>
        </div>
      )}
      {writing && column.note && (
        <NoteSheet column={column} add={column.note} onClose={() => setWriting(false)} />
      )}
    </section>
  )
}

function NoteSheet(props: {
  column: ConcernColumn
  add: NonNullable<ConcernColumn['note']>
  onClose: () => void
}) {
  const { column, add, onClose } = props
  const [text, setText] = useState('')
  const [busy, setBusy] = useState(false)
  const save = async () => {
    if (busy || text.trim() === '') return
    setBusy(true)
    const added = await add(text)
    setBusy(false)
    if (added) onClose()
  }
  return (
    <Dialog
      open
      title={t('concerns.write_title', { letter: column.letter })}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('word.cancel')}</Button>
          <Button kind="primary" busy={busy} onClick={() => void save()}>
            {t('commit.save')}
          </Button>
        </>
      }
    >
      <SheetNotice />
      <p class="sheet-lead">{column.title}</p>
      <TextField
        label={t('concerns.text')}
        hint={t('concerns.text_hint')}
        value={text}
        max={200}
        onInput={setText}
        onEnter={() => void save()}
      />
    </Dialog>
  )
}
