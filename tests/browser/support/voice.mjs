// A voice for a page that has none: it writes down what it is told.

/** In the page: a device with a Dutch and a Polish voice of its own; `endNow()` ends what is being said. */
export function lendVoice() {
  const heard = []
  let current
  const voices = [
    { lang: 'pl-PL', name: 'Ewa', localService: true, default: true },
    { lang: 'nl-NL', name: 'Elsewhere', localService: false, default: false },
    { lang: 'nl-NL', name: 'Claire', localService: true, default: false },
  ]
  const speak = (utterance) => {
    current = utterance
    heard.push({ text: utterance.text, voice: utterance.voice.name })
  }
  Object.assign(globalThis, {
    heard,
    endNow: () => current?.onend(),
    SpeechSynthesisUtterance: class {
      constructor(text) {
        this.text = text
      }
    },
  })
  Object.defineProperty(globalThis, 'speechSynthesis', { value: { getVoices: () => voices, speak, cancel: () => (current = undefined) } })
}
