import type { Message } from '../message.ts'

/** What a phone says that somebody else may use for a moment; it arrives with that. */
export const guests = {
  'guest.body': 'Leen je telefoon even uit. De ander krijgt een eigen plek, met eigen ideeën en stemmen.',
  'guest.name': 'Voornaam van de ander',
  'guest.code': 'Code van het grote scherm',
  'guest.code_hint': 'Deze telefoon kent de code niet. Typ hem één keer.',
  'guest.code_wrong': 'Met deze code lukt het niet. Kijk hem na.',
  'guest.make': 'Geef de telefoon door',
  'guest.as': 'Verder als {name}',
  'guest.now': 'Nu doet {name} mee op deze telefoon.',
  'guest.back': 'Geef terug',
  'guest.waits': 'Wat nog niet verstuurd is, gaat vanzelf mee, ook als de ander de telefoon heeft.',
  'guest.off': 'Haal {name} van deze telefoon',
  'guest.gone': '{name} is van deze telefoon af.',
  'guest.gone_body': 'Alles van deze persoon is hier gewist. Wat verstuurd is, blijft in de sessie.',
  'guest.locked': 'De deur is dicht. Vraag het aan de begeleider.',
  'guest.full': 'Alle plekken zijn bezet.',
  'guest.failed': 'Dat lukte niet. Kijk of er verbinding is en probeer het opnieuw.',
} as const satisfies Readonly<Record<string, Message>>
