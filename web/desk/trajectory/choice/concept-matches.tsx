import { useId, useState } from 'preact/hooks'
import type { ConceptMatch } from '../../../shared/trajectory.ts'
import { t } from '../../../text/desk.ts'
import { language } from '../../../text/language.ts'
import { Button } from '../../../ui/button.tsx'
import { Spinner } from '../../../ui/spinner.tsx'
import { showToast } from '../../../ui/toast.tsx'
import type { OpenDossier } from '../dossier.ts'
import { type Dossier, first } from '../dossier-view.ts'
import { faultText } from '../fault-text.ts'
import { moneyText } from '../money-view.ts'
import { type IdeaColumn, ideaTitle } from './choice-view.ts'
import { type Estimate, estimate, type Range, routeOf, type WhatIf } from './concept-view.ts'
import { useMatches } from './use-matches.ts'
import { WhatIfFields } from './what-if.tsx'

/** What exists already that an idea is like. Of two that become one both, and which of them says what it will be as a whole. */
export function ChosenMatches(props: {
  dossier: OpenDossier
  shown: Dossier
  idea: IdeaColumn
  partner: IdeaColumn | undefined
}) {
  const { dossier, shown, idea, partner } = props
  return (
    <>
      <ConceptMatches
        key={idea.id}
        dossier={dossier}
        shown={shown}
        idea={idea}
        {...(partner ? { of: 'whole' } : {})}
      />
      {partner && (
        <ConceptMatches key={partner.id} dossier={dossier} shown={shown} idea={partner} of="part" />
      )}
    </>
  )
}

/** What exists already that an idea is like, and what that means for the room and the money there is. */
function ConceptMatches({
  dossier,
  shown,
  idea,
  of,
}: {
  dossier: OpenDossier
  shown: Dossier
  idea: IdeaColumn
  /** Of two that become one. */
  of?: 'whole' | 'part'
}) {
  const group = useId()
  const there: WhatIf = {
    area_m2: first(shown, 'place')?.entry.area_m2 ?? 0,
    euros: Math.round((first(shown, 'support')?.entry.budget ?? 0) / 100),
  }
  const [tried, setTried] = useState<WhatIf>()
  const { matches, again } = useMatches(dossier.id, idea)
  const whatIf = tried ?? there
  const { entry } = idea
  const choose = async (known: ConceptMatch | undefined) => {
    const now = { ...entry, route: routeOf(known), concept_id: known?.id ?? '' }
    const done = await dossier.command('put_entry', { id: idea.id, was: entry, now })
    if (!done.ok && done.error !== 'already') showToast({ text: faultText(done.error) })
  }
  return (
    <fieldset class="matches" id={`form-matches-${idea.id}`}>
      <legend>{of ? t('matches.title_of', { idea: ideaTitle(entry) }) : t('matches.title')}</legend>
      {of && <p class="matches__of">{t(`matches.${of}`)}</p>}
      {matches === undefined && <Spinner label={t('matches.loading')} />}
      {matches === 'failed' && (
        <p role="alert">
          {t('matches.failed')} <Button onClick={again}>{t('matches.again')}</Button>
        </p>
      )}
      {Array.isArray(matches) && matches.length === 0 && <p class="matches__none">{t('matches.none')}</p>}
      {Array.isArray(matches) &&
        matches.map((known) => (
          <div key={known.id} class="match">
            <label class="match__one">
              <input
                type="radio"
                name={group}
                class="match__dot"
                checked={entry.route !== 'own_plan' && entry.concept_id === known.id}
                onChange={() => void choose(known)}
              />
              <span class="match__said">
                <Said known={known} whatIf={whatIf} />
              </span>
            </label>
            <More known={known} />
          </div>
        ))}
      <div class="match">
        <label class="match__one">
          <input
            type="radio"
            name={group}
            class="match__dot"
            checked={entry.route === 'own_plan'}
            onChange={() => void choose(undefined)}
          />
          <b class="match__said">{t('matches.own')}</b>
        </label>
      </div>
      {Array.isArray(matches) && matches.length > 0 && (
        <WhatIfFields
          there={there}
          tried={tried}
          onTry={setTried}
          planned={first(shown, 'plan')?.entry.area_m2 ?? 0}
          onPlan={(area_m2) => {
            dossier.type('plan', 'plan', dossier.single('plan'), 'area_m2', String(area_m2))
            void dossier.save('plan')
          }}
        />
      )}
    </fieldset>
  )
}

function Said({ known, whatIf }: { known: ConceptMatch; whatIf: WhatIf }) {
  return (
    <>
      <span>
        <b>{language.value === 'nl' ? known.name_nl : known.name_en}</b>
        {known.ivn && <small> {t('matches.ivn')}</small>}
      </span>
      {known.words.length > 0 && (
        <span class="match__words">
          {t('matches.words')}{' '}
          {known.words.map((word) => (
            <mark key={word}>{word}</mark>
          ))}
        </span>
      )}
      <span class="match__facts">{factsText(known, whatIf)}</span>
    </>
  )
}

/** What to check first, and what the figures stand on. The catalogue is written in Dutch; only the names are in both. */
function More({ known }: { known: ConceptMatch }) {
  return (
    <details class="match__more">
      <summary>{t('matches.check_first')}</summary>
      <p lang="nl">{known.check_first_nl}</p>
      <dl>
        <dt>{t('matches.within_one_year')}</dt>
        <dd lang="nl">{known.within_one_year_nl}</dd>
        <dt>{t('matches.season')}</dt>
        <dd lang="nl">{known.season_nl}</dd>
        <dt>{t('matches.upkeep')}</dt>
        <dd lang="nl">{known.upkeep_nl}</dd>
        <dt>{t('matches.figures')}</dt>
        <dd>{figuresText(known)}</dd>
        <dd lang="nl">{known.unit_cost_nl}.</dd>
        {known.sources && (
          <dd>{t('catalogue.sources_short', { sources: known.sources.replace(/,(?=\S)/g, ', ') })}</dd>
        )}
      </dl>
    </details>
  )
}

function euros(value: number): string {
  return moneyText(value * 100, language.value)
}
function span(range: Range, said: (value: number) => string): string {
  const [least, most] = range
  return least === most ? said(most) : t('matches.range', { least: said(least), most: said(most) })
}
const metres = (value: number) => `${value.toLocaleString(language.value === 'nl' ? 'nl-NL' : 'en-GB')} m²`

/** What there is held against what it takes, and what that stands on: "Past bij € 6.500. 180 m² is genoeg. Geschat." */
function factsText(known: ConceptMatch, whatIf: WhatIf): string {
  const found: Estimate = estimate(known, whatIf)
  const money = {
    unknown: t('estimate.costs', { range: span(known.cost_eur, euros) }),
    short: t('estimate.short', { least: euros(known.cost_eur[0]) }),
    fits: t('estimate.fits', { money: euros(whatIf.euros) }),
    ample: t('estimate.ample', { money: euros(whatIf.euros) }),
  }[found.money]
  const room = {
    unknown: t('estimate.takes', { range: span(known.area_m2, metres) }),
    any: '',
    small: t('estimate.small', { least: metres(known.area_m2[0]) }),
    enough: t('estimate.enough', { room: metres(whatIf.area_m2) }),
  }[found.room]
  return [
    money,
    room,
    found.costs && t('estimate.on_room', { room: metres(whatIf.area_m2), range: span(found.costs, euros) }),
    found.covers &&
      t('estimate.for_money', { money: euros(whatIf.euros), range: span(found.covers, metres) }),
    t(`basis.${known.basis}`),
  ]
    .filter(Boolean)
    .join(' ')
}

function figuresText(known: ConceptMatch): string {
  return [
    span(known.cost_eur, euros),
    known.area_m2[1] > 0 && span(known.area_m2, metres),
    t('matches.months', { range: span(known.months, String) }),
  ]
    .filter(Boolean)
    .join(' · ')
}
