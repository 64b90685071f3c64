import type { Socket } from './connection.ts'
import type { ClientMessage, Hello } from './generated/client-message.ts'
import type { ServerMessage } from './generated/server-message.ts'

/** The server's side of one connection: reads what the client said, says what the test wants. */
export class FakeSocket implements Socket {
  onopen: ((event: Event) => void) | null = null
  onmessage: ((event: MessageEvent) => void) | null = null
  onclose: ((event: CloseEvent) => void) | null = null
  readonly said: ClientMessage[] = []
  closed = false

  send(text: string) {
    this.said.push(JSON.parse(text))
  }
  close() {
    this.closed = true
  }
  accept() {
    this.onopen?.({} as Event)
  }
  say(message: ServerMessage) {
    this.onmessage?.({ data: JSON.stringify(message) } as MessageEvent)
  }
  drop(code = 1006) {
    this.onclose?.({ code } as CloseEvent)
  }
  get hello() {
    return this.said[0] as Hello
  }
  get commands() {
    return this.said.filter((message) => message.type === 'command')
  }
  get numbers() {
    return this.commands.map((command) => command.n)
  }
}
