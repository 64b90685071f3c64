import { createContext, type ComponentChildren } from 'preact'
import { useContext } from 'preact/hooks'
import type { IdeaRecord } from '../shared/generated/record.ts'
import { language } from '../text/language.ts'
import { canRead, type Passage } from '../ui/aloud.ts'

/** The language of the session, which need not be that of the page. */
export const RoomLanguage = createContext<string | undefined>(undefined)

/** The line of an idea in another language. */
export type Translation = IdeaRecord['translation']

/** What people of the session wrote, so that a screen reader says it in their language; of two languages that of this phone first. */
export function RoomWords({ children, beside }: { children: ComponentChildren; beside?: Translation }) {
  const room = useContext(RoomLanguage)
  // Where the language of the room stands beside it, it was written in one that nobody told.
  const own = <span lang={beside?.language === room ? '' : room}>{children}</span>
  if (!beside) return <span lang={room}>{children}</span>
  const other = (
    <span lang={beside.language} dir="auto">
      {beside.text}
    </span>
  )
  const first = comesFirst(beside)
  return (
    <>
      {first ? other : own}
      <span class="beside">{first ? own : other}</span>
    </>
  )
}

function comesFirst(beside: NonNullable<Translation>): boolean {
  return beside.language === language.value
}

/** What is read aloud of an idea: the line that stands first, in its language, where there is a voice for it. A title has no explanation. */
export function passageOf(
  key: Passage['key'],
  text: string,
  explanation: string | undefined,
  beside: Translation,
): Passage {
  if (beside && comesFirst(beside) && canRead(beside.language)) return { key, text: beside.text, language: beside.language }
  return { key, text: explanation === undefined ? text : `${text}. ${explanation}`.trim() }
}
