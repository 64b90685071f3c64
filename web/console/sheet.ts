/** What lies over the frame, one at a time. */
export type Sheet =
  | 'people'
  | 'session'
  | 'ideas'
  | 'waiting'
  | 'print'
  | 'plan'
  | 'wifi'
  | 'replay'
  | 'pair screen'
  | 'pair tablet'
  | 'pair remote'
  | 'pair helper'
  | 'link'
  | 'add ideas'
  | { readonly paper: number }
  | 'take over'
