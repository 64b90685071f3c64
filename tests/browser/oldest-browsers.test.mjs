// What was built runs in the oldest browsers that web/oldest-browsers.json names: nothing newer is used unless it is on the
// list below, each with why the page is whole without it. By the data of caniuse and MDN, without a browser.
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import doiuse from 'doiuse'
import { Linter } from 'eslint'
import compat from 'eslint-plugin-compat'
import postcss from 'postcss'
import { root } from './support/server.mjs'

const dist = join(root, 'web/dist')
const oldest = JSON.parse(readFileSync(join(root, 'web/oldest-browsers.json'), 'utf8'))

/** Only how it looks or feels: without it everything is there and can be used. */
const onlyNicer = new Set([
  'css3-cursors', // another shape of the pointer
  'css3-cursors-grab',
  'css-paged-media', // the size of paper is then chosen where it is printed
  'css-resize', // a handle at the corner of a field
  'css-touch-action', // a tap is a little slower
  'extended-system-fonts', // the next face of the list
  'text-size-adjust', // only turns off a guess that such browsers do not make
])
/** What must stand beside something older; looked at below. */
const withFallback = new Set(['viewport-unit-variants', 'css-has'])
/** Asked for before it is used, with another way: ui/graphemes.ts. */
const askedFor = ['Intl.Segmenter()']

function built() {
  const worker = readFileSync(join(dist, 'service-worker.js'), 'utf8')
  const ofPhone = (name) => name === 'service-worker.js' || worker.includes(`"/assets/${name}"`)
  const read = (name) => readFileSync(join(dist, name.includes('.html') || name === 'service-worker.js' ? name : `assets/${name}`), 'utf8')
  const names = [...readdirSync(join(dist, 'assets')).filter((name) => /\.(css|js)$/.test(name)), 'service-worker.js']
  const files = names.map((name) => ({ name, text: read(name), browsers: ofPhone(name) ? oldest.phone : oldest.room }))
  const [, styles] = /<style>([^]*?)<\/style>/.exec(read('index.html'))
  return [...files, { name: 'index.css', text: styles, browsers: oldest.phone }]
}

test('styles', async () => {
  const found = []
  let looked = 0
  for (const { name, text, browsers } of built().filter(({ name }) => name.endsWith('.css'))) {
    looked += 1
    const onFeatureUsage = ({ feature, featureData, usage }) => {
      if (!featureData.missing || onlyNicer.has(feature) || withFallback.has(feature)) return
      found.push(`${name}: ${feature} is not in ${featureData.missing}: ${usage.toString().slice(0, 80)}`)
    }
    const { root: sheet } = await postcss([doiuse({ browsers, onFeatureUsage })]).process(text, { from: undefined })
    const newer = (declaration) => {
      const supports = declaration.parent.parent?.name === 'supports'
      const older = declaration.parent.nodes.slice(0, declaration.parent.index(declaration)).some(({ prop }) => prop === declaration.prop)
      if (!supports && !older) found.push(`${name}: nothing older before ${declaration}`)
    }
    sheet.walkDecls((declaration) => {
      if (/\d[sdl]v[hwib]/.test(declaration.value)) newer(declaration)
      // Words for a screen reader beside what is shown; caniuse knows nothing of it.
      if (declaration.prop === 'content' && /" \/ ?"/.test(declaration.value)) newer(declaration)
    })
    if (browsers === oldest.phone) {
      sheet.walkRules(/:has\(/, (rule) => {
        if (rule.parent.name !== 'supports') found.push(`${name}: not asked for before it is used: ${rule.selector}`)
      })
    }
  }
  assert.ok(looked >= 6, `${looked} sheets`)
  assert.deepEqual(found, [])
})

test('scripts', () => {
  const linter = new Linter()
  const found = []
  let looked = 0
  for (const { name, text, browsers } of built().filter(({ name }) => name.endsWith('.js'))) {
    looked += 1
    const options = {
      plugins: { compat },
      rules: { 'compat/compat': 'error' },
      settings: { browsers, lintAllEsApis: true },
      languageOptions: { ecmaVersion: 2022, sourceType: 'module' },
    }
    for (const { message } of linter.verify(text, [options], name)) {
      if (!askedFor.some((one) => message.startsWith(one))) found.push(`${name}: ${message}`)
    }
  }
  assert.ok(looked >= 12, `${looked} scripts`)
  assert.deepEqual([...new Set(found)], [])
})

test('the check finds what is newer', async () => {
  const options = [{ plugins: { compat }, rules: { 'compat/compat': 'error' }, settings: { browsers: oldest.phone, lintAllEsApis: true } }]
  assert.match(new Linter().verify('structuredClone({})', options, 'a.js')[0]?.message ?? '', /structuredClone is not supported in .*Chrome 95/)
  let missing
  const onFeatureUsage = ({ featureData }) => (missing = featureData.missing)
  await postcss([doiuse({ browsers: oldest.phone, onFeatureUsage })]).process('a:has(b) { color: red }', { from: undefined })
  assert.match(missing, /Firefox \(102\)/)
})
