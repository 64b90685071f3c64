/**
 * A sentence with `{name}` places, or one sentence per plural form of the number in the place `by`.
 */
export type Message = string | CountedMessage

export interface CountedMessage {
  readonly by: string
  readonly one: string
  /** Where the language has a form of its own for a few: Polish, Romanian, Ukrainian. */
  readonly few?: string
  /** Every other number, those included that a language calls many. */
  readonly other: string
}

type Places<S> = S extends `${string}{${infer Name}}${infer Rest}` ? Name | Places<Rest> : never

type PlacesOf<M> = M extends { by: infer By; one: infer One; other: infer Other }
  ? By | Places<One> | Places<Other>
  : Places<M>

/** The arguments that follow the key: none for a sentence without places. */
export type Params<M> = [PlacesOf<M>] extends [never]
  ? []
  : [params: { readonly [Name in PlacesOf<M> & string]: string | number }]

/** What another language must have: the same keys, each with a sentence of its own. */
export type Translation<Source> = { readonly [Key in keyof Source]: Message }

/** Fills in a message. A place without a value stays visible as `{name}`. */
export function fill(
  message: Message,
  language: string,
  params: Readonly<Record<string, string | number>> = {},
): string {
  const sentence = typeof message === 'string' ? message : pluralForm(message, language, params)
  return sentence.replace(/\{(\w+)\}/g, (place, name: string) => {
    const value = params[name]
    return value === undefined ? place : typeof value === 'number' ? numberText(value, language) : value
  })
}

function pluralForm(
  message: CountedMessage,
  language: string,
  params: Readonly<Record<string, string | number>>,
): string {
  const form = pluralRules(language).select(Number(params[message.by]))
  return (form === 'one' || form === 'few' ? message[form] : undefined) ?? message.other
}

const rulesByLanguage = new Map<string, Intl.PluralRules>()

function pluralRules(language: string): Intl.PluralRules {
  let rules = rulesByLanguage.get(language)
  if (!rules) {
    rules = new Intl.PluralRules(language)
    rulesByLanguage.set(language, rules)
  }
  return rules
}

function numberText(value: number, language: string): string {
  return value.toLocaleString(language)
}
