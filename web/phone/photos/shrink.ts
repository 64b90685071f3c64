const sideMax = 1600
const bytesMax = 300_000
const qualities = [0.82, 0.72, 0.6, 0.48]

/**
 * The picture drawn anew, upright and small. What a camera writes beside it (place, time, maker) stays behind. Rejects when
 * this browser cannot read it.
 */
export async function shrinkPhoto(file: Blob): Promise<Blob> {
  const image = await decoded(file)
  for (let side = sideMax; ; side *= 0.75) {
    const canvas = drawn(image, side)
    for (const quality of qualities) {
      const blob = await encoded(canvas, quality)
      if (blob.size <= bytesMax || side < 400) return blob
    }
  }
}

async function decoded(file: Blob): Promise<HTMLImageElement> {
  const address = URL.createObjectURL(file)
  try {
    const image = new Image()
    await new Promise((resolve, reject) => {
      image.onload = resolve
      image.onerror = () => reject(new Error('unreadable'))
      image.src = address
    })
    return image
  } finally {
    URL.revokeObjectURL(address)
  }
}

function drawn(image: HTMLImageElement, side: number): HTMLCanvasElement {
  const { naturalWidth: width, naturalHeight: height } = image
  const scale = Math.min(1, side / Math.max(width, height, 1))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(width * scale))
  canvas.height = Math.max(1, Math.round(height * scale))
  const pen = canvas.getContext('2d')
  if (!pen) throw new Error('no canvas')
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, canvas.width, canvas.height)
  pen.drawImage(image, 0, 0, canvas.width, canvas.height)
  return canvas
}

function encoded(canvas: HTMLCanvasElement, quality: number): Promise<Blob> {
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('not encoded'))), 'image/jpeg', quality),
  )
}
