// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import { runsOf } from './inline.ts'
import { isRightToLeft, leftToRightMark, ownTextOf } from './style.ts'

const partOf = (html: string) => new DOMParser().parseFromString(html, 'text/html').body.firstElementChild as Element

/** What a run writes, and whether it is said to run from the right. */
function written(html: string) {
  return runsOf(partOf(html)).map((run) => {
    const xml = JSON.stringify(run.prepForXml({ stack: [] } as never))
    return [/"w:t":\[?.*?"([^"]*)"\]?\}\]/.exec(xml.replace(/\{"_attr":\{"xml:space":"preserve"\}\},/, ''))?.[1], /"w:rtl":\{\}/.test(xml)]
  })
}

test('a line runs as its own words do, not as what is kept apart in it', () => {
  const direction = (html: string) => isRightToLeft(ownTextOf(partOf(html)))
  expect(direction('<li><bdi>حديقة</bdi> (3 stemmen)</li>')).toBe(false)
  expect(direction('<li><bdi class="badge">A</bdi> حديقة<span dir="auto">pin A1</span></li>')).toBe(true)
  expect(direction('<p><b>Tuin</b> <bdi>حديقة</bdi></p>')).toBe(false)
})

test('after an Arabic or Hebrew name in a line of ours the line goes on from left to right', () => {
  expect(written('<p><bdi>حديقة</bdi>, <bdi>גינה</bdi> en <bdi>Tuin</bdi></p>')).toEqual([
    ['حديقة', true],
    [leftToRightMark, false],
    [', ', false],
    ['גינה', true],
    [leftToRightMark, false],
    [' en ', false],
    ['Tuin', false],
  ])
})
