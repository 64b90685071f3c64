import { describe, expect, it } from 'vitest'
import { mergeNotes } from './merge-notes.ts'

describe('Two facilitators who write at once', () => {
  it('keep both of what they wrote in different places', () => {
    expect(mergeNotes('een\ntwee\ndrie', 'EEN\ntwee\ndrie', 'een\ntwee\nDRIE')).toBe('EEN\ntwee\nDRIE')
    expect(mergeNotes('een', 'een\nvan mij', 'van hen\neen')).toBe('van hen\neen\nvan mij')
  })

  it('keep both of what they wrote in the same place, one below the other', () => {
    expect(mergeNotes('', 'van mij', 'van hen')).toBe('van hen\nvan mij')
    expect(mergeNotes('een', 'een, zei ik', 'een, zeiden zij')).toBe('een, zeiden zij\neen, zei ik')
    expect(mergeNotes('een\ntwee', 'een\nmijn\ntwee', 'een\nhun\ntwee')).toBe('een\nhun\nmijn\ntwee')
  })

  it('do not repeat what they agree on', () => {
    expect(mergeNotes('een', 'twee', 'twee')).toBe('twee')
    expect(mergeNotes('een', 'een', 'twee')).toBe('twee')
    expect(mergeNotes('een', 'twee', 'een')).toBe('twee')
  })

  it('never lose a line that either added', () => {
    const lines = ['a', 'b', 'c', 'd']
    let seed = 7
    const roll = (sides: number) => {
      seed = (seed * 1103515245 + 12345) % 2147483648
      return seed % sides
    }
    for (let i = 0; i < 500; i += 1) {
      const base = lines.slice(0, roll(5))
      const grown = (who: string) => {
        const text = [...base]
        for (let n = roll(3); n >= 0; n -= 1) text.splice(roll(text.length + 1), 0, `${who}${i}.${n}`)
        return text
      }
      const mine = grown('mijn')
      const theirs = grown('hun')
      const merged = mergeNotes(base.join('\n'), mine.join('\n'), theirs.join('\n')).split('\n')
      for (const line of [...mine, ...theirs]) expect(merged).toContain(line)
    }
  })
})
