import { useState } from 'preact/hooks'
import { t } from '../../text/desk.ts'
import { Button } from '../../ui/button.tsx'
import { loadTrajectories } from '../trajectory/trajectories.ts'
import { lastImport, type TakenBack, takeBack } from './last-import.ts'

/** The way back from an import that was not meant: only what nobody went on with goes. */
export function TakeBackImport() {
  const [going, setGoing] = useState<{ readonly done: number; readonly of: number }>()
  const [done, setDone] = useState<TakenBack>()
  const ids = lastImport.value
  if (ids.length === 0 && !done && !going) return null
  const go = async () => {
    const of = ids.length
    setDone(undefined)
    setGoing({ done: 0, of })
    const taken = await takeBack(ids, (count) => setGoing({ done: count, of }))
    await loadTrajectories()
    setGoing(undefined)
    setDone(taken)
  }
  return (
    <section class="take-back">
      {going ? (
        <>
          <progress
            value={going.done}
            max={going.of}
            aria-label={t('places.taking', { done: going.done, n: going.of })}
          />
          <p>{t('places.taking', { done: going.done, n: going.of })}</p>
        </>
      ) : (
        ids.length > 0 && (
          <p>
            {t('places.last', { n: ids.length })}{' '}
            <Button kind="quiet" icon="undo" onClick={() => void go()}>
              {t('places.take_back', { n: ids.length })}
            </Button>
          </p>
        )
      )}
      {done && (
        <div role="status">
          {done.gone > 0 && <p>{t('places.taken', { n: done.gone })}</p>}
          {done.stayed > 0 && <p>{t('places.stayed', { n: done.stayed })}</p>}
          {done.left > 0 && <p class="form-error">{t('places.take_stuck')}</p>}
        </div>
      )}
    </section>
  )
}
