import { useEffect } from 'preact/hooks'
import { Dialog } from '../ui/dialog.tsx'
import { useConsole } from './console-session.ts'
import { SheetNotice } from './notice-bars.tsx'
import { PaperSeatForm } from './paper-seat.tsx'
import { paperSeat } from './paper-view.ts'

/** On the tablet: what somebody without a phone says. */
export function PaperSheet({ person, onClose }: { person: number; onClose: () => void }) {
  const { picture, send } = useConsole()
  const seat = paperSeat(picture.value, person, send)
  const isGone = !seat && picture.value.people.some((one) => one.id === person && one.state !== 'in')
  useEffect(() => {
    if (isGone) onClose()
  }, [isGone])
  if (!seat) return null
  return (
    <Dialog open title={seat.name} onClose={onClose}>
      <SheetNotice />
      <PaperSeatForm seat={seat} />
    </Dialog>
  )
}
