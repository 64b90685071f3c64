import { signal } from '@preact/signals'
import { t } from '../../../text/desk.ts'
import { language } from '../../../text/language.ts'
import { longDate } from '../../dates.ts'
import type { OpenDossier } from '../dossier.ts'
import { type Dossier, first, sessionNameOf } from '../dossier-view.ts'
import { AddEntry, EntryRow, TakenAwayRows } from '../rows.tsx'
import { LiveMeeting } from '../session/live-meeting.tsx'
import '../session/session.css'
import { ChoiceGate } from './choice-gate.tsx'
import { ChoicePanel } from './choice-panel.tsx'
import { matrixView, saidFirst } from './choice-view.ts'
import { Matrix } from './matrix.tsx'
import { ProposedCriteria } from './proposed-criteria.tsx'
import { WhoDecides } from './who-decides.tsx'
import './choice.css'

/** Ideas outside the first ones that somebody asked for at this desk. */
const askedIdeas = signal<ReadonlySet<number>>(new Set())

/** Step 3: from five ideas to one. */
export function ChoiceStep({ dossier, shown }: { dossier: OpenDossier; shown: Dossier }) {
  const decider = first(shown, 'decider')
  if (!decider) return <WhoDecides dossier={dossier} shown={shown} />
  const view = matrixView(shown, askedIdeas.value)
  const ask = (id: number) => {
    askedIdeas.value = new Set(askedIdeas.value).add(id)
  }
  return (
    <div class="choice">
      <ul class="entry-rows choice__decider">
        <EntryRow dossier={dossier} id={decider.id} entry={decider.entry} label={t('choice.edit_decider')}>
          <p class="factor__words">
            <strong>{t(`decides.${decider.entry.who}`)}</strong>{' '}
            {decider.entry.agreed_on !== '' &&
              t(saidFirst(shown) ? 'decides.first' : 'decides.later', {
                date: longDate(decider.entry.agreed_on, language.value),
              })}
            {decider.entry.note !== '' && <span class="choice__agreed">{decider.entry.note}</span>}
          </p>
        </EntryRow>
      </ul>
      <section class="choice__main" aria-labelledby="matrix-title">
        <h2 id="matrix-title">{t('matrix.title')}</h2>
        <p class="section-lead">{t('matrix.lead')}</p>
        <Matrix dossier={dossier} shown={shown} view={view} />
        <TakenAwayRows dossier={dossier} kind="mark" />
        <ProposedCriteria dossier={dossier} shown={shown} />
        <div class="choice__add">
          <AddEntry
            dossier={dossier}
            kind="criterion"
            label={t('criterion.add')}
            fields={['name', 'question', 'weight']}
          />
          <AddEntry dossier={dossier} kind="idea" label={t('idea.add')} fields={['name', 'about']} />
        </div>
        {view.columns.length > 0 && <LiveMeeting dossier={dossier} shown={shown} purpose="choice" />}
        {view.others.length > 0 && (
          <details class="choice__others">
            <summary>{t('matrix.others', { n: view.others.length })}</summary>
            <ul>
              {view.others.map(({ id, entry }) => (
                <li key={id}>
                  <button type="button" class="link-button" onClick={() => ask(id)}>
                    {t('matrix.take_in', { name: entry.name })}
                  </button>
                  {sessionNameOf(shown, entry.session) && (
                    <small> {t('ideas.from', { name: sessionNameOf(shown, entry.session) })}</small>
                  )}
                </li>
              ))}
            </ul>
          </details>
        )}
      </section>
      <aside class="choice__side">
        {view.columns.length > 0 && <ChoicePanel dossier={dossier} shown={shown} view={view} />}
        <ChoiceGate dossier={dossier} shown={shown} />
      </aside>
    </div>
  )
}
