import { colorStyle } from '../ui/draw/color.ts'
import { GroupIcon } from '../ui/draw/group-icon.tsx'
import { t } from '../text/screen.ts'
import { FitText } from './fit-text.tsx'
import { type GroupView, groupView, linesIn } from './group-view.ts'
import type { GroupOfIdeas } from './groups-of.ts'
import { Head } from './head.tsx'
import { IdeaCards } from './ideas.tsx'
import { sharedIdeas } from './ideas-view.ts'
import { Label } from './label.tsx'
import { PicturedLine } from './photo.tsx'
import { sceneWidth } from './scene.tsx'
import type { Source } from './source.ts'
import { Twig } from './twig.tsx'

export function Groups({ source, token }: { source: Source; token: string }) {
  const view = groupView(source, sceneWidth.value)
  return (
    <>
      <Head title={t('group.title')} says={summary(view)} />
      {view.beds.length === 0 ? (
        // Nobody can say what belongs together without seeing it.
        <IdeaCards view={sharedIdeas(source, sceneWidth.value)} token={token} />
      ) : view.compact ? (
        <ol
          class={view.rows > 6 ? 'bed-list bed-list--dense' : 'bed-list'}
          style={{ '--columns': view.columns, '--rows': view.rows }}
        >
          {view.beds.map((bed) => (
            <li key={bed.id}>
              <Label letter={bed.letter} color={bed.color} size={Math.min(6.5, 66 / view.rows)} />
              <span class="bed-list__title">{bed.title}</span>
              <span class="bed-list__count even-figures">{bed.count}</span>
            </li>
          ))}
        </ol>
      ) : (
        <ol class={`beds beds--${view.rows}`} style={{ '--columns': view.columns, '--rows': view.rows }}>
          {view.beds.map((bed) => (
            <GroupBed key={bed.id} bed={bed} view={view} token={token} />
          ))}
        </ol>
      )}
    </>
  )
}

function GroupBed({ bed, view, token }: { bed: GroupOfIdeas; view: GroupView; token: string }) {
  const shown = linesIn(bed, view)
  return (
    <li class="bed" style={colorStyle(bed.color)}>
      <div class="bed__top">
        <Label letter={bed.letter} color={bed.color} size={view.rows > 2 ? 7.6 : 10} onTint />
        <span class="bed__count">{t('group.ideas', { n: bed.count })}</span>
        <span class="bed__icon">
          <GroupIcon color={bed.color} size="6vh" />
        </span>
      </div>
      <FitText as="h2" class="bed__title" max={5.1} min={3.75}>
        {bed.title}
      </FitText>
      {shown.length > 0 && (
        <ul class="bed__headlines">
          {shown.map((idea) => (
            <PicturedLine key={idea.id} idea={idea} token={token} />
          ))}
        </ul>
      )}
      {view.rows > 1 && <Twig leaves={bed.count} />}
    </li>
  )
}

function summary(view: GroupView): string {
  if (view.beds.length === 0) return t('group.empty')
  const parts = [
    t('group.summary', { ideas: t('group.ideas', { n: view.ideas - view.loose }), groups: view.beds.length }),
    view.loose > 0 ? t('group.loose', { n: view.loose }) : t('group.question'),
  ]
  return parts.join(' ')
}
