import type { ComponentChildren } from 'preact'
import { useRef, useState } from 'preact/hooks'
import type { DocumentProblem } from '../../shared/approach.ts'
import { t } from '../../text/desk.ts'
import { announce } from '../../ui/announcer.tsx'
import { Button } from '../../ui/button.tsx'
import { Strip } from '../../ui/strip.tsx'
import { showToast } from '../../ui/toast.tsx'
import { save as saveFile } from '../download.ts'
import { focusFirstError } from '../focus-error.ts'
import type { DocumentStore } from './document-store.ts'

type Faults = Readonly<Record<string, string>>

/** A document that is changed, kept, brought in and taken out as a whole. The fields are those of its own page. */
export function DocumentForm<File, Draft>(props: {
  store: DocumentStore<File, Draft>
  faults: Faults
  proposal: () => Partial<Draft>
  fileName: string
  problemText: (problem: DocumentProblem) => string
  /** The faults that are shown: once it was tried to keep it. */
  children: (shown: Faults) => ComponentChildren
  /** Opens what is wrong, so that it can be seen. */
  onFaults?: (faults: Faults) => void
}) {
  const { store, faults, proposal, fileName, problemText } = props
  const form = useRef<HTMLFormElement>(null)
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problems, setProblems] = useState<readonly DocumentProblem[]>([])
  const now = store.editing.value
  const known = store.known.value
  if (!now || !known) return null
  const changed = store.isChanged()
  const clashes = now.clashes.length
  const count = Object.keys(faults).length

  const showClash = () =>
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        const found = form.current?.querySelector<HTMLElement>('.clash')
        found?.scrollIntoView({ block: 'center' })
        found?.querySelector('button')?.focus()
      }),
    )
  const keep = async () => {
    setTried(true)
    setProblems([])
    if (count > 0) {
      announce(t('document.faults', { n: count }), 'assertive')
      props.onFaults?.(faults)
      if (form.current) focusFirstError(form.current)
      return
    }
    setBusy(true)
    const done = await store.save()
    setBusy(false)
    if (done === 'kept' || done === 'merged') {
      setTried(false)
      showToast({ text: t(`document.${done}`) })
    } else if (done === 'clashes') showClash()
    else if (typeof done !== 'string') setProblems(done)
  }
  const instead = (text: string, put: () => void) => {
    const mine = store.editing.value
    put()
    setProblems([])
    showToast({
      text,
      action: {
        label: t('word.undo'),
        run: () => {
          store.editing.value = mine
        },
      },
      seconds: 30,
    })
  }
  const bring = async (file: Blob | undefined) => {
    if (!file) return
    const mine = store.editing.value
    const wrong = await store.bring(file)
    setProblems(wrong ?? [])
    if (!wrong && mine) store.rememberBefore(mine.draft)
    if (!wrong)
      instead(t('document.imported'), () => {
        const { value } = store.editing
        if (mine && value) store.editing.value = { ...mine, draft: value.draft }
      })
  }
  return (
    <form
      class="document"
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void keep()
      }}
    >
      {props.children(tried ? faults : {})}
      <div role="alert">
        {clashes > 0 && (
          <Strip kind="attention" title={t('document.overtaken_title')}>
            {t('document.overtaken_body', { n: clashes })}{' '}
            <Button onClick={showClash}>{t('document.show_clash')}</Button>{' '}
            {clashes > 1 && (
              <>
                <Button onClick={() => instead(t('document.all_theirs'), () => store.chooseAll('theirs'))}>
                  {t('document.take_theirs')}
                </Button>{' '}
                <Button onClick={() => instead(t('document.all_mine'), () => store.chooseAll('mine'))}>
                  {t('document.keep_mine')}
                </Button>
              </>
            )}
          </Strip>
        )}
        {problems.length > 0 && (
          <p class="form-error">{t('document.wrong', { n: problems.length })}</p>
        )}
        {tried && count > 0 && <p class="form-error">{t('document.faults', { n: count })}</p>}
      </div>
      {problems.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: who has no mouse scrolls it by keys
        <section class="problems" aria-label={t('document.wrong_list')} tabIndex={0}>
          <ul class="document__problems">
            {problems.map((one) => (
              <li key={`${one.where} ${one.why}`}>{problemText(one)}</li>
            ))}
          </ul>
        </section>
      )}
      <div class="document__end">
        <Button kind="primary" type="submit" busy={busy} disabled={!changed || clashes > 0}>
          {t('document.keep')}
        </Button>
        <span class={changed ? 'document__state document__state--unsaved' : 'document__state'} role="status">
          {t(changed ? 'document.unsaved' : 'document.saved')}
        </span>
        {changed && (
          <Button kind="quiet" onClick={() => instead(t('document.dropped'), () => store.beginAgain())}>
            {t('document.drop')}
          </Button>
        )}
        {store.beforeImport.value !== undefined && (
          <Button
            kind="quiet"
            icon="undo"
            onClick={() => instead(t('document.before_import_back'), () => store.takeImportBack())}
          >
            {t('document.before_import')}
          </Button>
        )}
        <Button
          kind="quiet"
          onClick={() => instead(t('document.proposal_taken'), () => store.edit(proposal()))}
        >
          {t('document.proposal')}
        </Button>
        <Button
          kind="quiet"
          onClick={() =>
            saveFile(
              new Blob([JSON.stringify(known.document, null, 1)], { type: 'application/json' }),
              fileName,
            )
          }
        >
          {t('document.export')}
        </Button>
        <label class="file-field">
          <span class="file-field__label">{t('document.import')}</span>
          <input
            type="file"
            accept=".json,application/json"
            onChange={(event) => {
              void bring(event.currentTarget.files?.[0])
              event.currentTarget.value = ''
            }}
          />
        </label>
      </div>
    </form>
  )
}
