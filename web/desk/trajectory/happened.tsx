import { useState } from 'preact/hooks'
import { t } from '../../text/desk.ts'
import { language } from '../../text/language.ts'
import { Button } from '../../ui/button.tsx'
import { showToast } from '../../ui/toast.tsx'
import type { HappenedLine } from '../../shared/trajectory.ts'
import { clockTime, weekDay } from '../dates.ts'
import type { OpenDossier } from './dossier.ts'
import { type Dossier, organiserName } from './dossier-view.ts'
import { faultText } from './fault-text.ts'
import { ErasePerson } from './rows.tsx'

const fewest = 6

/** What happened, the newest first; each can be taken back as long as nothing later stands on it. */
export function Happened({ dossier, shown }: { dossier: OpenDossier; shown: Dossier }) {
  const [whole, setWhole] = useState(false)
  const lines = whole ? shown.happened : shown.happened.slice(0, fewest)
  const told = new Set(shown.happened.filter((line) => line.can_erase).map((line) => line.entry))
  const older = shown.peopleTakenAway.filter((id) => !told.has(id))
  const undo = async (line: HappenedLine) => {
    const done = await dossier.command('undo_event', { version: line.version })
    showToast({ text: done.ok ? t('happened.undone') : faultText(done.error) })
  }
  return (
    <section class="happened" aria-labelledby="happened-title">
      <h2 id="happened-title">{t('happened.title')}</h2>
      <ol class="happened__lines">
        {lines.map((line) => (
          <li key={line.version}>
            <span class="happened__what">{lineText(line)}</span>
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
            {line.can_undo && (
              <Button
                kind="quiet"
                icon="undo"
                aria-label={t('happened.undo', { what: lineText(line) })}
                onClick={() => void undo(line)}
              >
                {t('word.undo')}
              </Button>
            )}
          </li>
        ))}
      </ol>
      {older.length > 0 && (
        <p class="happened__older">
          {t('happened.older', { n: older.length })}{' '}
          <ErasePerson dossier={dossier} ids={older} person={t('happened.these')} />
        </p>
      )}
      {shown.happened.length > fewest && (
        <Button kind="quiet" aria-expanded={whole} onClick={() => setWhole(!whole)}>
          {whole ? t('happened.less') : t('happened.all', { n: shown.happened.length })}
        </Button>
      )}
    </section>
  )
}

function lineText(line: HappenedLine): string {
  const said = eventText(line)
  return line.undone ? t('happened.back', { what: said }) : said
}

function eventText({ event, kind, name, added, removed }: HappenedLine): string {
  if (event !== 'entry_set' || kind === '')
    return t(`event.${event === 'entry_set' ? 'progress_set' : event}`)
  const what = t(`kind.${kind}`)
  const named = name ? `${what}: ${name}` : what
  if (added) return t('event.added', { what: named })
  return removed ? t('event.removed', { what: named }) : t('event.changed', { what: named })
}
