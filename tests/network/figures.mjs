// What a test counted and how it tells it.
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'

/** `--long` and `--seed N`; a fresh seed unless one is named. It is printed, so that a red run can be looked at again. */
export function readOptions() {
  // Whoever ends this test early ends the programs it started too: they are let go of at `exit`.
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1))
  const { values } = parseArgs({ options: { long: { type: 'boolean' }, seed: { type: 'string' } } })
  const seed = values.seed ? Number(values.seed) : Math.floor(Math.random() * 1e9)
  console.log(`seed ${seed}${values.long ? ', long form' : ''}`)
  return { long: values.long ?? false, seed }
}

export const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms))

/** Waits until `isSo()`; false when it is not so in time. */
export async function until(isSo, ms) {
  const deadline = performance.now() + ms
  while (!isSo()) {
    if (performance.now() > deadline) return false
    await sleep(10)
  }
  return true
}

/** The value below which a share of all lies, 0.99 for p99. */
export function percentile(values, share) {
  const sorted = Float64Array.from(values).sort()
  return sorted.length ? sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] : Number.NaN
}

export const rounded = (ms) => (ms < 10 ? ms.toFixed(1) : ms.toFixed(0))
export const p50p99 = (values) => `p50 ${rounded(percentile(values, 0.5))} ms, p99 ${rounded(percentile(values, 0.99))} ms`

/** Resident memory of a process in MiB. */
export const residentMiB = (pid) => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024

/** Says what went wrong and the one line of summary; ends the process. */
export function finish(name, summary, problems) {
  for (const problem of problems.slice(0, 20)) console.error(`${name}: ${problem}`)
  if (problems.length > 20) console.error(`${name}: and ${problems.length - 20} more`)
  console.log(`${name}: ${summary}: ${problems.length === 0 ? 'green' : `RED, ${problems.length} problems`}`)
  process.exit(problems.length === 0 ? 0 : 1)
}
