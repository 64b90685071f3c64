import { signal } from '@preact/signals'

export interface Passage {
  /** Told in `reading` while it is read. */
  readonly key: string | number
  readonly text: string
  /** Where it is another than that of the others. */
  readonly language?: string
}

/** What is read aloud now, and by which button it was asked for. One at a time in a page. */
export const reading = signal<{ readonly by: string; readonly key: Passage['key'] } | undefined>(undefined)

const synthesis = typeof speechSynthesis === 'undefined' ? undefined : speechSynthesis
const voices = signal<readonly SpeechSynthesisVoice[]>([])

if (synthesis) {
  const learn = () => {
    voices.value = synthesis.getVoices()
  }
  learn()
  // Many browsers know their voices only later. Older Safari has no addEventListener here.
  synthesis.onvoiceschanged = learn
}

/**
 * A voice of this device for the language, if it has one. Voices that live elsewhere are left alone: they would send
 * what people wrote in the room to somebody else.
 */
function voiceFor(language: string): SpeechSynthesisVoice | undefined {
  const fitting = voices.value.filter(
    ({ lang, localService }) => localService && lang.toLowerCase().split(/[-_]/)[0] === language,
  )
  return fitting.find((voice) => voice.default) ?? fitting[0]
}

/** Whether this device can read that language aloud by itself. */
export function canRead(language: string): boolean {
  return voiceFor(language) !== undefined
}

// Held on to, because browsers forget to say that an utterance has ended when nobody holds it.
let utterance: SpeechSynthesisUtterance | undefined

/** Reads the passages one after the other; what was being read stops. */
export function readAloud(by: string, passages: readonly Passage[], language: string): void {
  stopReading()
  if (synthesis && canRead(language)) read(synthesis, language, by, passages)
}

function read(
  synthesis: SpeechSynthesis,
  language: string,
  by: string,
  [first, ...rest]: readonly Passage[],
): void {
  const voice = first && (voiceFor(first.language ?? language) ?? voiceFor(language))
  if (!voice) return stopReading()
  const spoken = new SpeechSynthesisUtterance(first.text)
  spoken.voice = voice
  spoken.lang = voice.lang
  // A voice that was stopped meanwhile may still say that it ended.
  const then = (go: () => void) => () => {
    if (utterance === spoken) go()
  }
  spoken.onend = then(() => read(synthesis, language, by, rest))
  spoken.onerror = then(() => stopReading())
  utterance = spoken
  reading.value = { by, key: first.key }
  synthesis.speak(spoken)
}

/** Silence, when this is being read; without a name whatever is. */
export function stopReading(by?: string): void {
  if (by !== undefined && reading.value?.by !== by) return
  utterance = undefined
  reading.value = undefined
  synthesis?.cancel()
}
