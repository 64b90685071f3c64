import { useEffect, useRef, useState } from 'preact/hooks'
import { roundName } from '../shared/round-name.ts'
import { t } from '../text/console.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/draw/icon.tsx'
import { LanguageSwitch } from '../ui/language-switch.tsx'
import { Strip } from '../ui/strip.tsx'
import { useConsole } from './console-session.ts'
import { KnockStrip } from './held-strips.tsx'
import { Mark } from './mark.tsx'
import { NoticeBar } from './notice-bars.tsx'
import { AddPaperSeat, PaperSeatForm } from './paper-seat.tsx'
import { type PaperSeat, paperRows, paperSeat } from './paper-view.ts'
import { currentRound } from './picture.ts'
import './helper.css'

/** On a helper's phone: people without a phone, and who knocks. */
export function HelperFrame() {
  const { link, picture, send } = useConsole()
  const [person, setPerson] = useState<number>()
  const seat = person === undefined ? undefined : paperSeat(picture.value, person, send)
  const round = currentRound(picture.value)
  const session = picture.value.session
  return (
    <div class="helper">
      <header class="head">
        <Mark />
        <p class="helper-title">
          <b>{t('helper.title')}</b>
          <span>{round ? roundName(round) : session?.title}</span>
        </p>
        <span class={`head-fact head-link${link.status.value === 'live' ? '' : ' head-link-off'}`}>
          <Icon
            name={link.status.value === 'live' ? 'wifi' : 'wifi-off'}
            label={t(link.status.value === 'live' ? 'link.live' : 'link.offline')}
          />
        </span>
      </header>
      {link.status.value !== 'live' && (
        <Strip kind="offline" title={t('link.offline_title')}>
          {t('helper.offline')}{' '}
          {link.pending.value.length > 0 && t('link.pending', { n: link.pending.value.length })}
        </Strip>
      )}
      {link.status.value === 'live' && link.storageFull.value && (
        <Strip kind="attention" title={t('link.full_title')}>
          {t('link.full_body')}
        </Strip>
      )}
      <KnockStrip />
      <NoticeBar />
      <main class="helper-main">
        {seat ? (
          <Seat seat={seat} onBack={() => setPerson(undefined)} />
        ) : (
          <List open={setPerson} ended={session?.status === 'ended'} />
        )}
      </main>
    </div>
  )
}

function List({ open, ended }: { open: (person: number) => void; ended: boolean }) {
  const { picture } = useConsole()
  const rows = paperRows(picture.value)
  return (
    <>
      <h1>{t('helper.people')}</h1>
      {ended && <p>{t('helper.ended')}</p>}
      {rows.length === 0 && !ended && <p>{t('helper.empty')}</p>}
      <ul class="helper-seats">
        {rows.map((row) => (
          <li key={row.id}>
            <button type="button" onClick={() => open(row.id)}>
              <Icon name="pencil" />
              <span>
                <b>{row.name}</b>
                <small class="even-figures">{row.note}</small>
              </span>
              <Icon name="arrow" />
            </button>
          </li>
        ))}
      </ul>
      {!ended && <AddPaperSeat made={open} />}
      <footer class="helper-foot">
        <LanguageSwitch />
      </footer>
    </>
  )
}

function Seat({ seat, onBack }: { seat: PaperSeat; onBack: () => void }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [seat.id])
  return (
    <>
      <div class="helper-back">
        <Button kind="quiet" icon="back" onClick={onBack}>
          {t('helper.back')}
        </Button>
      </div>
      <h1 ref={heading} tabIndex={-1}>
        {seat.name}
      </h1>
      <PaperSeatForm seat={seat} />
    </>
  )
}
