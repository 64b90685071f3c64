// What can be pressed or filled in must be seen whole: no word outside its box, no box outside the page.
import assert from 'node:assert/strict'

export async function nothingClipped(page, where) {
  const clipped = await page.evaluate(() => {
    const problems = []
    for (const control of document.querySelectorAll('button, summary, input, textarea, select, a')) {
      const box = control.getBoundingClientRect()
      if (!control.checkVisibility({ visibilityProperty: true }) || control.closest('.visually-hidden')) continue
      const name = `${control.tagName}.${control.className} "${control.textContent.slice(0, 40)}"`
      if (box.left < -1 || box.right > innerWidth + 1) problems.push(`${name} leaves the page`)
      const words = document.createTreeWalker(control, NodeFilter.SHOW_TEXT)
      for (let text = words.nextNode(); text; text = words.nextNode()) {
        if (text.parentElement.closest('.visually-hidden, option, textarea')) continue
        const range = document.createRange()
        range.selectNodeContents(text)
        for (const line of range.getClientRects()) {
          if (line.left < box.left - 1 || line.right > box.right + 1 || line.top < box.top - 4 || line.bottom > box.bottom + 4) {
            problems.push(`${name}: "${text.data.slice(0, 30)}" leaves its box`)
          }
        }
      }
    }
    return [...new Set(problems)]
  })
  assert.ok(clipped.length === 0, `${where}: ${clipped.join('; ')}`)
}
