// A language that nobody speaks: German, a third longer and written from right to left. It takes the place of German at the
// moment at which a phone fetches that, so that no build carries it.

// Make Latin letters run from right to left, as those of Arabic and Hebrew do by themselves.
const rightToLeft = '\u202e'
const asBefore = '\u202c'

function pseudo(sentence) {
  const longer = sentence.replace(/\{\w+\}|\p{L}{4,}/gu, (word) =>
    word.startsWith('{') ? word : word + word.at(-1).repeat(Math.ceil(word.length / 3)))
  return `${rightToLeft}${longer}${asBefore}`
}

function translate(message) {
  if (typeof message === 'string') return pseudo(message)
  return Object.fromEntries(Object.entries(message).map(([form, text]) => [form, form === 'by' ? text : pseudo(text)]))
}

/** Has the pages of this context get the pseudo-language when they ask for the one that they would fetch. */
export async function speakPseudo(context) {
  await context.route(/\/assets\/phone-[^/]+\.js$/, async (route) => {
    const response = await route.fetch()
    const { phone } = await import(`data:text/javascript,${encodeURIComponent(await response.text())}`)
    const said = Object.fromEntries(Object.entries(phone).map(([key, message]) => [key, translate(message)]))
    await route.fulfill({ response, body: `export const phone = ${JSON.stringify(said)}; export const direction = 'rtl'` })
  })
}
