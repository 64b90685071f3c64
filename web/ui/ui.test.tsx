// @vitest-environment happy-dom
import { render } from 'preact'
import { act } from 'preact/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { setLanguage } from '../text/language.ts'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'
import { Spinner } from './spinner.tsx'
import { TextField } from './text-field.tsx'
import { Timer } from './timer.tsx'
import { hideToast, showToast, Toasts } from './toast.tsx'

let page: HTMLElement

beforeEach(() => {
  vi.useFakeTimers()
  setLanguage('nl')
  page = document.createElement('div')
  document.body.append(page)
})

afterEach(() => {
  render(null, page)
  page.remove()
  vi.useRealTimers()
})

const draw = (what: preact.ComponentChild) => act(() => render(what, page))
const pass = (ms: number) =>
  act(() => {
    vi.advanceTimersByTime(ms)
  })
const find = <Kind extends Element>(selector: string): Kind => {
  const found = page.querySelector<Kind>(selector)
  if (!found) throw new Error(`${selector} is not on the page`)
  return found
}

describe('A button', () => {
  it('swallows clicks while busy, and keeps the focus', async () => {
    const send = vi.fn()
    await draw(<Button onClick={send}>Verstuur</Button>)
    find<HTMLButtonElement>('button').focus()
    find<HTMLButtonElement>('button').click()
    await draw(
      <Button onClick={send} busy>
        Verstuur
      </Button>,
    )
    find<HTMLButtonElement>('button').click()
    expect(send).toHaveBeenCalledTimes(1)
    expect(document.activeElement).toBe(find('button'))
  })
})

describe('A spinner', () => {
  it('does not show for what is quick', async () => {
    await draw(<Spinner label="Even laden" />)
    await pass(299)
    expect(page.textContent).toBe('')
    await pass(1)
    expect(page.textContent).toBe('Even laden')
  })
})

describe('A text field', () => {
  it('ties hint, error and counter to its input', async () => {
    const field = (
      <TextField
        label="Naam"
        value={'a'.repeat(9)}
        onInput={() => {}}
        max={10}
        hint="Kort"
        error="Te vreemd"
      />
    )
    await draw(field)
    const input = find<HTMLInputElement>('input')
    const described = (input.getAttribute('aria-describedby') ?? '').split(' ')
    const words = described.map((id) => document.getElementById(id)?.textContent)
    expect(words).toEqual(['Kort', 'Te vreemd', 'Nog 1 teken'])
    expect(input.getAttribute('aria-invalid')).toBe('true')
    expect(find<HTMLLabelElement>('label').htmlFor).toBe(input.id)
  })
})

describe('A timer', () => {
  it('counts down with the clock of the server', async () => {
    const ahead = 5_000
    const now = () => Date.now() + ahead
    await draw(<Timer endsAt={now() + 61_500} now={now} />)
    expect(page.textContent).toBe('1:02Nog 1:02')
    await pass(600)
    expect(page.textContent).toBe('1:01Nog 1:01')
    await pass(61_000)
    expect(page.textContent).toBe('0:00De tijd is om')
    expect(vi.getTimerCount()).toBe(0)
  })

  it('stands still where it was paused', async () => {
    await draw(<Timer remaining={30_000} />)
    await pass(5_000)
    expect(page.textContent).toBe('0:30Pauze. Nog 0:30')
  })
})

describe('A dialog', () => {
  it('gives the focus back and leaves on Escape only by asking', async () => {
    const leave = vi.fn()
    const both = (open: boolean) => (
      <>
        <button type="button" id="before">
          Sluit stemming
        </button>
        <Dialog open={open} title="Zeker?" onClose={leave}>
          Ja
        </Dialog>
      </>
    )
    await draw(both(false))
    find<HTMLButtonElement>('#before').focus()
    await draw(both(true))
    expect(find<HTMLDialogElement>('dialog').open).toBe(true)
    const escapeKey = new Event('cancel', { cancelable: true })
    find('dialog').dispatchEvent(escapeKey)
    expect(escapeKey.defaultPrevented).toBe(true)
    expect(leave).toHaveBeenCalledTimes(1)
    await draw(both(false))
    expect(document.activeElement).toBe(find('#before'))
  })

  it('leaves by a tap beside it, but not by a press that began inside', async () => {
    const leave = vi.fn()
    await draw(
      <Dialog open title="Zeker?" onClose={leave}>
        <p id="inside">Ja</p>
      </Dialog>,
    )
    const press = (on: string) => find(on).dispatchEvent(new Event('pointerdown', { bubbles: true }))
    press('#inside')
    find<HTMLElement>('dialog').click()
    expect(leave).not.toHaveBeenCalled()
    press('dialog')
    find<HTMLElement>('dialog').click()
    expect(leave).toHaveBeenCalledTimes(1)
  })
})

describe('A toast', () => {
  it('leaves by itself, stays while it is held, and acts once', async () => {
    const undo = vi.fn()
    await draw(<Toasts />)
    await act(() => {
      showToast({ text: 'Verplaatst', action: { label: 'Ongedaan maken', run: undo } })
    })
    await act(() => {
      find('.ui-toast').dispatchEvent(new Event('pointerenter'))
    })
    await pass(60_000)
    expect(page.textContent).toContain('Verplaatst')
    await act(() => find<HTMLButtonElement>('.ui-button').click())
    expect(undo).toHaveBeenCalledTimes(1)
    expect(page.textContent).toBe('')

    await act(() => {
      showToast({ text: 'Bewaard', seconds: 2 })
    })
    expect(page.textContent).toBe('Bewaard')
    await pass(2_000)
    expect(page.textContent).toBe('')
  })

  it('can be hidden by who showed it', async () => {
    await draw(<Toasts />)
    let id = 0
    await act(() => {
      id = showToast({ text: 'Verbinden', seconds: 0 })
    })
    await pass(60_000)
    expect(page.textContent).toBe('Verbinden')
    await act(() => hideToast(id))
    expect(page.textContent).toBe('')
  })
})
