import type { Message } from '../message.ts'

export const phone = {
  'join.title': 'Doe mee',
  'join.code_label': 'Code',
  'join.code_hint': 'De code staat op het grote scherm.',
  'join.name_label': 'Je voornaam',
  'join.name_hint': 'Iedereen ziet je voornaam. Bij ideeën en stemmen staat geen naam.',
  'join.org_label': 'Bedrijf of organisatie (niet verplicht)',
  'join.button': 'Meedoen',
  'join.wrong_code': 'Deze code klopt niet. Kijk op het grote scherm.',
  'join.not_open': 'De sessie is nog niet open. Blijf hier, je gaat vanzelf verder.',
  'join.closed': 'Deze sessie is afgelopen.',
  'join.locked': 'De deur is dicht. We vragen de begeleider of je erbij mag.',
  'join.full_title': 'De sessie zit vol',
  'join.full_body': {
    by: 'max',
    one: 'Er doet al {max} mens mee. Kijk mee met iemand naast je, of vraag de begeleider om hulp.',
    other: 'Er doen al {max} mensen mee. Kijk mee met iemand naast je, of vraag de begeleider om hulp.',
  },
  'join.full_retry': 'Komt er een plek vrij? Dan proberen we het vanzelf opnieuw.',
  'join.rejoin': 'Welkom terug, {name}. Je gaat verder waar je gebleven was.',
  'join.second_tab': 'Je doet al mee in een ander venster. Hier verder gaan?',

  'lobby.wait': 'Je doet mee. We beginnen zo.',

  'idea.title': 'Wat is jouw idee?',
  'idea.frame': 'Bedenk iets dat binnen een jaar kan, en dat past bij het geld en de plek.',
  'idea.placeholder': 'Bijvoorbeeld: picknicktafels onder de bomen bij de ingang',
  'idea.hint_one': 'Eén idee per keer. Eén zin is genoeg.',
  'idea.left': { by: 'n', one: 'Nog {n} teken', other: 'Nog {n} tekens' },
  'idea.send': 'Verstuur',
  'idea.sent': 'Je idee is ontvangen.',
  'idea.again': 'Nog een idee?',
  'idea.edit': 'Aanpassen',
  'idea.delete': 'Weghalen',
  'idea.similar': 'Dit lijkt op: “{text}”. Toch versturen?',
  'idea.empty': 'Typ eerst je idee.',
  'idea.too_long': 'Iets korter graag: maximaal {max} tekens.',
  'idea.closed': 'Het onderdeel ideeën is gesloten.',
  'idea.saved_offline': 'Bewaard op je telefoon. We sturen het zodra er verbinding is.',
  'idea.photo_tip': 'Maak foto’s met je gewone camera. Kies ze daarna hier.',

  'group.question': 'Klopt de naam van deze groep?',

  'vote.title': 'Kies jouw favorieten',
  'vote.rule': 'Je hebt {n} stemmen. Geef er hoogstens {m} aan één idee.',
  'vote.rule_one': {
    by: 'n',
    one: 'Je hebt {n} stem. Eén stem per idee.',
    other: 'Je hebt {n} stemmen. Eén stem per idee.',
  },
  'vote.left': { by: 'n', one: 'Nog {n} stem', other: 'Nog {n} stemmen' },
  'vote.none_left': 'Je stemmen zijn op. Wil je wisselen? Haal één stem weg.',
  'vote.change': 'Je kunt wisselen tot de stemming sluit.',
  'vote.secret': 'Niemand ziet waarop je stemt. De uitslag komt straks op het grote scherm.',
  'vote.soon': { by: 's', one: 'Nog {s} seconde', other: 'Nog {s} seconden' },
  'vote.closed': 'De stemming is gesloten.',
  'vote.late': 'Deze stem kwam te laat en telt niet mee.',
  'vote.confirmed': 'Je stemmen zijn ontvangen.',

  'tie.runoff': {
    by: 's',
    one: 'Kies nog één keer. Je hebt {s} stem.',
    other: 'Kies nog één keer. Je hebt {s} stemmen.',
  },

  'result.title': 'Onze top 5',

  'concern.question': 'Kan iedereen hiermee verder?',
  'concern.ok': 'Prima',
  'concern.raise': 'Ik heb een zorg',

  'involve.title': 'Waar doe jij aan mee?',
  'involve.contact':
    'Mogen we contact met je opnemen over dit idee? Vul dan je e-mailadres of telefoonnummer in.',
  'involve.privacy': 'We gebruiken dit alleen hiervoor, tot {date}. Je kunt het altijd weghalen.',
  'involve.nolead': 'Dit idee heeft nog geen trekker.',

  'end.thanks': 'Dank je wel. Het verslag komt uiterlijk {date}.',
} as const satisfies Record<string, Message>
