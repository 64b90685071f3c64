import { Drawing } from '../ui/draw/drawing.tsx'

/** Somebody who lost the connection: a broken stem with a cross, always with the words beside it. */
export function LostStem() {
  return (
    <Drawing viewBox="-32 -188 64 190" fit="xMidYMax meet" class="lost-stem">
      <path class="lost-dots" d="M0 0C-3-26 3-44-1-66" />
      <path class="lost-cross" d="M-21-102C-8-92 8-82 22-74M22-104C8-93-8-83-21-73" />
    </Drawing>
  )
}
