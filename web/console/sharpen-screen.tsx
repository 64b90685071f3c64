import { useId, useState } from 'preact/hooks'
import { t } from '../text/console.ts'
import { Button } from '../ui/button.tsx'
import { RadioChips } from '../ui/chips.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { PlantLabel } from '../ui/draw/plant-label.tsx'
import { TextField } from '../ui/text-field.tsx'
import { useConsole } from './console-session.ts'
import { SheetNotice } from './notice-bars.tsx'
import { ProposalFits, UnfitWords } from './proposal-fits.tsx'
import { type Fits, type ProposalCard, sharpenView, type Wording } from './sharpen-view.ts'
import './boards.css'

/** Who sharpens what, and what became of it; what does not fit stands out before anybody votes. */
export function SharpenScreen() {
  const { picture, send } = useConsole()
  const view = sharpenView(picture.value, send)
  const [open, setOpen] = useState<number>()
  const card = view.cards.find((one) => one.id === open)
  if (view.cards.length === 0) return <p class="work-empty">{t('pitch.none')}</p>
  return (
    <div class="boards">
      <p class="boards-sentence">
        <b>{t('sharpen.begun', { done: view.begun, total: view.cards.length })}</b>
      </p>
      <div class="cards cards-wide">
        {view.cards.map((one) => (
          <Card key={one.id} card={one} edit={() => setOpen(one.id)} />
        ))}
      </div>
      {card && <ProposalSheet card={card} persons={view.persons} onClose={() => setOpen(undefined)} />}
    </div>
  )
}

function Card({ card, edit }: { card: ProposalCard; edit: () => void }) {
  return (
    <section class={`card${card.unfit ? ' card-unfit' : ''}`} aria-label={`${card.letter} ${card.title}`}>
      <header>
        <PlantLabel letter={card.letter} color={card.color} size="3rem" icon={false} />
        <h3>{card.title}</h3>
      </header>
      <p class="panel-hint">
        {card.byName ? t('sharpen.by', { name: card.byName }) : t('sharpen.by_nobody')}
      </p>
      {card.begun ? (
        <dl class="card-parts">
          {(['what', 'where', 'whom'] as const).map(
            (part) =>
              card[part] && (
                <div key={part}>
                  <dt>{t(`sharpen.${part}`)}</dt>
                  <dd>{card[part]}</dd>
                </div>
              ),
          )}
        </dl>
      ) : (
        <ul class="card-list">
          {card.ideas.slice(0, 4).map((idea) => (
            <li key={idea}>{idea}</li>
          ))}
        </ul>
      )}
      <UnfitWords card={card} />
      <ProposalFits card={card} />
      <div class="card-end">
        {card.save && (
          <Button icon="pencil" onClick={edit} aria-label={t('sharpen.edit_title', { title: card.title })}>
            {t('sharpen.edit')}
          </Button>
        )}
        {card.unfit && card.later && (
          <Button kind="quiet" onClick={card.later}>
            {t('sharpen.later')}
          </Button>
        )}
      </div>
    </section>
  )
}

function ProposalSheet(props: {
  card: ProposalCard
  persons: readonly { readonly id: number; readonly name: string }[]
  onClose: () => void
}) {
  const { card, persons, onClose } = props
  const id = useId()
  // What was there when the sheet opened: a save over newer words is refused, and nothing typed is lost.
  const [seen, setSeen] = useState(card.revision)
  const [words, setWords] = useState<Wording>(card)
  const [busy, setBusy] = useState(false)
  const set = (part: Partial<Wording>) => setWords({ ...words, ...part })
  const newer = card.revision !== seen
  const save = async () => {
    if (busy || !card.save) return
    setBusy(true)
    const { what, where, whom, in_time, in_money } = words
    const saved = await card.save(seen, { what, where, whom, in_time, in_money })
    setBusy(false)
    if (saved) onClose()
  }
  const fits = (['yes', 'no', 'unknown'] as const).map((value) => ({
    value,
    label: t(`sharpen.fits_${value}`),
  }))
  return (
    <Dialog
      open
      title={`${card.letter}. ${card.title}`}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('word.cancel')}</Button>
          <Button kind="primary" busy={busy} onClick={() => void save()}>
            {t('sharpen.save')}
          </Button>
        </>
      }
    >
      <SheetNotice />
      {newer && (
        <div class="boards-ask" role="alert">
          <p>
            {t('sharpen.newer', { what: [card.what, card.where, card.whom].filter(Boolean).join(' · ') })}
          </p>
          <div class="people-ask-buttons">
            <Button
              onClick={() => {
                setWords(card)
                setSeen(card.revision)
              }}
            >
              {t('sharpen.take_newer')}
            </Button>
            <Button onClick={() => setSeen(card.revision)}>{t('sharpen.keep_mine')}</Button>
          </div>
        </div>
      )}
      <TextField label={t('sharpen.what')} value={words.what} max={140} onInput={(what) => set({ what })} />
      <TextField
        label={t('sharpen.where')}
        value={words.where}
        max={140}
        onInput={(where) => set({ where })}
      />
      <TextField label={t('sharpen.whom')} value={words.whom} max={140} onInput={(whom) => set({ whom })} />
      <RadioChips<Fits>
        legend={t('sharpen.in_time')}
        value={words.in_time}
        options={fits}
        onChange={(in_time) => set({ in_time })}
      />
      <RadioChips<Fits>
        legend={t('sharpen.in_money')}
        value={words.in_money}
        options={fits}
        onChange={(in_money) => set({ in_money })}
      />
      {card.assign && (
        <div class="sheet-select">
          <label for={id}>{t('sharpen.who')}</label>
          <select
            id={id}
            value={String(card.by)}
            onChange={(event) => card.assign?.(Number(event.currentTarget.value))}
          >
            <option value="0">{t('sharpen.by_nobody')}</option>
            {card.by !== 0 && !persons.some((one) => one.id === card.by) && (
              <option value={String(card.by)}>{card.byName}</option>
            )}
            {persons.map((one) => (
              <option key={one.id} value={String(one.id)}>
                {one.name}
              </option>
            ))}
          </select>
        </div>
      )}
    </Dialog>
  )
}
