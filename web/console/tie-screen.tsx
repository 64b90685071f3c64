import { useState } from 'preact/hooks'
import { t } from '../text/console.ts'
import { Button } from '../ui/button.tsx'
import { CheckChips, RadioChips } from '../ui/chips.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { useConsole } from './console-session.ts'
import { Ladder } from './ladder.tsx'
import { SheetNotice } from './notice-bars.tsx'
import { type TiedIdea, tieView, type WayOut } from './tie-view.ts'
import { VoteScreen } from './vote-screen.tsx'
import { WayDrawing } from './way-drawing.tsx'
import './tie.css'

/** Equal votes across the last place, and the ways out with what each of them does. */
export function TieScreen() {
  const { picture, send } = useConsole()
  const [merging, setMerging] = useState(false)
  const view = tieView(picture.value, send)
  if (view.state === 'run_off') return <VoteScreen />
  if (view.state === 'none') {
    return (
      <div class="work-said">
        <h2>{t('tie.none_title')}</h2>
        <p>{t('tie.none_body')}</p>
      </div>
    )
  }
  if (view.state === 'decided') {
    return (
      <div class="work-said">
        <h2>{view.sentence}</h2>
        {view.details.map((detail) => (
          <p key={detail}>{detail}</p>
        ))}
        <p>{t('tie.none_body')}</p>
      </div>
    )
  }
  return (
    <div class="tie">
      <section class="tie-stand">
        <h2>{view.title}</h2>
        <Ladder rows={view.ranking} label={t('vote.tally')} />
        <p class="tie-often">{t('tie.often')}</p>
        <p class="tie-often">{view.room}</p>
      </section>
      <ul class="ways" aria-label={t('tie.ways')}>
        {view.ways.map((way) => (
          <Way key={way.way} way={way} merge={() => setMerging(true)} />
        ))}
      </ul>
      {merging && <MergeTiedSheet tied={view.tied} merge={view.merge} onClose={() => setMerging(false)} />}
    </div>
  )
}

function Way({ way, merge }: { way: WayOut; merge: () => void }) {
  return (
    <li class={`way${way.best ? ' way-best' : ''}`}>
      <WayDrawing way={way.way} />
      <h3>{way.title}</h3>
      <p>{way.consequence}</p>
      <p class="way-time">{way.time}</p>
      {way.best && <p class="visually-hidden">{t('tie.best')}</p>}
      <Button kind={way.best ? 'primary' : 'secondary'} onClick={way.take ?? merge}>
        {way.label}
      </Button>
    </li>
  )
}

function MergeTiedSheet(props: {
  tied: readonly TiedIdea[]
  merge: (candidates: readonly number[], into: number) => Promise<boolean>
  onClose: () => void
}) {
  const { tied, merge, onClose } = props
  const [chosen, setChosen] = useState<readonly string[]>(
    tied.length === 2 ? tied.map((idea) => String(idea.id)) : [],
  )
  const [stays, setStays] = useState<string>()
  const options = tied.map((idea) => ({ value: String(idea.id), label: `${idea.letter} ${idea.title}` }))
  const among = options.filter((option) => chosen.includes(option.value))
  const into = among.find((option) => option.value === stays)?.value ?? among[0]?.value
  const submit = async () => {
    if (into && (await merge(chosen.map(Number), Number(into)))) onClose()
  }
  return (
    <Dialog
      open
      title={t('tie.merge_title')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('word.cancel')}</Button>
          <Button kind="primary" icon="merge" disabled={among.length < 2} onClick={() => void submit()}>
            {t('ideas.merge_do')}
          </Button>
        </>
      }
    >
      <SheetNotice />
      <CheckChips
        legend={t('tie.merge_which')}
        options={options}
        values={chosen}
        onToggle={(value, on) => setChosen(on ? [...chosen, value] : chosen.filter((one) => one !== value))}
      />
      {among.length < 2 ? (
        <p class="sheet-lead">{t('tie.merge_short')}</p>
      ) : (
        <RadioChips legend={t('tie.merge_stays')} options={among} value={into} onChange={setStays} />
      )}
    </Dialog>
  )
}
