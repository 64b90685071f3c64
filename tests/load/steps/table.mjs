// From the generator's lines to one table: each figure as a ratio to the floor of the same repeat, median and spread.

/** What must be zero and is not, in words. */
export function findings(line) {
  const found = ['lost', 'doubled', 'out_of_order', 'answers', 'snapshots', 'closed'].filter((name) => line[name])
  return found.map((name) => `${line[name]} ${name.replaceAll('_', ' ')}`).join(', ')
}

const key = (line) => (line.argument === undefined ? line.scenario : `${line.scenario}:${line.argument}`)
const seconds = (line) => (line.ms ? line.ms / 1000 : 4)
/** Other work took at most 12 % of a core (short stretches are counted in ticks of 10 ms), and the generator kept up. */
const isClean = (line) => !(line.others > 0.12 + 0.03 / seconds(line))
const isKeptUp = (line) => line.scenario !== 'closed' || line.generator_share < 0.9

// Whether more is better only says how an aim is meant.
const measures = [
  { of: 'closed:1', name: 'CPU per delivery, saturated', value: (l) => l.cpu_per_delivery, unit: 'us', aim: '<= 1.10, gate 1.5' },
  { of: 'closed:1', name: 'deliveries a second, saturated', value: (l) => l.per_second, unit: '/s', aim: '' },
  { of: 'closed:8', name: 'burst, deliveries per core-second', value: (l) => 1e6 / l.cpu_per_delivery, unit: '/s', aim: '>= 0.8, gate 0.5' },
  { of: 'open:10', name: 'CPU per delivery, open loop', value: (l) => l.cpu_per_delivery, unit: 'us', aim: '' },
  { of: 'open:10', name: 'durable answer, p50', value: (l) => l.answer_p50, unit: 'us', aim: '<= 1.05' },
  { of: 'open:10', name: 'durable answer, p99', value: (l) => l.answer_p99, unit: 'us', aim: '<= 1.2' },
  { of: 'open:10', name: 'heard by all 30, p50', value: (l) => l.all_p50, unit: 'us', aim: '<= 1.05' },
  { of: 'open:10', name: 'heard by all 30, p99', value: (l) => l.all_p99, unit: 'us', aim: '<= 1.1' },
  { of: 'storm', name: 'storm, time until all are back', value: (l) => l.ms, unit: 'ms', aim: '<= 1.1' },
  { of: 'storm', name: 'storm, CPU per join', value: (l) => l.cpu_per_join, unit: 'us', aim: '<= 30 us' },
  { of: 'storm', name: 'storm, SYNs that came late', value: (l) => l.late_connects, unit: '', aim: '0', absolute: true },
  { of: 'idle', name: 'memory per idle phone', value: (l) => l.rss_per_phone, unit: 'B', aim: '<= 6,000 B, then 2,000 B' },
  { of: 'idle', name: 'CPU of 1,000 idle phones', value: (l) => (l.cpu_share * 1e5) / l.phones, unit: '% of a core', aim: '' },
]

export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

/** The values of one measure for one server by repeat; the median where a scenario ran more than once in it. */
function byRepeat(lines, server, measure) {
  const mine = lines.filter((line) => line.server === server && key(line) === measure.of)
  const repeats = new Map()
  for (const line of mine) repeats.set(line.repeat, [...(repeats.get(line.repeat) ?? []), line])
  return new Map(
    [...repeats].map(([repeat, runs]) => [
      repeat,
      { value: median(runs.map(measure.value)), clean: runs.every(isClean), keptUp: runs.every(isKeptUp) },
    ]),
  )
}

function pairs(lines, server, measure) {
  const own = byRepeat(lines, server, measure)
  const floor = byRepeat(lines, 'floor', measure)
  return [...own]
    .filter(([repeat]) => floor.has(repeat))
    .map(([repeat, { value, clean, keptUp }]) => {
      const below = floor.get(repeat)
      return { value, ratio: value / below.value, clean: clean && below.clean, keptUp: keptUp && below.keptUp }
    })
}

export const enoughClean = (lines, servers, repeats) =>
  servers.every((server) =>
    measures.every((measure) => {
      const all = pairs(lines, server, measure)
      return all.length === 0 || all.filter(({ clean }) => clean).length >= repeats
    }),
  )

const short = (number) =>
  Math.abs(number) >= 1000 ? Math.round(number).toLocaleString('en') : Number(number.toPrecision(3)).toString()

export function tableOf(lines, servers) {
  const rows = []
  for (const measure of measures) {
    const row = { measure: measure.name, aim: measure.aim, unit: measure.unit }
    for (const server of servers) {
      const all = pairs(lines, server, measure)
      if (all.length === 0) continue
      const clean = all.filter((pair) => pair.clean)
      const used = clean.length ? clean : all
      const ratios = used.map(({ ratio }) => ratio)
      row[server] = {
        value: median(used.map(({ value }) => value)),
        ...(measure.absolute ? {} : { ratio: median(ratios), least: Math.min(...ratios), most: Math.max(...ratios) }),
        runs: used.length,
        disturbed: clean.length === 0,
        generator_saturated: used.some(({ keptUp }) => !keptUp),
      }
    }
    if (row.floor) rows.push(row)
  }
  const cell = (server, { value, ratio, least, most, disturbed, generator_saturated }, unit) => {
    const marks = (disturbed ? '*' : '') + (generator_saturated ? '!' : '')
    if (server === 'floor' || ratio === undefined || !Number.isFinite(ratio)) return `${short(value)} ${unit}${marks}`
    return `${short(ratio)}${marks} (${short(least)} to ${short(most)}), ${short(value)} ${unit}`
  }
  const head = ['', ...servers, 'aim']
  const body = rows.map((row) => [row.measure, ...servers.map((one) => (row[one] ? cell(one, row[one], row.unit) : '-')), row.aim])
  const notes = [
    'Floor: median. The others: median of the ratios to the floor in the same repeat (least to most), median.',
    '* other work took more than 12 % of a core in every run.  ! the generator was above 90 % of its core.',
  ]
  return { rows, text: [align([head, ...body]), ...notes].join('\n') }
}

export function align(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)))
  return rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column])).join('  ').trimEnd()).join('\n')
}
