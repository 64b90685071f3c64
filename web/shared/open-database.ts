/** A database of one store, made when it is not there; rejected where there is none. */
export function openDatabase(name: string, store: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(name, 1)
    // Some browsers never answer when a profile is damaged or private.
    const timeout = setTimeout(() => reject(new Error('IndexedDB does not answer')), 3000)
    opening.onupgradeneeded = () => opening.result.createObjectStore(store)
    opening.onsuccess = () => {
      clearTimeout(timeout)
      resolve(opening.result)
    }
    opening.onerror = () => {
      clearTimeout(timeout)
      reject(opening.error)
    }
  })
}
