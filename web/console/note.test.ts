// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Note } from './note.ts'
import type { Send } from './picture.ts'

/** A server with one note, that answers when told to. */
function server() {
  const kept = { text: '', number: 0 }
  const notes: Note[] = []
  const send = vi.fn(async (_op: string, args: { seen: number; text: string }) => {
    if (args.seen !== kept.number) return { ok: false as const, refusal: 'changed_meanwhile' as const }
    kept.text = args.text
    kept.number += 1
    const id = kept.number
    queueMicrotask(() => {
      for (const note of notes) note.told(kept.text, kept.number)
    })
    return { ok: true as const, id }
  })
  const open = () => {
    const note = new Note(2, 's', send as unknown as Send)
    notes.push(note)
    note.told(kept.text, kept.number)
    return note
  }
  return { kept, send, open }
}

const rest = () => vi.advanceTimersByTimeAsync(1_100)

describe('A note of the facilitators', () => {
  beforeEach(() => {
    vi.useFakeTimers()
    localStorage.clear()
  })
  afterEach(() => void vi.useRealTimers())

  it('is kept after a moment of rest, once for many letters', async () => {
    const { kept, send, open } = server()
    const note = open()
    for (const text of ['K', 'Ka', 'Kar']) note.typed(text)
    expect(send).not.toHaveBeenCalled()
    await rest()
    expect(kept.text).toBe('Kar')
    expect(send).toHaveBeenCalledTimes(1)
    expect(note.state.value).toBe('kept')
  })

  it('shows what another facilitator wrote', async () => {
    const { open } = server()
    const mine = open()
    const theirs = open()
    theirs.typed('Koffie om drie uur')
    await rest()
    expect(mine.text.value).toBe('Koffie om drie uur')
  })

  it('loses no words of two who write at once, and both end with the same', async () => {
    const { kept, open } = server()
    const mine = open()
    const theirs = open()
    mine.typed('Karin vraagt het woord')
    theirs.typed('Koffie om drie uur')
    await rest()
    await rest()
    for (const words of ['Karin vraagt het woord', 'Koffie om drie uur']) expect(kept.text).toContain(words)
    expect(mine.text.value).toBe(kept.text)
    expect(theirs.text.value).toBe(kept.text)
  })

  it('goes on with what was written here, and never with what somebody else wrote', async () => {
    const { send, open } = server()
    const mine = open()
    const theirs = open()
    const write = async (note: Note, text: string) => {
      note.typed(text)
      await rest()
    }
    await write(mine, 'Karin')
    await write(mine, 'Karin vraagt')
    await write(theirs, 'Karin vraagt het woord')
    await write(mine, 'Karin vraagt het woord weer')
    const wentOn = send.mock.calls.map(([, args]) => (args as unknown as { goes_on: boolean }).goes_on)
    expect(wentOn).toEqual([false, true, false, false])
  })

  it('brings what was typed and not sent back after a reload', async () => {
    const { kept, open } = server()
    open().typed('Bijna kwijt')
    vi.clearAllTimers()
    const again = open()
    await rest()
    expect(again.text.value).toBe('Bijna kwijt')
    expect(kept.text).toBe('Bijna kwijt')
  })
})
