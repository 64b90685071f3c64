import { t } from '../../text/desk.ts'
import { language } from '../../text/language.ts'
import { weekDay } from '../dates.ts'
import type { OpenDossier } from './dossier.ts'
import { all, type Dossier, first, organiserName } from './dossier-view.ts'
import { EntryForm, KeptMark } from './entry-form.tsx'
import { FactorSign } from '../../ui/draw/factor-sign.tsx'
import { Gate } from './gate.tsx'
import { SitePlans } from './pictures/site-plans.tsx'
import { AddEntry, EntryRow, TakenAwayRows } from './rows.tsx'
import { LiveMeeting } from './session/live-meeting.tsx'
import './session/session.css'

/** Step 1: is what a green place needs there? */
export function GreenDate({ dossier, shown }: { dossier: OpenDossier; shown: Dossier }) {
  return (
    <div class="green-date">
      <div class="green-date__main">
        <Factors dossier={dossier} shown={shown} />
        <LiveMeeting dossier={dossier} shown={shown} purpose="green_date" />
        <PlaceSection dossier={dossier} />
        <SitePlans dossier={dossier} shown={shown} />
        <SupportSection dossier={dossier} />
      </div>
      <aside class="green-date__side">
        <People dossier={dossier} shown={shown} />
        <Gate dossier={dossier} shown={shown} />
      </aside>
    </div>
  )
}

function Factors({ dossier, shown }: { dossier: OpenDossier; shown: Dossier }) {
  const factors = all(shown, 'factor')
  return (
    <section aria-labelledby="factors-title">
      <h2 id="factors-title">{t('factors.title')}</h2>
      <p class="section-lead">{t('factors.lead', { n: factors.length })}</p>
      <ul class="entry-rows">
        {factors.map(({ id, entry }) => {
          const about = shown.factors.get(id)
          return (
            <EntryRow
              key={id}
              dossier={dossier}
              id={id}
              entry={entry}
              label={t('row.edit', { name: entry.name })}
              {...(about?.of_approach ? { stays: t('factors.stays') } : {})}
            >
              <span class="factor__colour">
                <FactorSign colour={entry.colour} />
                {t(`colour.${entry.colour}`)}
              </span>
              <div class="factor__words">
                <h3>{entry.name}</h3>
                <p>{entry.note || entry.question}</p>
              </div>
              <p class="factor__by">
                {entry.said_by && <span>{entry.said_by}</span>}
                {entry.colour !== 'open' && about && (
                  <span class="factor__when">
                    {t('factors.noted', {
                      date: weekDay(about.noted_at, language.value),
                      name: organiserName(shown, about.noted_by),
                    })}
                  </span>
                )}
              </p>
            </EntryRow>
          )
        })}
      </ul>
      <TakenAwayRows dossier={dossier} kind="factor" />
      <AddEntry dossier={dossier} kind="factor" label={t('factors.add')} />
    </section>
  )
}

function PlaceSection({ dossier }: { dossier: OpenDossier }) {
  return (
    <section class="well" aria-labelledby="place-title">
      <h2 id="place-title">
        {t('place.title')} <KeptMark dossier={dossier} name="place" />
      </h2>
      <EntryForm dossier={dossier} name="place" kind="place" id={dossier.single('place')} />
    </section>
  )
}

function SupportSection({ dossier }: { dossier: OpenDossier }) {
  return (
    <section class="well" aria-labelledby="support-title">
      <h2 id="support-title">
        {t('support.title')} <KeptMark dossier={dossier} name="support" />
      </h2>
      <p class="section-lead">{t('support.lead')}</p>
      <EntryForm dossier={dossier} name="support" kind="support" id={dossier.single('support')} />
    </section>
  )
}

function People({ dossier, shown }: { dossier: OpenDossier; shown: Dossier }) {
  const isPark = first(shown, 'place')?.entry.sort === 'business_park'
  const lacks = new Set(shown.missing.map(({ what }) => what))
  const enough = !['contact_person', 'hours', 'park_manager', 'second_company'].some((what) =>
    lacks.has(what as 'hours'),
  )
  return (
    <section aria-labelledby="people-title">
      <h2 id="people-title">{t('people.title')}</h2>
      <ul class="entry-rows">
        {all(shown, 'contact').map(({ id, entry }) => (
          <EntryRow
            key={id}
            dossier={dossier}
            id={id}
            entry={entry}
            label={t('row.edit', { name: entry.name })}
          >
            <FactorSign
              colour={entry.role === 'contact_person' && entry.hours_a_week === 0 ? 'amber' : 'green'}
            />
            <div class="factor__words">
              <h3>{entry.name}</h3>
              <p>
                {[
                  t(`contact.${entry.role}`),
                  entry.organisation,
                  entry.hours_a_week > 0 && t('people.hours', { n: entry.hours_a_week }),
                ]
                  .filter(Boolean)
                  .join(', ')}
              </p>
              {(entry.email || entry.phone) && (
                <p class="contact-ways">
                  {entry.phone && <a href={`tel:${entry.phone}`}>{entry.phone}</a>}
                  {entry.email && <a href={`mailto:${entry.email}`}>{entry.email}</a>}
                </p>
              )}
            </div>
          </EntryRow>
        ))}
        {all(shown, 'company').map(({ id, entry }) => (
          <EntryRow
            key={id}
            dossier={dossier}
            id={id}
            entry={entry}
            label={t('row.edit', { name: entry.name })}
          >
            <FactorSign colour="green" />
            <div class="factor__words">
              <h3>{entry.name}</h3>
              <p>{entry.trade || t('people.company')}</p>
            </div>
          </EntryRow>
        ))}
      </ul>
      <TakenAwayRows dossier={dossier} kind="contact" />
      <TakenAwayRows dossier={dossier} kind="company" />
      <p class="people-rule">
        {shown.progress.step === 'green_date' &&
          (isPark
            ? t(enough ? 'people.park_enough' : 'people.park_rule')
            : t(enough ? 'people.company_enough' : 'people.company_rule'))}
      </p>
      <AddEntry dossier={dossier} kind="contact" label={t('people.add_contact')} />
      <AddEntry dossier={dossier} kind="company" label={t('people.add_company')} />
    </section>
  )
}
