import { usePlanUpload } from '../../../shared/use-plan-upload.ts'
import { t } from '../../../text/desk.ts'
import { PageUpload } from '../../../ui/page-upload.tsx'
import { showToast } from '../../../ui/toast.tsx'
import type { OpenDossier } from '../dossier.ts'
import { all, type Dossier, type OneOf } from '../dossier-view.ts'
import { faultText } from '../fault-text.ts'
import { pictureAddress } from '../pictures/picture-address.ts'
import { pictureProblem } from '../pictures/picture-problem.ts'
import '../pictures/pictures.css'

/** The signed letter of somebody who owns or looks after it: a photo or a page of a PDF. It is their yes. */
export function Letters(props: { dossier: OpenDossier; shown: Dossier; one: OneOf<'confirmation'> }) {
  const { dossier, shown, one } = props
  const letters = all(shown, 'letter').filter(({ entry }) => entry.confirmation === one.id)
  const upload = usePlanUpload(
    { trajectory: shown.id, as: 'letter', entry: one.id },
    () => void counts(dossier, one.id),
  )
  const erase = async (id: number) => {
    const done = await dossier.command('erase_entry', { id })
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
            onClick={() => void erase(id)}
          >
            {t('letter.erase')}
          </button>
        </p>
      ))}
      <PageUpload label={t('letter.choose')} upload={upload} problem={pictureProblem(upload.problem)} />
    </div>
  )
}

/** With the letter here it is known where it is, unless the desk wrote that down already. */
async function counts(dossier: OpenDossier, id: number): Promise<void> {
  const was = dossier.shown.value?.entries.get(id)?.entry
  if (was?.kind !== 'confirmation' || was.letter !== '') return
  const now = { ...was, letter: t('letter.attached') }
  const done = await dossier.command('put_entry', { id, was, now })
  if (!done.ok) showToast({ text: faultText(done.error) })
}
