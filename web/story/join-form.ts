import { randomHex } from '../shared/random-hex.ts'

const fields = ['name', 'email', 'phone', 'note'] as const
type Field = (typeof fields)[number]

/** Sends who wants to join in, and thanks once it is kept. What goes wrong is said in the sentences that the page brought along. */
export function joinForm(): void {
  const form = document.querySelector<HTMLFormElement>('#join')
  const sent = document.querySelector<HTMLElement>('#join-sent')
  if (!form || !sent) return
  form.hidden = false
  // The same until it has arrived: sent again, it is no second one.
  let key = randomHex(16)
  let busy = false
  const control = (field: Field) => form.elements.namedItem(field) as HTMLInputElement
  const error = (id: string) => document.getElementById(id) as HTMLElement
  const clear = () => {
    error('join-error').textContent = ''
    for (const field of fields) {
      error(`join-${field}-error`).textContent = ''
      control(field).removeAttribute('aria-invalid')
    }
  }
  const wrong = (field: Field, code: string) => {
    error(`join-${field}-error`).textContent = form.getAttribute(`data-${code}`) ?? form.getAttribute('data-later')
    control(field).setAttribute('aria-invalid', 'true')
    control(field).focus()
  }
  const send = async () => {
    clear()
    const said = Object.fromEntries(fields.map((field) => [field, control(field).value.trim()])) as Record<
      Field,
      string
    >
    if (said.name === '') return wrong('name', 'needed')
    if (said.email === '' && said.phone === '') return wrong('email', 'needs_contact')
    const answer = await ask(`/api/stories/${form.dataset.trajectory}/neighbours`, { key, ...said })
    if (answer.status === 201) {
      key = randomHex(16)
      form.reset()
      form.hidden = true
      sent.textContent = form.getAttribute('data-sent')
      sent.focus()
      return
    }
    const field = fields.find((one) => one === answer.field)
    if (answer.status === 422 && field) return wrong(field, answer.error)
    error('join-error').textContent = form.getAttribute(answer.error === 'too_many' ? 'data-too_many' : 'data-later')
  }
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    if (busy) return
    busy = true
    void send().finally(() => {
      busy = false
    })
  })
}

interface Answer {
  readonly status: number
  readonly error: string
  readonly field: string
}

async function ask(path: string, body: object): Promise<Answer> {
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(20_000),
    })
    const { error = '', field = '' } = await response.json().catch(() => ({}))
    return { status: response.status, error, field }
  } catch {
    return { status: 0, error: 'offline', field: '' }
  }
}
