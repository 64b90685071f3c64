import type { Message } from '../message.ts'

export const desk = {
  'a11y.traffic': 'Groen: geregeld · Oranje: deels · Rood: nog niet',
} as const satisfies Record<string, Message>
