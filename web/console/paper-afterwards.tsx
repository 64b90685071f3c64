import { useState } from 'preact/hooks'
import type { Outcome } from '../shared/session-link.ts'
import { t } from '../text/console.ts'
import { announce } from '../ui/announcer.tsx'
import { Button } from '../ui/button.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { TextField } from '../ui/text-field.tsx'
import { PaperNaming } from './paper-naming.tsx'
import type { PaperSeat } from './paper-view.ts'

/** After the end: what is on paper is put right, or erased for good, for whoever has no phone to do so. */
export function PaperAfterwards({ seat }: { seat: PaperSeat }) {
  const { name, ideas, commitments, rename } = seat
  const isEmpty = ideas.length + commitments.length === 0
  return (
    <div class="paper-seat">
      <p class="paper-told">{t('paper.afterwards', { name })}</p>
      {rename && <Reworded key={name} label={t('paper.name')} text={name} max={40} save={rename} />}
      <PaperNaming seat={seat} />
      {isEmpty && <p>{t('paper.nothing', { name })}</p>}
      <ul class="paper-ideas">
        {ideas.map((idea) => (
          <Line key={`i${idea.id}`} text={idea.text} reword={idea.reword} erase={idea.erase} />
        ))}
        {commitments.map((one) => (
          <Line key={`c${one.id}`} text={one.text} erase={one.erase} />
        ))}
      </ul>
    </div>
  )
}

function Line(props: {
  text: string
  reword?: ((text: string) => Promise<Outcome>) | undefined
  erase?: (() => Promise<Outcome>) | undefined
}) {
  const { text, reword, erase } = props
  const [doing, setDoing] = useState<'reword' | 'erase'>()
  const [busy, setBusy] = useState(false)
  const stop = () => setDoing(undefined)
  const eraseNow = async () => {
    setBusy(true)
    const outcome = await erase?.()
    setBusy(false)
    if (outcome?.ok) announce(t('paper.erased'))
    else stop()
  }
  if (doing === 'reword' && reword)
    return (
      <li>
        <Reworded label={t('paper.idea')} text={text} max={140} save={reword} stop={stop} rows={2} />
      </li>
    )
  return (
    <li>
      <span>{text}</span>
      {doing !== 'erase' && reword && (
        <IconButton icon="pencil" label={t('paper.reword', { text })} onClick={() => setDoing('reword')} />
      )}
      {doing !== 'erase' && erase && (
        <IconButton icon="trash" label={t('paper.erase', { text })} onClick={() => setDoing('erase')} />
      )}
      {doing === 'erase' && (
        <div class="people-ask" role="alert">
          <p>{t('paper.erase_sure')}</p>
          <div class="people-ask-buttons">
            <Button onClick={stop}>{t('word.cancel')}</Button>
            <Button danger busy={busy} onClick={() => void eraseNow()}>
              {t('paper.erase_do')}
            </Button>
          </div>
        </div>
      )}
    </li>
  )
}

function Reworded(props: {
  label: string
  text: string
  max: number
  rows?: number
  save: (text: string) => Promise<Outcome>
  stop?: () => void
}) {
  const { label, text, max, rows, save, stop } = props
  const [now, setNow] = useState(text)
  const [busy, setBusy] = useState(false)
  const submit = async () => {
    const said = now.trim()
    if (busy || !said) return
    setBusy(true)
    const outcome = said === text ? undefined : await save(said)
    setBusy(false)
    if (outcome && !outcome.ok) return
    if (outcome) announce(t('paper.saved'))
    stop?.()
  }
  return (
    <form
      class="paper-write"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      {rows ? (
        <TextArea label={label} max={max} rows={rows} value={now} onInput={setNow} onEnter={() => void submit()} />
      ) : (
        <TextField label={label} max={max} value={now} onInput={setNow} />
      )}
      <Button type="submit" busy={busy} disabled={!now.trim() || (!stop && now.trim() === text)}>
        {t('ideas.save')}
      </Button>
      {stop && <Button onClick={stop}>{t('word.cancel')}</Button>}
    </form>
  )
}
