import { expect, it } from 'vitest'
import { wifiQr } from './wifi-qr.ts'

it('is read as a network with its password', () => {
  expect(wifiQr({ name: 'De Grift gasten', password: 'groene plek 2026' })).toBe(
    'WIFI:T:WPA;S:De Grift gasten;P:groene plek 2026;;',
  )
})

it('has no password for an open network', () => {
  expect(wifiQr({ name: 'Gasten', password: '' })).toBe('WIFI:T:nopass;S:Gasten;;')
})

it('writes a backslash before signs with a meaning, and before no other', () => {
  expect(wifiQr({ name: 'a;b,c:d"e\\f', password: 'p;q:r,s"t\\u-/&' })).toBe(
    'WIFI:T:WPA;S:a\\;b\\,c\\:d\\"e\\\\f;P:p\\;q\\:r\\,s\\"t\\\\u-/&;;',
  )
})
