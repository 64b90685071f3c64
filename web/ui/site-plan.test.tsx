// @vitest-environment happy-dom
import { render } from 'preact'
import { act } from 'preact/test-utils'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { SitePlan } from './site-plan.tsx'
import { wholePicture } from './site-plan-view.ts'

let page: HTMLElement
const onTap = vi.fn()
const onLook = vi.fn()
const onPin = vi.fn()

beforeEach(() => {
  page = document.createElement('div')
  document.body.append(page)
  // A box of 320 by 320 with its corner at 0, 0.
  vi.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, 0, 320, 320))
  HTMLElement.prototype.setPointerCapture = () => {}
  act(() =>
    render(
      <SitePlan
        src={undefined}
        picture={{ width: 100, height: 100 }}
        alt="plan"
        pins={[{ key: 'a', x: 0.2, y: 0.2, mark: '1', label: 'pin' }]}
        look={wholePicture}
        onLook={onLook}
        onTap={onTap}
        onPin={onPin}
        words={{ larger: '+', smaller: '-', how: '' }}
      />,
      page,
    ),
  )
})
afterEach(() => {
  render(null, page)
  page.remove()
  vi.restoreAllMocks()
  vi.clearAllMocks()
})

const finger = (kind: string, clientX: number, clientY: number, pointerId = 1, at = '.site-plan-box') =>
  act(() => {
    page
      .querySelector(at)
      ?.dispatchEvent(new PointerEvent(kind, { pointerId, clientX, clientY, button: 0, bubbles: true }))
  })

test('A tap tells which spot it was', () => {
  finger('pointerdown', 192, 96)
  finger('pointermove', 193, 97)
  finger('pointerup', 193, 97)
  expect(onTap).toHaveBeenCalledTimes(1)
  const [look] = onTap.mock.calls[0] ?? []
  expect(look.x).toBeCloseTo(193 / 320)
  expect(look.y).toBeCloseTo(97 / 320)
  expect(onLook).not.toHaveBeenCalled()
})

test('Pulling, pinching, a tap on a pin and a touch that was taken away are no tap', () => {
  finger('pointerdown', 100, 100)
  finger('pointermove', 130, 100)
  finger('pointerup', 130, 100)
  finger('pointerdown', 100, 100)
  finger('pointerdown', 200, 200, 2)
  finger('pointerup', 200, 200, 2)
  finger('pointerup', 100, 100)
  finger('pointerdown', 60, 60, 1, '.site-pin')
  finger('pointerup', 60, 60, 1, '.site-pin')
  finger('pointerdown', 100, 100)
  finger('pointercancel', 100, 100)
  expect(onTap).not.toHaveBeenCalled()
})
