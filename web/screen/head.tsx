import { FitText } from './fit-text.tsx'

/** The heading of a round and the one or two sentences below it. */
export function Head({ title, says, max = 8.9 }: { title: string; says: string; max?: number }) {
  return (
    <header class="head">
      <FitText as="h1" class="head__title" max={max} min={4}>
        {title}
      </FitText>
      <FitText class="head__says" max={5.2} min={3.75}>
        {says}
      </FitText>
    </header>
  )
}
