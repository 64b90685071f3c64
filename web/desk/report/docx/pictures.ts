import { ImageRun } from 'docx'
import { hexOf, readable } from './style.ts'

/** In pixels of 1/96 inch, of the width of a page within its margins. */
const widest = 640
const photoWidth = 240

/** A photo or the logo as it is in the page; nothing when it cannot be read. */
export async function pictureOf(image: HTMLImageElement): Promise<ImageRun | undefined> {
  const source = image.getAttribute('src') ?? ''
  const bytes = bytesOf(source)
  if (!bytes) return undefined
  const { width, height } = await sizeOf(bytes)
  return runOf(source.startsWith('data:image/png') ? 'png' : 'jpg', bytes, photoWidth, (photoWidth * height) / width, image.alt)
}

/** What the page draws: a plan with what lies on it, or a chart. */
export async function drawnOf(element: Element): Promise<ImageRun | undefined> {
  const drawing = element.matches('svg') ? element : element.querySelector('svg')
  const ground = element.querySelector('img')
  const bytes = bytesOf(ground?.getAttribute('src') ?? '')
  if (ground && !bytes) return undefined
  const canvas = document.createElement('canvas')
  const context = canvas.getContext('2d')
  const [width, height] = bytes ? await sizeOf(bytes).then((size) => [size.width, size.height] as const) : viewOf(drawing)
  canvas.width = 2 * widest
  canvas.height = Math.round((canvas.width * height) / width)
  if (bytes) context?.drawImage(await createImageBitmap(new Blob([bytes])), 0, 0, canvas.width, canvas.height)
  if (drawing) context?.drawImage(await imageOf(drawing, canvas), 0, 0, canvas.width, canvas.height)
  const name = ground?.alt ?? drawing?.getAttribute('aria-label') ?? ''
  return runOf('png', await pngOf(canvas), widest, (widest * height) / width, name)
}

/** A bar of a chart, as long as it is in the page: its number stands beside it. */
export async function barOf(bar: HTMLElement): Promise<ImageRun> {
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = 1
  const context = canvas.getContext('2d')
  if (context) {
    context.fillStyle = `#${hexOf(bar.style.background || bar.style.backgroundColor) ?? '000000'}`
    context.fillRect(0, 0, 1, 1)
  }
  return runOf('png', await pngOf(canvas), Math.max(2, 2 * Number.parseFloat(bar.style.width)), 12, '')
}

function runOf(type: 'jpg' | 'png', data: Uint8Array, width: number, height: number, description: string): ImageRun {
  const words = readable(description)
  return new ImageRun({ type, data, transformation: { width, height }, altText: { name: words || type, title: words, description: words } })
}

function bytesOf(source: string): Uint8Array<ArrayBuffer> | undefined {
  const written = /^data:image\/(?:jpeg|png);base64,(.+)$/.exec(source)?.[1]
  return written ? Uint8Array.from(atob(written), (letter) => letter.charCodeAt(0)) : undefined
}

async function sizeOf(bytes: Uint8Array<ArrayBuffer>): Promise<{ width: number; height: number }> {
  const { width, height } = await createImageBitmap(new Blob([bytes]))
  return { width, height }
}

function viewOf(drawing: Element | null): readonly [number, number] {
  const [, , width = 1, height = 1] = (drawing?.getAttribute('viewBox') ?? '').split(/[ ,]+/).map(Number)
  return [width, height]
}

async function imageOf(drawing: Element, size: { width: number; height: number }): Promise<HTMLImageElement> {
  const whole = drawing.cloneNode(true) as Element
  whole.setAttribute('width', String(size.width))
  whole.setAttribute('height', String(size.height))
  // What no XML may hold would make it no picture.
  const written = readable(new XMLSerializer().serializeToString(whole))
  const address = URL.createObjectURL(new Blob([written], { type: 'image/svg+xml' }))
  const image = new Image()
  image.src = address
  await image.decode().finally(() => URL.revokeObjectURL(address))
  return image
}

async function pngOf(canvas: HTMLCanvasElement): Promise<Uint8Array> {
  const blob = await new Promise<Blob | null>((made) => canvas.toBlob(made, 'image/png'))
  if (!blob) throw new Error('no picture could be drawn')
  return new Uint8Array(await blob.arrayBuffer())
}
