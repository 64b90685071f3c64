// Drives a session past every face of the big screen that the round trip of pictures.test.mjs does not come by: with few
// groups and with many, and with the longest words that fit in.
const longName = 'Een lange bank van eikenhout langs de waterkant bij poort 3'
const longProposal = {
  what: 'Een lange picknicktafel van oude balken onder de eik, met plek voor twintig mensen, en een dak van groen tegen de regen',
  where: 'Op het gras tussen hal 3 en de vaart, waar nu de grindstrook ligt',
  whom: 'Voor iedereen die hier werkt, en voor wie er langs fietst',
}
const proposals = [
  { what: 'Twee picknicktafels onder de eik', where: 'Bij poort 3', whom: 'Wie buiten wil eten', in_time: 'yes', in_money: 'yes' },
  { what: 'Dertig linden langs de parkeerstrook', where: 'Langs de Vaartweg', whom: 'Wie er parkeert', in_time: 'yes', in_money: 'no' },
  { ...longProposal, in_time: 'no', in_money: 'unknown' },
]
const symbols = ['bee', 'bird', 'butterfly', 'flower', 'frog', 'hedgehog', 'mushroom', 'tree']
const text = [
  'Samen maken we één groene plek op ons terrein, binnen een jaar.',
  'Vandaag:',
  '• eerst schrijft ieder zijn ideeën op, in stilte',
  '• dan leggen we bij elkaar wat op elkaar lijkt',
  '• elke groep vertelt in 45 seconden wat het is en voor wie',
  '• elke tafel kiest drie groepen, en maakt daar voorstellen van',
  '• we stemmen: er komt een top vijf',
  '• wie doet waaraan mee?',
  '',
  'Er is € 6.500. Alles mag gezegd worden. Wat vandaag niet past, bewaren we voor later.',
].join('\n')

/** `take(state, selector)` takes a picture of the screens once the selector is there. */
export async function screenRounds({ lead, door, crowd, names, groups, take }) {
  const rounds = new Map((await lead.records('agenda'))[0].rounds.map((round) => [round.kind, round]))
  const go = (kind) => lead.say('start_round', { round: rounds.get(kind).id, in_ms: 0 })

  const people = []
  for (const [i, name] of names.entries()) {
    people.push(await crowd.join(door, name))
    if (i % 4 !== 3) await people[i].say('choose_symbol', { symbol: symbols[i % symbols.length] })
  }
  await take('lobby-symbols', '.lobby-symbol')

  await go('show')
  await take('show', '.show--short')
  const { id: round, minutes, say } = rounds.get('show')
  await lead.say('edit_round', { round, title: 'Wat we vandaag doen', text, say, minutes })
  await take('show-long', '.show:not(.show--short)')

  const made = []
  const add = async (wanted) => {
    await go('ideas')
    const before = new Set((await lead.records('idea')).map(({ id }) => id))
    for (const [i, text] of wanted.flatMap(({ ideas }) => ideas).entries()) await people[i % people.length].say('submit_idea', { text, explanation: '' })
    await go('group')
    const fresh = (await lead.records('idea')).filter(({ id }) => !before.has(id))
    for (const { name, ideas } of wanted) {
      const own = fresh.filter(({ text }) => ideas.includes(text)).map(({ id }) => ({ idea: id, from: 0 }))
      made.push(await lead.say('create_group', { name, ideas: own }))
    }
  }
  const few = groups.slice(0, 4).map(({ group, ideas }) => ({ name: group, ideas: ideas.slice(0, 5) }))
  const more = groups.slice(2).map(({ group, ideas }, i) => ({ name: i < 4 ? longName : group, ideas: ideas.slice(5, 8) }))
  await add(few)

  await go('pitch')
  await take('pitch-first', '.lettered')
  await lead.say('start_pitch', { group: made[0] })
  await lead.say('start_pitch', { group: made[1] })
  await take('pitch', '.pitch .label[aria-label=B]')
  await lead.say('start_pitch', { group: 0 })
  await take('pitch-between', '.pitch-been')

  await go('table_choice')
  await take('tables-empty', '.tables--none')
  for (const [i, one] of people.slice(0, 9).entries()) await one.say('sit_at_table', { table: (i % 3) + 1 })
  for (const [table, chosen] of [[1, [0, 1]], [2, [1, 3]]]) for (const i of chosen) await people[table - 1].say('choose_for_table', { table, group: made[i], chosen: true })
  await take('tables', '.table-card--titles:nth-child(2) .label[aria-label=D]')

  await go('sharpen')
  await people[1].say('take_proposal', { group: made[1], taken: true })
  await take('sharpen-empty', '.busy')
  const write = (who, group, proposal, revision = 0) => who.say('word_proposal', { group, revision, ...proposal })
  await write(people[0], made[0], proposals[0])
  await write(people[2], made[2], proposals[2])
  await take('sharpen', '.proposal:nth-child(2)')

  await add(more)
  await go('pitch')
  for (const group of [...made.slice(0, 8), made[9]]) await lead.say('start_pitch', { group })
  await take('pitch-many', '.pitch .label[aria-label=J]')
  await go('table_choice')
  for (const [i, one] of people.entries()) {
    await one.say('sit_at_table', { table: i + 1 })
    for (const choice of [0, 1, 2].slice(0, 3 - (i % 3))) await one.say('choose_for_table', { table: i + 1, group: made[(i * 2 + choice) % 9], chosen: true })
  }
  await take('tables-many', '.table-card:nth-child(12) .label')
  await go('sharpen')
  for (const [i, group] of made.entries()) {
    const [proposal] = (await lead.records('proposal')).filter(({ id }) => id === group)
    if (i < 6) await write(lead, group, proposals[i % 3], proposal?.revision)
    else if (i < 9) await people[i].say('take_proposal', { group, taken: true })
  }
  await take('sharpen-half', '.proposal:nth-child(6)')
  for (const [i, group] of made.slice(6).entries()) await write(lead, group, proposals[i % 3])
  await take('sharpen-many', '.proposal:nth-child(12)')

  await go('vote')
  for (const [i, votes] of [12, 10, 8, 6, 4, 2].entries())
    for (const one of i < 5 ? people.slice(0, votes) : people.slice(-votes)) await one.say('cast_vote', { candidate: made[i * 2 + 1] })
  await lead.say('close_vote', { in_ms: 0, anyway: true })
  await go('top5')
  await go('concerns')
  await take('concerns-empty', '.mood')
  for (const [i, one] of people.entries()) {
    for (const candidate of [1, 3, 5, 7, 9].slice(0, i % 6)) await one.say('answer_concern', { candidate: made[candidate], answer: (i + candidate) % 4 === 0 ? 'worried' : 'fine', text: '' })
  }
  const [first, second] = await lead.records('concern')
  await lead.say('settle_concern', { concern: first.id, status: 'resolved' })
  await lead.say('settle_concern', { concern: second.id, status: 'noted' })
  await take('concerns', '.mood:nth-child(5) .mark:not(.mark--none)')
}
