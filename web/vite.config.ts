import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin, Rolldown } from 'vite'
import { defineConfig } from 'vitest/config'
import oldest from './oldest-browsers.json' with { type: 'json' }
import { story as storyEn } from './text/en/story.ts'
import { story as storyNl } from './text/nl/story.ts'

// The phone is built apart from the other three pages: what they share would otherwise become extra
// files that a phone on a slow line has to ask for one by one.
const pages: Record<string, string[]> = {
  phone: ['index.html'],
  room: ['console.html', 'screen.html', 'desk.html', 'story.html', 'answer.html'],
}

/** "ios_saf 15.4" of the list is "ios15.4" here. */
const targetsOf = (browsers: string[]) =>
  browsers.map((one) => one.replace('ios_saf', 'ios').replace(' ', ''))

/** The styles of the phone's first screen inside its page: on a slow line a file of their own costs one way there and back. */
const inlined: string[] = []
const inlineStyles: Plugin = {
  name: 'inline-styles',
  enforce: 'post',
  generateBundle(_options, bundle) {
    for (const page of Object.values(bundle)) {
      if (page.type !== 'asset' || !page.fileName.endsWith('.html')) continue
      page.source = String(page.source).replace(
        /<link rel="stylesheet"[^>]* href="\/([^"]+)">/g,
        (link: string, file: string) => {
          const styles = bundle[file]
          if (styles?.type !== 'asset') return link
          delete bundle[file]
          inlined.push(file)
          return `<style>${String(styles.source).trim()}</style>`
        },
      )
    }
  },
  // What comes later and shares these styles would ask for the file again and wait: it is told of the page's own script instead.
  writeBundle({ dir = '' }, bundle) {
    const own = entryOf(bundle)
    for (const { type, fileName } of Object.values(bundle)) {
      if (type !== 'chunk') continue
      const path = join(dir, fileName)
      const code = readFileSync(path, 'utf8')
      const told = inlined.reduce((text, file) => text.replaceAll(`"${file}"`, `"${own}"`), code)
      if (told !== code) writeFileSync(path, told)
    }
  },
}

function entryOf(bundle: Rolldown.OutputBundle): string {
  const entry = Object.values(bundle).find((one) => one.type === 'chunk' && one.isEntry)
  return entry?.fileName ?? ''
}

/** The worker that keeps the phone's page, with the names of this build. What only some use is kept once it is used. */
const serviceWorker: Plugin = {
  name: 'service-worker',
  enforce: 'post',
  generateBundle(_options, bundle) {
    const built = Object.keys(bundle).filter((name) => name.startsWith('assets/'))
    const usedBySome = (name: string) => name.endsWith('.woff2') || /^assets\/(phone|guests|results|second-language|show-page)-/.test(name)
    const paths = (names: string[]) => names.map((name) => `/${name}`).sort()
    const files = ['/', '/favicon.svg', ...paths(built.filter((name) => !usedBySome(name)))]
    const page = bundle['index.html']
    const version = createHash('sha256').update(page?.type === 'asset' ? page.source : '')
    for (const file of files) version.update(file)
    const filled = {
      __VERSION__: version.digest('hex').slice(0, 16),
      __FILES__: files,
      __LATER__: paths(built.filter(usedBySome)),
    }
    const source = readFileSync(new URL('phone/service-worker.js', import.meta.url), 'utf8').replace(
      /__[A-Z]+__/g,
      (place) => JSON.stringify(filled[place as keyof typeof filled]),
    )
    this.emitFile({ type: 'asset', fileName: 'service-worker.js', source })
  },
}

/** The server writes the page of a story: its words come from here. */
const storyWords: Plugin = {
  name: 'story-words',
  generateBundle() {
    const source = JSON.stringify({ nl: storyNl, en: storyEn })
    this.emitFile({ type: 'asset', fileName: 'story-words.json', source })
  },
}

/**
 * The files of the phone: what its first screen needs, and what it fetches inside. Left to itself the build would cut both
 * into many, along the lines of who shares what with the pages that come later still.
 */
const phoneFiles = [
  { name: 'page', test: /phone\/main\.tsx$/, priority: 2 },
  { name: 'inside', test: /phone\/(inside\.tsx|result\/result-view\.ts)$|draw\/plant-label\.tsx$/, priority: 1 },
]

export default defineConfig(({ mode }) => ({
  plugins: mode === 'phone' ? [inlineStyles, serviceWorker] : [storyWords],
  build: {
    outDir: 'dist',
    emptyOutDir: mode !== 'room',
    target: targetsOf(mode === 'phone' ? oldest.phone : oldest.room),
    modulePreload: { polyfill: false },
    // Data addresses would need an exception in the content security policy.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    rolldownOptions: {
      input: pages[mode] ?? Object.values(pages).flat(),
      output: mode === 'phone' ? { codeSplitting: { groups: phoneFiles } } : {},
    },
  },
  // While developing, the server runs beside Vite; `npx vite` passes on what is not a page.
  server: {
    proxy: {
      '/api': 'http://127.0.0.1:8080',
      '/ws': { target: 'ws://127.0.0.1:8080', ws: true },
    },
  },
  test: {
    include: ['{ui,text,shared,phone,console,screen,desk,story,answer}/**/*.test.{ts,tsx}'],
  },
}))
