import { type Uploaded, type UploadOptions, upload } from './upload.ts'

/** How long until it is tried again, in ms. */
export const againMs = 3_000

/**
 * As `upload`, but while the disk of the server is full it waits, says so once with `waits`, and goes on by itself. Undefined when
 * nobody waits for it any more, as `isOver` says. `send` stands in for the line.
 */
export async function patientUpload(
  file: Blob,
  options: UploadOptions,
  waits: () => void,
  isOver: () => boolean,
  send: typeof upload = upload,
): Promise<Uploaded | undefined> {
  let told = false
  for (;;) {
    const outcome = await send(file, options)
    if (outcome.ok || outcome.error !== 'read_only') return outcome
    if (isOver()) return undefined
    if (!told) waits()
    told = true
    await new Promise((resolve) => setTimeout(resolve, againMs))
    if (isOver()) return undefined
  }
}
