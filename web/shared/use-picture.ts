import { useEffect, useState } from 'preact/hooks'

export type PictureSize = 'thumbnail' | 'large'

const againAfterMs = 3_000

/** Where a picture is kept on this device, for when there is no connection. */
export interface KeptPicture {
  read(picture: number): Promise<Blob | undefined>
  write(picture: number, bytes: Blob): Promise<void>
}

/** The address of a picture that only a token shows, for an <img>; undefined until it is here. */
export function usePicture(
  token: string,
  picture: number | undefined,
  size: PictureSize,
  kept?: KeptPicture,
): string | undefined {
  const [address, setAddress] = useState<string | undefined>(undefined)
  useEffect(() => {
    if (picture === undefined) return
    const aborting = new AbortController()
    let made: string | undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    const show = (bytes: Blob) => {
      if (aborting.signal.aborted) return
      made = URL.createObjectURL(bytes)
      setAddress(made)
    }
    const ask = async () => {
      try {
        const here = await kept?.read(picture)
        if (here) return show(here)
        const response = await fetch(`/api/pictures/${picture}?size=${size}`, {
          signal: aborting.signal,
          headers: { Authorization: `Bearer ${token}` },
        })
        if (response.status === 404) return
        if (!response.ok) throw new Error(String(response.status))
        const bytes = await response.blob()
        show(bytes)
        void kept?.write(picture, bytes)
      } catch {
        if (!aborting.signal.aborted) timer = setTimeout(ask, againAfterMs)
      }
    }
    void ask()
    return () => {
      aborting.abort()
      clearTimeout(timer)
      if (made) URL.revokeObjectURL(made)
      setAddress(undefined)
    }
  }, [token, picture, size])
  return address
}
