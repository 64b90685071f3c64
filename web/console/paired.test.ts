import { describe, expect, it } from 'vitest'
import { forgetPaired, keepPaired, lastPaired, pair, secretOf } from './paired.ts'

const granted = (role: 'facilitator' | 'screen') => () =>
  Promise.resolve({ ok: true as const, status: 201, body: { role, session: 's1' } })
const refused = (status: number, error: string) => () =>
  Promise.resolve({ ok: false as const, status, error, body: {} })

describe('Pairing', () => {
  it('reads the secret from the link', () => {
    expect(secretOf('#p=abc')).toBe('abc')
    expect(secretOf('#q=abc')).toBeUndefined()
    expect(secretOf('')).toBeUndefined()
  })

  it('keeps the token, and remembers the session as the last one', async () => {
    expect((await pair('x', granted('facilitator'))).state).toBe('paired')
    expect(lastPaired()).toMatchObject({ session: 's1', token: expect.stringMatching(/^[0-9a-f]{64}$/) })
  })

  it('sends the same token again when the answer was lost, and another one with another link', async () => {
    const sent: { secret: string; token: string }[] = []
    const ask = (answer: Awaited<ReturnType<ReturnType<typeof refused>>>) => (body: (typeof sent)[0]) => {
      sent.push(body)
      return Promise.resolve(answer)
    }
    await pair('lost', ask(await refused(0, 'offline')()))
    await pair('lost', ask(await refused(0, 'offline')()))
    await pair('other', ask(await refused(404, 'no_pairing')()))
    expect(sent[1]).toEqual(sent[0])
    expect(sent[2]?.token).not.toBe(sent[0]?.token)
  })

  it('tells a used link from a lost connection, a link of the big screen, and the rest', async () => {
    expect((await pair('x', refused(404, 'no_pairing'))).state).toBe('used')
    expect((await pair('x', refused(0, 'offline'))).state).toBe('offline')
    expect(await pair('x', granted('screen'))).toEqual({ state: 'screen', secret: 'x' })
    expect(await pair('x', refused(503, 'busy'))).toEqual({ state: 'failed', code: 'busy' })
  })

  it('falls back to the session before when one is forgotten', () => {
    keepPaired({ session: 's1', token: 'aa', title: '' })
    keepPaired({ session: 's2', token: 'bb', title: 'Twee' })
    expect(lastPaired()?.session).toBe('s2')
    forgetPaired('s2')
    expect(lastPaired()?.session).toBe('s1')
  })
})
