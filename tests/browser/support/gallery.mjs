// Pictures of screens at the sizes of their devices, with axe run on each, and an index of them all.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { sizes } from './browser.mjs'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

export const sizesOf = {
  phone: ['phone', 'phoneTall'],
  tablet: ['tablet', 'tabletUpright'],
  screen: ['beamer', 'beamerOld'],
  desk: ['laptop'],
}

export class Gallery {
  constructor(folder) {
    this.folder = folder
    this.taken = []
    this.problems = []
    rmSync(folder, { recursive: true, force: true })
    mkdirSync(folder, { recursive: true })
  }

  /** Pictures of one state: `pages` has the same state in Dutch and in English. */
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
    await page.setViewportSize(sizes[sizesOf[device][0]])
  }

  async look(name, device, page) {
    if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe)
    const { violations, language, wide } = await page.evaluate(async (tags) => {
      const { violations } = await globalThis.axe.run(document, {
        runOnly: { type: 'tag', values: tags },
        resultTypes: ['violations'],
      })
      return {
        violations: violations.map(({ id, nodes }) => ({
          id,
          where: nodes.slice(0, 3).map(({ html, failureSummary }) => `${html.slice(0, 160)} (${failureSummary?.split('\n')[1]?.trim()})`),
        })),
        language: document.documentElement.lang,
        wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
      }
    }, tags)
    for (const { id, where } of violations) this.problems.push(`${name}: ${id}: ${where.join(' | ')}`)
    if (!name.includes(`-${language}-`)) this.problems.push(`${name}: the page says that its language is ${language}`)
    if (wide > 0 && device !== 'screen') this.problems.push(`${name}: ${wide} px wider than the device`)
  }

  /** What is on the list and has no picture, and the other way round. */
  compare(list) {
    const taken = new Set(this.taken.map(({ name }) => name))
    const listed = Object.entries(list).flatMap(([device, states]) =>
      states.flatMap((state) =>
        ['nl', 'en'].flatMap((language) => sizesOf[device].map((size) => `${device}-${state}-${language}-${size}`)),
      ),
    )
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
                  ['nl', 'en'].map(
                    (language) =>
                      `<figure>${cell(`${device}-${state}-${language}-${size}`)}<figcaption>${language}, ${sizes[size].width} x ${sizes[size].height}</figcaption></figure>`,
                  ),
                )
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
<h1>Kiemkring: every screen and state</h1><p>${this.taken.length} pictures.</p>${rows.join('')}</html>`,
    )
  }
}
