import type { Message } from '../message.ts'

/** What is put ready for a session, at the desk and on the tablet. */
export const preparation = {
  'add_ideas.title': 'Ideeën die er al zijn',
  'add_ideas.body': 'Plak een lijst, met op elke regel één idee. Deze ideeën zijn van niemand. De anderen zien ze zodra de ideeën gedeeld worden.',
  'add_ideas.label': 'De lijst',
  'add_ideas.preview': { by: 'n', one: 'Dit wordt {n} idee', other: 'Dit worden {n} ideeën' },
  'add_ideas.twice': { by: 'n', one: '{n} regel stond er dubbel in.', other: '{n} regels stonden er dubbel in.' },
  'add_ideas.too_long': 'Te lang, meer dan 140 tekens: regel {lines}.',
  'add_ideas.too_many': 'Dit zijn {n} regels. Meer dan {most} tegelijk kan niet.',
  'add_ideas.add': { by: 'n', one: 'Voeg {n} idee toe', other: 'Voeg {n} ideeën toe' },
  'add_ideas.added': { by: 'n', one: '{n} idee toegevoegd.', other: '{n} ideeën toegevoegd.' },
  'wifi.title': 'Wifi van de zaal',
  'wifi.body': 'Staat in de inloop als QR op het grote scherm, vóór die van de pagina.',
  'wifi.name': 'Naam van de wifi',
  'wifi.password': 'Wachtwoord',
  'wifi.password_hint': 'Leeg als de wifi open is.',
  'wifi.told':
    'Iedereen in de zaal kan het wachtwoord lezen: het staat onder de QR. Het gaat niet mee met wat je downloadt, en na de sessie is het gewist.',
  'wifi.save': 'Zet op het grote scherm',
  'wifi.remove': 'Haal de wifi weg',
  'wifi.name_needed': 'Vul de naam van de wifi in.',
  'wifi.name_long': 'Een naam heeft hooguit 32 letters.',
  'wifi.password_bad': 'Een wachtwoord heeft 8 tot 63 gewone letters en tekens.',
  'wifi.desk_save': 'Zet de wifi klaar',
  'wifi.kept': 'De wifi staat klaar.',
  'wifi.removed': 'De wifi is weg.',
  'add_ideas.there': { by: 'n', one: 'Er is al {n} idee in deze sessie.', other: 'Er zijn al {n} ideeën in deze sessie.' },
  'preparation.changed': 'Er kwamen intussen ideeën bij. Kijk eerst of jouw lijst er al bij is.',
  'preparation.vote': 'Er wordt gestemd. Nu kan er geen idee bij.',
  'preparation.quota': 'Zo veel ideeën kunnen er niet bij.',
  'preparation.failed': 'Dat lukt nu niet. Is er verbinding? Probeer het nog eens.',
} as const satisfies Record<string, Message>
