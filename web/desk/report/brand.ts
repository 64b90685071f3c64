import { signal } from '@preact/signals'
import { randomHex } from '../../shared/random-hex.ts'
import { ask } from '../store.ts'

export interface Brand {
  readonly revision: number
  /** As it was chosen: `#rrggbb`. */
  readonly accent: string
  /** As it is printed: darker where the chosen one could not be read. */
  readonly printed: string
  readonly logo: boolean
}

/** The look of the organisation, shared by all organisers; undefined until it was fetched. */
export const brand = signal<Brand>()

export const kiemkringAccent = '#2c5f3e'
const logoBytesMax = 2 * 1024 * 1024

export type BrandProblem = 'too_large' | 'unsupported' | 'unreadable' | 'overtaken' | 'offline'

export async function loadBrand(): Promise<void> {
  const reply = await ask('GET /api/brand', undefined)
  if (reply.ok) brand.value = reply.body
}

/** Undefined when it was kept. Whatever another desk chose meanwhile is shown then. */
export async function saveBrand(change: {
  accent?: string
  logo?: false
}): Promise<BrandProblem | undefined> {
  const now = brand.value
  if (!now) return 'offline'
  const { revision, accent, logo } = now
  const reply = await ask('POST /api/brand', {
    revision,
    accent: change.accent ?? accent,
    logo: change.logo ?? logo,
  })
  if (reply.ok) {
    brand.value = reply.body
    return undefined
  }
  if (reply.status !== 409) return 'offline'
  await loadBrand()
  return 'overtaken'
}

export async function sendLogo(file: File): Promise<BrandProblem | undefined> {
  if (file.size > logoBytesMax) return 'too_large'
  try {
    const response = await fetch(`/api/uploads/${randomHex(16)}`, {
      method: 'POST',
      credentials: 'same-origin',
      headers: {
        'Content-Type': 'application/octet-stream',
        'Upload-Logo': String(brand.value?.revision ?? 0),
      },
      body: file,
    })
    const body = (await response.json()) as Brand & { error?: string }
    if (response.ok) {
      brand.value = body
      return undefined
    }
    if (response.status === 409) {
      await loadBrand()
      return 'overtaken'
    }
    return problemOf(body.error)
  } catch {
    return 'offline'
  }
}

function problemOf(error: string | undefined): BrandProblem {
  switch (error) {
    case 'too_large':
    case 'too_many_pixels':
      return 'too_large'
    case 'unsupported_image':
      return 'unsupported'
    case 'bad_image':
      return 'unreadable'
    default:
      return 'offline'
  }
}
