import { t } from '../../text/desk.ts'
import { CheckChips, RadioChips } from '../../ui/chips.tsx'
import { type ChoiceOf, choiceFor, namings, type Readers, readers, type Sections, withSection } from './report-choice.ts'

interface ReportOptionsProps<Section extends string> {
  sections: Sections<Section>
  choice: ChoiceOf<Section>
  onChoose: (choice: ChoiceOf<Section>) => void
  /** Who the readers are, and what is for them. */
  nameOf: (readers: Readers) => { label: string; hint: string }
  titleOf: (section: Section) => string
}

/** For whom a report is, with which names, in which language, and what is in it. */
export function ReportOptions<Section extends string>(props: ReportOptionsProps<Section>) {
  const { sections, choice, onChoose, nameOf, titleOf } = props
  return (
    <>
      <RadioChips
        legend={t('report.readers')}
        options={readers.map((value) => ({ value, ...nameOf(value) }))}
        value={choice.readers}
        onChange={(value) => onChoose(choiceFor(sections, value, choice.language))}
      />
      <RadioChips
        legend={t('report.names')}
        options={namings.map((value) => ({ value, label: t(`report.names.${value}`) }))}
        value={choice.naming}
        onChange={(naming) => onChoose({ ...choice, naming })}
      />
      {choice.naming === 'everybody' && choice.readers !== 'archive' && (
        <p class="report__note">{t('report.names_unasked')}</p>
      )}
      {choice.naming !== 'everybody' && <p class="report__note">{t('report.names_in_text')}</p>}
      <RadioChips
        legend={t('report.language')}
        options={[
          { value: 'nl', label: t('report.language.nl') },
          { value: 'en', label: t('report.language.en') },
        ]}
        value={choice.language}
        onChange={(language) => onChoose({ ...choice, language })}
      />
      <details class="report__sections">
        <summary>{t('report.sections', { n: choice.sections.length })}</summary>
        <CheckChips
          legend={t('report.sections_legend')}
          hideLegend
          options={sections.all.map((value) => ({ value, label: titleOf(value) }))}
          values={choice.sections}
          onToggle={(section, chosen) => onChoose(withSection(sections, choice, section, chosen))}
        />
      </details>
    </>
  )
}
