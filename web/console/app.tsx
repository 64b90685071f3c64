import { signal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { t } from '../text/console.ts'
import { Announcer } from '../ui/announcer.tsx'
import { Button } from '../ui/button.tsx'
import { Spinner } from '../ui/spinner.tsx'
import { showToast, Toasts } from '../ui/toast.tsx'
import { ConsoleContext, type ConsoleSession, openConsole } from './console-session.ts'
import { Frame } from './frame.tsx'
import { HelperFrame } from './helper-frame.tsx'
import { Notice } from './notice-page.tsx'
import { forgetPaired, lastPaired, pair, type Paired, type Pairing, secretOf } from './paired.ts'

type Stage =
  | { readonly at: 'pairing' }
  | {
      readonly at: 'not paired'
      readonly pairing: Exclude<Pairing, { state: 'paired' }>
      readonly secret: string
    }
  | { readonly at: 'nothing' }
  | { readonly at: 'open'; readonly session: ConsoleSession }

const stage = signal<Stage>({ at: 'pairing' })

async function open(paired: Paired): Promise<void> {
  closeOpen()
  stage.value = { at: 'open', session: await openConsole(paired) }
}

function closeOpen(): void {
  if (stage.value.at === 'open') stage.value.session.close()
}

async function pairWith(secret: string): Promise<void> {
  closeOpen()
  stage.value = { at: 'pairing' }
  const pairing = await pair(secret)
  if (pairing.state === 'paired') {
    // The secret has been used; it should not stay in the address that people share.
    history.replaceState(null, '', location.pathname + location.search)
    return open(pairing.paired)
  }
  stage.value = { at: 'not paired', pairing, secret }
}

async function begin(): Promise<void> {
  const secret = secretOf(location.hash)
  if (secret) return pairWith(secret)
  const last = lastPaired()
  if (last) return open(last)
  stage.value = { at: 'nothing' }
}

function forget(session: ConsoleSession): void {
  void session.link.forget()
  session.close()
  forgetPaired(session.paired.session)
  stage.value = { at: 'pairing' }
  void begin()
}

export function App() {
  useEffect(() => {
    void begin()
    const changed = () => {
      if (secretOf(location.hash)) void begin()
    }
    addEventListener('hashchange', changed)
    return () => removeEventListener('hashchange', changed)
  }, [])
  return (
    <>
      <Stages />
      <Toasts />
      <Announcer />
    </>
  )
}

function Stages() {
  const now = stage.value
  if (now.at === 'pairing') return <Notice title={t('pair.busy')} busy />
  if (now.at === 'nothing')
    return <Notice title={t('pair.none_title')} body={t('pair.none_body')} languages />
  if (now.at === 'not paired') return <NotPaired pairing={now.pairing} secret={now.secret} />
  return (
    <ConsoleContext.Provider value={now.session}>
      <Opened session={now.session} />
    </ConsoleContext.Provider>
  )
}

function NotPaired(props: { pairing: Exclude<Pairing, { state: 'paired' }>; secret: string }) {
  const { pairing, secret } = props
  const again = () => void pairWith(secret)
  const offline = pairing.state === 'offline'
  useEffect(() => {
    if (!offline) return
    const timer = setInterval(again, 8000)
    addEventListener('online', again)
    return () => {
      clearInterval(timer)
      removeEventListener('online', again)
    }
  }, [offline])

  const last = lastPaired()
  const goOn = last && (
    <Button kind="secondary" onClick={() => void open(last)}>
      {last.title ? t('pair.last', { title: last.title }) : t('pair.last_unknown')}
    </Button>
  )
  if (pairing.state === 'screen') {
    return (
      <Notice title={t('pair.screen_title')} body={t('pair.screen_body')} languages>
        <Button onClick={() => location.assign(`/screen#p=${pairing.secret}`)}>
          {t('pair.screen_open')}
        </Button>
        {goOn}
      </Notice>
    )
  }
  if (pairing.state === 'used') {
    return (
      <Notice title={t('pair.used_title')} body={t('pair.used_body')} languages>
        {goOn}
      </Notice>
    )
  }
  return (
    <Notice
      title={t(offline ? 'pair.offline_title' : 'pair.failed_title')}
      body={
        pairing.state !== 'failed'
          ? t('pair.offline_body')
          : pairing.code === 'too_many_codes'
            ? t('pair.too_many')
            : t('pair.failed_body', { code: pairing.code })
      }
      languages
    >
      <Button kind="primary" onClick={again}>
        {t('pair.retry')}
      </Button>
      {goOn}
    </Notice>
  )
}

function Opened({ session }: { session: ConsoleSession }) {
  const { link, picture } = session
  const status = link.status.value
  const rehearsed = picture.value.session?.rehearsal ?? session.paired.rehearsal ?? false
  const goesBack = rehearsed && (status === 'deleted' || status === 'unknown_token')
  useEffect(() => {
    if (!goesBack) return
    forget(session)
    showToast({ text: t('rehearsal.erased') })
  }, [goesBack])
  if (goesBack) return <Notice title={t('rehearsal.erased')} busy />

  const forgetThis = (
    <Button kind="secondary" onClick={() => forget(session)}>
      {t('gone.forget')}
    </Button>
  )
  if (status === 'deleted')
    return (
      <Notice title={t('gone.deleted_title')} body={t('gone.deleted_body')}>
        {forgetThis}
      </Notice>
    )
  if (status === 'unknown_token' || status === 'removed')
    return (
      <Notice title={t('gone.unknown_title')} body={t('gone.unknown_body')}>
        {forgetThis}
      </Notice>
    )
  if (status === 'replaced')
    return (
      <Notice title={t('gone.replaced_title')} body={t('gone.replaced_body')}>
        <Button kind="primary" onClick={() => link.takeOver()}>
          {t('gone.replaced_here')}
        </Button>
      </Notice>
    )
  if (status === 'failed')
    return (
      <Notice title={t('gone.failed_title')} body={t('gone.failed_body')}>
        <Button kind="primary" onClick={() => location.reload()}>
          {t('gone.reload')}
        </Button>
        {forgetThis}
      </Notice>
    )
  if (!picture.value.session) {
    if (status === 'offline') return <Notice title={t('link.offline')} body={t('pair.offline_wait')} busy />
    return (
      <main class="notice-page">
        <Spinner label={t('link.opening')} />
      </main>
    )
  }
  return session.paired.helper ? <HelperFrame /> : <Frame />
}
