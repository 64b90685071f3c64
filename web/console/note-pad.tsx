import { useEffect, useState } from 'preact/hooks'
import { t } from '../text/console.ts'
import { Button } from '../ui/button.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { useConsole } from './console-session.ts'
import { Note, noteMax } from './note.ts'

/** What facilitators note at a round: kept as typed, seen by facilitators only. */
export function NotePad({ round }: { round: number }) {
  const { paired, picture, send } = useConsole()
  const [note] = useState(() => new Note(round, paired.session, send))
  const kept = picture.value.notes.find(({ id }) => id === round)
  useEffect(() => note.told(kept?.text ?? '', kept?.number ?? 0), [kept])
  useEffect(() => () => note.leave(), [])
  return (
    <section class="note-pad">
      <TextArea
        label={t('note.label')}
        hint={hintOf(note.state.value, kept !== undefined)}
        max={noteMax}
        rows={2}
        value={note.text.value}
        onInput={(text) => note.typed(text)}
      />
      {kept && kept.undo > 0 && note.state.value !== 'busy' && (
        <Button kind="quiet" icon="undo" onClick={() => void send('undo', { action: kept.undo })}>
          {t('note.undo')}
        </Button>
      )}
    </section>
  )
}

/** Where nobody wrote anything, nothing is kept. */
function hintOf(state: 'kept' | 'busy' | 'merged', written: boolean): string | undefined {
  if (state === 'merged') return t('note.merged')
  if (state === 'busy') return t('note.busy')
  return written ? t('note.hint') : undefined
}
