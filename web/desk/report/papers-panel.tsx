import { useEffect, useState } from 'preact/hooks'
import { t } from '../../text/desk.ts'
import { Button } from '../../ui/button.tsx'
import { RadioChips } from '../../ui/chips.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { brand } from './brand.ts'
import { formatsOf, isPoster, type PaperChoice, paperAddress, paperSizes, papersOf } from './papers.ts'
import type { ReportChoice } from './report-choice.ts'
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
  const look = useLook(paperAddress(session, report, choice, 'png', true))
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
        {look.picture && (
          <img src={look.picture} alt={t('papers.look', { paper: t(`papers.${choice.paper}`) })} />
        )}
        {look.lack && <p class="report__note">{t(`papers.lack.${look.lack}`)}</p>}
      </div>
      <div class="report__actions">
        {formatsOf(choice.paper).map((format) => (
          <Button
            key={format}
            icon="download"
            busy={saving === format}
            disabled={look.lack !== undefined}
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

/** A picture of what would be saved, or why there is none. */
function useLook(address: string): { picture?: string; lack?: Lack | 'trouble' } {
  const [look, setLook] = useState<{ picture?: string; lack?: Lack | 'trouble' }>({})
  const revision = brand.value?.revision
  useEffect(() => {
    const stop = new AbortController()
    let url: string | undefined
    const ask = async () => {
      const response = await fetch(address, { credentials: 'same-origin', signal: stop.signal })
      if (response.ok) {
        const picture = await response.blob()
        if (stop.signal.aborted) return
        url = URL.createObjectURL(picture)
        setLook({ picture: url })
      } else {
        const body = (await response.json()) as { error?: string }
        setLook({ lack: lacks.find((one) => one === body.error) ?? 'trouble' })
      }
    }
    // What was pressed on the way to another choice is not asked for.
    const soon = setTimeout(() => {
      ask().catch(() => {
        if (!stop.signal.aborted) setLook({ lack: 'trouble' })
      })
    }, 200)
    return () => {
      clearTimeout(soon)
      stop.abort()
      if (url) URL.revokeObjectURL(url)
    }
  }, [address, revision])
  return look
}
