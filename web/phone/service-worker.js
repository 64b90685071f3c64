// Keeps the page of the phone on the phone, so that it opens without a connection. The build fills in what to keep.
//
// With a connection the page comes from the server, so a new version comes when somebody loads the page and never under
// one that is open: that one goes on with its own files, which stay here as long as it is open.

const shelf = `kiemkring ${__VERSION__}`
/** All that the page needs, from the start; the page itself is '/'. */
const files = __FILES__
/** Faces and languages: kept once the page has asked for them. */
const later = new Set(__LATER__)

/** A network that is slower than this is no better than none. */
const patienceMs = 2_500

addEventListener('install', (event) => event.waitUntil(fill()))
addEventListener('activate', (event) => event.waitUntil(tidy().then(() => clients.claim())))
addEventListener('message', (event) => event.waitUntil(hear(event.data)))
addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== location.origin) return
  // The other pages are not for phones, and what is asked of the server is never answered from here.
  if (request.mode === 'navigate' && pathname === '/') event.respondWith(page(request))
  else if (pathname !== '/' && isOurs(pathname)) event.respondWith(file(request, pathname))
})

function isOurs(path) {
  return files.includes(path) || later.has(path)
}

async function fill() {
  const kept = await caches.open(shelf)
  await Promise.all(
    files.map(async (path) => {
      const response = await fetch(path, { cache: path === '/' ? 'no-cache' : 'default' })
      if (!response.ok) throw new Error(`${path}: ${response.status}`)
      await kept.put(path, response)
    }),
  )
  // The server may have been renewed in between: then this is tried again another time.
  const text = await (await kept.match('/')).text()
  if (!files.some((path) => path.endsWith('.js') && text.includes(path))) throw new Error('another version')
}

async function tidy() {
  for (const name of await caches.keys())
    if (name.startsWith('kiemkring ') && name !== shelf) await caches.delete(name)
}

/** The page tells which files it runs on and has used. */
async function hear({ used }) {
  const kept = await caches.open(shelf)
  for (const path of used)
    if (later.has(path) && !(await kept.match(path))) await kept.add(path).catch(() => {})
  // It runs on the files that wait here, and no page of the version before is open: nobody is left to be disturbed.
  const open = await clients.matchAll({ includeUncontrolled: true })
  const built = used.filter((path) => path.startsWith('/assets/'))
  if (registration.waiting && open.length === 1 && built.every(isOurs)) await skipWaiting()
}

async function page(request) {
  const kept = () => caches.match('/', { cacheName: shelf })
  const asked = fetch(request)
  const soon = new Promise((patienceEnds) => setTimeout(patienceEnds, patienceMs)).then(kept)
  try {
    const answer = (await Promise.race([asked, soon])) ?? (await asked)
    return answer.status < 500 ? answer : ((await kept()) ?? answer)
  } catch {
    return (await kept()) ?? Response.error()
  }
}

async function file(request, path) {
  const found = await caches.match(path, { cacheName: shelf, ignoreVary: true })
  if (found) return found
  const answer = await fetch(request)
  if (answer.ok && later.has(path)) await (await caches.open(shelf)).put(path, answer.clone())
  return answer
}
