import { createContext, type ComponentChildren } from 'preact'
import { useContext } from 'preact/hooks'

/** The language of the session, which need not be that of the page. */
export const RoomLanguage = createContext<string | undefined>(undefined)

/** What people of the session wrote, so that a screen reader says it in their language. */
export function RoomWords({ children }: { children: ComponentChildren }) {
  return <span lang={useContext(RoomLanguage)}>{children}</span>
}
