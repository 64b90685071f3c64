import { beforeEach, expect, test, vi } from 'vitest'
import { keptPlan } from './kept-walk.ts'

const { kept } = vi.hoisted(() => ({ kept: new Map<string, unknown>() }))

// One store that answers at once.
vi.mock('../../shared/open-database.ts', () => ({
  openDatabase: async () => ({
    transaction: () => {
      const transaction = {
        oncomplete: () => {},
        objectStore: () => ({
          get: (key: string) => ({ result: kept.get(key) }),
          put: (value: unknown, key: string) => ({ result: kept.set(key, value) }),
          delete: (key: string) => ({ result: kept.delete(key) }),
        }),
      }
      queueMicrotask(() => queueMicrotask(() => transaction.oncomplete()))
      return transaction
    },
  }),
}))

beforeEach(() => kept.clear())

const plan = new Blob(['plan'])

test('A plan is kept for the session and the picture it is of', async () => {
  await keptPlan('s1').write(1, plan)
  expect(await keptPlan('s1').read(1)).toBe(plan)
  expect(await keptPlan('s1').read(2)).toBeUndefined()
  expect(await keptPlan('s1').read(1)).toBe(plan)
})

test('The plan of another session is not shown, and goes', async () => {
  await keptPlan('s1').write(1, plan)
  expect(await keptPlan('s2').read(1)).toBeUndefined()
  expect(kept.size).toBe(0)
})

test('A plan of which no session is known goes as well', async () => {
  kept.set('plan', { picture: 1, bytes: plan })
  expect(await keptPlan('s1').read(1)).toBeUndefined()
  expect(kept.size).toBe(0)
})
