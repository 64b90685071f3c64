/** What lies over the frame, one at a time. */
export type Sheet = 'people' | 'session' | 'pair screen' | 'pair tablet' | 'print'
