import { useEffect, useState } from 'preact/hooks'
import { roundName } from '../shared/round-name.ts'
import { t } from '../text/console.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { TextField } from '../ui/text-field.tsx'
import { useConsole } from './console-session.ts'
import { PrintPages } from './print-pages.tsx'
import { atFieldTime, fieldTime, firstPrinted, likelyStart, type PrintPart, printKit, printParts } from './print-kit-view.ts'
import { peopleInside } from './picture.ts'
import { tablesMax } from './tables-view.ts'

/** What can be put on paper: a poster, the agenda, a card for each table, ballots for who has no phone. */
export function PrintSheet({ onClose }: { onClose: () => void }) {
  const { picture, link } = useConsole()
  const [part, setPart] = useState<PrintPart>()
  const seats = picture.value.session?.seats_max ?? 30
  const [tables, setTables] = useState(() =>
    Math.min(tablesMax, Math.max(1, Math.ceil((peopleInside(picture.value).length || seats) / 5))),
  )
  const [start, setStart] = useState(() => fieldTime(likelyStart(picture.value, link.now())))
  const first = firstPrinted(picture.value)
  const now = link.now()
  const kit = printKit(picture.value, link.publicUrl.value, atFieldTime(start, now) ?? likelyStart(picture.value, now))

  useEffect(() => {
    if (!part) return
    let wanted = true
    const done = () => setPart(undefined)
    addEventListener('afterprint', done)
    // The pages need the code drawn, and a frame to be laid out in.
    void import('../ui/qr-encode.ts').finally(() => setTimeout(() => wanted && window.print(), 150))
    return () => {
      wanted = false
      removeEventListener('afterprint', done)
    }
  }, [part])

  return (
    <Dialog open title={t('print.title')} onClose={onClose}>
      <p class="sheet-lead">{t('print.body')}</p>
      {!kit.link && <p class="sheet-lead">{t('print.no_address')}</p>}
      <div class="stepper">
        <span class="stepper-what">{t('print.tables')}</span>
        <IconButton
          icon="minus"
          label={t('tables.fewer')}
          disabled={tables <= 1}
          onClick={() => setTables(tables - 1)}
        />
        <b class="even-figures">{tables}</b>
        <IconButton
          icon="plus"
          label={t('tables.more')}
          disabled={tables >= tablesMax}
          onClick={() => setTables(tables + 1)}
        />
      </div>
      {first && (
        <TextField type="time" label={t('print.start', { round: roundName(first) })} value={start} onInput={setStart} />
      )}
      <div class="sheet-list">
        {printParts.map((one) => (
          <Button key={one} wide onClick={() => setPart(one)}>
            {t(`print.${one}`)}
            <small>{t(`print.${one}_hint`)}</small>
          </Button>
        ))}
      </div>
      {part && <PrintPages part={part} kit={kit} tables={tables} />}
    </Dialog>
  )
}
