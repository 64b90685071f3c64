import type { ComponentChildren } from 'preact'
import { t } from '../text/plan.ts'
import { Button } from './button.tsx'
import { ChooseFile } from './choose-file.tsx'
import { TextField } from './text-field.tsx'
import './page-upload.css'

/** A picture, or a page of a PDF, that is chosen and brought: how far it is, and why it did not come. */
export function PageUpload(props: {
  label: string
  upload: {
    readonly pdf: File | undefined
    readonly page: string
    readonly setPage: (page: string) => void
    readonly percent: number | undefined
    readonly choose: (file: File | undefined) => void
    readonly takePage: () => void
  }
  problem: string | undefined
  /** Beside the field. */
  children?: ComponentChildren
}) {
  const { pdf, page, setPage, percent, choose, takePage } = props.upload
  return (
    <div class="page-upload">
      {pdf && (
        <div class="page-upload__page">
          <TextField
            label={t('plan.page')}
            hint={pdf.name}
            inputMode="numeric"
            value={page}
            onInput={setPage}
            onEnter={takePage}
          />
          <Button kind="primary" onClick={takePage}>
            {t('plan.take_page')}
          </Button>
        </div>
      )}
      {percent !== undefined && (
        <p role="status" class="even-figures">
          {t('plan.sending', { percent })}
        </p>
      )}
      {props.problem && (
        <p class="page-upload__problem" role="alert">
          {props.problem}
        </p>
      )}
      <div class="page-upload__end">
        <ChooseFile
          label={props.label}
          accept="image/jpeg,image/png,image/webp,application/pdf"
          busy={percent !== undefined}
          onChoose={([file]) => choose(file)}
        />
        {props.children}
      </div>
    </div>
  )
}
