import { t } from '../../../text/desk.ts'
import { Address } from '../../pairing-panel.tsx'
import type { OpenDossier } from '../dossier.ts'
import { all, type Dossier, type OneOf } from '../dossier-view.ts'
import { FactorSign } from '../../../ui/draw/factor-sign.tsx'
import { AddEntry, EntryRow } from '../rows.tsx'
import { LinkButtons } from './link-buttons.tsx'
import { secretOf } from './secret-links.ts'

/** Secret addresses for calendar programs. */
export function CalendarFeeds({ dossier, shown }: { dossier: OpenDossier; shown: Dossier }) {
  return (
    <section aria-labelledby="feeds-title">
      <h2 id="feeds-title">{t('feed.title')}</h2>
      <p class="section-lead">{t('feed.lead')}</p>
      <ul class="entry-rows">
        {all(shown, 'calendar_feed').map((one) => (
          <Feed key={one.id} dossier={dossier} shown={shown} one={one} />
        ))}
      </ul>
      <AddEntry dossier={dossier} kind="calendar_feed" label={t('feed.add')} fields={['name']} />
    </section>
  )
}

function Feed(props: { dossier: OpenDossier; shown: Dossier; one: OneOf<'calendar_feed'> }) {
  const { dossier, shown, one } = props
  const { id, entry } = one
  const secret = secretOf(dossier, id)
  const has = entry.token_hash !== '' && !entry.withdrawn
  return (
    <EntryRow
      dossier={dossier}
      id={id}
      entry={entry}
      label={t('row.edit', { name: entry.name })}
      fields={['name']}
    >
      <FactorSign colour={has ? 'green' : entry.withdrawn ? 'red' : 'open'} />
      <div class="factor__words">
        <h4>{entry.name}</h4>
        <p>{t(has ? 'feed.on' : entry.withdrawn ? 'feed.off' : 'feed.none')}</p>
        {has && secret && (
          <div role="status">
            <p>{t('feed.once', { name: entry.name })}</p>
            <Address url={`${shown.publicUrl}/api/calendars/${shown.id}/${secret}`} />
          </div>
        )}
        <LinkButtons dossier={dossier} id={id} name={entry.name} has={has} />
      </div>
    </EntryRow>
  )
}
