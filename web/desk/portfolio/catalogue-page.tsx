import { useEffect, useState } from 'preact/hooks'
import type { DocumentProblem } from '../../shared/approach.ts'
import { bases, type Basis, effects } from '../../shared/catalogue.ts'
import { t } from '../../text/desk.ts'
import { language } from '../../text/language.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { RadioChips } from '../../ui/chips.tsx'
import { Icon } from '../../ui/draw/icon.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { trouble } from '../store.ts'
import { faultText } from '../trajectory/fault-text.ts'
import { lineMax } from '../trajectory/fields-view.ts'
import { catalogueStore } from './catalogue-store.ts'
import {
  type CatalogueDraft,
  type ConceptDraft,
  conceptNoteMax,
  conceptsMax,
  draftOf,
  emptyConcept,
  type Faults,
  memberNamed,
  nameIn,
  notes,
  placeIn,
  ranges,
  readCatalogue,
} from './catalogue-view.ts'
import { whyText } from './document-problem.ts'
import { EntryClash, FieldClash } from './document-clash.tsx'
import { DocumentForm } from './document-form.tsx'
import { leftAt } from '../trajectory/portfolio-address.ts'
import './portfolio-pages.css'

/** What exists already, to which ideas are held in step 3. */
export function CataloguePage() {
  useEffect(() => void catalogueStore.load(), [])
  const now = catalogueStore.editing.value
  if (!catalogueStore.known.value || !now) return trouble.value ? null : <Spinner label={t('word.loading')} />
  return (
    <>
      <a class="back" href={leftAt.value}>
        <Icon name="back" size="1.25em" />
        {t('trajectory.back')}
      </a>
      <h1>{t('catalogue.title')}</h1>
      <p class="lead">{t('catalogue.lead')}</p>
      <CatalogueForm draft={now.draft} />
    </>
  )
}

function CatalogueForm({ draft }: { draft: CatalogueDraft }) {
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set())
  const proposal = catalogueStore.known.value?.proposal
  const { concepts } = draft
  const put = (at: number, part: Partial<ConceptDraft>) =>
    catalogueStore.edit({ concepts: concepts.map((one, i) => (i === at ? { ...one, ...part } : one)) })
  const toggle = (id: string, isOpen: boolean) => {
    const now = new Set(open)
    if (isOpen) now.add(id)
    else now.delete(id)
    setOpen(now)
  }
  const wrongOnes = (faults: Faults) =>
    new Set(Object.keys(faults).map((where) => concepts[placeIn(where).at ?? -1]?.id ?? ''))
  return (
    <DocumentForm
      store={catalogueStore}
      faults={readCatalogue(draft).faults}
      proposal={() => (proposal ? draftOf(proposal, language.value) : {})}
      fileName="kiemkring-concepten.json"
      problemText={problemText}
      onFaults={(faults) => setOpen(new Set([...open, ...wrongOnes(faults)]))}
    >
      {(shown) => (
        <>
          <ul class="document__list catalogue">
            {concepts.map((one, at) => {
              const isOpen = open.has(one.id) || catalogueStore.hasClashIn(['concepts', one.id])
              return (
                <li key={one.id}>
                  <details
                    class="catalogue__one"
                    open={isOpen}
                    onToggle={(event) => toggle(one.id, event.currentTarget.open)}
                  >
                    <summary>
                      <Icon name={isOpen ? 'minus' : 'pencil'} size="1.1em" />
                      <ConceptName one={one} />
                      <span class="quiet-words">{figuresOf(one)}</span>
                    </summary>
                    {isOpen && <EntryClash store={catalogueStore} path={['concepts', one.id]} />}
                    {isOpen && (
                      <ConceptFields one={one} at={at} faults={shown} onPut={(part) => put(at, part)} />
                    )}
                    {isOpen && (
                      <Button
                        kind="quiet"
                        icon="trash"
                        danger
                        onClick={() => catalogueStore.edit({ concepts: concepts.filter((_, i) => i !== at) })}
                      >
                        {t('catalogue.remove', { name: nameIn(one, language.value).name || t('catalogue.nameless') })}
                      </Button>
                    )}
                  </details>
                </li>
              )
            })}
          </ul>
          {concepts.length < conceptsMax && (
            <Button
              icon="plus"
              onClick={() => {
                const added = emptyConcept(concepts)
                catalogueStore.edit({ concepts: [...concepts, added] })
                toggle(added.id, true)
              }}
            >
              {t('catalogue.add')}
            </Button>
          )}
        </>
      )}
    </DocumentForm>
  )
}

/** Of which there may be none in English: then in Dutch, and said so to who has it read out. */
function ConceptName({ one }: { one: ConceptDraft }) {
  const { name, lang } = nameIn(one, language.value)
  return name ? <b {...(lang === language.value ? {} : { lang })}>{name}</b> : <b>{t('catalogue.nameless')}</b>
}

/** No figure without what it stands on. */
function figuresOf(one: ConceptDraft): string {
  const [least, most] = one.ranges.cost_eur
  const cost =
    most && (least === most ? `€ ${most}` : `€ ${t('matches.range', { least: least || '0', most })}`)
  const [leastArea, mostArea] = one.ranges.area_m2
  const area =
    mostArea && `${leastArea === mostArea ? mostArea : t('matches.range', { least: leastArea || '0', most: mostArea })} m²`
  const basis = one.basis && t(`basis.${one.basis}`).replace(/\.$/, '')
  const sources = one.sources && t('catalogue.sources_short', { sources: one.sources.replace(/,(?=\S)/g, ', ') })
  return [cost, area, basis, sources].filter(Boolean).join(' · ')
}

function ConceptFields(props: {
  one: ConceptDraft
  at: number
  faults: Faults
  onPut: (part: Partial<ConceptDraft>) => void
}) {
  const { one, at, faults, onPut } = props
  const clash = (member: string, say?: (value: unknown) => string) => (
    <FieldClash
      store={catalogueStore}
      path={['concepts', one.id, ...member.split('.')]}
      {...(say ? { say } : {})}
    />
  )
  const error = (member: string) => errorOf(faults[`concepts[${at}].${member}`])
  return (
    <div class="catalogue__fields">
      <div class="fields fields--two">
        {(['name_nl', 'name_en'] as const).map((name) => (
          <div key={name}>
            <TextField
              label={t(`approach.${name}`)}
              value={one[name]}
              error={error(name)}
              max={lineMax}
              optional={name === 'name_en'}
              lang={name === 'name_en' ? 'en' : 'nl'}
              name={`${name}-${at}`}
              autocomplete="off"
              onInput={(text) => onPut({ [name]: text })}
            />
            {clash(name)}
          </div>
        ))}
      </div>
      <Checkbox
        label={t('catalogue.ivn')}
        checked={one.kind.startsWith('ivn')}
        onChange={(on) => onPut({ kind: on ? 'ivn' : 'other' })}
      />
      {clash('kind', (kind) => t(String(kind).startsWith('ivn') ? 'word.yes' : 'word.no'))}
      <fieldset class="fields">
        <legend>{t('catalogue.figures')}</legend>
        {ranges.map((name) => (
          <div key={name} class="fields fields--two">
            {([0, 1] as const).map((end) => (
              <div key={end}>
                <TextField
                  label={t(`catalogue.${name}_${end === 0 ? 'least' : 'most'}`)}
                  value={one.ranges[name][end]}
                  error={error(`${name}[${end}]`)}
                  inputMode="numeric"
                  name={`${name}-${end}-${at}`}
                  autocomplete="off"
                  onInput={(text) => {
                    const ends = one.ranges[name]
                    const now = end === 0 ? ([text, ends[1]] as const) : ([ends[0], text] as const)
                    onPut({ ranges: { ...one.ranges, [name]: now } })
                  }}
                />
                {clash(`ranges.${name}.${end}`)}
              </div>
            ))}
          </div>
        ))}
        <RadioChips
          legend={t('catalogue.basis')}
          options={bases.map((value) => ({ value, label: t(`basis.${value}`) }))}
          value={one.basis === '' ? undefined : one.basis}
          onChange={(basis: Basis) => onPut({ basis })}
        />
        {clash('basis', (basis) => (basis ? t(`basis.${basis as Basis}`) : ''))}
        {error('basis') && <p class="ui-field-error">{error('basis')}</p>}
      </fieldset>
      {notes.map((name) => (
        <div key={name}>
          <TextArea
            label={t(`catalogue.${name}`)}
            value={one[name]}
            error={error(name)}
            max={conceptNoteMax}
            lang={name.endsWith('_nl') ? 'nl' : undefined}
            rows={1}
            name={`${name}-${at}`}
            optional
            onInput={(text) => onPut({ [name]: text })}
          />
          {clash(name)}
        </div>
      ))}
      <TextField
        label={t('catalogue.keywords')}
        hint={t('catalogue.keywords_hint')}
        value={one.keywords}
        error={error('keywords_nl')}
        name={`keywords-${at}`}
        lang="nl"
        autocomplete="off"
        onInput={(keywords) => onPut({ keywords })}
      />
      {clash('keywords')}
      <fieldset class="fields">
        <legend>{t('catalogue.effects')}</legend>
        <p class="ui-field-hint">{t('catalogue.effects_basis')}</p>
        <div class="catalogue__effects">
          {effects.map((name) => (
            <div key={name}>
              <label>
                {t(`effect.${name}`)}
                <select
                  class="ui-field-control"
                  value={String(one.effects[name])}
                  onChange={(event) =>
                    onPut({ effects: { ...one.effects, [name]: Number(event.currentTarget.value) } })
                  }
                >
                  {([0, 1, 2, 3] as const).map((value) => (
                    <option key={value} value={String(value)}>
                      {t(`catalogue.effect_${value}`)}
                    </option>
                  ))}
                </select>
              </label>
              {clash(`effects.${name}`, (value) => t(`catalogue.effect_${value as 0}`))}
            </div>
          ))}
        </div>
      </fieldset>
    </div>
  )
}

function errorOf(fault: string | undefined): string | undefined {
  if (fault === undefined) return undefined
  if (fault !== 'wrong_order' && fault !== 'not_a_basis') return faultText(fault)
  const text = whyText(fault)
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
}

const members = [...ranges, ...notes, 'name_nl', 'name_en', 'basis', 'keywords_nl', 'effects'] as const

function problemText({ where, why }: DocumentProblem): string {
  const { at, member } = placeIn(where)
  const { name, part } = memberNamed(member)
  const known = members.find((one) => one === name)
  const names: Partial<Record<(typeof members)[number], string>> = {
    name_nl: t('approach.name_nl'),
    name_en: t('approach.name_en'),
    cost_eur: t('catalogue.cost_eur_most'),
    area_m2: t('catalogue.area_m2_most'),
    months: t('catalogue.months_most'),
    keywords_nl: t('catalogue.keywords'),
  }
  const said = known && (names[known] ?? t(`catalogue.${known as 'basis'}`))
  const effect = effects.find((one) => one === part)
  // Of a file that did not come in yet only the number is known.
  const number = at === undefined ? '' : t('catalogue.number', { n: String(at + 1) })
  const parts = said ? [number, said, effect ? t(`effect.${effect}`) : part] : [number, member]
  return t('problem_at', { where: parts.filter(Boolean).join(', ') || t('document.whole'), why: whyText(why) })
}
