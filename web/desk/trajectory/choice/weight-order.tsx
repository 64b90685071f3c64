import { useState } from 'preact/hooks'
import { t } from '../../../text/desk.ts'
import { Button } from '../../../ui/button.tsx'
import { type Dossier, sessionNameOf } from '../dossier-view.ts'
import { type MatrixView, weighed } from './choice-view.ts'

/** The order by weight, for who asks for it. It decides nothing. */
export function WeightOrder({ shown, view }: { shown: Dossier; view: MatrixView }) {
  const [open, setOpen] = useState(false)
  const { ideas, counting } = weighed(view)
  if (ideas.every(({ filled }) => filled === 0)) return null
  return (
    <div class="weight-order">
      <Button kind="quiet" aria-expanded={open} onClick={() => setOpen(!open)}>
        {t(open ? 'weight.hide' : 'weight.show')}
      </Button>
      {open && (
        <>
          <p>{t('weight.help')}</p>
          <ol>
            {ideas.map(({ idea, percent, filled }) => {
              const entry = view.columns.find(({ id }) => id === idea)?.entry
              const from = entry && sessionNameOf(shown, entry.session)
              return (
                <li key={idea}>
                  <span class="weight-order__name">
                    {entry?.letter && <b>{entry.letter} </b>}
                    {entry?.name}
                    {from && <small> {t('ideas.from', { name: from })}</small>}
                  </span>
                  <span class="weight-order__bar" aria-hidden="true">
                    <span style={{ inlineSize: `${percent}%` }} />
                  </span>
                  <span class="weight-order__said">
                    {filled === 0 ? t('weight.nothing') : t('weight.of', { percent, filled, all: counting })}
                  </span>
                </li>
              )
            })}
          </ol>
        </>
      )}
    </div>
  )
}
