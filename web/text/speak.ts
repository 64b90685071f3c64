import { language, sentencesOf } from './language.ts'
import { fill, type Message, type Params, type Translation } from './message.ts'

/** Says a sentence in the language of the page; a component that calls it follows a change of language. */
export type Say<Source> = <Key extends keyof Source>(key: Key, ...params: Params<Source[Key]>) => string

export function speak<const Source extends Readonly<Record<string, Message>>>(
  nl: Source,
  en: Translation<Source>,
): Say<Source> {
  return (key, ...params) => {
    const spoken = language.value
    if (spoken === 'nl') return fill(nl[key] as Message, spoken, params[0])
    const message = sentencesOf(spoken)?.[key as string]
    return message ? fill(message, spoken, params[0]) : fill(en[key], 'en', params[0])
  }
}
