import { expect, test } from 'vitest'
import { group, idea, me, person, proposal, round, session, testRoom, waiting } from '../test-room.ts'
import { sharpenView } from './sharpen-view.ts'
import { emptyWording, keptMine, merge, tookTheirs, written } from './wording.ts'

const wording = { ...emptyWording, what: 'Een pluktuin' }
const records = [
  session,
  round('sharpen'),
  me(),
  person(3, 'Karin', { table: 4 }),
  person(4, 'Anna', { table: 4 }),
  person(6, 'Bo', { table: 2 }),
  person(8, 'Weg', { table: 2, state: 'removed' }),
  ...[1, 2, 3, 4].flatMap((id) => [
    { ...group(id, `Groep ${id}`, 'ABCD'[id - 1] ?? ''), order: id },
    idea(id, `idee ${id}`, { group: id }),
  ]),
]
const rowOf = (room: Parameters<typeof sharpenView>[0], id: number) => {
  const row = sharpenView(room).find((found) => found.id === id)
  if (!row) throw new Error(`no row ${id}`)
  return row
}

test('Mine stands first, then what somebody at my table makes, then what nobody took', () => {
  const room = testRoom([
    ...records,
    proposal(1, { by: 6, name: 'Bo', what: 'Bankjes' }),
    proposal(2, { by: 4, name: 'Anna' }),
    proposal(4, { by: 3, name: 'Karin' }),
  ])
  expect(sharpenView(room).map(({ id, whose }) => [id, whose])).toEqual([
    [4, 'mine'],
    [2, 'table'],
    [3, 'nobody'],
    [1, 'others'],
  ])
  expect(rowOf(room, 1).save).toBeUndefined()
  expect(rowOf(room, 1).take).toBeUndefined()
  expect(rowOf(room, 1).proposal?.what).toBe('Bankjes')
  expect(rowOf(room, 2).save).toBeDefined()
  expect(rowOf(room, 2).letGo).toBeUndefined()
  expect(rowOf(room, 2).proposal).toBeUndefined()
})

test('Who left the session holds nothing any more', () => {
  const room = testRoom([...records, proposal(1, { by: 8, name: 'Weg' })])
  expect(rowOf(room, 1)).toMatchObject({ whose: 'nobody', by: '' })
  void rowOf(room, 1).take?.()
  expect(room.send).toHaveBeenCalledWith('take_proposal', { group: 1, taken: true })
})

test('A wording replaces the one that was read, also one that is still on its way', () => {
  const taken = proposal(1, { by: 3, revision: 2, what: 'Tuin' })
  const room = testRoom([...records, taken])
  void rowOf(room, 1).save?.(wording)
  expect(room.send).toHaveBeenCalledWith('word_proposal', { group: 1, revision: 2, ...wording })

  const busy = testRoom(
    [...records, taken],
    [waiting('word_proposal', { group: 1, revision: 2, ...wording })],
  )
  expect(rowOf(busy, 1).going).toEqual({ state: 'kept', wording })
  void rowOf(busy, 1).save?.({ ...wording, where: 'bij de poort' })
  expect(busy.send).toHaveBeenCalledWith('word_proposal', {
    group: 1,
    revision: 3,
    ...wording,
    where: 'bij de poort',
  })
})

test('Taking one shows before it is answered, and it can be written in at once', () => {
  const room = testRoom(records, [waiting('take_proposal', { group: 3, taken: true })])
  expect(rowOf(room, 3)).toMatchObject({ whose: 'mine' })
  expect(rowOf(room, 3).save).toBeDefined()
})

test('What I left alone follows the others, what I changed stays mine', () => {
  const draft = written(undefined, emptyWording, 'what', 'Een tuin')
  const merged = merge(draft, { ...emptyWording, where: 'bij de poort' })
  expect(merged.shown).toEqual({ ...emptyWording, what: 'Een tuin', where: 'bij de poort' })
  expect(merged).toMatchObject({ differs: true, conflicts: [] })
})

test('What two people changed differently is for a person to choose', () => {
  const draft = written(undefined, emptyWording, 'what', 'Een tuin')
  const now = { ...emptyWording, what: 'Een boomgaard' }
  expect(merge(draft, now)).toMatchObject({ conflicts: ['what'], shown: { what: 'Een tuin' } })
  expect(merge(keptMine(draft, now, 'what'), now)).toMatchObject({
    conflicts: [],
    differs: true,
    shown: { what: 'Een tuin' },
  })
  expect(merge(tookTheirs(draft, now, 'what'), now)).toMatchObject({
    conflicts: [],
    differs: false,
    shown: { what: 'Een boomgaard' },
  })
})

test('Going on typing does not settle a conflict', () => {
  const now = { ...emptyWording, what: 'Een boomgaard' }
  const draft = written(written(undefined, emptyWording, 'what', 'Een tuin'), now, 'what', 'Een tuintje')
  expect(merge(draft, now).conflicts).toEqual(['what'])
})

test('A part that others changed before I touched it is no conflict', () => {
  const begun = written(undefined, emptyWording, 'what', 'Een tuin')
  const now = { ...emptyWording, where: 'bij de poort' }
  const draft = written(begun, now, 'where', 'bij de oude poort')
  expect(merge(draft, now)).toMatchObject({ conflicts: [], shown: { where: 'bij de oude poort' } })
})

test('Spaces around a text are no change', () => {
  const now = { ...emptyWording, what: 'Een tuin' }
  expect(merge({ base: emptyWording, mine: { ...emptyWording, what: 'Een tuin ' } }, now)).toMatchObject({
    differs: false,
    conflicts: [],
  })
})
