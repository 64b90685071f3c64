import type { ClientMessage } from './generated/client-message.ts'
import type { Refused } from './generated/server-message.ts'

export type Command = Extract<ClientMessage, { type: 'command' }>
export type Op = Command['op']

/** The arguments of each command. */
export type Commands = { [C in Command as C['op']]: C['args'] }

/** `replaced` is ours: another tab owns the outbox, so nothing was kept or sent. */
export type Refusal = Refused['refusal'] | 'replaced'
export type RefusalDetails = NonNullable<Refused['details']>

/** What became of a command. */
export type Outcome =
  | { readonly ok: true; readonly id?: number }
  | { readonly ok: false; readonly refusal: Refusal; readonly details?: RefusalDetails }

/** A command that waits for its answer: `kept` on this device, or `sent` over the connection of now. */
export type PendingCommand = {
  [O in Op]: {
    readonly n: number
    readonly op: O
    readonly args: Commands[O]
    readonly state: 'kept' | 'sent'
  }
}[Op]

/** A command from before a reload that was refused, so that its text can be offered again. */
export type RefusedCommand = PendingCommand & {
  readonly refusal: Refusal
  readonly details?: RefusalDetails
}
