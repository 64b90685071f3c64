import { FitText } from './fit-text.tsx'
import { Meadow } from './meadow.tsx'
import { sceneWidth } from './scene.tsx'
import { showView } from './show-view.ts'
import type { Source } from './source.ts'
import './show.css'

export function Show({ source }: { source: Source }) {
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
