import { t } from '../text/screen.ts'
import { FitText } from './fit-text.tsx'
import { Meadow } from './meadow.tsx'
import type { IdeaPhoto } from './photo-of.ts'
import { Photo } from './photo.tsx'

/** Everything stands still. */
export function Paused() {
  return (
    <>
      <Meadow flowers={3} />
      <div class="held">
        <h1 class="held__pause">{t('pause.title')}</h1>
        <p class="body">{t('pause.body')}</p>
      </div>
    </>
  )
}

/** One idea that everybody looks at. */
export function Spotlit(props: {
  text: string
  explanation: string
  beside: { readonly language: string; readonly text: string } | undefined
  photo: IdeaPhoto | undefined
  token: string
}) {
  const { text, explanation, beside, photo, token } = props
  return (
    <>
      <Meadow flowers={1} />
      <div class={photo ? 'held held--photo' : 'held'}>
        {photo && <Photo token={token} id={photo.id} alt={photo.description || text} />}
        <p class="body held__label">{t('light.label')}</p>
        <FitText as="h1" class="held__idea" max={13} min={5.2}>
          {text}
        </FitText>
        {beside && (
          <FitText as="p" class="held__beside" max={7} min={3.7}>
            <span lang={beside.language} dir="auto">
              {beside.text}
            </span>
          </FitText>
        )}
        {explanation && (
          <FitText as="p" class="held__explanation" max={5.2} min={3.7}>
            {explanation}
          </FitText>
        )}
      </div>
    </>
  )
}
