import { t } from '../../../text/desk.ts'
import { announce } from '../../../ui/announcer.tsx'
import { BeforeAfter } from '../../../ui/before-after.tsx'
import { Button } from '../../../ui/button.tsx'
import { ChooseFile } from '../../../ui/choose-file.tsx'
import { showToast } from '../../../ui/toast.tsx'
import { all, type Dossier, type OneOf } from '../dossier-view.ts'
import type { OpenDossier } from '../dossier.ts'
import { faultText } from '../fault-text.ts'
import { choices } from '../fields-view.ts'
import { EntryRow, TakenAwayRows } from '../rows.tsx'
import { pairsOf } from './pairs.ts'
import { pictureAddress } from './picture-address.ts'
import { usePhotoUploads } from './use-photo-uploads.ts'
import './pictures.css'

interface PhotosProps {
  dossier: OpenDossier
  shown: Dossier
}

/** Into the story goes what has words for who does not see it. */
const undescribed = ['moment', 'description', 'taken_on']
const described = [...undescribed, 'in_story']

/** How the place was, how it was made, and how it became. */
export function Photos({ dossier, shown }: PhotosProps) {
  const photos = all(shown, 'photo')
  const pairs = pairsOf(photos)
  const one = ({ id, entry }: OneOf<'photo'>, fallback: string) => ({
    src: pictureAddress(shown.id, id, 'large'),
    alt: entry.description || fallback,
  })
  return (
    <section class="photos" aria-labelledby="photos-title">
      <h2 id="photos-title">{t('photos.title')}</h2>
      <p class="section-lead">{t('photos.lead')}</p>
      {pairs.map(([before, after]) => (
        <BeforeAfter
          key={`${before.id}-${after.id}`}
          before={one(before, t('moment.before'))}
          after={one(after, t('moment.after'))}
          words={{ before: t('moment.before'), after: t('moment.after'), slide: t('photos.slide') }}
        />
      ))}
      {choices.moment.map((moment) => (
        <Moment
          key={moment}
          dossier={dossier}
          shown={shown}
          moment={moment}
          photos={photos.filter(({ entry }) => entry.moment === moment)}
        />
      ))}
      <TakenAwayRows dossier={dossier} kind="photo" />
    </section>
  )
}

function Moment(
  props: PhotosProps & { moment: 'before' | 'during' | 'after'; photos: readonly OneOf<'photo'>[] },
) {
  const { dossier, shown, moment, photos } = props
  const { now, failed, bring, again } = usePhotoUploads(shown.id, moment, () => announce(t('pictures.arrived')))
  return (
    <div class="photos__moment">
      <h3>{t(`moment.${moment}`)}</h3>
      <ul class="entry-rows">
        {photos.map(({ id, entry }) => (
          <EntryRow
            key={id}
            dossier={dossier}
            id={id}
            entry={entry}
            label={t('row.edit', { name: entry.description || t('kind.photo') })}
            fields={entry.description ? described : undescribed}
          >
            <img
              class="photos__small"
              src={pictureAddress(shown.id, id, 'thumbnail')}
              alt={entry.description}
              loading="lazy"
            />
            <p class="factor__words">
              {entry.description || <span class="photos__lack">{t('pictures.no_description')}</span>}
            </p>
            {entry.in_story && <p class="factor__by">{t('opening.thanks_in_story')}</p>}
            {moment === 'after' && <Beside dossier={dossier} shown={shown} id={id} entry={entry} />}
          </EntryRow>
        ))}
      </ul>
      {now && (
        <p role="status" class="even-figures">
          {t('photos.sending', now)}
        </p>
      )}
      {failed.length > 0 && (
        <div role="alert">
          {failed.map(({ file, problem, key }) => (
            <p key={key} class="form-error">
              {file.name}: {t(problem)}
            </p>
          ))}
          <Button onClick={() => void again()}>{t('photos.again')}</Button>
        </div>
      )}
      <ChooseFile
        label={t(`photos.add_${moment}`)}
        accept="image/jpeg,image/png,image/webp"
        multiple
        busy={now !== undefined}
        onChoose={(files) => void bring(files)}
      />
    </div>
  )
}

/** On which photo of before it lies: they were seldom taken in the same order. */
function Beside(props: PhotosProps & { id: number; entry: OneOf<'photo'>['entry'] }) {
  const { dossier, shown, id, entry } = props
  const before = all(shown, 'photo').filter((one) => one.entry.moment === 'before')
  if (before.length === 0) return null
  const lies = before.some((one) => one.id === entry.beside) ? entry.beside : 0
  const put = async (beside: number) => {
    const done = await dossier.command('put_entry', { id, was: entry, now: { ...entry, beside } })
    if (!done.ok) showToast({ text: faultText(done.error) })
  }
  return (
    <label class="photos__beside">
      {t('photos.beside')}
      <select
        class="ui-field-control"
        value={String(lies)}
        onChange={(event) => void put(Number(event.currentTarget.value))}
      >
        <option value="0">{t('photos.beside_next')}</option>
        {before.map((one, at) => (
          <option key={one.id} value={String(one.id)}>
            {one.entry.description || t('photos.beside_number', { n: String(at + 1) })}
          </option>
        ))}
      </select>
    </label>
  )
}
