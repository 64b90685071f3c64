import { useState } from 'preact/hooks'
import './before-after.css'

export interface Picture {
  readonly src: string
  readonly alt: string
}

/** Two pictures of one spot, with a slider between them; on paper beside each other. */
export function BeforeAfter(props: {
  before: Picture
  after: Picture
  words: { readonly before: string; readonly after: string; readonly slide: string }
}) {
  const { before, after, words } = props
  const [at, setAt] = useState(50)
  return (
    <div class="before-after before-after--live" style={{ '--at': `${at}%` }}>
      <figure class="before-after__one">
        <img src={before.src} alt={before.alt} />
        <figcaption>{words.before}</figcaption>
      </figure>
      <figure class="before-after__one">
        <img src={after.src} alt={after.alt} />
        <figcaption>{words.after}</figcaption>
      </figure>
      <input
        class="before-after__slide"
        type="range"
        min="0"
        max="100"
        value={at}
        aria-label={words.slide}
        aria-valuetext={`${words.before} ${at} %, ${words.after} ${100 - at} %`}
        onInput={(event) => setAt(Number(event.currentTarget.value))}
      />
    </div>
  )
}
