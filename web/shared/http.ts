import type { CatalogueFile } from './catalogue.ts'
import type { AgendaRecord, ServerRecord } from './generated/record.ts'
import type { TemplateFile } from './generated/template.ts'
import type { ReplayOutline, ReplayStep } from './replay.ts'
import type { ApproachFile, SharedDocument } from './approach.ts'
import type {
  ConceptMatch,
  KeptWords,
  DeskCommand,
  DossierFile,
  ImportedAnswer,
  ImportedPlaces,
  LinkQuestion,
  LinkReply,
  NewTrajectory,
  NextRound,
  TrajectoriesAnswer,
  TrajectoryAnswer,
} from './trajectory.ts'

export interface Invitation {
  title: string
  host: string
  controller: string
  retained_until: string
  language: 'nl' | 'en'
  state: 'open' | 'full' | 'locked' | 'ended'
  seats_max: number
  rehearsal: boolean
  /** By a personal link, which leads nowhere once it was used. */
  personal: boolean
  /** Of whom that link is, else empty. */
  name: string
}

export type Door = { code: string } | { secret: string }
export type PairedRole = 'facilitator' | 'helper' | 'screen'
/** standby: a tablet that watches until it takes over. */
export type PairingRole = PairedRole | 'standby'
type RoundKind = AgendaRecord['rounds'][number]['kind']

export interface Template extends Omit<TemplateFile, 'kiemkring_template'> {
  id: string
  minutes: number
  /** Made by this organiser; the others come along, and have revision 0. */
  own: boolean
  revision: number
}

/** What is wrong with a template, and where: `round` counts from 1, 0 is the file itself. */
export interface TemplateProblem {
  round: number
  member: string
  why: string
}

export interface SessionSummary {
  id: string
  title: string
  place: string
  language: 'nl' | 'en'
  created_at: number
  status: 'open' | 'ended'
  people: number
  ideas: number
  /** How far it is: only these rounds change that. */
  current: Extract<RoundKind, 'lobby' | 'ideas' | 'group' | 'vote' | 'tie' | 'top5' | 'commit' | 'close'>
  retained_until: string
  /** The session that this is a rehearsal of, or empty. */
  rehearsal_of: string
  /** That it belongs to; empty: none. */
  trajectory: string
}

export interface NewSession {
  template: string
  language: 'nl' | 'en'
  title: string
  question: string
  within: string
  money: string
  place: string
  host: string
  controller: string
  retained_days: number
  seats_max: number
}

/** A report that was made. The same content has the same number and hash. */
export interface MadeReport {
  number: number
  /** SHA-256, 64 hex digits; it stands in the report too. */
  hash: string
  made_at: number
  /** The account; empty: on a tablet, or by somebody who is gone. */
  by: string
  readers: 'participants' | 'board' | 'archive'
  names: 'everybody' | 'agreed' | 'nobody'
  language: 'nl' | 'en'
  format: string
  /** Its sections with commas between them, or `summary`. */
  parts: string
  /** How much of what reports tell was done since. */
  changes: number
}

/** What each route takes and gives; a session's id stands in the path where the key says ID. */
interface Routes {
  'POST /api/invitation': [Door, Invitation]
  'POST /api/join': [
    Door & { token: string; name: string; organisation: string; role: string },
    { session: string; person: number; name: string },
  ]
  /** At a locked door the answer is `{state: 'waiting'}`; repeat it until it is a seat, or `turned_away`. */
  'POST /api/knock': [
    Door & { token: string; name: string; organisation: string; role: string },
    { session: string; person: number; name: string } | { state: 'waiting' },
  ]
  /** From the close on, for whoever has the QR; before, `too_early`. */
  'POST /api/results': [Door, { session: string; records: ServerRecord[] }]
  'POST /api/pair': [{ secret: string; token: string }, { role: PairedRole; session: string }]
  'POST /api/setup': [{ secret: string; name: string; passphrase: string }, { name: string }]
  'POST /api/login': [{ name: string; passphrase: string }, { name: string }]
  'POST /api/logout': [undefined, undefined]
  'GET /api/organiser': [undefined, { name: string }]
  'GET /api/templates': [undefined, { templates: Template[] }]
  'GET /api/concepts': [
    undefined,
    { concepts: { id: string; name_nl: string; name_en: string; description_nl: string }[] },
  ]
  'POST /api/templates': [TemplateFile, { id: string; revision: number }]
  /** What the file would give; nothing is kept. */
  'POST /api/templates/check': [unknown, Template]
  'POST /api/templates/ID': [{ revision: number; template: TemplateFile }, { id: string; revision: number }]
  'DELETE /api/templates/ID': [undefined, undefined]
  'GET /api/sessions': [undefined, { sessions: SessionSummary[]; storage_full: boolean; seats_max: number }]
  'POST /api/sessions': [NewSession, { id: string }]
  'DELETE /api/sessions/ID': [undefined, undefined]
  'POST /api/sessions/ID/pairing': [
    { role: PairingRole },
    { secret: string; url: string; expires_at: number },
  ]
  /** A personal link, for one person. */
  'POST /api/sessions/ID/link': [{ name: string; person?: number }, { url: string; name: string; person: number }]
  /** One that has ended goes on. */
  'POST /api/sessions/ID/reopen': [undefined, undefined]
  /** Another day until which it is kept, YYYY-MM-DD. */
  'POST /api/sessions/ID/retention': [{ retained_until: string }, undefined]
  /** What is put ready at the desk; `ideas` counts those that the session ever had. */
  'GET /api/sessions/ID/preparation': [undefined, { wifi_name: string; wifi_password: string; ideas: number }]
  'POST /api/sessions/ID/wifi': [{ name: string; password: string }, undefined]
  'POST /api/sessions/ID/ideas': [{ seen: number; lines: readonly string[] }, undefined]
  'POST /api/sessions/ID/rehearsal': [
    { people: number },
    { id: string; secret: string; url: string; screen_url: string },
  ]
  'DELETE /api/sessions/ID/rehearsal': [undefined, undefined]
  /** A picture of 0: there is none. */
  'GET /api/sessions/ID/plan': [undefined, { picture: number; width: number; height: number }]
  /** Parts only where the query names a frame. */
  'GET /api/sessions/ID/replay': [undefined, ReplayOutline | { steps: ReplayStep[] }]
  'POST /api/sessions/ID/replay': [{ frame: number | null; version: number; playing: boolean }, undefined]
  /** The newest first. */
  'GET /api/sessions/ID/reports': [undefined, { reports: MadeReport[] }]
  'POST /api/sessions/import': [unknown, { id: string }]
  'GET /api/approach': [undefined, SharedDocument<ApproachFile>]
  'POST /api/approach': [{ revision: number; document: ApproachFile }, { revision: number }]
  /** What the file would give; nothing is kept. */
  'POST /api/approach/check': [unknown, ApproachFile]
  'GET /api/brand': [undefined, { revision: number; accent: string; printed: string; logo: boolean }]
  'POST /api/brand': [
    { revision: number; accent: string; logo: boolean },
    { revision: number; accent: string; printed: string; logo: boolean },
  ]
  'GET /api/catalogue': [undefined, SharedDocument<CatalogueFile>]
  'POST /api/catalogue': [{ revision: number; document: CatalogueFile }, { revision: number }]
  'POST /api/catalogue/check': [unknown, CatalogueFile]
  'POST /api/trajectories/import': [ImportedPlaces, ImportedAnswer]
  /** Up to 25. `done` of them are in the answer, but for those that were erased meanwhile; the rest is asked for again. */
  'POST /api/trajectories/dossiers': [{ ids: string[] }, { done: number; dossiers: DossierFile[] }]
  'POST /api/trajectories/dossiers/import': [{ key: string; dossier: unknown }, { id: string }]
  /** With `?after=LIST` what changed since that answer. */
  'GET /api/trajectories': [undefined, TrajectoriesAnswer]
  'POST /api/trajectories': [NewTrajectory, { id: string }]
  /** With `?version=VERSION` as it was then. With `?after=VERSION` it waits for another version, 25 seconds at the most. */
  'GET /api/trajectories/ID': [undefined, TrajectoryAnswer]
  'POST /api/trajectories/ID': [DeskCommand, { version: number; entry: number }]
  'POST /api/trajectories/ID/next': [NextRound, { id: string }]
  'GET /api/trajectories/ID/matches': [undefined, { concepts: ConceptMatch[] }]
  'GET /api/trajectories/ID/reports': [undefined, { reports: MadeReport[] }]
  'DELETE /api/trajectories/ID': [undefined, undefined]
  /** Of a session that is planned in it: the number of its entry stands for N. */
  'POST /api/trajectories/ID/plans/N/start': [NewSession, { id: string }]
  'POST /api/trajectories/ID/plans/N/link': [{ session: string }, { id: string }]
  'GET /api/trajectories/ID/plans/N/kept': [undefined, { words: KeptWords[] }]
  /** `withdrawn` (410) and `no_link` (404) are what a link can have become. */
  'POST /api/links': [{ trajectory: string; secret: string }, LinkQuestion]
  'POST /api/links/answer': [LinkReply, { version: number; entry: number }]
}

export type Reply<T> =
  | { readonly ok: true; readonly status: number; readonly body: T }
  /** `error` is the server's code; `offline` when it was not reached, `unreadable` when it did not answer JSON. */
  | {
      readonly ok: false
      readonly status: number
      readonly error: string
      readonly body: Record<string, unknown>
    }

export interface CallOptions {
  /** Replaces ID in the path. */
  readonly id?: string
  /** With its question mark. */
  readonly query?: string
  /** Token of a facilitator or big screen. */
  readonly bearer?: string
  readonly timeoutMs?: number
  /** Ends an answer that nobody waits for any more. */
  readonly signal?: AbortSignal
  /** Stands in the path where the key says N. */
  readonly number?: number
}

/** Asks the server; never rejects. */
export async function call<R extends keyof Routes>(
  route: R,
  body: Routes[R][0],
  options: CallOptions = {},
): Promise<Reply<Routes[R][1]>> {
  const [method, pattern] = route.split(' ') as [string, string]
  const path =
    pattern.replace('ID', encodeURIComponent(options.id ?? '')).replace('/N/', `/${options.number ?? 0}/`) +
    (options.query ?? '')
  const headers: Record<string, string> = {}
  if (method === 'POST') headers['Content-Type'] = 'application/json'
  if (options.bearer) headers.Authorization = `Bearer ${options.bearer}`

  const aborting = new AbortController()
  const timer = setTimeout(() => aborting.abort(), options.timeoutMs ?? 10_000)
  options.signal?.addEventListener('abort', () => aborting.abort())
  try {
    const response = await fetch(path, {
      method,
      headers,
      signal: aborting.signal,
      credentials: 'same-origin',
      ...(method === 'POST' ? { body: JSON.stringify(body ?? {}) } : {}),
    })
    const text = await response.text()
    return replyOf<Routes[R][1]>(response, text)
  } catch {
    return { ok: false, status: 0, error: 'offline', body: {} }
  } finally {
    clearTimeout(timer)
  }
}

/** What an answer says, however it was asked for. */
export function replyOf<T>(response: Pick<Response, 'ok' | 'status'>, text: string): Reply<T> {
  const { status } = response
  try {
    const body = text ? JSON.parse(text) : undefined
    if (response.ok) return { ok: true, status, body: body as T }
    return { ok: false, status, error: String(body?.error ?? status), body: body ?? {} }
  } catch {
    return { ok: false, status, error: 'unreadable', body: {} }
  }
}
