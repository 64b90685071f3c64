import { expect, it } from 'vitest'
import { aGroup, anAgenda, anIdea, aPicture, aRound } from './picture-fixture.ts'
import { atFieldTime, fieldTime, firstPrinted, likelyStart, printKit } from './print-kit-view.ts'

const invite = { type: 'invite', id: 0, code: '7KM4PX', secret: 'geheim' } as const

it('Before there are groups a ballot has the letters A to O, and lines to write on', () => {
  const kit = printKit(aPicture({ invite }), 'http://192.168.0.2:8080/', 0)
  expect(kit.ballot.map((line) => line.letter).join('')).toBe('ABCDEFGHIJKLMNO')
  expect(kit.votes).toBe(5)
  expect(kit).toMatchObject({
    address: '192.168.0.2:8080',
    link: 'http://192.168.0.2:8080/#q=geheim',
    code: '7KM4PX',
  })
})

it('With groups it has their names, and as many crosses as there are votes', () => {
  const groups = [aGroup(1, 'A', { name: 'Bankjes' }), aGroup(2, 'B', { name: 'Leeg' })]
  const kit = printKit(aPicture({ groups, ideas: [anIdea(1, 1, 1)] }), undefined, 0)
  expect(kit.ballot).toEqual([{ letter: 'A', color: groups[0]?.color, title: 'Bankjes' }])
  expect(kit.votes).toBe(3)
})

it('The running order leaves out what is skipped, and has a time for what comes', () => {
  const agenda = anAgenda([
    aRound(1, 'lobby', 'now', 10),
    aRound(2, 'talk', 'skipped'),
    aRound(3, 'ideas', 'ahead'),
  ])
  const kit = printKit(aPicture({ agenda }), undefined, 1_000)
  expect(kit.rounds.map((round) => [round.id, round.at])).toEqual([
    [1, 1_000],
    [3, 601_000],
  ])
})

it('The minutes of a tie count, and what is behind us has no time', () => {
  const agenda = anAgenda([
    aRound(1, 'lobby', 'done', 10),
    aRound(2, 'vote', 'now', 5),
    aRound(3, 'tie', 'ahead', 3),
    aRound(4, 'top5', 'ahead', 4),
  ])
  const kit = printKit(aPicture({ agenda }), undefined, 0)
  expect(kit.rounds.map((round) => round.at)).toEqual([undefined, 0, 300_000, 480_000])
  expect(firstPrinted(aPicture({ agenda }))?.id).toBe(2)
})

it('A running order that is printed before begins at a whole hour; on the way it counts from now', () => {
  const at = (hours: number, minutes: number) => new Date(2026, 10, 28, hours, minutes).getTime()
  const before = aPicture({ agenda: anAgenda([aRound(1, 'lobby', 'now', 10), aRound(2, 'ideas', 'ahead')]) })
  expect(likelyStart(before, at(13, 1))).toBe(at(14, 0))
  expect(likelyStart(before, at(13, 0))).toBe(at(13, 0))
  const onTheWay = aPicture({ agenda: anAgenda([aRound(1, 'lobby', 'done', 10), aRound(2, 'ideas', 'now')]) })
  expect(likelyStart(onTheWay, at(13, 1))).toBe(at(13, 1))
})

it('The time in the field is one of this day, where this device is', () => {
  const now = new Date(2026, 10, 28, 9, 5).getTime()
  expect(fieldTime(now)).toBe('09:05')
  expect(atFieldTime('19:30', now)).toBe(new Date(2026, 10, 28, 19, 30).getTime())
  expect(atFieldTime('', now)).toBeUndefined()
})
