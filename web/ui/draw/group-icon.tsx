import type { GroupColor } from './color.ts'
import { Drawing } from './drawing.tsx'
import './icon.css'

/** What stands for each color, so that nobody needs to see the color itself. */
export const groupIconPaths: Readonly<Record<GroupColor, string>> = {
  // a tree
  moss: 'M11.9 21c.3-3.2.3-5.6.1-8.600M12 16.600l3-2.300M7 14.300c-3.7-.3-4.7-4.6-1.8-6.200C5 4.3 9 2.3 11.8 4.300c3-2.1 7-.1 6.9 3.6 3.1 1.5 2.2 6-1.5 6.4-2 .2-8.2.2-10.2 0',
  // a bench
  clay: 'M3.6 9.500c5.6-.3 11.2-.3 16.8 0M3.2 14c5.9-.3 11.7-.3 17.6 0M6 14.100l-.4 5.400M18 14.100l.4 5.400M6.5 9.300V5.400M17.5 9.300V5.4',
  // a roof against sun and rain
  sky: 'M2.9 12.200C3.5 6.9 7.2 3.9 12 3.900s8.5 3 9.1 8.300c-6-.3-12.1-.3-18.2 0zM12 12.200l.1 8.700M8.6 20.900c2.3-.2 4.6-.2 6.9 0',
  // a flower
  heath:
    'M6.2 5.4c1.9.3 3.1 1.2 4 2.7.4-1.9 1-3.3 1.9-4.5.9 1.2 1.5 2.7 1.8 4.5.9-1.5 2.2-2.4 4-2.7.9 5-1.3 8.5-5.8 8.6-4.5-.1-6.8-3.6-5.9-8.6zM12.1 14l.1 7M12.2 19.2c.2-2.1 1.6-3.2 3.9-3.3',
  // a path
  sand: 'M9.3 3.400C5 5.6 5.3 8 9.4 9.900s4.5 4.3.3 6.300c-2.4 1.2-3.4 2.8-2.9 4.900M15.3 3.400c-4.3 2.2-4 4.6.1 6.500s4.5 4.3.3 6.300c-2.4 1.2-3.4 2.8-2.9 4.9',
  // a drop
  water:
    'M12.1 2.900c3.3 4 6 7.6 6 11.2 0 4-2.5 6.7-6.1 6.700s-6.1-2.7-6.1-6.600c0-3.6 2.8-7.2 6.2-11.300zM9 14.600c.2 1.9 1.2 3 2.9 3.3',
  // cherries
  berry:
    'M8 20.600a3.5 3.5 0 1 0 .1-6.9 3.5 3.5 0 0 0-.1 6.900M16.5 19.400a3.3 3.3 0 1 0 .1-6.6 3.3 3.3 0 0 0-.1 6.600M8.3 13.600C8.9 9.2 11.2 6 14.9 3.600c-.6 3.5-.1 6.5 1.4 9.100M14.9 3.600c2.2-.8 4.2-.5 6 .9-2.1 1.4-4.1 1.1-6-.9',
  // a log
  bark: 'M6.7 17.600c2.1 0 3.5-2.4 3.5-5.700s-1.4-5.6-3.5-5.6-3.5 2.3-3.5 5.6 1.4 5.7 3.5 5.700M6.7 6.300c3.7-.2 7.3-.2 10.8 0 2.1.1 3.4 2.5 3.4 5.600s-1.3 5.5-3.4 5.700c-3.5.2-7.1.2-10.8 0M6.7 10.500v2.800M13.7 9.600c1.3.1 2.6.1 3.9 0M12.9 14c1.2.1 2.3.1 3.5 0',
}

/** The sign of a group's color, in the color of the text around it. */
export function GroupIcon({ color, size, label }: { color: GroupColor; size?: string; label?: string }) {
  return (
    <Drawing
      viewBox="0 0 24 24"
      label={label}
      class="ui-icon draw-pen"
      style={size ? { width: size, height: size } : undefined}
    >
      <path d={groupIconPaths[color]} />
    </Drawing>
  )
}
