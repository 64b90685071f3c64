// Reads the QR code that a page shows, as the camera of a phone does: from its pixels.
import { createRequire } from 'node:module'

const reader = createRequire(import.meta.url).resolve('jsqr')

/** The text of the QR code in `element`, decoded from a picture of it in an empty page of the same browser. */
export async function readQrCode(element) {
  const picture = (await element.screenshot()).toString('base64')
  const page = await element.page().context().newPage()
  try {
    await page.addScriptTag({ path: reader })
    return await page.evaluate(async (base64) => {
      const image = new Image()
      image.src = `data:image/png;base64,${base64}`
      await image.decode()
      const canvas = document.createElement('canvas')
      canvas.width = image.width
      canvas.height = image.height
      const drawing = canvas.getContext('2d')
      drawing.drawImage(image, 0, 0)
      const { data, width, height } = drawing.getImageData(0, 0, image.width, image.height)
      return globalThis.jsQR(data, width, height)?.data
    }, picture)
  } finally {
    await page.close()
  }
}
