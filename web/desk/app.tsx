import { useEffect, useRef } from 'preact/hooks'
import { t } from '../text/desk.ts'
import { Announcer } from '../ui/announcer.tsx'
import { Button } from '../ui/button.tsx'
import { Spinner } from '../ui/spinner.tsx'
import { Strip } from '../ui/strip.tsx'
import { Toasts } from '../ui/toast.tsx'
import { LoginPage } from './login-page.tsx'
import { Masthead } from './masthead.tsx'
import { NewSessionPage } from './new-session-page.tsx'
import { SessionPage } from './session-page.tsx'
import { SessionsPage } from './sessions-page.tsx'
import { NewTrajectoryPage } from './trajectory/new-trajectory-page.tsx'
import { PortfolioPage } from './trajectory/portfolio-page.tsx'
import { placeName, TrajectoryPage } from './trajectory/trajectory-page.tsx'
import { SetupPage } from './setup-page.tsx'
import { ApproachPage } from './portfolio/approach-page.tsx'
import { CataloguePage } from './portfolio/catalogue-page.tsx'
import { ImportPlacesPage } from './portfolio/import-places-page.tsx'
import { TemplatePage } from './templates/template-page.tsx'
import { TemplatesPage } from './templates/templates-page.tsx'
import { guardUnsaved } from './templates/templates-store.ts'
import {
  loadOrganiser,
  loadSessions,
  organiser,
  route,
  sessions,
  storageFull,
  trouble,
} from './store.ts'

const refreshMs = 15_000

export function App() {
  const onSetup = route.value.page === 'setup'
  useEffect(() => {
    if (!onSetup) void loadOrganiser()
  }, [onSetup])
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible' && organiser.value) void loadSessions()
    }, refreshMs)
    return () => clearInterval(timer)
  }, [])
  useEffect(guardUnsaved, [])
  return (
    <div class="desk">
      <button type="button" class="skip" onClick={() => document.getElementById('main')?.focus()}>
        {t('desk.skip')}
      </button>
      <Masthead />
      <StorageStrip />
      <TroubleStrip />
      <Main />
      <Announcer />
    </div>
  )
}

function pageTitle(): string {
  const current = route.value
  if (current.page === 'setup') return t('setup.title')
  if (organiser.value === null) return t('login.title')
  if (current.page === 'trajectories') return t('nav.trajectories')
  if (current.page === 'new-trajectory') return t('start.title')
  if (current.page === 'trajectory') return placeName(current.id) ?? t('nav.trajectories')
  if (current.page === 'import-places') return t('places.title')
  if (current.page === 'approach') return t('approach.title')
  if (current.page === 'catalogue') return t('catalogue.title')
  if (current.page === 'new') return t('new.title')
  if (current.page === 'templates' || current.page === 'template') return t('templates.title')
  if (current.page === 'session') {
    return sessions.value?.find((session) => session.id === current.id)?.title ?? t('list.all')
  }
  return t('list.all')
}

function Main() {
  const main = useRef<HTMLElement>(null)
  const { page } = route.value
  const first = useRef(true)
  const title = pageTitle()
  useEffect(() => {
    document.title = `${title} · Kiemkring`
  }, [title])
  // A new page begins at its heading, for the eye and for a screen reader.
  useEffect(() => {
    if (first.current) {
      first.current = false
      return
    }
    scrollTo(0, 0)
    main.current?.focus()
  }, [page])
  return (
    <main id="main" class="page" ref={main} tabIndex={-1}>
      <Page />
      <Toasts />
    </main>
  )
}

function Page() {
  const current = route.value
  if (current.page === 'setup') return <SetupPage secret={current.secret} />
  if (organiser.value === undefined) {
    return trouble.value ? null : <Spinner label={t('desk.loading')} />
  }
  if (organiser.value === null) return <LoginPage />
  switch (current.page) {
    case 'trajectories':
      return <PortfolioPage />
    case 'new-trajectory':
      return <NewTrajectoryPage />
    case 'trajectory':
      return <TrajectoryPage id={current.id} />
    case 'import-places':
      return <ImportPlacesPage />
    case 'approach':
      return <ApproachPage />
    case 'catalogue':
      return <CataloguePage />
    case 'new':
      return <NewSessionPage />
    case 'templates':
      return <TemplatesPage />
    case 'template':
      return <TemplatePage id={current.id} />
    case 'session':
      return <SessionPage id={current.id} />
    case 'sessions':
      return <SessionsPage />
  }
}

function StorageStrip() {
  if (!storageFull.value || !organiser.value) return null
  return (
    <Strip kind="attention" title={t('desk.full_title')}>
      {t('desk.full_body')}
    </Strip>
  )
}

function TroubleStrip() {
  const what = trouble.value
  if (!what) return null
  const again = (
    <Button kind="quiet" onClick={tryAgain}>
      {t('word.again')}
    </Button>
  )
  if (what === 'offline') {
    return (
      <Strip kind="offline" title={t('desk.offline_title')}>
        {t('desk.offline_body')} {again}
      </Strip>
    )
  }
  const sentence =
    what === 'busy'
      ? t('desk.busy')
      : what === 'closed'
        ? t('desk.closed')
        : t('desk.trouble', { code: what.code })
  return (
    <Strip kind="attention" title={t('desk.trouble_title')}>
      {sentence} {sessions.value === undefined && again}
    </Strip>
  )
}

function tryAgain(): void {
  trouble.value = undefined
  if (organiser.value) void loadSessions()
  else void loadOrganiser()
}
