// Holds the built pages to their promises: the phone stays within its bytes and requests, and no page
// carries an inline script or an address of somebody else.
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants } from 'node:zlib'

const dist = fileURLToPath(new URL('../dist', import.meta.url))
const limits = { script_bytes: 40 * 1024, total_bytes: 75 * 1024, requests: 6 }
const pages = ['index.html', 'console.html', 'screen.html', 'desk.html', 'story.html', 'answer.html']

const problems = []

function wireBytes(path) {
  const options = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }
  return brotliCompressSync(readFileSync(path), options).length
}

function measure(page) {
  const html = readFileSync(`${dist}/${page}`, 'utf8')
  if (/<script(?![^>]*\bsrc=)/.test(html)) problems.push(`${page}: inline script`)
  if (/(?:src|href)="(?:https?:)?\/\//.test(html)) problems.push(`${page}: address of somebody else`)

  const parts = [...html.matchAll(/(?:src|href)="(\/[^"]+\.(?:js|css|svg|woff2))"/g)].map((found) => found[1])
  let script_bytes = 0
  let total_bytes = wireBytes(`${dist}/${page}`)
  for (const part of parts) {
    if (!existsSync(dist + part)) {
      problems.push(`${page}: ${part} is missing`)
      continue
    }
    const bytes = wireBytes(dist + part)
    total_bytes += bytes
    if (part.endsWith('.js')) script_bytes += bytes
  }
  return { script_bytes, total_bytes, requests: parts.length + 1 }
}

for (const page of pages) {
  const measured = measure(page)
  console.log(
    `${page.padEnd(13)} script ${(measured.script_bytes / 1024).toFixed(1)} KB, ` +
      `total ${(measured.total_bytes / 1024).toFixed(1)} KB, ${measured.requests} requests`,
  )
  if (page !== 'index.html') continue
  for (const [what, most] of Object.entries(limits)) {
    if (measured[what] > most) problems.push(`${page}: ${what} is ${measured[what]}, at most ${most}`)
  }
}

for (const problem of problems) console.error(`budget: ${problem}`)
process.exit(problems.length ? 1 : 0)
