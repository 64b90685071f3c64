/** Euro amounts as people type them, in Dutch and in English. */

export type MoneyFault = 'money_letters' | 'money_separators' | 'negative' | 'too_large'
export type Money = { readonly cents: number } | { readonly wrong: MoneyFault }

/** As the server has it: a billion euros. */
const centsMax = 100_000_000_000

/** `1.250,50`, `1,250.50`, `1250`, `€ 1 250` and `1.250,-` alike; nothing is 0: not known yet. */
export function parseMoney(text: string): Money {
  let rest = text
    .replace(/\s/g, '')
    .replace(/^(€|euros?|eur)/i, '')
    .replace(/(€|euros?|eur)$/i, '')
  if (rest === '') return { cents: 0 }
  if (/^[-−–(]/.test(rest)) return { wrong: 'negative' }
  rest = rest.replace(/,[-–—]{1,2}$/, '')
  if (/[^\d.,]/.test(rest)) return { wrong: 'money_letters' }
  const parts = splitAmount(rest)
  if (!parts) return { wrong: 'money_separators' }
  if (parts.whole.length > 12) return { wrong: 'too_large' }
  const cents = Number(parts.whole) * 100 + Number(parts.cents.padEnd(2, '0'))
  return cents > centsMax ? { wrong: 'too_large' } : { cents }
}

/** A dot or comma before three digits parts thousands, before one or two digits it begins the cents. */
function splitAmount(text: string): { whole: string; cents: string } | undefined {
  const plain = /^(\d+)(?:[.,](\d{1,2}))?$/.exec(text)
  if (plain) return { whole: plain[1] as string, cents: plain[2] ?? '' }
  const grouped =
    /^([1-9]\d{0,2}(?:\.\d{3})+)(?:,(\d{1,2}))?$/.exec(text) ?? /^([1-9]\d{0,2}(?:,\d{3})+)(?:\.(\d{1,2}))?$/.exec(text)
  if (!grouped) return undefined
  return { whole: (grouped[1] as string).replace(/[.,]/g, ''), cents: grouped[2] ?? '' }
}

/** "1.250,50" in Dutch, "1,250.50" in English; whole euros without cents. */
export function amountText(cents: number, language: string): string {
  const digits = cents % 100 === 0 ? 0 : 2
  return (cents / 100).toLocaleString(language === 'nl' ? 'nl-NL' : 'en-GB', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  })
}

/** With its sign, which never stands on another line. */
export function moneyText(cents: number, language: string): string {
  return language === 'nl' ? `€\u00a0${amountText(cents, language)}` : `€${amountText(cents, language)}`
}
