import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { sentenceMs, typingPauseMs, Voice } from './voice.ts'

let heard: string[]
let voice: Voice

beforeEach(() => {
  vi.useFakeTimers()
  heard = []
  voice = new Voice((text, urgency) => heard.push(`${urgency}: ${text}`))
})

afterEach(() => vi.useRealTimers())

const said = () => heard.filter((line) => !line.endsWith(': '))

describe('Announcements', () => {
  it('are made one after the other, urgent ones first', () => {
    voice.say('Anna is binnen', 'polite')
    voice.say('We gaan stemmen', 'assertive')
    vi.advanceTimersByTime(1)
    expect(said()).toEqual(['assertive: We gaan stemmen'])
    vi.advanceTimersByTime(sentenceMs)
    expect(said()).toEqual(['assertive: We gaan stemmen', 'polite: Anna is binnen'])
  })

  it('wait until somebody who types has paused', () => {
    voice.typed()
    voice.say('We gaan stemmen', 'assertive')
    vi.advanceTimersByTime(typingPauseMs - 100)
    voice.typed()
    vi.advanceTimersByTime(typingPauseMs - 100)
    expect(said()).toEqual([])
    vi.advanceTimersByTime(200)
    expect(said()).toEqual(['assertive: We gaan stemmen'])
  })

  it('say the same sentence again as a change', () => {
    voice.say('Ontvangen', 'polite')
    vi.advanceTimersByTime(sentenceMs + 1)
    voice.say('Ontvangen', 'polite')
    vi.advanceTimersByTime(1)
    expect(heard).toEqual(['polite: Ontvangen', 'polite: ', 'polite: Ontvangen'])
  })

  it('do not pile up behind somebody who types on', () => {
    voice.typed()
    voice.say('We gaan stemmen', 'assertive')
    for (let n = 0; n < 20; n += 1) voice.say(`Bericht ${n}`, 'polite')
    voice.say('Bericht 19', 'polite')
    vi.advanceTimersByTime(typingPauseMs + 30 * sentenceMs)
    expect(said()).toHaveLength(8)
    expect(said()[0]).toBe('assertive: We gaan stemmen')
    expect(said()[7]).toBe('polite: Bericht 19')
  })
})
