// What axe has to say about a page, by the rules of WCAG 2.2 A and AA.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** Lines like "color-contrast: <p>...</p> (reason)"; none when all is well. */
export async function axeFindings(page) {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe)
  return page.evaluate(async (tags) => {
    const { violations } = await globalThis.axe.run(document, {
      runOnly: { type: 'tag', values: tags },
      resultTypes: ['violations'],
    })
    // What a bar at the edge covers in part is scrolled to by whoever wants it, and looked at there.
    const isSmallInSight = async (node) => {
      const [{ scrollX, scrollY }, element] = [globalThis, document.querySelector(node.target[0])]
      element?.scrollIntoView({ block: 'center' })
      const again = await globalThis.axe.run(element ?? document, { runOnly: ['target-size'], resultTypes: ['violations'] })
      scrollTo(scrollX, scrollY)
      return again.violations.length > 0
    }
    for (const one of violations.filter(({ id }) => id === 'target-size')) {
      const small = []
      for (const node of one.nodes) if (!node.failureSummary?.includes('obscured') || (await isSmallInSight(node))) small.push(node)
      one.nodes = small
    }
    const where = ({ html, failureSummary }) => `${html.slice(0, 160)} (${failureSummary?.split('\n')[1]?.trim()})`
    return violations.filter(({ nodes }) => nodes.length > 0).map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(where).join(' | ')}`)
  }, tags)
}
