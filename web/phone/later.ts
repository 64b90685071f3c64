import { type Signal, signal } from '@preact/signals'

/** What a phone needs once somebody is inside; loaded then, so that getting in stays quick. */
export const inside = signal<typeof import('./inside.tsx') | undefined>(undefined)
/** The rounds after the ideas. */
export const laterStages = signal<typeof import('./later-stages.tsx') | undefined>(undefined)

/** What came along from a dossier, scored and chosen; loaded with the first of these rounds. */
export const matrixStages = signal<typeof import('./matrix/matrix-stages.tsx') | undefined>(undefined)

/** What a phone shows after the end; loaded by who comes then. */
export const results = signal<typeof import('./results/results.tsx') | undefined>(undefined)

/** For who puts an own idea into another language. */
export const secondLanguage = signal<typeof import('./ideas/second-language.tsx') | undefined>(undefined)
/** Somebody else on this phone: only where that happens. */
export const guests = signal<typeof import('./guests.tsx') | undefined>(undefined)

// Apart from what follows on them: the build waits for their styles around an import, and their failure must be heard.
const importInside = () => import('./inside.tsx')
const importLaterStages = () => import('./later-stages.tsx')
const importMatrixStages = () => import('./matrix/matrix-stages.tsx')
const importResults = () => import('./results/results.tsx')
const importSecondLanguage = () => import('./ideas/second-language.tsx')
const importGuests = () => import('./guests.tsx')

export function loadInside(): void {
  load(inside, importInside)
}

export function loadLaterStages(): void {
  load(laterStages, importLaterStages)
}

export function loadMatrixStages(): void {
  load(matrixStages, importMatrixStages)
}

export function loadResults(): void {
  load(results, importResults)
}

export function loadSecondLanguage(): void {
  load(secondLanguage, importSecondLanguage)
}

export function loadGuests(): void {
  load(guests, importGuests)
}

/** Asked for again until it is there: a phone may get in at the last moment of its connection. */
function load<Module>(into: Signal<Module | undefined>, bring: () => Promise<Module>): void {
  if (into.value) return
  bring().then(
    (module) => {
      into.value = module
    },
    () => {
      for (const link of document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]'))
        if (lacksStyles(link)) askForStyles(link)
      setTimeout(() => load(into, bring), 3_000)
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
