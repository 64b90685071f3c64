import { expect, it } from 'vitest'
import { recorder } from './picture-fixture.ts'
import type { Picture } from './picture.ts'
import { wifiProblem } from '../shared/wifi-problem.ts'
import { wifiView } from './wifi-view.ts'

const picture = (wifi?: Picture['wifi']) => ({ wifi }) as Picture

it('is shown as soon as it is filled in, and taken away whole', async () => {
  const { send, asked } = recorder()
  await wifiView(picture(), send).save(' De Grift ', 'groene plek')
  const view = wifiView(picture({ type: 'wifi', id: 0, name: 'De Grift', password: 'groene plek', shown: true }), send)
  view.turn?.()
  await view.remove?.()
  expect(asked).toEqual([
    ['set_wifi', { name: 'De Grift', password: 'groene plek', shown: true }],
    ['set_wifi', { name: 'De Grift', password: 'groene plek', shown: false }],
    ['set_wifi', { name: '', password: '', shown: false }],
  ])
  expect(wifiView(picture(), send).remove).toBeUndefined()
})

it('says beside the field what is no network', () => {
  expect(wifiProblem('  ', '')?.why).toBe('wifi.name_needed')
  expect(wifiProblem('é'.repeat(17), '')?.why).toBe('wifi.name_long')
  expect(wifiProblem('De Grift', 'kort')?.why).toBe('wifi.password_bad')
  expect(wifiProblem('De Grift', 'café aan de sloot')?.why).toBe('wifi.password_bad')
  expect(wifiProblem('De Grift', 'x'.repeat(64))?.why).toBe('wifi.password_bad')
  expect(wifiProblem('De Grift', '')).toBeUndefined()
  expect(wifiProblem('De Grift', 'groene plek')).toBeUndefined()
})
