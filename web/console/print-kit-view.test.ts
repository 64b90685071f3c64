import { expect, it } from 'vitest'
import { aGroup, anAgenda, anIdea, aPicture, aRound } from './picture-fixture.ts'
import { printKit } from './print-kit-view.ts'

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
