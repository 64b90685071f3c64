export type Route =
  /** `query`: how it is looked at, as after a `?`. */
  | { readonly page: 'trajectories'; readonly query: string }
  | { readonly page: 'new-trajectory' }
  | { readonly page: 'trajectory'; readonly id: string }
  | { readonly page: 'import-places' }
  | { readonly page: 'approach' }
  | { readonly page: 'catalogue' }
  | { readonly page: 'sessions' }
  | { readonly page: 'new' }
  | { readonly page: 'session'; readonly id: string }
  | { readonly page: 'templates' }
  | { readonly page: 'template'; readonly id: string }
  | { readonly page: 'setup'; readonly secret: string }

/** The page of the part after `#`: nothing is the first page, what is not known the list of sessions. */
export function routeOf(hash: string): Route {
  const path = hash.replace(/^#/, '')
  const setup = new URLSearchParams(path).get('setup')
  if (setup) return { page: 'setup', secret: setup }
  if (path === '') return { page: 'trajectories', query: '' }
  const portfolio = /^\/trajectories(?:\?(.*))?$/.exec(path)
  if (portfolio) return { page: 'trajectories', query: portfolio[1] ?? '' }
  if (path === '/trajectories/new') return { page: 'new-trajectory' }
  if (path === '/trajectories/import') return { page: 'import-places' }
  if (path === '/approach') return { page: 'approach' }
  if (path === '/catalogue') return { page: 'catalogue' }
  const trajectory = /^\/trajectories\/([^/?]+)$/.exec(path)
  if (trajectory?.[1]) return { page: 'trajectory', id: safelyDecoded(trajectory[1]) }
  if (path === '/new') return { page: 'new' }
  if (path === '/templates') return { page: 'templates' }
  const template = /^\/templates\/([^/?]+)$/.exec(path)
  if (template?.[1]) return { page: 'template', id: safelyDecoded(template[1]) }
  const session = /^\/sessions\/([^/?]+)$/.exec(path)
  if (session?.[1]) return { page: 'session', id: safelyDecoded(session[1]) }
  return { page: 'sessions' }
}

export const hashes = {
  trajectories: '#/trajectories',
  newTrajectory: '#/trajectories/new',
  importPlaces: '#/trajectories/import',
  approach: '#/approach',
  catalogue: '#/catalogue',
  trajectory: (id: string) => `#/trajectories/${encodeURIComponent(id)}`,
  sessions: '#/',
  new: '#/new',
  templates: '#/templates',
  template: (id: string) => `#/templates/${encodeURIComponent(id)}`,
  session: (id: string) => `#/sessions/${encodeURIComponent(id)}`,
}

function safelyDecoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
