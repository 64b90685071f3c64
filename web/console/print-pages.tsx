import { t } from '../text/console.ts'
import { hourText } from '../ui/clock.ts'
import { QrCode } from '../ui/qr-code.tsx'
import type { PrintKit, PrintPart } from './print-kit-view.ts'
import './print.css'

/** The pages of one part of the kit: seen by a printer only. */
export function PrintPages({ part, kit, tables }: { part: PrintPart; kit: PrintKit; tables: number }) {
  return (
    <div class={`print print-${part}`} aria-hidden="true">
      {part === 'poster' && <Poster kit={kit} />}
      {part === 'agenda' && <Agenda kit={kit} />}
      {part === 'cards' &&
        Array.from({ length: tables }, (_, i) => <TableCard key={i} kit={kit} table={i + 1} />)}
      {part === 'ballots' && Array.from({ length: 4 }, (_, i) => <Ballot key={i} kit={kit} />)}
    </div>
  )
}

function Way({ kit }: { kit: PrintKit }) {
  return (
    <>
      {kit.link && <QrCode text={kit.link} label={t('lobby.qr')} />}
      <p class="print-way">
        {kit.address && <span>{kit.address}</span>}
        <b>{kit.code}</b>
      </p>
      {kit.link && <p>{t('print.how')}</p>}
    </>
  )
}

function Poster({ kit }: { kit: PrintKit }) {
  return (
    <section class="print-page print-middle">
      <p class="print-title">{kit.title}</p>
      <h1>{kit.question}</h1>
      <Way kit={kit} />
    </section>
  )
}

function Agenda({ kit }: { kit: PrintKit }) {
  return (
    <section class="print-page">
      <h1>{kit.title}</h1>
      {kit.place && <p>{kit.place}</p>}
      <table>
        <thead>
          <tr>
            <th>{t('print.at')}</th>
            <th>{t('print.round')}</th>
            <th>{t('print.minutes')}</th>
            <th>{t('print.say')}</th>
          </tr>
        </thead>
        <tbody>
          {kit.rounds.map((round) => (
            <tr key={round.id}>
              <td>{round.at === undefined ? '' : hourText(round.at)}</td>
              <td>
                <b>{round.title}</b>
              </td>
              <td>{round.minutes}</td>
              <td>{round.say}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function TableCard({ kit, table }: { kit: PrintKit; table: number }) {
  return (
    <section class="print-half print-middle">
      <h1>{t('tables.table', { n: table })}</h1>
      <Way kit={kit} />
    </section>
  )
}

function Ballot({ kit }: { kit: PrintKit }) {
  return (
    <section class="print-quarter">
      <h1>{t('print.ballot_title')}</h1>
      <p>
        {t('print.ballot_body', { n: kit.votes })} {t('print.ballot_told')}
      </p>
      <ul class={kit.ballot.length > 8 ? 'print-columns' : ''}>
        {kit.ballot.map((line) => (
          <li key={line.letter}>
            <span class="print-box" /> <b>{line.letter}</b> <span class="print-line">{line.title}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
