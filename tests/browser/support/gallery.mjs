// Pictures of screens at the sizes of their devices, with axe run on each, and an index of them all.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { axeFindings } from './axe.mjs'
import { sizes } from './browser.mjs'

export const sizesOf = {
  phone: ['phone', 'phoneTall'],
  helper: ['phone', 'phoneTall'],
  remote: ['phone', 'phoneTall'],
  tablet: ['tablet', 'tabletUpright'],
  screen: ['beamer', 'beamerOld'],
  desk: ['laptop'],
  languages: ['phone'],
}

const languagesOf = (device) => (device === 'languages' ? ['pl', 'ro', 'uk', 'de'] : ['nl', 'en'])

export class Gallery {
  /** `dark`: of each device the states that are taken once more in the dark; the words are the same, so one language is enough. */
  constructor(folder, dark = {}) {
    this.folder = folder
    this.dark = dark
    this.taken = []
    this.problems = []
    mkdirSync(folder, { recursive: true })
    // Its own only: the folders in it are of other tests, which may run now.
    for (const entry of readdirSync(folder, { withFileTypes: true })) if (entry.isFile()) rmSync(join(folder, entry.name))
  }

  /** Pictures of one state: `pages` has the same state in each language of the device. */
  async take(device, state, pages) {
    await Promise.all(Object.entries(pages).map(([language, page]) => this.one(device, state, language, page)))
  }

  async one(device, state, language, page) {
    for (const size of sizesOf[device]) {
      const name = `${device}-${state}-${language}-${size}`
      await page.setViewportSize(sizes[size])
      await page.evaluate(async () => {
        await document.fonts.ready
        await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))
      })
      await page.screenshot({ path: join(this.folder, `${name}.png`), animations: 'disabled' })
      await this.look(name, device, page)
      this.taken.push({ device, state, language, size, name })
    }
    if (this.dark[device]?.includes(state) && language === languagesOf(device)[0])
      await this.oneInTheDark(device, state, language, page)
    await page.setViewportSize(sizes[sizesOf[device][0]])
  }

  async oneInTheDark(device, state, language, page) {
    const [size] = sizesOf[device]
    const name = `${device}-${state}-${language}-${size}-dark`
    await page.setViewportSize(sizes[size])
    // A big screen is light whatever its system is set to, until somebody presses D.
    const turn = (colorScheme) => (device === 'screen' ? page.keyboard.press('d') : page.emulateMedia({ colorScheme }))
    await turn('dark')
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))
    await page.screenshot({ path: join(this.folder, `${name}.png`), animations: 'disabled' })
    await this.look(name, device, page)
    this.taken.push({ device, state, language, size, name })
    await turn('light')
  }

  async look(name, device, page) {
    for (const finding of await axeFindings(page)) this.problems.push(`${name}: ${finding}`)
    const { language, wide } = await page.evaluate(() => ({
      language: document.documentElement.lang,
      wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    }))
    if (!name.includes(`-${language}-`)) this.problems.push(`${name}: the page says that its language is ${language}`)
    // What is printed is as wide as paper.
    if (wide > 0 && device !== 'screen' && !/-print-/.test(name)) this.problems.push(`${name}: ${wide} px wider than the device`)
  }

  /** What is on the list and has no picture, and the other way round. */
  compare(list) {
    const taken = new Set(this.taken.map(({ name }) => name))
    const listed = Object.entries(list).flatMap(([device, states]) =>
      states.flatMap((state) =>
        languagesOf(device).flatMap((language) => sizesOf[device].map((size) => `${device}-${state}-${language}-${size}`)),
      ),
    )
    for (const [device, states] of Object.entries(this.dark))
      for (const state of states) listed.push(`${device}-${state}-${languagesOf(device)[0]}-${sizesOf[device][0]}-dark`)
    const missing = listed.filter((name) => !taken.has(name))
    const unlisted = [...taken].filter((name) => !listed.includes(name))
    return { missing, unlisted }
  }

  writeIndex(list) {
    const taken = new Set(this.taken.map(({ name }) => name))
    const cell = (name) =>
      taken.has(name)
        ? `<a href="${name}.png"><img loading="lazy" src="${name}.png" alt="${name}"></a>`
        : `<strong>missing: ${name}</strong>`
    const rows = Object.entries(list).map(
      ([device, states]) =>
        `<h2>${device}</h2>` +
        states
          .map(
            (state) =>
              `<section><h3>${state}</h3><div>` +
              sizesOf[device]
                .flatMap((size) =>
                  languagesOf(device).map(
                    (language) =>
                      `<figure>${cell(`${device}-${state}-${language}-${size}`)}<figcaption>${language}, ${sizes[size].width} x ${sizes[size].height}</figcaption></figure>`,
                  ),
                )
                .join('') +
              (this.dark[device]?.includes(state) ? [languagesOf(device)[0]] : [])
                .map((language) => `<figure>${cell(`${device}-${state}-${language}-${sizesOf[device][0]}-dark`)}<figcaption>${language}, dark</figcaption></figure>`)
                .join('') +
              '</div></section>',
          )
          .join(''),
    )
    writeFileSync(
      join(this.folder, 'index.html'),
      `<!doctype html><html lang="en"><meta charset="utf-8"><title>Kiemkring: every screen</title><style>
body{font:16px system-ui;margin:24px;background:#f4f2ea}section>div{display:flex;flex-wrap:wrap;gap:16px}
figure{margin:0}img{max-width:360px;max-height:420px;border:1px solid #76806f;background:#fff}
figcaption{font-size:13px;color:#48564c}strong{color:#a3231f}</style>
<h1>Kiemkring: every screen and state</h1><p>${this.taken.length} pictures. <a href="../papers/index.html">What comes on paper</a> has pictures of its own: <code>tests/report/look</code> makes them.</p>${rows.join('')}</html>`,
    )
  }
}
