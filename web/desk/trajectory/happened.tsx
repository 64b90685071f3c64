import { useState } from 'preact/hooks'
import { t } from '../../text/desk.ts'
import { language } from '../../text/language.ts'
import { Button } from '../../ui/button.tsx'
import { showToast } from '../../ui/toast.tsx'
import type { HappenedLine } from '../../shared/trajectory.ts'
import { clockTime, weekDay } from '../dates.ts'
import type { OpenDossier } from './dossier.ts'
import { type Dossier, organiserName, stepNumber } from './dossier-view.ts'
import { faultText } from './fault-text.ts'
import { ErasePerson } from './rows.tsx'
import { cameText } from './session/what-came.tsx'
import { whatCame } from './session/what-came-view.ts'

const fewest = 6
/** So many the server shows and takes back. */
const most = 200

/** What happened, the newest first; each can be taken back as long as nothing later stands on it. */
export function Happened({ dossier, shown }: { dossier: OpenDossier; shown: Dossier }) {
  const [whole, setWhole] = useState(false)
  const shownLines = withoutRepeats(shown.happened)
  const lines = whole ? shownLines : shownLines.slice(0, fewest)
  const brought = new Map(whatCame(shown).map((one) => [one.at, one]))
  const told = new Set(shown.happened.filter((line) => line.can_erase).map((line) => line.entry))
  const older = shown.peopleTakenAway.filter((id) => !told.has(id))
  const undo = async (line: HappenedLine) => {
    const done = await dossier.command('undo_event', { version: line.version })
    showToast({ text: done.ok ? t('happened.undone') : faultText(done.error) })
  }
  const broughtText = (line: HappenedLine) => {
    const one = line.by_itself && brought.get(line.at)
    return one ? t('came.happened', { what: cameText(one) }) : undefined
  }
  return (
    <section class="happened" id="form-happened" aria-labelledby="happened-title">
      <h2 id="happened-title">{t('happened.title')}</h2>
      <ol class="happened__lines">
        {lines.map((line) => (
          <li key={line.version}>
            <span class="happened__what">{broughtText(line) ?? lineText(line)}</span>
            <span class="happened__who">
              {[
                organiserName(shown, line.by),
                weekDay(line.at, language.value),
                clockTime(line.at, language.value),
              ]
                .filter(Boolean)
                .join(', ')}
            </span>
            {line.can_erase && <ErasePerson dossier={dossier} ids={[line.entry]} person={line.name} />}
            {line.can_undo && !line.by_itself && (
              <Button
                kind="quiet"
                icon="undo"
                aria-label={t('happened.undo', { what: lineText(withoutReason(line)) })}
                onClick={() => void undo(line)}
              >
                {t('word.undo')}
              </Button>
            )}
          </li>
        ))}
      </ol>
      {whole && shown.happened.length >= most && <p class="happened__older">{t('happened.limit')}</p>}
      {older.length > 0 && (
        <p class="happened__older">
          {t('happened.older', { n: older.length })}{' '}
          <ErasePerson dossier={dossier} ids={older} person={t('happened.these')} />
        </p>
      )}
      {shownLines.length > fewest && (
        <Button kind="quiet" aria-expanded={whole} onClick={() => setWhole(!whole)}>
          {whole ? t('happened.less') : t('happened.all', { n: shownLines.length })}
        </Button>
      )}
    </section>
  )
}

/** What the server wrote at one moment is one line. */
function withoutRepeats(lines: readonly HappenedLine[]): HappenedLine[] {
  return lines.filter(
    (line, i) => !(line.by_itself && lines[i - 1]?.by_itself && lines[i - 1]?.at === line.at),
  )
}

function lineText(line: HappenedLine): string {
  const said = eventText(line)
  return line.undone ? t('happened.back', { what: said }) : said
}

/** The name of a button is short. */
function withoutReason(line: HappenedLine): HappenedLine {
  const { progress } = line
  return progress ? { ...line, progress: { ...progress, now: { ...progress.now, reason: '' } } } : line
}

/** What became of the step or the end, with the reason that was written down for it. */
function progressText({ was, now }: NonNullable<HappenedLine['progress']>, undone: boolean): string {
  const { reason } = now
  const n = stepNumber(now.step)
  if (now.outcome !== 'running')
    return reason ? t('event.with_reason', { what: t(`ended.${now.outcome}`), reason }) : t(`ended.${now.outcome}`)
  const isAsItWas = undone || (was.step === now.step && was.outcome === now.outcome)
  if (isAsItWas) {
    const there = t('event.step_now', { n })
    return reason && !undone ? t('event.with_reason', { what: there, reason }) : there
  }
  if (stepNumber(was.step) < n) return reason ? t('gate.opened_with', { n, reason }) : t('event.step_opened', { n })
  return reason ? t('gate.reopened_with', { n, reason }) : t('event.step_reopened', { n })
}

function eventText({ event, kind, name, added, removed, outcome, progress, undone }: HappenedLine): string {
  if (progress) return progressText(progress, undone)
  if (outcome === 'none' || (name !== '' && (outcome === 'chosen' || outcome === 'open')))
    if (!removed) return t(`happened.${outcome}`, { name })
  if (event !== 'entry_set' || kind === '')
    return t(`event.${event === 'entry_set' ? 'progress_set' : event}`)
  const what = t(`kind.${kind}`)
  const named = name ? `${what}: ${name}` : what
  if (added) return t('event.added', { what: named })
  return removed ? t('event.removed', { what: named }) : t('event.changed', { what: named })
}
