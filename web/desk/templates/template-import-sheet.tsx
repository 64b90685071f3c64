import { useState } from 'preact/hooks'
import type { Template } from '../../shared/http.ts'
import { t } from '../../text/desk.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { AgendaPreview } from '../agenda-preview.tsx'
import { hashes } from '../route.ts'
import { ask, goTo, trouble } from '../store.ts'
import { fileOfTemplate } from './template-draft.ts'
import { problemsIn, problemText, templateBytesMax } from './template-problem.ts'
import { addTemplate } from './templates-store.ts'

/** A file is looked at first: what is wrong with it is said place by place, and nothing is kept before somebody says so. */
export function TemplateImportSheet({ open, onClose }: { open: boolean; onClose: () => void }) {
  const [seen, setSeen] = useState<Template>()
  const [wrong, setWrong] = useState<readonly string[]>([])
  const [busy, setBusy] = useState(false)

  const close = () => {
    setSeen(undefined)
    setWrong([])
    onClose()
  }
  const look = async (file: File | undefined) => {
    setSeen(undefined)
    setWrong([])
    if (!file) return
    setBusy(true)
    const found = await check(file)
    setBusy(false)
    if ('problems' in found) setWrong(found.problems)
    else setSeen(found)
  }
  const keep = async () => {
    if (!seen) return setWrong([t('import.missing')])
    setBusy(true)
    const id = await addTemplate(fileOfTemplate(seen))
    setBusy(false)
    if (!id) return
    close()
    goTo(hashes.template(id))
  }
  return (
    <Dialog
      open={open}
      title={t('templates.import_title')}
      onClose={close}
      actions={
        <>
          <Button onClick={close}>{t('word.cancel')}</Button>
          <Button kind="primary" busy={busy} disabled={wrong.length > 0} onClick={() => void keep()}>
            {t('templates.import_keep')}
          </Button>
        </>
      }
    >
      <p>{t('templates.import_body')}</p>
      <label class="file-field">
        <span class="file-field__label">{t('import.file')}</span>
        <input
          type="file"
          accept=".json,application/json"
          aria-invalid={wrong.length > 0}
          aria-describedby="template-import-problems"
          onChange={(event) => void look(event.currentTarget.files?.[0])}
        />
      </label>
      <div id="template-import-problems" role="alert">
        {wrong.length > 0 && (
          <>
            <p class="form-error">{t('templates.import_wrong')}</p>
            <ul class="template-problems">
              {wrong.map((one) => (
                <li key={one}>{one}</li>
              ))}
            </ul>
          </>
        )}
      </div>
      {seen && <AgendaPreview template={seen} />}
    </Dialog>
  )
}

async function check(file: File): Promise<Template | { problems: readonly string[] }> {
  if (file.size > templateBytesMax) return { problems: [t('problem.too_large')] }
  let body: unknown
  try {
    body = JSON.parse(await file.text())
  } catch {
    return { problems: [t('problem.not_json')] }
  }
  const reply = await ask('POST /api/templates/check', body)
  if (reply.ok) return reply.body
  if (reply.status === 413) return { problems: [t('problem.too_large')] }
  const problems = problemsIn(reply.body).map(problemText)
  // Trouble of another kind stands above the page, behind this sheet: it is said here as well.
  if (problems.length === 0) return { problems: [t('problem.other', { code: reply.error })] }
  trouble.value = undefined
  return { problems: [...new Set(problems)] }
}
