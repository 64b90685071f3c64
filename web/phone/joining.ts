import { type ReadonlySignal, signal } from '@preact/signals'
import type { call, Door, Invitation, Reply } from '../shared/http.ts'
import { doorOfAddress, leadsSomewhere, tidyCode, type Seat, type Seats } from './seats.ts'

export interface Profile {
  readonly name: string
  readonly organisation: string
  readonly role: string
}

export type CodeProblem =
  | 'empty'
  | 'wrong_code'
  | 'wrong_link'
  | 'too_many'
  | 'unreachable'
  | { failed: string }

export type JoinState =
  | { readonly at: 'looking' }
  | { readonly at: 'code'; readonly busy: boolean; readonly problem?: CodeProblem }
  | { readonly at: 'unreachable'; readonly retryAt: number }
  | {
      readonly at: 'form'
      readonly invitation: Invitation
      readonly busy: boolean
      readonly problem?: 'unreachable' | { failed: string }
    }
  | {
      readonly at: 'waiting'
      readonly why: 'full' | 'locked'
      readonly invitation: Invitation
      readonly retryAt: number
      /** At a locked door: what became of knocking. */
      readonly knock?: Knock
    }
  /** It is over, or nearly: what it came to. */
  | { readonly at: 'results'; readonly door: Door }

/** `heard`: the facilitator sees who knocks; `crowded`: too many knock at once. */
export type Knock = 'heard' | 'turned_away' | 'crowded' | 'unreachable'

const retryMs = 12_000
const knockAgainMs = 4_000

/** The way from a scanned or typed code to a seat. */
export class Joining {
  private readonly current = signal<JoinState>({ at: 'code', busy: false })
  readonly state: ReadonlySignal<JoinState> = this.current
  private door: Door | undefined
  private scanned = false
  private invitation: Invitation | undefined
  private profile: Profile | undefined
  private asking = false
  private retryTimer: ReturnType<typeof setTimeout> | undefined

  constructor(
    private readonly ask: typeof call,
    private readonly seats: Seats,
    private readonly seated: (seat: Seat) => void,
  ) {}

  /** From the address of the page; without a door in it a code has to be typed. */
  start(hash: string): void {
    const door = doorOfAddress(hash)
    if (!door) {
      this.typeCode()
      // The address of a person that lacks something is no better than a wrong code.
      if (leadsSomewhere(hash)) this.current.value = { at: 'code', busy: false, problem: 'wrong_link' }
      return
    }
    this.stopRetrying()
    this.scanned = true
    this.current.value = { at: 'looking' }
    if (hash.startsWith('#r') && !this.seats.at(door)) this.showResults(door)
    else void this.look(door)
  }

  /** This phone was there after all. */
  goOnIn(session: string): void {
    const seat = this.seats.in(session)
    if (seat) this.seated(seat)
  }

  private showResults(door: Door): void {
    this.current.value = { at: 'results', door }
  }

  typeCode(): void {
    this.stopRetrying()
    this.scanned = false
    this.profile = undefined
    this.current.value = { at: 'code', busy: false }
  }

  enterCode(typed: string): void {
    const code = tidyCode(typed)
    if (!code) {
      this.current.value = { at: 'code', busy: false, problem: 'empty' }
      return
    }
    if (this.asking) return
    this.stopRetrying()
    this.current.value = { at: 'code', busy: true }
    void this.look({ code })
  }

  join(profile: Profile): void {
    if (this.asking) return
    this.stopRetrying()
    this.profile = profile
    if (this.invitation) this.current.value = { at: 'form', invitation: this.invitation, busy: true }
    void this.askForSeat()
  }

  /** What is written while it is tried again by itself goes along. */
  retyped(profile: Profile): void {
    if (this.profile) this.profile = profile
  }

  /** Knocks on the locked door, and goes on knocking: whoever is let in comes in by itself. */
  knock(profile: Profile): void {
    if (this.asking) return
    this.stopRetrying()
    this.profile = profile
    void this.askToBeLetIn()
  }

  stop(): void {
    this.stopRetrying()
  }

  private async look(door: Door): Promise<void> {
    this.door = door
    const known = this.seats.at(door)
    if (known) return this.seated(known)
    const reply = await this.asked(() => this.ask('POST /api/invitation', door))
    if (!reply) return
    if (reply.ok) {
      this.invitation = reply.body
      this.show(reply.body)
    } else if (reply.error === 'offline' && this.scanned) {
      this.current.value = { at: 'unreachable', retryAt: this.retry(() => this.look(door)) }
    } else {
      if (reply.error === 'offline')
        this.retry(() => {
          this.current.value = { at: 'code', busy: true }
          void this.look(door)
        })
      this.current.value = { at: 'code', busy: false, problem: this.problemOf(reply.error) }
    }
  }

  private show(invitation: Invitation): void {
    switch (invitation.state) {
      case 'ended':
        if (this.door) this.showResults(this.door)
        return
      case 'full':
      case 'locked':
        this.waitAtDoor(invitation.state, invitation)
        return
      case 'open':
        this.current.value = { at: 'form', invitation, busy: false }
    }
  }

  private waitAtDoor(why: 'full' | 'locked', invitation: Invitation, knock?: Knock): void {
    const again = () => (this.profile ? this.askForSeat() : this.door && this.look(this.door))
    const retryAt = this.retry(again)
    this.current.value = { at: 'waiting', why, invitation, retryAt, ...(knock ? { knock } : {}) }
  }

  private async askForSeat(): Promise<void> {
    const { door, invitation, profile } = this
    if (!door || !invitation || !profile) return
    const answer = await this.asked(() =>
      this.withToken(door, invitation, (token) => this.ask('POST /api/join', { ...door, token, ...profile })),
    )
    if (!answer) return
    const { reply, token } = answer
    if (reply.ok) return this.seated(this.seats.keep(reply.body.session, token, invitation, door))
    switch (reply.error) {
      case 'session_full':
        return this.waitAtDoor('full', invitation)
      case 'locked':
        return this.waitAtDoor('locked', invitation)
      case 'ended':
        return this.showResults(door)
      case 'no_session':
        this.current.value = { at: 'code', busy: false, problem: this.problemOf('no_session') }
        return
      default:
        if (reply.error === 'offline') this.retry(() => this.profile && this.join(this.profile))
        this.current.value = {
          at: 'form',
          invitation,
          busy: false,
          problem: reply.error === 'offline' ? 'unreachable' : { failed: reply.error },
        }
    }
  }

  private async askToBeLetIn(): Promise<void> {
    const { door, invitation, profile } = this
    if (!door || !invitation || !profile) return
    const answer = await this.asked(() =>
      this.withToken(door, invitation, (token) => this.ask('POST /api/knock', { ...door, token, ...profile })),
    )
    if (!answer) return
    const { reply, token } = answer
    if (reply.ok && 'session' in reply.body)
      return this.seated(this.seats.keep(reply.body.session, token, invitation, door))
    if (reply.ok) return this.waitForAnswer(invitation, 'heard')
    switch (reply.error) {
      case 'turned_away':
        this.waitAtDoor('locked', invitation, 'turned_away')
        return
      case 'session_full':
        return this.waitAtDoor('full', invitation)
      case 'ended':
        return this.showResults(door)
      case 'no_session':
        this.current.value = { at: 'code', busy: false, problem: this.problemOf('no_session') }
        return
      default:
        this.waitForAnswer(invitation, reply.error === 'too_many_knocks' ? 'crowded' : 'unreachable')
    }
  }

  /** Asks with the token of this door, and once more with one of its own when that is of a seat elsewhere. */
  private async withToken<T>(
    door: Door,
    invitation: Invitation,
    question: (token: string) => Promise<Reply<T>>,
  ): Promise<{ reply: Reply<T>; token: string }> {
    const token = this.seats.tokenAt(door, invitation)
    const reply = await question(token)
    const own = !reply.ok && reply.error === 'no_session' && this.seats.ownTokenAt(door, token)
    return own ? { reply: await question(own), token: own } : { reply, token }
  }

  private waitForAnswer(invitation: Invitation, knock: Knock): void {
    const retryAt = this.retry(() => this.askToBeLetIn(), knockAgainMs)
    this.current.value = { at: 'waiting', why: 'locked', invitation, retryAt, knock }
  }

  private problemOf(error: string): CodeProblem {
    if (error === 'no_session') return this.scanned ? 'wrong_link' : 'wrong_code'
    if (error === 'too_many_codes') return 'too_many'
    if (error === 'offline') return 'unreachable'
    return { failed: error }
  }

  /** One question at a time: a second tap adds nothing. */
  private async asked<T>(question: () => Promise<T>): Promise<T | undefined> {
    if (this.asking) return undefined
    this.asking = true
    try {
      return await question()
    } finally {
      this.asking = false
    }
  }

  /** Spread a little, so that those who wait do not all ask in the same second. */
  private retry(again: () => unknown, leastMs = retryMs): number {
    this.stopRetrying()
    const ms = leastMs + Math.random() * (leastMs / 4)
    this.retryTimer = setTimeout(again, ms)
    return Date.now() + ms
  }

  private stopRetrying(): void {
    clearTimeout(this.retryTimer)
  }
}
