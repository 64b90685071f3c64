import { type Language, language } from '../text/language.ts'

let chosenByHand = false

/** The session's language, unless somebody chose another one with the keyboard. */
export function sessionLanguage(code: Language): void {
  if (!chosenByHand) speak(code)
}

/** F or a click: full screen. D: dark, for a dark hall, and light again. L: the other language. No pointer is needed for anything. */
export function listenToKeys(target: Document = document): () => void {
  if (wasDark()) dress(target, true)
  const pressed = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'f' || event.key === 'F') toggleFullScreen(target)
    if (event.key === 'd' || event.key === 'D') dress(target, target.documentElement.dataset.theme !== 'dark')
    if (event.key === 'l' || event.key === 'L') {
      chosenByHand = true
      speak(language.value === 'nl' ? 'en' : 'nl')
    }
  }
  const clicked = () => {
    if (!target.fullscreenElement) toggleFullScreen(target)
  }
  target.addEventListener('keydown', pressed)
  target.addEventListener('click', clicked)
  return () => {
    target.removeEventListener('keydown', pressed)
    target.removeEventListener('click', clicked)
  }
}

const darkStoredUnder = 'kiemkring.screen.dark'

/** Kept with the computer, which stands in its hall. */
function dress(target: Document, dark: boolean): void {
  target.documentElement.dataset.theme = dark ? 'dark' : 'light'
  try {
    if (dark) localStorage.setItem(darkStoredUnder, '1')
    else localStorage.removeItem(darkStoredUnder)
  } catch {
    // Where nothing can be stored, it lasts as long as the page.
  }
}

function wasDark(): boolean {
  try {
    return localStorage.getItem(darkStoredUnder) !== null
  } catch {
    return false
  }
}

function toggleFullScreen(target: Document): void {
  const change = target.fullscreenElement
    ? target.exitFullscreen?.()
    : target.documentElement.requestFullscreen?.()
  // A browser may refuse, for example inside a frame; the picture is the same without.
  change?.catch(() => {})
}

// The choice of the room is not the choice of the organiser who uses the same browser, so it is not stored.
function speak(code: Language): void {
  language.value = code
  document.documentElement.lang = code
}
