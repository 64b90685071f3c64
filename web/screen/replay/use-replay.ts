import { useCallback, useEffect, useState } from 'preact/hooks'
import type { SessionLink } from '../../shared/session-link.ts'
import { t } from '../../text/screen.ts'
import { portsOf, ReplayPlayer } from './player.ts'

/** Something is played back when a tablet asks for it, or when somebody presses T here; Escape ends it. */
export function useReplay(
  link: SessionLink,
  pairing: { readonly token: string; readonly session?: string | undefined },
): { player: ReplayPlayer | undefined; close: () => void } {
  const [player, setPlayer] = useState<ReplayPlayer>()
  const { token, session } = pairing
  const asked = link.replay.value

  const begin = useCallback(() => {
    if (!session) return undefined
    const made = new ReplayPlayer(portsOf(session, token, () => t('replay.erased')))
    setPlayer(made)
    return made
  }, [session, token])
  const close = useCallback(() => setPlayer(undefined), [])

  useEffect(() => {
    if (!asked || asked.frame === null) return close()
    void (player ?? begin())?.open(asked.frame, asked.playing, asked.version)
  }, [asked])
  useEffect(() => () => player?.close(), [player])
  useEffect(() => {
    if (player) return
    const pressed = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.key.toLowerCase() !== 't') return
      void begin()?.open(0, true)
    }
    addEventListener('keydown', pressed)
    return () => removeEventListener('keydown', pressed)
  }, [player, begin])

  return { player, close }
}
