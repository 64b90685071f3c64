const names = [
  'Merel',
  'Egel',
  'Vlier',
  'Mus',
  'Klaver',
  'Specht',
  'Linde',
  'Vlinder',
  'Wilg',
  'Roodborst',
  'Meidoorn',
  'Hommel',
  'Berk',
  'Zwaluw',
  'Varen',
  'Eekhoorn',
]

/** A name from outdoors for who does not want to give their own. */
export function suggestedName(random: () => number = Math.random): string {
  return names[Math.floor(random() * names.length)] ?? 'Merel'
}
