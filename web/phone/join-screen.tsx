import { useSignal } from '@preact/signals'
import type { ComponentType } from 'preact'
import { useEffect, useMemo, useRef } from 'preact/hooks'
import type { Door, Invitation } from '../shared/http.ts'
import { t } from '../text/phone.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/draw/icon.tsx'
import { RingOfPlaces } from '../ui/draw/ring-of-places.tsx'
import { LanguageSwitch } from '../ui/language-switch.tsx'
import { Spinner } from '../ui/spinner.tsx'
import { Strip } from '../ui/strip.tsx'
import { TextField } from '../ui/text-field.tsx'
import { useRemaining } from '../ui/timer.tsx'
import './join.css'
import type { CodeProblem, Joining, JoinState } from './joining.ts'
import { LanguageNote } from './language-note.tsx'
import { loadResults, results } from './later.ts'
import { dateText } from './say.ts'
import { storedSignal } from './stored.ts'
import { suggestedName } from './suggested-name.ts'

const profile = storedSignal('profile', { name: '', organisation: '', role: '' })

/** From the code to the seat. */
export function JoinScreen({ joining }: { joining: Joining }) {
  const state = joining.state.value
  return (
    <div class="door">
      <header class="door-corner">
        <LanguageSwitch />
      </header>
      {'invitation' in state && state.invitation?.rehearsal && (
        <Strip kind="attention" icon="play" title={t('rehearsal.title')}>
          {t('rehearsal.body')}
        </Strip>
      )}
      {state.at === 'waiting' && state.why === 'full' ? (
        <div class="door-sky" />
      ) : (
        <WoodEdgeLater small={state.at !== 'form' && state.at !== 'code'} />
      )}
      <main class="door-main">
        {stepOf(state, joining)}
        <LanguageNote />
      </main>
    </div>
  )
}

function stepOf(state: JoinState, joining: Joining) {
  switch (state.at) {
    case 'looking':
      return <Spinner label={t('word.loading')} />
    case 'code':
      return <CodeForm joining={joining} busy={state.busy} problem={state.problem} />
    case 'unreachable':
      return (
        <Waiting title={t('net.offline_title')} retryAt={state.retryAt} joining={joining}>
          {t('join.unreachable')}
        </Waiting>
      )
    case 'form':
      return <NameForm joining={joining} state={state} />
    case 'waiting':
      return state.why === 'full' ? (
        <Waiting
          title={t('join.full_title')}
          retryAt={state.retryAt}
          joining={joining}
          seats={state.invitation.seats_max}
        >
          {t('join.full_body')}
        </Waiting>
      ) : (
        <LockedDoor state={state} joining={joining} />
      )
    case 'results':
      return <ResultsLater door={state.door} joining={joining} />
  }
}

function ResultsLater(props: { door: Door; joining: Joining }) {
  useEffect(loadResults, [])
  const GeneralResults = results.value?.GeneralResults
  return GeneralResults ? <GeneralResults {...props} /> : <Spinner label={t('word.loading')} />
}

function Title({ children, language }: { children: string; language?: string }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <h1 ref={heading} tabIndex={-1} lang={language}>
      {children}
    </h1>
  )
}

function problemText(problem: CodeProblem | 'unreachable' | undefined): string | undefined {
  switch (problem) {
    case undefined:
      return undefined
    case 'empty':
      return t('join.code_empty')
    case 'wrong_code':
      return t('join.wrong_code')
    case 'wrong_link':
      return t('join.wrong_link')
    case 'too_many':
      return t('join.too_many')
    case 'unreachable':
      return t('net.offline_body')
    default:
      return t('join.failed', { code: problem.failed })
  }
}

function CodeForm({
  joining,
  busy,
  problem,
}: {
  joining: Joining
  busy: boolean
  problem: CodeProblem | undefined
}) {
  const code = useSignal('')
  return (
    <form
      class="door-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        joining.enterCode(code.value)
      }}
    >
      <Title>{t('join.title')}</Title>
      <div class="door-code">
        <TextField
          label={t('join.code_label')}
          hint={t('join.code_hint')}
          error={problemText(problem)}
          value={code.value}
          onInput={(value) => {
            code.value = value
          }}
          autocomplete="off"
          autocapitalize="characters"
          spellcheck={false}
          enterkeyhint="go"
        />
      </div>
      <Button kind="primary" type="submit" wide busy={busy}>
        {t('word.next')}
      </Button>
    </form>
  )
}

function NameForm({ joining, state }: { joining: Joining; state: Extract<JoinState, { at: 'form' }> }) {
  const { invitation, busy, problem } = state
  const suggestion = useMemo(() => suggestedName(), [])
  const more = useSignal(Boolean(profile.value.organisation || profile.value.role))
  const set = (change: Partial<typeof profile.value>) => {
    profile.value = { ...profile.value, ...change }
    joining.retyped(said())
  }
  const said = () => {
    const { name, organisation, role } = profile.value
    return { name: name.trim(), organisation: organisation.trim(), role: role.trim() }
  }
  useEffect(() => {
    if (!profile.value.name.trim() && invitation.name) set({ name: invitation.name })
  }, [])
  return (
    <form
      class="door-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        joining.join(said())
      }}
    >
      <div>
        {invitation.host && <p class="door-host">{t('join.invites', { host: invitation.host })}</p>}
        <Title language={invitation.language}>{invitation.title}</Title>
      </div>
      <div class="door-name">
        <TextField
          label={t('join.name_label')}
          optional
          max={40}
          value={profile.value.name}
          onInput={(name) => set({ name })}
          autocomplete="given-name"
          autocapitalize="words"
          enterkeyhint="go"
        />
        {!profile.value.name.trim() && (
          <Button kind="quiet" wide class="door-suggestion" onClick={() => set({ name: suggestion })}>
            {t('join.call_me', { name: suggestion })}
          </Button>
        )}
      </div>
      <details
        class="fold door-more"
        open={more.value}
        onToggle={(event) => {
          more.value = event.currentTarget.open
        }}
      >
        <summary>
          <span>
            {t('join.more')} <span>{t('word.optional')}</span>
          </span>
        </summary>
        <div class="door-more-fields">
          <TextField
            label={t('join.org_label')}
            max={60}
            value={profile.value.organisation}
            onInput={(organisation) => set({ organisation })}
            autocomplete="organization"
          />
          <TextField
            label={t('join.role_label')}
            max={60}
            value={profile.value.role}
            onInput={(role) => set({ role })}
            autocomplete="organization-title"
          />
        </div>
      </details>
      <Privacy invitation={invitation} />
      {problem && (
        <p class="problem" role="alert">
          {problemText(problem)}
        </p>
      )}
      <Button kind="primary" type="submit" wide busy={busy}>
        {t('join.button')}
      </Button>
    </form>
  )
}

/** Nobody comes in by themselves: one can knock, and is let in or not. */
function LockedDoor(props: { state: Extract<JoinState, { at: 'waiting' }>; joining: Joining }) {
  const { state, joining } = props
  const { knock } = state
  const heading = knock === 'heard' ? t('knock.heard_title') : t('join.locked_title')
  return (
    <>
      <Title key={heading}>{heading}</Title>
      {knock ? (
        <p role="status">{t(`knock.${knock}`)}</p>
      ) : (
        <form
          class="door-form"
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            const { name, organisation, role } = profile.value
            joining.knock({ name: name.trim(), organisation: organisation.trim(), role: role.trim() })
          }}
        >
          <p>{t('knock.body')}</p>
          <TextField
            label={t('join.name_label')}
            optional
            max={40}
            value={profile.value.name}
            onInput={(name) => {
              profile.value = { ...profile.value, name }
            }}
            autocomplete="given-name"
            autocapitalize="words"
            enterkeyhint="go"
          />
          <Privacy invitation={state.invitation} />
          <Button kind="primary" type="submit" wide>
            {t('knock.button')}
          </Button>
        </form>
      )}
      <Button wide onClick={() => joining.typeCode()}>
        {t('join.other_code')}
      </Button>
    </>
  )
}

function Privacy({ invitation }: { invitation: Invitation }) {
  return (
    <p class="door-privacy">
      <Icon name="eye" size="1.5rem" />
      <span>
        {t('join.privacy')}{' '}
        {t('join.keeps', {
          controller: invitation.controller || invitation.host,
          date: dateText(invitation.retained_until),
        })}
      </span>
    </p>
  )
}

function Waiting(props: {
  title: string
  retryAt: number
  joining: Joining
  seats?: Invitation['seats_max']
  children: string
}) {
  const left = useRemaining(props.retryAt, Date.now)
  return (
    <>
      {props.seats !== undefined && (
        <RingOfPlaces total={props.seats} taken={props.seats} waiting>
          <b class="ring-number">{props.seats}</b>
          <span class="ring-word">{t('join.full_of', { max: props.seats })}</span>
        </RingOfPlaces>
      )}
      <Title>{props.title}</Title>
      <p>{props.children}</p>
      <p class="door-retry">
        <Icon name="clock" size="1.5rem" />
        <span>
          {props.seats !== undefined && `${t('join.full_retry')} `}
          <b class="even-figures">{t('join.retry_in', { s: Math.ceil(left / 1000) })}</b>
        </span>
      </p>
      <Button wide onClick={() => props.joining.typeCode()}>
        {t('join.other_code')}
      </Button>
    </>
  )
}

// Apart from what follows on it: the build waits for its styles around the import, and their failure must be heard.
const importWoodEdge = () => import('../ui/draw/wood-edge.tsx')

/** The drawing arrives after the form, into a box that already has its size. */
function WoodEdgeLater({ small }: { small: boolean }) {
  const drawing = useSignal<ComponentType<{ class?: string }> | undefined>(undefined)
  useEffect(() => {
    const loading = setTimeout(
      () =>
        void importWoodEdge().then(
          (module) => {
            drawing.value = module.default
          },
          () => {},
        ),
      50,
    )
    return () => clearTimeout(loading)
  }, [])
  const Drawing = drawing.value
  return <div class={small ? 'door-wood door-wood-small' : 'door-wood'}>{Drawing && <Drawing />}</div>
}
