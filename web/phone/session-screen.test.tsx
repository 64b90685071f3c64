// @vitest-environment happy-dom
import { render } from 'preact'
import { act } from 'preact/test-utils'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { FakeSocket } from '../shared/test-socket.ts'
import { setLanguage } from '../text/language.ts'
import type { Seat } from './seats.ts'
import { SessionScreen } from './session-screen.tsx'
import { me, round, session } from './test-room.ts'

const anna: Seat = { session: 's1', token: 'a'.repeat(64), title: 'Groen', retainedUntil: '2027-06-01', doors: [] }
const nothing = () => {}

let sockets: FakeSocket[]
let page: HTMLElement

beforeEach(() => {
  setLanguage('nl')
  localStorage.clear()
  sockets = []
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  vi.stubGlobal('indexedDB', undefined)
  vi.stubGlobal(
    'WebSocket',
    class extends FakeSocket {
      constructor() {
        super()
        sockets.push(this)
      }
    },
  )
  page = document.createElement('div')
  document.body.append(page)
})

afterEach(() => {
  act(() => render(null, page))
  page.remove()
  vi.useRealTimers()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

const title = 'Je bent uit de sessie gehaald'
const asked = (times: number) => vi.waitFor(() => expect(sockets).toHaveLength(times))
const pass = (seconds: number) => act(() => void vi.advanceTimersByTime(seconds * 1_000))

/** Whoever was taken out is told of themselves, and nothing else. */
async function answer(socket: FakeSocket | undefined, removed: boolean) {
  await act(() => {
    socket?.accept()
    socket?.say({
      type: 'welcome',
      protocol: 1,
      mode: 'snapshot',
      epoch: 'e1',
      role: 'participant',
      person: 3,
      next_n: 1,
      now: 1_000_000,
      public_url: 'http://kiemkring.test',
    })
  })
  const told = { type: 'changes', from: 0, to: 10, now: 1_000_000, gone: [] as string[] } as const
  if (!removed) await act(() => socket?.say({ ...told, audience: 'participant', put: [session, round('ideas')] }))
  await act(() => socket?.say({ ...told, audience: 'me', put: [me({ removed })] }))
  if (removed) await act(() => socket?.drop(4004))
}

test('Whoever was taken out asks again now and then while the page is looked at, and comes in once brought back', async () => {
  act(() => render(<SessionScreen seat={anna} onLeave={nothing} onWiped={nothing} onTold={nothing} />, page))
  await asked(1)
  await answer(sockets[0], false)
  expect(page.textContent).not.toContain(title)
  await act(() => sockets[0]?.drop(4004))
  expect(page.textContent).toContain(title)

  const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true)
  await pass(60)
  expect(sockets).toHaveLength(1)
  hidden.mockReturnValue(false)
  await pass(14)
  expect(sockets).toHaveLength(1)
  await pass(2)
  await asked(2)
  await answer(sockets[1], true)
  const heading = page.querySelector('h1')
  expect(heading?.textContent).toBe(title)

  await pass(15)
  await asked(3)
  // Still out as far as is known: nothing flashes by.
  expect(page.querySelector('h1')).toBe(heading)
  await answer(sockets[2], false)
  expect(page.textContent).not.toContain(title)
  await pass(60)
  expect(sockets).toHaveLength(3)
})
