// One Chromium for a whole test file; every device is a context of its own.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { root } from './server.mjs'

// Chromium without the window around the page: the same engine, with two thirds of the work (../README.md).
const executablePath = process.env.KIEMKRING_CHROMIUM || '/usr/bin/chromium-headless-shell'
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
  // Pages that are not in front must behave like phones that are.
  '--disable-background-timer-throttling',
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
]

/** How long a page is waited for: two cores drive two files of tests, and perhaps a compiler. */
const patienceMs = 60_000

export const sizes = {
  phone: { width: 360, height: 740 },
  phoneTall: { width: 390, height: 844 },
  tablet: { width: 1024, height: 768 },
  tabletUpright: { width: 768, height: 1024 },
  laptop: { width: 1280, height: 800 },
  beamer: { width: 1920, height: 1080 },
  beamerOld: { width: 1024, height: 768 },
}

export class Devices {
  constructor(browser) {
    this.browser = browser
    this.troubles = []
  }

  static async launch(more = []) {
    return new Devices(await chromium.launch({ executablePath, args: [...args, ...more], headless: true }))
  }

  /** A device with nothing on it. What goes wrong in its pages is kept in `troubles`. */
  async device(name, viewport, options = {}) {
    const { language = 'nl', ...rest } = options
    const context = await this.browser.newContext({
      viewport,
      locale: language === 'nl' ? 'nl-NL' : 'en-GB',
      timezoneId: 'Europe/Amsterdam',
      reducedMotion: 'reduce',
      ...rest,
    })
    context.setDefaultTimeout(patienceMs)
    context.on('weberror', (error) => this.troubles.push(`${name}: ${error.error()?.stack}`))
    return context
  }

  async phone(name, options = {}) {
    const context = await this.device(name, sizes.phone, { hasTouch: true, isMobile: true, ...options })
    return { name, context, page: await context.newPage() }
  }

  async large(name, viewport, options = {}) {
    const context = await this.device(name, viewport, options)
    return { name, context, page: await context.newPage() }
  }

  /** A desk of this organiser. */
  async desk(organiser, title) {
    const { page } = await this.large(title, sizes.laptop)
    await organiser.logIn(page)
    return page
  }

  async close() {
    await this.browser.close()
  }
}

/** Sets a box or a choice, which may show only what the server keeps: it is as it was set once that is kept. */
export async function setBox(box, checked = true) {
  if ((await box.isChecked()) === checked) return
  for (let tries = 1; ; tries += 1)
    try {
      await box.click({ force: true })
      break
    } catch (error) {
      // What came meanwhile moved it.
      if (tries === 5 || !error.message.includes('outside of the viewport')) throw error
    }
  await box.and(box.page().locator(checked ? ':checked' : ':not(:checked)')).waitFor({ state: 'attached' })
}

/** Keeps a picture of what went wrong, beside the test's own words. */
export async function photograph(page, name) {
  const folder = join(root, 'build/pictures/failed')
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: join(folder, `${name}.png`) }).catch(() => {})
}

/** Runs `act` for all items, at most `width` at a time: two cores drive no thirty pages at once. */
export async function inParallel(items, act, width = 6) {
  const queue = [...items.entries()]
  const results = []
  await Promise.all(
    Array.from({ length: Math.min(width, queue.length) }, async () => {
      for (let next = queue.shift(); next; next = queue.shift()) {
        const [place, item] = next
        results[place] = await act(item, place)
      }
    }),
  )
  return results
}
