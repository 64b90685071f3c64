import { useState } from 'preact/hooks'
import { usePlanUpload } from '../../../shared/use-plan-upload.ts'
import { t } from '../../../text/desk.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { PageUpload } from '../../../ui/page-upload.tsx'
import { showToast } from '../../../ui/toast.tsx'
import type { EntryOf } from '../../../shared/trajectory.ts'
import type { OpenDossier } from '../dossier.ts'
import { all, type Dossier, type OneOf } from '../dossier-view.ts'
import { faultText } from '../fault-text.ts'
import { pictureAddress } from '../pictures/picture-address.ts'
import { pictureProblem } from '../pictures/picture-problem.ts'
import '../pictures/pictures.css'

/** The signed letter of somebody who owns or looks after it: a photo or a page of a PDF. It is their yes. */
export function Letters(props: { dossier: OpenDossier; shown: Dossier; one: OneOf<'confirmation'> }) {
  const { dossier, shown, one } = props
  const isGone = shown.plan.letter_gone.includes(one.id)
  const letters = all(shown, 'letter').filter(({ entry }) => entry.confirmation === one.id)
  const upload = usePlanUpload(
    { trajectory: shown.id, as: 'letter', entry: one.id },
    () => void counts(dossier, one.id, isGone),
  )
  const [asked, setAsked] = useState<number>()
  const [busy, setBusy] = useState(false)
  const isLast = letters.length === 1
  const lack = letters.length > 0 || isGone ? undefined : lackOf(one.entry)
  const erase = async () => {
    if (asked === undefined) return
    setBusy(true)
    const done = await dossier.command('erase_entry', { id: asked })
    if (done.ok && isLast) await countsNoMore(dossier, one.id)
    setBusy(false)
    setAsked(undefined)
    showToast({ text: done.ok ? t('row.erased') : faultText(done.error) })
  }
  return (
    <div class="asked__letters">
      {letters.map(({ id }) => (
        <p key={id} class="asked__letter">
          <a href={pictureAddress(shown.id, id, 'large')} target="_blank" rel="noopener">
            <img
              class="photos__small"
              src={pictureAddress(shown.id, id, 'thumbnail')}
              alt={t('letter.of', { name: one.entry.name })}
              loading="lazy"
            />
          </a>
          <button
            type="button"
            class="link-button"
            aria-label={`${t('letter.erase')}: ${one.entry.name}`}
            onClick={() => setAsked(id)}
          >
            {t('letter.erase')} …
          </button>
        </p>
      ))}
      <Dialog
        open={asked !== undefined}
        title={t('letter.erase_title', { name: one.entry.name })}
        onClose={() => setAsked(undefined)}
        actions={
          <>
            <Button onClick={() => setAsked(undefined)}>{t('word.cancel')}</Button>
            <Button kind="primary" danger busy={busy} onClick={() => void erase()}>
              {t('letter.erase')}
            </Button>
          </>
        }
      >
        <p>{t('letter.erase_body')}</p>
        {isLast && isAttached(one.entry.letter) && <p>{t('letter.erase_yes')}</p>}
      </Dialog>
      {lack && <p class="asked__lack">{t(lack)}</p>}
      <PageUpload label={t('letter.choose')} upload={upload} problem={pictureProblem(upload.problem)} />
    </div>
  )
}

/** What is wanted of who has no letter here; what an earlier version took as a yes stays one. */
function lackOf({ answer, letter }: EntryOf<'confirmation'>): 'letter.none' | 'letter.elsewhere' | undefined {
  if (answer === 'not_asked' || answer === 'asked') return 'letter.none'
  return letter === '' ? undefined : 'letter.elsewhere'
}

/** What the server knows for a letter that is attached here; in either language. */
const attachedWords: readonly string[] = ['bijgevoegd', 'attached']
const isAttached = (letter: string) => attachedWords.includes(letter)

/** With the letter here it is known where it is, unless the desk wrote that down already. A new one for one that is gone is a new yes. */
async function counts(dossier: OpenDossier, id: number, wasGone: boolean): Promise<void> {
  if (wasGone) await countsNoMore(dossier, id)
  const was = dossier.shown.value?.entries.get(id)?.entry
  if (was?.kind !== 'confirmation' || was.letter !== '') return
  // Where it lies may have been typed first, and could not be kept yet.
  const typed = dossier.forms.value.get(`entry-${id}`)?.drafts.letter?.text.trim()
  const now = { ...was, letter: typed || t('letter.attached') }
  const done = await dossier.command('put_entry', { id, was, now })
  if (!done.ok) showToast({ text: faultText(done.error) })
  else if (typed) void dossier.save(`entry-${id}`)
}

/** Without the letter there is no yes, unless the desk wrote down where it lies. */
async function countsNoMore(dossier: OpenDossier, id: number): Promise<void> {
  const was = dossier.shown.value?.entries.get(id)?.entry
  if (was?.kind !== 'confirmation' || !isAttached(was.letter)) return
  const done = await dossier.command('put_entry', { id, was, now: { ...was, letter: '' } })
  if (!done.ok) showToast({ text: faultText(done.error) })
}
