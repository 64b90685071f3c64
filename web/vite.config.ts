import { defineConfig } from 'vitest/config'

// The phone is built apart from the other three pages: what they share would otherwise become extra
// files that a phone on a slow line has to ask for one by one.
const pages: Record<string, string[]> = {
  phone: ['index.html'],
  room: ['console.html', 'screen.html', 'desk.html'],
}

export default defineConfig(({ mode }) => ({
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
