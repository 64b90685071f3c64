import { useEffect, useState } from 'preact/hooks'
import type { Template, TemplateProblem } from '../../shared/http.ts'
import { t } from '../../text/desk.ts'
import { announce } from '../../ui/announcer.tsx'
import { Button } from '../../ui/button.tsx'
import { RadioChips } from '../../ui/chips.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import { Strip } from '../../ui/strip.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toast.tsx'
import { AgendaPreview } from '../agenda-preview.tsx'
import { BackLink } from '../back-link.tsx'
import { beginWith } from '../new-session-page.tsx'
import { hashes } from '../route.ts'
import { ask, goTo, loadTemplates, templates, trouble } from '../store.ts'
import { RoundsEditor } from './rounds-editor.tsx'
import {
  beginEditing,
  copyOf,
  type Editing,
  fileOf,
  isChanged,
  limits,
  setMember,
  totalMinutes,
  undo,
  wrongParts,
} from './template-draft.ts'
import { problemsIn, problemText } from './template-problem.ts'
import {
  addTemplate,
  editingOf,
  editings,
  exportTemplate,
  forgetEditing,
  hasUnsaved,
  keepEditing,
  removeTemplate,
} from './templates-store.ts'
import './templates.css'

/** One of one's own, to change; what is changed is kept when one says so, and stays here until then. */
export function TemplatePage({ id }: { id: string }) {
  useEffect(() => void loadTemplates(), [id])
  const known = templates.value
  if (!known) return trouble.value ? null : <Spinner label={t('word.loading')} />
  const template = known.find((one) => one.own && one.id === id)
  // What was changed outlives the template, when somebody removes that meanwhile.
  const shown = template ?? (hasUnsaved(id) ? editings.value.get(id)?.template : undefined)
  if (!shown) {
    return (
      <>
        <BackLink to="templates" />
        <h1>{t('template.unknown_title')}</h1>
        <p class="lead">{t('template.unknown')}</p>
      </>
    )
  }
  return <KnownTemplate key={id} template={shown} gone={!template} />
}

function KnownTemplate({ template, gone }: { template: Template; gone: boolean }) {
  const { id } = template
  const editing = editingOf(template)
  const { draft } = editing
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problems, setProblems] = useState<readonly TemplateProblem[]>([])
  const changed = isChanged(editing)
  const wrong = wrongParts(draft)
  const count = wrong.rounds.size + (wrong.title ? 1 : 0)
  const overtaken = !gone && editing.revision !== template.revision

  const edit = (next: Editing) => {
    keepEditing(id, next)
    setProblems([])
  }
  const keep = async () => {
    setTried(true)
    setProblems([])
    if (count > 0) return announce(t('new.wrong', { n: count }), 'assertive')
    setBusy(true)
    const reply = await ask(
      'POST /api/templates/ID',
      { revision: editing.revision, template: fileOf(draft) },
      { id },
    )
    await loadTemplates()
    setBusy(false)
    if (reply.ok) {
      // What was typed while it was on its way is not lost: it is a change on what is kept now.
      keepEditing(id, { ...(editings.value.get(id) ?? editing), kept: draft, revision: reply.body.revision })
      setTried(false)
      showToast({ text: t('template.kept') })
    } else if (reply.status === 422) {
      setProblems(problemsIn(reply.body))
    }
  }
  const keepAsNew = async () => {
    setBusy(true)
    const made = await addTemplate(fileOf(draft))
    setBusy(false)
    if (!made) return
    forgetEditing(id)
    goTo(hashes.template(made))
  }
  const takeTheirs = () => {
    const mine = editing
    keepEditing(id, beginEditing(template))
    showToast({
      text: t('template.took_theirs'),
      action: { label: t('word.undo'), run: () => keepEditing(id, mine) },
      seconds: 30,
    })
  }
  const dropChanges = () => {
    const mine = editing
    forgetEditing(id)
    setProblems([])
    showToast({
      text: t('template.dropped'),
      action: { label: t('word.undo'), run: () => keepEditing(id, mine) },
      seconds: 30,
    })
  }
  return (
    <>
      <BackLink to="templates" />
      <h1>{template.title}</h1>
      <p class="lead">{t('template.intro')}</p>
      <div class="new-session">
        <div class="new-session__fields">
          <TextField
            label={t('template.name')}
            value={draft.title}
            max={limits.title}
            error={
              tried && wrong.title
                ? t(wrong.title === 'missing' ? 'new.missing' : 'new.too_long', { max: limits.title })
                : undefined
            }
            onInput={(title) => edit(setMember(editing, { title }))}
          />
          <RadioChips
            legend={t('template.language')}
            options={[
              { value: 'nl', label: 'Nederlands' },
              { value: 'en', label: 'English' },
            ]}
            value={draft.language}
            onChange={(language) => edit(setMember(editing, { language }))}
          />
          <fieldset class="fields">
            <legend>{t('template.frame')}</legend>
            <p class="quiet-words">{t('template.frame_hint')}</p>
            <TextArea
              label={t('new.question')}
              optional
              value={draft.question}
              max={limits.question}
              rows={2}
              onInput={(question) => edit(setMember(editing, { question }))}
            />
            <div class="fields fields--two">
              <TextField
                label={t('new.within')}
                optional
                value={draft.within}
                max={limits.within}
                onInput={(within) => edit(setMember(editing, { within }))}
              />
              <TextField
                label={t('new.money')}
                optional
                value={draft.money}
                max={limits.money}
                onInput={(money) => edit(setMember(editing, { money }))}
              />
            </div>
          </fieldset>
          <RoundsEditor editing={editing} edit={edit} wrong={tried ? wrong.rounds : new Map()} />
          <div class="template-end">
            {/* Here, where the button was pressed: the top of the page may be out of sight. */}
            <div role="alert">
              {gone && (
                <Strip kind="attention" title={t('template.gone_title')}>
                  {t('template.gone_body')}{' '}
                  <Button busy={busy} onClick={() => void keepAsNew()}>
                    {t('template.keep_as_new')}
                  </Button>
                </Strip>
              )}
              {overtaken && (
                <Strip kind="attention" title={t('template.overtaken_title')}>
                  {t('template.overtaken_body')}{' '}
                  <span class="template-choices">
                    <Button busy={busy} onClick={() => void keepAsNew()}>
                      {t('template.keep_as_copy')}
                    </Button>
                    <Button onClick={takeTheirs}>{t('template.take_theirs')}</Button>
                  </span>
                </Strip>
              )}
            </div>
            {tried && count > 0 && <p class="form-error">{t('new.wrong', { n: count })}</p>}
            <div role="alert">
              {problems.length > 0 && (
                <ul class="template-problems">
                  {problems.map((one) => (
                    <li key={problemText(one)}>{problemText(one)}</li>
                  ))}
                </ul>
              )}
            </div>
            <p class={changed ? 'template-state--unsaved' : undefined} role="status">
              {t(changed ? 'templates.unsaved' : 'template.all_kept')}
            </p>
            <div class="template-end__buttons">
              <Button
                kind="primary"
                busy={busy}
                disabled={!changed || overtaken || gone}
                onClick={() => void keep()}
              >
                {t('word.save')}
              </Button>
              <Button icon="undo" disabled={editing.before.length === 0} onClick={() => edit(undo(editing))}>
                {t('word.undo')}
              </Button>
              {changed && (
                <Button kind="quiet" onClick={dropChanges}>
                  {t('template.drop')}
                </Button>
              )}
            </div>
          </div>
        </div>
        <div class="template-side">
          <AgendaPreview
            template={{
              title: draft.title,
              minutes: totalMinutes(draft),
              rounds: fileOf(draft).rounds,
            }}
          />
          <Keeping template={template} gone={gone} />
        </div>
      </div>
    </>
  )
}

/** What can be done with it as it is kept. */
function Keeping({ template, gone }: { template: Template; gone: boolean }) {
  const copy = async () => {
    const made = await addTemplate(copyOf(template, t('templates.copy_mark')))
    if (made) goTo(hashes.template(made))
  }
  const use = () => {
    beginWith(template)
    goTo(hashes.new)
  }
  if (gone) return null
  return (
    <section class="stacked" aria-label={t('template.kept_as')}>
      <Button icon="plus" wide onClick={use}>
        {t('templates.use')}
      </Button>
      <Button icon="split" wide onClick={() => void copy()}>
        {t('templates.copy')}
      </Button>
      <Button icon="download" wide onClick={() => exportTemplate(template)}>
        {t('templates.export')}
      </Button>
      <Button
        icon="trash"
        kind="quiet"
        danger
        onClick={() => {
          void removeTemplate(template)
          goTo(hashes.templates)
        }}
      >
        {t('templates.remove')}
      </Button>
    </section>
  )
}
