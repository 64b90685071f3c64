/** The address of the worker, the same for every version. */
const worker = '/service-worker.js'

/**
 * Has the browser keep the page on this phone, so that it opens without a connection and can be put on the home screen.
 * Browsers allow it over https only; over plain http nothing happens and nothing is missed but that.
 */
export function keepPage(): void {
  if (!isSecureContext || !('serviceWorker' in navigator)) return
  link('manifest', '/kiemkring.webmanifest')
  link('apple-touch-icon', '/icon-180.png')
  navigator.serviceWorker
    .register(worker)
    .then(({ active, installing, waiting }) => {
      // To the newest one only: what an older one keeps goes when it does.
      const newest = installing ?? waiting ?? active
      newest?.postMessage({ used: usedPaths() })
    })
    // Private windows refuse, and a page that is being developed has no worker: it then works as over http.
    .catch(() => {})
}

function usedPaths(): string[] {
  const names = performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname)
  return [...new Set(names)]
}

function link(rel: string, href: string): void {
  if (document.querySelector(`link[rel="${rel}"]`)) return
  const element = document.createElement('link')
  Object.assign(element, { rel, href })
  document.head.append(element)
}
