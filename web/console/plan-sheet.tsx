import { useState } from 'preact/hooks'
import { randomHex } from '../shared/random-hex.ts'
import { upload } from '../shared/upload.ts'
import { usePicture } from '../shared/use-picture.ts'
import { t } from '../text/console.ts'
import { announce } from '../ui/announcer.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { TextField } from '../ui/text-field.tsx'
import { useConsole } from './console-session.ts'
import './explore.css'

const bytesMax = 12 * 1024 * 1024

/** The site plan of this session: chosen, looked at, replaced, taken away. */
export function PlanSheet({ onClose }: { onClose: () => void }) {
  const { picture, send, link } = useConsole()
  const plan = picture.value.plan
  const [file, setFile] = useState<File>()
  const [page, setPage] = useState('1')
  const [percent, setPercent] = useState<number>()
  const [problem, setProblem] = useState<string>()
  const src = usePicture(link.token, plan?.picture, 'large')
  const isPdf = file?.type === 'application/pdf'

  const choose = (chosen: File | undefined) => {
    if (!chosen) return
    setProblem(chosen.size > bytesMax ? t('plan.too_large') : undefined)
    if (chosen.size > bytesMax) return
    setFile(chosen)
    setPage('1')
    if (chosen.type !== 'application/pdf') void bring(chosen)
  }
  const bring = async (chosen: File, number?: number) => {
    setProblem(undefined)
    setPercent(0)
    const outcome = await upload(chosen, {
      token: link.token,
      key: randomHex(16),
      ...(number ? { page: number } : {}),
      onProgress: (now) => setPercent(Math.round(now * 100)),
    })
    setPercent(undefined)
    if (!outcome.ok) return setProblem(problemText(outcome.error))
    setFile(undefined)
    announce(t('plan.ready'))
  }
  const bringPage = () => {
    const number = Number(page)
    if (!file || !Number.isInteger(number) || number < 1) return setProblem(t('plan.no_such_page'))
    void bring(file, number)
  }

  return (
    <Dialog open title={t('plan.title')} onClose={onClose}>
      <div class="plan-sheet">
        <p>{t('plan.lead')}</p>
        {plan ? src && <img src={src} alt={t('plan.alt')} /> : <p class="plan-none">{t('plan.none')}</p>}
        {isPdf && percent === undefined && (
          <div class="plan-page">
            <TextField
              label={t('plan.page')}
              hint={file?.name ?? ''}
              inputMode="numeric"
              value={page}
              onInput={setPage}
              onEnter={bringPage}
            />
            <Button kind="primary" onClick={bringPage}>
              {t('plan.take_page')}
            </Button>
          </div>
        )}
        {percent !== undefined && (
          <p role="status" class="even-figures">
            {t('plan.sending', { percent })}
          </p>
        )}
        {problem && (
          <p class="plan-problem" role="alert">
            {problem}
          </p>
        )}
        <div class="plan-actions">
          <label class="plan-file">
            <input
              type="file"
              accept="image/jpeg,image/png,image/webp,application/pdf"
              disabled={percent !== undefined}
              onChange={(event) => {
                const [chosen] = event.currentTarget.files ?? []
                event.currentTarget.value = ''
                choose(chosen)
              }}
            />
            {t(plan ? 'plan.other' : 'plan.choose')}
          </label>
          {plan && (
            <Button icon="trash" onClick={() => void send('remove_plan', {})}>
              {t('plan.remove')}
            </Button>
          )}
        </div>
      </div>
    </Dialog>
  )
}

function problemText(error: string): string {
  switch (error) {
    case 'too_large':
      return t('plan.too_large')
    case 'too_many_pixels':
      return t('plan.too_many_pixels')
    case 'unsupported_image':
      return t('plan.unsupported')
    case 'no_such_page':
      return t('plan.no_such_page')
    case 'bad_image':
      return t('plan.unreadable')
    case 'quota':
      return t('plan.quota')
    case 'read_only':
      return t('plan.full')
    default:
      return t('plan.offline')
  }
}
