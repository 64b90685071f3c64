import { signal } from '@preact/signals'

/** What a phone needs once somebody is in; loaded then, so that getting in stays quick. */
export const laterStages = signal<typeof import('./later-stages.tsx') | undefined>(undefined)

// Apart from what follows on it: the build waits for its styles around the import, and their failure must be heard.
const importLaterStages = () => import('./later-stages.tsx')

/** Asked for again until it is there: a phone may get in at the last moment of its connection. */
export function loadLaterStages(): void {
  if (laterStages.value) return
  importLaterStages().then(
    (module) => {
      laterStages.value = module
    },
    () => {
      for (const link of document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]'))
        if (lacksStyles(link)) askForStyles(link)
      setTimeout(loadLaterStages, 3_000)
    },
  )
}

/** What did not arrive is an empty sheet, or one that cannot be read. */
function lacksStyles({ sheet }: HTMLLinkElement): boolean {
  try {
    return !sheet?.cssRules.length
  } catch {
    return true
  }
}

/** The import asks for its styles only the first time. */
function askForStyles(missing: HTMLLinkElement): void {
  const link = missing.cloneNode() as HTMLLinkElement
  link.onerror = () => setTimeout(() => askForStyles(link), 3_000)
  missing.replaceWith(link)
}
