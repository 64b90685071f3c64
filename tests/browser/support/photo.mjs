// Photos as a camera makes them: a JPEG of 4,000 x 3,000 with a position beside it, made in a page of the browser.

/** `seed` makes one differ from another. */
export async function cameraPhoto(page, seed = 1, size = { width: 4000, height: 3000 }) {
  const bytes = await page.evaluate(
    async ([seed, { width, height }]) => {
      const canvas = document.createElement('canvas')
      canvas.width = width
      canvas.height = height
      const pen = canvas.getContext('2d')
      const sky = pen.createLinearGradient(0, 0, 0, height)
      sky.addColorStop(0, `hsl(${200 + seed * 9} 60% 80%)`)
      sky.addColorStop(1, `hsl(${90 + seed * 17} 35% 45%)`)
      pen.fillStyle = sky
      pen.fillRect(0, 0, width, height)
      for (let i = 0; i < 900; i += 1) {
        const at = Math.sin(i * 12.9898 + seed) * 43758.5453
        const x = (at - Math.floor(at)) * width
        pen.fillStyle = `hsl(${90 + ((i * 7) % 60)} 40% ${25 + (i % 40)}%)`
        pen.beginPath()
        pen.ellipse(x, height * 0.55 + ((i * 37) % (height * 0.42)), 20 + (i % 90), 30 + (i % 120), i, 0, 7)
        pen.fill()
      }
      const blob = await new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.92))
      return [...new Uint8Array(await blob.arrayBuffer())]
    },
    [seed, size],
  )
  const jpeg = Buffer.from(bytes)
  const exif = Buffer.concat([Buffer.from('Exif\0\0MM\0*\0\0\0\x08\0\0', 'latin1'), Buffer.from('GPS-KANARIE-52.37')])
  const head = Buffer.from([0xff, 0xe1, 0, exif.length + 2])
  return {
    name: 'IMG_2041.jpg',
    mimeType: 'image/jpeg',
    buffer: Buffer.concat([jpeg.subarray(0, 2), head, exif, jpeg.subarray(2)]),
  }
}

export const choosePhoto = (scope, photo) => scope.locator('input[type=file]').first().setInputFiles(photo)
