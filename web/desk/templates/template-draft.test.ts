import { describe, expect, it } from 'vitest'
import type { Template } from '../../shared/http.ts'
import { setLanguage } from '../../text/language.ts'
import {
  addRound,
  beginEditing,
  copyOf,
  fileName,
  fileOf,
  isChanged,
  mayMove,
  moveRound,
  removeRound,
  setMember,
  setRound,
  totalMinutes,
  undo,
  wrongParts,
} from './template-draft.ts'
import { problemText } from './template-problem.ts'

const round = (kind: Template['rounds'][number]['kind'], minutes: number) => ({
  kind,
  title: '',
  minutes,
  say: '',
  text: '',
})
const template: Template = {
  id: 'a',
  language: 'nl',
  title: 'Kort overleg',
  minutes: 35,
  question: '',
  within: '',
  money: '',
  own: true,
  revision: 3,
  rounds: [round('lobby', 5), round('talk', 10), round('ideas', 10), round('vote', 5), round('close', 5)],
}
const kinds = (editing: ReturnType<typeof beginEditing>) => editing.draft.rounds.map(({ kind }) => kind)

describe('A template that is changed', () => {
  it('moves its rounds between the lobby and the close, which stay where they are', () => {
    const first = beginEditing(template)
    expect(kinds(moveRound(first, 3, -1))).toEqual(['lobby', 'ideas', 'talk', 'vote', 'close'])
    expect(mayMove(first.draft, 2, -1)).toBe(false)
    expect(mayMove(first.draft, 4, 1)).toBe(false)
    expect(mayMove(first.draft, 1, 1)).toBe(false)
    expect(moveRound(first, 2, -1)).toBe(first)
  })

  it('takes back step by step; letters in one field are one step', () => {
    let editing = beginEditing(template)
    editing = setMember(editing, { title: 'K' })
    editing = setMember(editing, { title: 'Ko' })
    editing = setRound(editing, 2, { minutes: '1' })
    editing = setRound(editing, 2, { minutes: '12' })
    editing = removeRound(editing, 3)
    expect(totalMinutes(editing.draft)).toBe(27)
    editing = undo(editing)
    expect(totalMinutes(editing.draft)).toBe(37)
    editing = undo(editing)
    expect(editing.draft.title).toBe('Ko')
    expect(totalMinutes(editing.draft)).toBe(35)
    editing = undo(undo(editing))
    expect(isChanged(editing)).toBe(false)
  })

  it('gets a new round before its close', () => {
    const editing = addRound(beginEditing(template), { ...round('break', 0), minutes: '15', concepts: [] })
    expect(kinds(editing)).toEqual(['lobby', 'talk', 'ideas', 'vote', 'break', 'close'])
    expect(new Set(editing.draft.rounds.map(({ key }) => key)).size).toBe(6)
    expect(fileOf(editing.draft).rounds[4]).toEqual(round('break', 15))
  })

  it('says which rounds cannot be kept as they are', () => {
    let editing = setRound(beginEditing(template), 2, { minutes: 'tien' })
    editing = setRound(editing, 3, { say: 'a'.repeat(601) })
    editing = setMember(editing, { title: ' ' })
    expect(wrongParts(editing.draft)).toEqual({
      title: 'missing',
      rounds: new Map([
        [2, 'minutes'],
        [3, 'too_long'],
      ]),
    })
  })

  it('is copied with a name that fits, and goes into a file with a plain name', () => {
    const long = { ...template, title: 'é'.repeat(60) }
    expect(copyOf(template, '(kopie)').title).toBe('Kort overleg (kopie)')
    expect(copyOf(long, '(kopie)').title).toHaveLength(60)
    expect(fileName('Één middag: twee uur!')).toBe('kiemkring-een-middag-twee-uur.json')
    expect(fileName('✿')).toBe('kiemkring-template.json')
  })
})

describe('What is wrong with a file', () => {
  it('is said with its place', () => {
    setLanguage('nl')
    expect(problemText({ round: 3, member: 'minutes', why: 'out_of_range' })).toBe(
      'Ronde 3, minuten: een getal van 0 tot en met 240.',
    )
    expect(problemText({ round: 4, member: 'next', why: 'unknown_member' })).toBe('Ronde 4: “next” kennen we niet.')
    expect(problemText({ round: 1, member: 'kind', why: 'lobby_first' })).toBe(
      'Ronde 1: de eerste ronde moet de inloop zijn.',
    )
    expect(problemText({ round: 0, member: 'title', why: 'empty_text' })).toBe('Bij titel: dit is leeg.')
    expect(problemText({ round: 0, member: 'rounds', why: 'too_many_rounds' })).toBe(
      'Er staan te veel rondes in: hoogstens 100.',
    )
    expect(problemText({ round: 0, member: '', why: 'something_new' })).toContain('something_new')
  })
})
