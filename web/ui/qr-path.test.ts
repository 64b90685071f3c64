import { describe, expect, it } from 'vitest'
import { encodeQr } from './qr-encode.ts'
import { modulesOf, qrPath } from './qr-path.ts'

describe('A QR code', () => {
  it('is read from rows or from one square of digits', () => {
    const rows = [
      [true, false],
      [false, true],
    ]
    expect(modulesOf(rows)).toEqual(rows)
    expect(modulesOf('10\n01\n')).toEqual(rows)
    expect(modulesOf('1001')).toEqual(rows)
  })

  it('is drawn as one rectangle per run', () => {
    expect(qrPath(modulesOf('1101\n0000\n0000\n0001'))).toBe('M0 0h2v1h-2zM3 0h1v1h-1zM3 3h1v1h-1z')
  })

  it('has its three corners, whatever it says', () => {
    const rows = encodeQr('http://192.168.1.20:8080/j/7KM4PX')
    const last = rows.length - 7
    for (const [top, left] of [
      [0, 0],
      [0, last],
      [last, 0],
    ] as const) {
      const corner = rows.slice(top, top + 7).map((row) =>
        row
          .slice(left, left + 7)
          .map(Number)
          .join(''),
      )
      expect(corner).toEqual(['1111111', '1000001', '1011101', '1011101', '1011101', '1000001', '1111111'])
    }
  })
})
