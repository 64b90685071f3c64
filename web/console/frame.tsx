import { useEffect, useState } from 'preact/hooks'
import { t } from '../text/console.ts'
import { Strip } from '../ui/strip.tsx'
import { AddIdeasSheet } from './add-ideas-sheet.tsx'
import { AssessScreen } from './assess-screen.tsx'
import { ChooseScreen } from './choose-screen.tsx'
import { listenToClicker } from './clicker.ts'
import { CloseScreen } from './close-screen.tsx'
import { CommitScreen } from './commit-screen.tsx'
import { ConcernsScreen } from './concerns-screen.tsx'
import { useConsole } from './console-session.ts'
import { DirectScreen } from './direct-screen.tsx'
import { ExploreScreen } from './explore-screen.tsx'
import { FootBar } from './foot-bar.tsx'
import { GroupScreen } from './group-screen.tsx'
import { HeadBar } from './head-bar.tsx'
import { HeldStrips } from './held-strips.tsx'
import { IdeasScreen } from './ideas-screen.tsx'
import { IdeasSheet } from './ideas-sheet.tsx'
import { LobbyScreen } from './lobby-screen.tsx'
import { NoticeBar, UndoBar } from './notice-bars.tsx'
import { LinkSheet } from './link-sheet.tsx'
import { PaperSheet } from './paper-sheet.tsx'
import { PairingSheet } from './pairing-sheet.tsx'
import { PeopleSheet } from './people-sheet.tsx'
import { isInterlude, isWatching, type RoundKind } from './picture.ts'
import { PitchScreen } from './pitch-screen.tsx'
import { PrintSheet } from './print-sheet.tsx'
import { RehearsalStrip } from './rehearsal.tsx'
import { PlanSheet } from './plan-sheet.tsx'
import { ReplaySheet } from './replay-sheet.tsx'
import { SessionSheet } from './session-sheet.tsx'
import { SharpenScreen } from './sharpen-screen.tsx'
import type { Sheet } from './sheet.ts'
import { TablesScreen } from './tables-screen.tsx'
import { TakeOverSheet } from './take-over-sheet.tsx'
import { TieScreen } from './tie-screen.tsx'
import { TopScreen } from './top-screen.tsx'
import { VoteScreen } from './vote-screen.tsx'
import { WaitingSheet } from './waiting-sheet.tsx'
import { WatchingBar } from './watching-bar.tsx'
import { WifiSheet } from './wifi-sheet.tsx'

/** Head, the face of now, and the bar that moves everybody. */
export function Frame() {
  const { link, face, picture } = useConsole()
  const [sheet, setSheet] = useState<Sheet>()
  // The bar of what is chosen takes the place of the bar that moves everybody.
  const [choosing, setChoosing] = useState(false)
  const kind = picture.value.round?.kind ?? 'lobby'
  const ended = picture.value.session?.status === 'ended'
  const direct = (face.value === 'direct' || isInterlude(kind)) && !ended
  const handFull = choosing && !direct
  const watching = isWatching(picture.value)
  const close = () => setSheet(undefined)
  useEffect(() => listenToClicker(), [])
  return (
    <div class={`frame frame-${direct ? 'direct' : kind}`}>
      <HeadBar open={setSheet} />
      <RehearsalStrip open={setSheet} />
      {link.status.value !== 'live' && (
        <Strip kind="offline" title={t('link.offline_title')}>
          {t('link.offline_body')}{' '}
          {link.pending.value.length > 0 && t('link.pending', { n: link.pending.value.length })}
        </Strip>
      )}
      {link.status.value === 'live' && link.storageFull.value && (
        <Strip kind="attention" title={t('link.full_title')}>
          {t('link.full_body')}
        </Strip>
      )}
      <div inert={watching}>
        <HeldStrips open={setSheet} />
      </div>
      <NoticeBar />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and without a control in it no key would reach it */}
      <main class="frame-main" tabIndex={0}>
        <div class="frame-work" inert={watching}>
          {direct ? (
            <DirectScreen />
          ) : (
            <Work kind={ended ? 'close' : kind} openSheet={setSheet} choosing={setChoosing} />
          )}
        </div>
      </main>
      {watching && <WatchingBar open={setSheet} />}
      {!watching && !handFull && (
        <>
          <UndoBar />
          <FootBar direct={direct} />
        </>
      )}
      {sheet === 'people' && <PeopleSheet onClose={close} open={setSheet} />}
      {typeof sheet === 'object' && <PaperSheet person={sheet.paper} onClose={() => setSheet('people')} />}
      {sheet === 'session' && <SessionSheet onClose={close} open={setSheet} />}
      {sheet === 'ideas' && <IdeasSheet onClose={close} />}
      {sheet === 'print' && <PrintSheet onClose={close} />}
      {sheet === 'wifi' && <WifiSheet onClose={close} />}
      {sheet === 'plan' && <PlanSheet onClose={close} />}
      {sheet === 'waiting' && <WaitingSheet onClose={close} />}
      {sheet === 'take over' && <TakeOverSheet onClose={close} />}
      {sheet === 'pair screen' && <PairingSheet of="screen" onClose={close} />}
      {sheet === 'pair tablet' && <PairingSheet of="standby" onClose={close} />}
      {sheet === 'pair remote' && <PairingSheet of="facilitator" onClose={close} />}
      {sheet === 'pair helper' && <PairingSheet of="helper" onClose={close} />}
      {sheet === 'link' && <LinkSheet onClose={close} />}
      {sheet === 'add ideas' && <AddIdeasSheet onClose={close} />}
      {sheet === 'replay' && <ReplaySheet onClose={close} />}
    </div>
  )
}

function Work(props: {
  kind: RoundKind
  openSheet: (sheet: Sheet) => void
  choosing: (choosing: boolean) => void
}) {
  switch (props.kind) {
    case 'lobby':
      return <LobbyScreen open={props.openSheet} />
    case 'explore':
      return <ExploreScreen />
    case 'ideas':
      return <IdeasScreen choosing={props.choosing} />
    case 'group':
      return <GroupScreen choosing={props.choosing} />
    case 'vote':
      return <VoteScreen />
    case 'tie':
      return <TieScreen />
    case 'top5':
      return <TopScreen />
    case 'commit':
      return <CommitScreen />
    case 'close':
      return <CloseScreen open={props.openSheet} />
    case 'pitch':
      return <PitchScreen />
    case 'talk':
    case 'table_choice':
      return <TablesScreen />
    case 'sharpen':
      return <SharpenScreen />
    case 'concerns':
      return <ConcernsScreen />
    case 'assess':
      return <AssessScreen />
    case 'choose':
      return <ChooseScreen />
    case 'break':
    case 'show':
      return null
  }
}
