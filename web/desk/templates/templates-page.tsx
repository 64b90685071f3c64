import { useEffect, useState } from 'preact/hooks'
import type { Template } from '../../shared/http.ts'
import { t } from '../../text/desk.ts'
import { Button } from '../../ui/button.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import { BackLink } from '../back-link.tsx'
import { beginWith } from '../new-session-page.tsx'
import { hashes } from '../route.ts'
import { goTo, loadTemplates, templates, trouble } from '../store.ts'
import { copyOf } from './template-draft.ts'
import { TemplateImportSheet } from './template-import-sheet.tsx'
import { addTemplate, editings, exportTemplate, hasUnsaved, removeTemplate } from './templates-store.ts'
import './templates.css'

/** All of them: own ones first, then those that come along. */
export function TemplatesPage() {
  const [importing, setImporting] = useState(false)
  useEffect(() => void loadTemplates(), [])
  const known = templates.value
  if (!known) return trouble.value ? null : <Spinner label={t('word.loading')} />

  const own = known.filter((one) => one.own)
  // Removed elsewhere while something in them is not kept yet.
  const gone = [...editings.value.values()].filter(
    ({ template }) => hasUnsaved(template.id) && !own.some((one) => one.id === template.id),
  )
  return (
    <>
      <BackLink />
      <header class="top">
        <div class="top__words">
          <h1>{t('templates.title')}</h1>
          <p>{t('templates.intro')}</p>
        </div>
        <div class="top__actions">
          <Button icon="download" onClick={() => setImporting(true)}>
            {t('templates.import')}
          </Button>
        </div>
      </header>
      <section class="templates-part" aria-labelledby="own-templates">
        <h2 id="own-templates">{t('templates.own')}</h2>
        {own.length + gone.length === 0 ? (
          <p class="quiet-words">{t('templates.none')}</p>
        ) : (
          <ul class="templates">
            {own.map((one) => (
              <Row key={one.id} template={one} />
            ))}
            {gone.map(({ template }) => (
              <li key={template.id} class="template">
                <div class="template__words">
                  <h3>
                    <a href={hashes.template(template.id)}>{template.title}</a>
                  </h3>
                  <p class="template__unsaved">{t('template.gone_title')}</p>
                </div>
              </li>
            ))}
          </ul>
        )}
      </section>
      <section aria-labelledby="templates-along">
        <h2 id="templates-along">{t('templates.along')}</h2>
        <ul class="templates">
          {known
            .filter((one) => !one.own)
            .map((one) => (
              <Row key={`${one.id} ${one.language}`} template={one} />
            ))}
        </ul>
      </section>
      <TemplateImportSheet open={importing} onClose={() => setImporting(false)} />
    </>
  )
}

function Row({ template }: { template: Template }) {
  const [busy, setBusy] = useState(false)
  const { title, own } = template
  const copy = async () => {
    setBusy(true)
    const id = await addTemplate(copyOf(template, t('templates.copy_mark')))
    setBusy(false)
    if (id) goTo(hashes.template(id))
  }
  const use = () => {
    beginWith(template)
    goTo(hashes.new)
  }
  return (
    <li class="template">
      <div class="template__words">
        <h3>{own ? <a href={hashes.template(template.id)}>{title}</a> : title}</h3>
        <p>
          {[
            t('new.minutes', { n: template.minutes }),
            t('templates.rounds', { n: template.rounds.length }),
            template.language === 'nl' ? 'Nederlands' : 'English',
            own ? '' : t('templates.along_mark'),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
        {own && hasUnsaved(template.id) && <p class="template__unsaved">{t('templates.unsaved')}</p>}
      </div>
      <div class="template__actions">
        <Button kind="quiet" icon="plus" aria-label={t('templates.use_named', { title })} onClick={use}>
          {t('templates.use')}
        </Button>
        <Button
          kind="quiet"
          icon="split"
          busy={busy}
          aria-label={t('templates.copy_named', { title })}
          onClick={() => void copy()}
        >
          {t('templates.copy')}
        </Button>
        <Button
          kind="quiet"
          icon="download"
          aria-label={t('templates.export_named', { title })}
          onClick={() => exportTemplate(template)}
        >
          {t('templates.export')}
        </Button>
        {own && (
          <Button
            kind="quiet"
            icon="trash"
            danger
            aria-label={t('templates.remove_named', { title })}
            onClick={() => void removeTemplate(template)}
          >
            {t('templates.remove')}
          </Button>
        )}
      </div>
    </li>
  )
}
