import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'

// The phone is built apart from the other three pages: what they share would otherwise become extra
// files that a phone on a slow line has to ask for one by one.
const pages: Record<string, string[]> = {
  phone: ['index.html'],
  room: ['console.html', 'screen.html', 'desk.html'],
}

/** The styles of the phone's first screen inside its page: on a slow line a file of their own costs one way there and back. */
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
          return `<style>${String(styles.source).trim()}</style>`
        },
      )
    }
  },
}

export default defineConfig(({ mode }) => ({
  plugins: mode === 'phone' ? [inlineStyles] : [],
  build: {
    outDir: 'dist',
    emptyOutDir: mode !== 'room',
    target: 'es2020',
    // Without this the CSS is rewritten for browsers that know no logical properties, at three times the size.
    cssTarget: ['chrome89', 'firefox89', 'safari14.1'],
    modulePreload: { polyfill: false },
    // Data addresses would need an exception in the content security policy.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    rolldownOptions: { input: pages[mode] ?? Object.values(pages).flat() },
  },
  // While developing, the server runs beside Vite; `npx vite` passes on what is not a page.
  server: {
    proxy: {
      '/api': 'http://127.0.0.1:8080',
      '/ws': { target: 'ws://127.0.0.1:8080', ws: true },
    },
  },
  test: {
    include: ['{ui,text,shared,phone,console,screen,desk}/**/*.test.{ts,tsx}'],
  },
}))
