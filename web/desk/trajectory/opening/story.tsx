import { t } from '../../../text/desk.ts'
import { Icon } from '../../../ui/draw/icon.tsx'
import { Address } from '../../pairing-panel.tsx'
import { all, first } from '../dossier-view.ts'
import { OpeningFields, type PartProps } from './opening-fields.tsx'
import { storyPath } from './opening-view.ts'

/** The page that everybody may read, when the organiser wants one. */
export function Story({ dossier, shown }: PartProps) {
  const opening = first(shown, 'opening')?.entry
  const photos = all(shown, 'photo').filter(({ entry }) => entry.in_story).length
  const path = storyPath(first(shown, 'place')?.entry.name ?? '', shown.id)
  return (
    <div class="opening__story">
      <OpeningFields dossier={dossier} part="story" fields={['story_title', 'story', 'story_public']} />
      <p class="section-lead">{t('story.what', { photos })}</p>
      {opening?.story_public && (
        <>
          <Address url={`${location.origin}${path}`} />
          <a class="door__link" href={path} target="_blank" rel="noopener">
            <Icon name="link" size="1.25em" />
            {t('story.open')}
          </a>
        </>
      )}
    </div>
  )
}
