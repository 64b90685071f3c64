import { useState } from 'preact/hooks'
import { t } from '../../text/desk.ts'
import { Button } from '../../ui/button.tsx'
import { RadioChips } from '../../ui/chips.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { brand } from './brand.ts'
import { LookState } from './look-state.tsx'
import { formatsOf, isPoster, type PaperChoice, paperAddress, paperSizes, papersOf } from './papers.ts'
import type { ReportChoice } from './report-choice.ts'
import { useLook } from './use-look.ts'
import { useSaving } from './use-saving.tsx'

const tablesMax = 12

/** Cards and posters of a session: chosen, looked at, and taken away to be printed or shown. */
export function PapersPanel({
  session,
  report,
  ended,
}: {
  session: string
  report: ReportChoice
  ended: boolean
}) {
  const [choice, setChoice] = useState<PaperChoice>({
    paper: ended ? 'results' : 'invitation',
    size: 'a4',
    tables: 6,
  })
  const { saving, save, progress } = useSaving<'pdf' | 'png'>()
  const look = useLook(paperAddress(session, report, choice, 'png', true), brand.value?.revision, exampleOf, letGo)
  const { picture, lack } = look.shown ?? {}
  const wanted = (file: 'pdf' | 'png') => ({
    file,
    address: paperAddress(session, report, choice, file),
    name: `kiemkring-${session}-${choice.paper}.${file}`,
  })
  return (
    <section class="report" aria-labelledby="papers-title">
      <h2 id="papers-title">{t('papers.title')}</h2>
      <p>{t('papers.lead')}</p>
      <RadioChips
        legend={t('papers.which')}
        options={papersOf(ended).map((value) => ({
          value,
          label: t(`papers.${value}`),
          hint: t(`papers.${value}_hint`),
        }))}
        value={choice.paper}
        onChange={(paper) => setChoice({ ...choice, paper })}
      />
      {isPoster(choice.paper) && (
        <RadioChips
          legend={t('papers.size')}
          options={paperSizes.map((value) => ({ value, label: value.toUpperCase() }))}
          value={choice.size}
          onChange={(size) => setChoice({ ...choice, size })}
        />
      )}
      {choice.paper === 'tables' && (
        <div class="papers__tables">
          <span>{t('papers.how_many_tables')}</span>
          <IconButton
            icon="minus"
            label={t('papers.fewer_tables')}
            disabled={choice.tables <= 1}
            onClick={() => setChoice({ ...choice, tables: choice.tables - 1 })}
          />
          <b class="even-figures">{choice.tables}</b>
          <IconButton
            icon="plus"
            label={t('papers.more_tables')}
            disabled={choice.tables >= tablesMax}
            onClick={() => setChoice({ ...choice, tables: choice.tables + 1 })}
          />
        </div>
      )}
      <div class="papers__look" aria-live="polite">
        <LookState look={look} failed={t('papers.failed')} />
        {picture && (
          <img
            src={picture}
            alt={t('papers.look', { paper: t(`papers.${choice.paper}`) })}
            aria-busy={look.state === 'making'}
          />
        )}
        {lack && <p class="report__note">{t(`papers.lack.${lack}`)}</p>}
      </div>
      <div class="report__actions">
        {formatsOf(choice.paper).map((format) => (
          <Button
            key={format}
            icon="download"
            busy={saving === format}
            disabled={lack !== undefined}
            onClick={() => void save(wanted(format))}
          >
            {t(`papers.save_${format}`)}
          </Button>
        ))}
      </div>
      {progress}
    </section>
  )
}

const lacks = ['no_result', 'has_ended', 'no_address'] as const
type Lack = (typeof lacks)[number]

/** A picture of what would be saved, or why there can be none. */
interface Example {
  readonly picture?: string
  readonly lack?: Lack
}

async function exampleOf(response: Response): Promise<Example> {
  if (response.ok) return { picture: URL.createObjectURL(await response.blob()) }
  const { error } = (await response.json()) as { error?: string }
  const lack = lacks.find((one) => one === error)
  if (!lack) throw new Error(error)
  return { lack }
}

function letGo({ picture }: Example): void {
  if (picture) URL.revokeObjectURL(picture)
}
