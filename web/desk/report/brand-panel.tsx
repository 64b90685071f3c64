import { useEffect, useState } from 'preact/hooks'
import { t } from '../../text/desk.ts'
import { Button } from '../../ui/button.tsx'
import { ChooseFile } from '../../ui/choose-file.tsx'
import { type BrandProblem, brand, kiemkringAccent, loadBrand, saveBrand, sendLogo } from './brand.ts'

/** The logo and the colour of everything that is printed; set once for all sessions. */
export function BrandPanel() {
  const [problem, setProblem] = useState<BrandProblem>()
  const [busy, setBusy] = useState(false)
  useEffect(() => void loadBrand(), [])
  const now = brand.value
  if (!now) return null
  // Nothing is disabled meanwhile: that would take the focus away.
  const act = async (work: () => Promise<BrandProblem | undefined>) => {
    if (busy) return
    setBusy(true)
    setProblem(await work())
    setBusy(false)
  }
  return (
    <details class="report__sections">
      <summary>{t('brand.title')}</summary>
      <div class="brand" aria-busy={busy}>
        <p>{t('brand.lead')}</p>
        <label class="brand__color">
          <input
            type="color"
            value={now.accent}
            onChange={(event) => void act(() => saveBrand({ accent: event.currentTarget.value }))}
          />
          {t('brand.color')}
        </label>
        <p class="brand__sample" style={{ color: now.printed, borderColor: now.printed }}>
          {t('brand.sample')}
        </p>
        {now.printed !== now.accent && <p class="report__note">{t('brand.darkened')}</p>}
        {now.logo ? (
          <img
            class="brand__logo"
            src={`/api/brand/logo?revision=${now.revision}`}
            alt={t('brand.logo_alt')}
          />
        ) : (
          <p class="report__note">{t('brand.no_logo')}</p>
        )}
        <div class="report__actions">
          <ChooseFile
            label={t(now.logo ? 'brand.other_logo' : 'brand.choose_logo')}
            accept="image/jpeg,image/png,image/webp"
            busy={false}
            onChoose={([chosen]) => chosen && void act(() => sendLogo(chosen))}
          />
          {now.logo && (
            <Button onClick={() => void act(() => saveBrand({ logo: false }))}>
              {t('brand.remove_logo')}
            </Button>
          )}
          {now.accent !== kiemkringAccent && (
            <Button onClick={() => void act(() => saveBrand({ accent: kiemkringAccent }))}>
              {t('brand.own_color')}
            </Button>
          )}
        </div>
        {problem && (
          <p class="form-error" role="alert">
            {t(`brand.problem.${problem}`)}
          </p>
        )}
      </div>
    </details>
  )
}
