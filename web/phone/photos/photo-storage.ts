import { openDatabase } from '../../shared/open-database.ts'

/** A photo that this phone keeps until the server has it. */
export interface KeptPhoto {
  /** 32 hex digits, also the name of its upload. */
  readonly key: string
  readonly session: string
  readonly photo: Blob
  /** The server's code when it did not take it. */
  readonly refused?: string
}

/** Where photos wait: IndexedDB, or this page alone where there is none. */
export interface PhotoStorage {
  all(session: string): Promise<KeptPhoto[]>
  put(photo: KeptPhoto): Promise<void>
  remove(key: string): Promise<void>
}

export async function openPhotoStorage(): Promise<PhotoStorage> {
  try {
    return new IndexedDbPhotos(await openDatabase('kiemkring-photos', 'photos'))
  } catch {
    return new MemoryPhotos()
  }
}

export class MemoryPhotos implements PhotoStorage {
  private readonly photos = new Map<string, KeptPhoto>()
  async all(session: string): Promise<KeptPhoto[]> {
    return [...this.photos.values()].filter((photo) => photo.session === session)
  }
  async put(photo: KeptPhoto): Promise<void> {
    this.photos.set(photo.key, photo)
  }
  async remove(key: string): Promise<void> {
    this.photos.delete(key)
  }
}

class IndexedDbPhotos implements PhotoStorage {
  constructor(private readonly database: IDBDatabase) {}

  async all(session: string): Promise<KeptPhoto[]> {
    const photos = await this.ask<KeptPhoto[]>('readonly', (store) => store.getAll())
    return photos.filter((photo) => photo.session === session)
  }
  async put(photo: KeptPhoto): Promise<void> {
    await this.ask('readwrite', (store) => store.put(photo, photo.key))
  }
  async remove(key: string): Promise<void> {
    await this.ask('readwrite', (store) => store.delete(key))
  }

  private ask<T>(mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest): Promise<T> {
    return new Promise((resolve, reject) => {
      const transaction = this.database.transaction('photos', mode, { durability: 'strict' })
      const request = act(transaction.objectStore('photos'))
      transaction.oncomplete = () => resolve(request.result as T)
      transaction.onabort = () => reject(transaction.error)
    })
  }
}
