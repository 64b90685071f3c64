/** Step 5 at the desk. */
export const openingStep = {
  'kind.opening': 'Opening',
  'kind.photo': 'Foto',
  'kind.thanks': 'Bedankje',
  'kind.upkeep': 'Onderhoud',
  'kind.neighbour': 'Wil meedoen',
}
