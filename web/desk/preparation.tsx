import { useEffect, useState } from 'preact/hooks'
import { linesMax, pastedIdeas } from '../shared/pasted-ideas.ts'
import { wifiProblem } from '../shared/wifi-problem.ts'
import { t } from '../text/desk.ts'
import { announce } from '../ui/announcer.tsx'
import { Button } from '../ui/button.tsx'
import { LineList } from '../ui/line-list.tsx'
import { Spinner } from '../ui/spinner.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { TextField } from '../ui/text-field.tsx'
import { focusFirstError } from './focus-error.ts'
import { ask, loadSessions } from './store.ts'
import './preparation.css'

interface Prepared {
  readonly wifi_name: string
  readonly wifi_password: string
  readonly ideas: number
}

const refusals = {
  changed_meanwhile: 'preparation.changed',
  vote_is_open: 'preparation.vote',
  quota: 'preparation.quota',
} as const

/** What is put ready before anybody is there: the Wi-Fi of the room, and ideas that were there already. */
export function Preparation({ session }: { session: string }) {
  const [prepared, setPrepared] = useState<Prepared | 'failed'>()
  const [busy, setBusy] = useState(false)
  const load = async () => {
    setBusy(true)
    const reply = await ask('GET /api/sessions/ID/preparation', undefined, { id: session })
    setBusy(false)
    // What is on the screen stays there, with what is being typed.
    if (reply.ok) setPrepared(reply.body)
    else setPrepared((was) => was ?? 'failed')
  }
  useEffect(() => {
    setPrepared(undefined)
    void load()
  }, [session])
  if (!prepared) return <Spinner label={t('preparation.loading')} />
  if (prepared === 'failed')
    return (
      <section class="prepared" aria-labelledby="wifi-title">
        <h2 id="wifi-title">{t('preparation.title')}</h2>
        <p role="alert">{t('preparation.load_failed')}</p>
        <Button busy={busy} onClick={() => void load()}>
          {t('word.again')}
        </Button>
      </section>
    )
  return (
    <>
      <Wifi session={session} prepared={prepared} onChanged={load} />
      <Ideas session={session} seen={prepared.ideas} onChanged={load} />
    </>
  )
}

function Wifi(props: { session: string; prepared: Prepared; onChanged: () => Promise<void> }) {
  const { session, prepared, onChanged } = props
  const [name, setName] = useState(prepared.wifi_name)
  const [password, setPassword] = useState(prepared.wifi_password)
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [said, setSaid] = useState<'wifi.kept' | 'wifi.removed' | 'preparation.failed'>()
  const problem = tried ? wifiProblem(name, password) : undefined
  const errorOf = (field: 'name' | 'password') => (problem?.field === field ? t(problem.why) : undefined)

  const put = async (wifi: { name: string; password: string }, done: 'wifi.kept' | 'wifi.removed') => {
    setBusy(true)
    setSaid(undefined)
    const reply = await ask('POST /api/sessions/ID/wifi', wifi, { id: session })
    setBusy(false)
    setSaid(reply.ok ? done : 'preparation.failed')
    if (reply.ok) announce(t(done))
    if (reply.ok) await onChanged()
  }
  const save = (event: Event) => {
    event.preventDefault()
    setTried(true)
    if (busy) return
    if (wifiProblem(name, password)) focusFirstError(event.currentTarget as HTMLFormElement)
    else void put({ name: name.trim(), password }, 'wifi.kept')
  }
  const remove = async () => {
    await put({ name: '', password: '' }, 'wifi.removed')
    setName('')
    setPassword('')
    setTried(false)
  }
  const change = (set: (text: string) => void) => (text: string) => {
    set(text)
    setSaid(undefined)
  }

  return (
    <section class="prepared" aria-labelledby="wifi-title">
      <h2 id="wifi-title">{t('wifi.title')}</h2>
      <p>{t('wifi.body')}</p>
      <form class="prepared__form" noValidate onSubmit={save}>
        <TextField label={t('wifi.name')} name="wifi_name" value={name} error={errorOf('name')} onInput={change(setName)} />
        <TextField
          label={t('wifi.password')}
          name="wifi_password"
          hint={t('wifi.password_hint')}
          value={password}
          error={errorOf('password')}
          onInput={change(setPassword)}
        />
        <p class="quiet-words">{t('wifi.told')}</p>
        <div class="prepared__end">
          <Button type="submit" icon="wifi" busy={busy}>
            {t('wifi.desk_save')}
          </Button>
          {prepared.wifi_name && (
            <Button kind="quiet" icon="trash" onClick={() => void remove()}>
              {t('wifi.remove')}
            </Button>
          )}
        </div>
        {said && <p class={said === 'preparation.failed' ? 'form-error' : undefined}>{t(said)}</p>}
      </form>
    </section>
  )
}

function Ideas(props: { session: string; seen: number; onChanged: () => Promise<void> }) {
  const { session, seen, onChanged } = props
  const [text, setText] = useState('')
  const [busy, setBusy] = useState(false)
  const [added, setAdded] = useState(0)
  const [refused, setRefused] = useState<(typeof refusals)[keyof typeof refusals] | 'preparation.failed'>()
  const { lines, tooLong, tooMany, twice } = pastedIdeas(text)
  const problem = tooMany
    ? t('add_ideas.too_many', { n: lines.length, most: linesMax })
    : tooLong.length > 0
      ? t('add_ideas.too_long', { lines: tooLong.join(', ') })
      : undefined

  const add = async (event: Event) => {
    event.preventDefault()
    if (busy || problem || lines.length === 0) return
    setBusy(true)
    setRefused(undefined)
    const reply = await ask('POST /api/sessions/ID/ideas', { seen, lines }, { id: session })
    setBusy(false)
    if (reply.ok) {
      setText('')
      setAdded(lines.length)
      announce(t('add_ideas.added', { n: lines.length }))
    } else {
      setRefused(reply.error in refusals ? refusals[reply.error as keyof typeof refusals] : 'preparation.failed')
    }
    await onChanged()
    // How many there are stands at the head of the page too.
    void loadSessions()
  }

  return (
    <section class="prepared" aria-labelledby="ideas-title">
      <h2 id="ideas-title">{t('add_ideas.title')}</h2>
      <p>{t('add_ideas.body')}</p>
      {seen > 0 && <p>{t('add_ideas.there', { n: seen })}</p>}
      <form class="prepared__form" noValidate onSubmit={(event) => void add(event)}>
        <TextArea
          label={t('add_ideas.label')}
          value={text}
          onInput={(typed) => {
            setText(typed)
            setAdded(0)
            setRefused(undefined)
          }}
          error={problem}
          rows={4}
        />
        {lines.length > 0 && (
          <>
            <h3>{t('add_ideas.preview', { n: lines.length })}</h3>
            {twice > 0 && <p>{t('add_ideas.twice', { n: twice })}</p>}
            <LineList lines={lines.slice(0, linesMax)} wrong={tooLong} />
          </>
        )}
        <div class="prepared__end">
          <Button type="submit" icon="plus" busy={busy} disabled={lines.length === 0 || problem !== undefined}>
            {lines.length > 0 ? t('add_ideas.add', { n: lines.length }) : t('add_ideas.add_none')}
          </Button>
        </div>
        {added > 0 && <p>{t('add_ideas.added', { n: added })}</p>}
        {refused && (
          <p class="form-error" role="alert">
            {t(refused)}
          </p>
        )}
      </form>
    </section>
  )
}
