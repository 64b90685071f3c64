// Nothing of a page may be wider than its device.
import assert from 'node:assert/strict'

export async function notSideways(page, where) {
  const { wide, room, what } = await page.evaluate(() => ({
    wide: document.documentElement.scrollWidth,
    room: document.documentElement.clientWidth,
    what: [...document.querySelectorAll('body *')]
      .filter((element) => {
        const { left, right } = element.getBoundingClientRect()
        return (right > innerWidth + 1 || left < -1) && !element.closest('[aria-hidden], .visually-hidden')
      })
      .slice(0, 3)
      .map((element) => `${element.tagName}.${element.className}`),
  }))
  assert.ok(wide <= room, `${where} is ${wide} px wide, there is room for ${room}: ${what}`)
}
