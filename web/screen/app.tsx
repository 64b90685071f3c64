import { useEffect, useState } from 'preact/hooks'
import { createSessionLink, type SessionLink } from '../shared/session-link.ts'
import { Notice } from './notice.tsx'
import { forgetToken, pair, type Pairing, takeSecret } from './pairing.ts'
import { useReplay } from './replay/use-replay.ts'
import { ReplayScreen } from './replay/replay-screen.tsx'
import { RoomScreen } from './room-screen.tsx'

const againAfterMs = 4000

/** Pairs once, then shows the session for as long as the server knows this screen. */
export function App() {
  const [secret] = useState(() => takeSecret())
  const [pairing, setPairing] = useState<Pairing>()
  const [link, setLink] = useState<SessionLink>()

  useEffect(() => {
    let timer = 0
    let current = true
    const attempt = async () => {
      const result = await pair(secret)
      if (!current) return
      setPairing(result)
      if (result.state === 'later') timer = window.setTimeout(attempt, againAfterMs)
    }
    void attempt()
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [secret])

  const token = pairing?.state === 'paired' ? pairing.token : undefined
  useEffect(() => {
    if (!token) return
    let opened: SessionLink | undefined
    let current = true
    void createSessionLink({ token, role: 'screen', storageKey: `screen.${token.slice(0, 12)}` }).then(
      (made) => {
        if (!current) return made.close()
        opened = made
        setLink(made)
      },
    )
    return () => {
      current = false
      opened?.close()
    }
  }, [token])

  const status = link?.status.value
  useEffect(() => {
    if (status !== 'unknown_token' && status !== 'deleted') return
    const rehearsed = link?.records.one('session').value?.rehearsal
    if (forgetToken(rehearsed)) location.reload()
  }, [status])

  if (status === 'unknown_token') return <Notice kind="unknown" />
  if (status === 'deleted') return <Notice kind="deleted" />
  if (link && pairing?.state === 'paired') return <Room link={link} pairing={pairing} />
  if (pairing === undefined || pairing.state === 'paired') return <Notice kind="busy" />
  if (pairing.state === 'later') {
    return pairing.code === 'offline' ? (
      <Notice kind="offline" />
    ) : (
      <Notice kind="failed" code={pairing.code} />
    )
  }
  return <Notice kind={pairing.state} />
}

/** The session as it is, or as it was. */
function Room({ link, pairing }: { link: SessionLink; pairing: Extract<Pairing, { state: 'paired' }> }) {
  const { player, close } = useReplay(link, pairing)
  return player ? <ReplayScreen player={player} token={link.token} onClose={close} /> : <RoomScreen link={link} />
}
