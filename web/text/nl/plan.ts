import type { Message } from '../message.ts'

/** The site plan, at the desk and on the tablet. */
export const plan = {
  'plan.title': 'Plattegrond',
  'plan.lead': 'Een tekening of luchtfoto van het terrein. JPEG, PNG, WebP of een bladzijde van een PDF, hoogstens 12 MB.',
  'plan.alt': 'Plattegrond van het terrein',
  'plan.none': 'Er is nog geen plattegrond.',
  'plan.choose': 'Kies een plattegrond',
  'plan.other': 'Kies een andere',
  'plan.remove': 'Haal weg',
  'plan.page': 'Welke bladzijde?',
  'plan.take_page': 'Neem deze bladzijde',
  'plan.sending': 'Onderweg: {percent} %',
  'plan.ready': 'De plattegrond staat klaar.',
  'plan.larger': 'Groter',
  'plan.smaller': 'Kleiner',
  'plan.how': 'Schuif met de vinger of met de pijltjes.',
  'plan.too_large': 'Dit bestand is te groot. Hoogstens 12 MB.',
  'plan.too_many_pixels': 'Dit beeld heeft te veel pixels. Maak het kleiner, hoogstens 50 miljoen.',
  'plan.unsupported': 'Dit soort bestand kunnen we niet lezen. Neem JPEG, PNG, WebP of PDF.',
  'plan.unreadable': 'Dit bestand is beschadigd. Kies een ander.',
  'plan.no_such_page': 'Die bladzijde is er niet.',
  'plan.quota': 'Er zijn te veel plattegronden geweest. Maak een nieuwe sessie.',
  'plan.full': 'De schijf van de server is vol. De plattegrond is niet bewaard.',
  'plan.offline': 'Dat lukt nu niet. Is er verbinding? Probeer het nog eens.',
  'plan.desk_lead': 'Zet hem alvast klaar voor het rondje over het terrein. Later, op de tablet, kan het ook.',
  'plan.watching': 'Een andere tablet heeft nu de leiding. Doe het daar.',
} as const satisfies Record<string, Message>
