import { describe, expect, it } from 'vitest'
import { chooseMine, draftsView, kept, refused, typed, without } from './drafts-view.ts'
import { emptyEntry, readField } from './fields-view.ts'

const place = { ...emptyEntry('place'), name: 'De Hoef', address: 'Hoefweg 1' }

describe('What is typed in a form', () => {
  it('is sent as a change of what stood there when the typing began', () => {
    const drafts = typed(typed({}, place, 'address', 'Hoefweg 2'), place, 'address', 'Hoefweg 23 ')
    // Somebody else changed another field meanwhile: that stays.
    const current = { ...place, municipality: 'Zwolle' }
    expect(draftsView(current, drafts)).toEqual({
      faults: {},
      clashes: {},
      sendable: { was: current, now: { ...current, address: 'Hoefweg 23' }, fields: ['address'] },
    })
  })

  it('clashes with what another desk wrote in the same field, until one chooses', () => {
    const drafts = typed({}, place, 'address', 'Hoefweg 23')
    const current = { ...place, address: 'Rupsweg 4' }
    const view = draftsView(current, drafts)
    expect(view.clashes).toEqual({ address: { mine: 'Hoefweg 23', theirs: 'Rupsweg 4' } })
    expect(view.sendable).toBeUndefined()
    expect(draftsView(current, chooseMine(drafts, current, 'address')).sendable).toMatchObject({
      was: { address: 'Rupsweg 4' },
      now: { address: 'Hoefweg 23' },
    })
    expect(without(drafts, 'address')).toEqual({})
  })

  it('does not clash when both wrote the same', () => {
    const drafts = typed({}, place, 'address', 'Rupsweg 4')
    expect(draftsView({ ...place, address: 'Rupsweg 4' }, drafts)).toEqual({ faults: {}, clashes: {} })
  })

  it('keeps one wrong field from being sent, and no other', () => {
    const drafts = typed(typed({}, place, 'area_m2', 'veel'), place, 'municipality', 'Zwolle')
    const view = draftsView(place, drafts)
    expect(view.faults).toEqual({ area_m2: 'not_whole' })
    expect(view.sendable?.fields).toEqual(['municipality'])
  })

  it('stays when the server refuses it, with the reason, until it is typed again', () => {
    const drafts = refused(typed({}, place, 'address', 'x'), 'address', 'bad_text')
    expect(draftsView(place, drafts)).toEqual({ faults: { address: 'bad_text' }, clashes: {} })
    expect(draftsView(place, typed(drafts, place, 'address', 'xy')).sendable?.fields).toEqual(['address'])
  })

  it('is no draft any more once it is kept, unless more was typed meanwhile', () => {
    const sent = typed({}, place, 'address', 'Hoefweg 2')
    const now = { ...place, address: 'Hoefweg 2' }
    expect(kept(sent, sent, now)).toEqual({})
    const more = typed(sent, place, 'address', 'Hoefweg 23')
    expect(kept(more, sent, now)).toEqual({ address: { text: 'Hoefweg 23', was: 'Hoefweg 2' } })
  })
})

describe('A field', () => {
  it.each([
    ['whole', '1.200', { value: 1200 }],
    ['whole', '1,000', { value: 1000 }],
    ['whole', '1.250,000', { wrong: 'not_whole' }],
    ['whole', '0.125', { wrong: 'not_whole' }],
    ['whole', '', { value: 0 }],
    ['whole', '-3', { wrong: 'negative' }],
    ['whole', '2,5', { wrong: 'not_whole' }],
    ['needed_line', '   ', { wrong: 'needed' }],
    ['line', 'a'.repeat(121), { wrong: 'too_long' }],
    ['email', 'noor', { wrong: 'bad_email' }],
    ['email', '', { value: '' }],
    ['money', '€ 1.250,50', { value: 125_050 }],
    ['money', '0.125', { wrong: 'money_separators' }],
  ] as const)('%s reads %j', (form, text, read) => {
    expect(readField(form, text)).toEqual(read)
  })
})
