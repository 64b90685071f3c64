import { usePicture } from '../shared/use-picture.ts'
import { t } from '../text/screen.ts'
import { FitText } from './fit-text.tsx'
import { Meadow } from './meadow.tsx'
import { sceneWidth } from './scene.tsx'
import { type PictureOfShow, type ShowPage, shownPage, showView } from './show-view.ts'
import type { Source } from './source.ts'
import './show.css'

export function Show({ source, token }: { source: Source; token: string }) {
  const page = shownPage(source)
  if (page?.kind === 'concept') return <ConceptPage page={page} />
  if (page) return <PicturePage key={page.picture} page={page} token={token} />
  return <Words source={source} />
}

/** As large as the screen lets it be. */
function PicturePage({ page, token }: { page: PictureOfShow; token: string }) {
  const address = usePicture(token, page.picture || undefined, 'large')
  if (page.picture === 0) return <p class="show__gone">{t('show.photo_gone')}</p>
  return (
    <div class={page.wide ? 'show__picture show__picture--wide' : 'show__picture'}>
      {address && <img src={address} alt={page.alt || t('show.slide')} />}
    </div>
  )
}

function ConceptPage({ page }: { page: ShowPage }) {
  return (
    <>
      <Meadow flowers={3} />
      <div class="show show--short show--concept">
        <FitText as="h1" class="show__title" max={11} min={5}>
          {page.title}
        </FitText>
        {page.text && (
          <FitText class="show__text" max={6.4} min={4.4}>
            {page.text}
          </FitText>
        )}
        <ul class="show__facts">
          {page.facts.map((fact) => (
            <li key={fact}>{fact}</li>
          ))}
        </ul>
        <p class="show__note">{t('show.orientation')}</p>
      </div>
    </>
  )
}

function Words({ source }: { source: Source }) {
  const view = showView(source, sceneWidth.value)
  const bare = view.text === ''
  return (
    <>
      {view.short && <Meadow flowers={3} />}
      <div class={view.short ? 'show show--short' : 'show'}>
        <FitText
          as="h1"
          class={bare ? 'show__title show__title--bare' : 'show__title'}
          max={bare ? 16 : 11}
          min={4.4}
        >
          {view.title}
        </FitText>
        {!bare && (
          <FitText
            class={view.columns > 1 ? `show__text show__text--columns-${view.columns}` : 'show__text'}
            max={view.sizeMax}
            min={3.75}
          >
            {view.text}
          </FitText>
        )}
      </div>
    </>
  )
}
