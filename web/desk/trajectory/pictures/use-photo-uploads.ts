import { useState } from 'preact/hooks'
import { randomHex } from '../../../shared/random-hex.ts'
import { type PictureUse, upload } from '../../../shared/upload.ts'

const bytesMax = 12 * 1024 * 1024

/** A photo that did not come, and why. */
export interface Failed {
  readonly file: File
  readonly problem: PhotoProblem
  /** The same when it is tried again: it is no second photo. */
  readonly key: string
}
export type PhotoProblem =
  | 'plan.too_large'
  | 'plan.too_many_pixels'
  | 'plan.unsupported'
  | 'plan.unreadable'
  | 'pictures.quota'
  | 'plan.full'
  | 'plan.offline'

export interface PhotoUploads {
  /** Which of how many is on its way, and how much of it has arrived. */
  readonly now: { readonly number: number; readonly of: number; readonly percent: number } | undefined
  readonly failed: readonly Failed[]
  readonly bring: (files: readonly File[]) => Promise<void>
  readonly again: () => Promise<void>
}

/** Photos on their way to a trajectory, one after the other. */
export function usePhotoUploads(trajectory: string, as: PictureUse, arrived: () => void): PhotoUploads {
  const [now, setNow] = useState<PhotoUploads['now']>()
  const [failed, setFailed] = useState<readonly Failed[]>([])
  const send = async (photos: readonly { file: File; key: string }[]) => {
    const wrong: Failed[] = []
    for (const [i, { file, key }] of photos.entries()) {
      const at = (percent: number) => setNow({ number: i + 1, of: photos.length, percent })
      at(0)
      if (file.size > bytesMax) {
        wrong.push({ file, key, problem: 'plan.too_large' })
        continue
      }
      const outcome = await upload(file, {
        trajectory,
        as,
        key,
        onProgress: (part) => at(Math.round(part * 100)),
      })
      if (outcome.ok) arrived()
      else wrong.push({ file, key, problem: problemOf(outcome.error) })
    }
    setNow(undefined)
    setFailed(wrong)
  }
  return {
    now,
    failed,
    bring: (files) => send(files.map((file) => ({ file, key: randomHex(16) }))),
    again: () => send(failed),
  }
}

function problemOf(error: string): PhotoProblem {
  switch (error) {
    case 'too_large':
    case 'too_many_pixels':
      return `plan.${error}`
    case 'unsupported_image':
      return 'plan.unsupported'
    case 'bad_image':
      return 'plan.unreadable'
    case 'quota':
      return 'pictures.quota'
    case 'read_only':
      return 'plan.full'
    default:
      return 'plan.offline'
  }
}
