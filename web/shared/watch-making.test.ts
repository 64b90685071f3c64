import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { askEveryMs, watchMaking } from './watch-making.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('how far a file is comes by the key in its address, until the end', async () => {
  const answers = [new Response('{"error":"no_work"}', { status: 404 }), new Response('{"done":250}')]
  const asked = vi.fn((_: string) => Promise.resolve(answers.shift() ?? new Response('{"done":900}')))
  vi.stubGlobal('fetch', asked)
  const heard: number[] = []
  const making = watchMaking('/api/trajectories/00000000000000ab/export?format=pdf', (done) => heard.push(done))
  const work = /&work=([0-9a-f]{32})$/.exec(making.address)?.[1]
  await vi.advanceTimersByTimeAsync(askEveryMs)
  expect(asked.mock.calls[0]?.[0]).toBe(`/api/trajectories/00000000000000ab/export/progress?work=${work}`)
  expect(heard).toEqual([])
  await vi.advanceTimersByTimeAsync(2 * askEveryMs)
  expect(heard).toEqual([0.25, 0.9])
  // One that is on its way when it ends is not heard any more.
  let answer = (_: Response) => {}
  asked.mockImplementationOnce(() => new Promise((resolve) => { answer = resolve }))
  await vi.advanceTimersByTimeAsync(askEveryMs)
  making.end()
  answer(new Response('{"done":950}'))
  await vi.advanceTimersByTimeAsync(10 * askEveryMs)
  expect(asked).toHaveBeenCalledTimes(4)
  expect(heard).toEqual([0.25, 0.9])
})
