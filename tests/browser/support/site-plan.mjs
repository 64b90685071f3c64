// A drawn plan of a business park, made in a page of the browser.
export async function sitePlan(page) {
  const bytes = await page.evaluate(async () => {
    const canvas = document.createElement('canvas')
    canvas.width = 2000
    canvas.height = 1500
    const pen = canvas.getContext('2d')
    const box = (color, x, y, w, h) => {
      pen.fillStyle = color
      pen.fillRect(x, y, w, h)
    }
    box('#f3f1e7', 0, 0, 2000, 1500)
    box('#ddebdd', 60, 620, 700, 560)
    box('#ddebdd', 1300, 560, 640, 420)
    box('#fbfaf5', 900, 0, 240, 1500)
    box('#fbfaf5', 0, 430, 2000, 150)
    box('#d3ece8', 0, 1250, 2000, 110)
    pen.strokeStyle = '#17231c'
    pen.lineWidth = 8
    for (const [x, y, w, h, name] of [
      [120, 60, 640, 320, 'Hal 1'],
      [1260, 60, 620, 320, 'Hal 2'],
      [1300, 1010, 420, 200, 'Kantine'],
    ]) {
      box('#e9e1d8', x, y, w, h)
      pen.strokeRect(x, y, w, h)
      pen.fillStyle = '#17231c'
      pen.font = '600 64px sans-serif'
      pen.fillText(name, x + 40, y + 100)
    }
    pen.beginPath()
    pen.ellipse(410, 890, 230, 150, 0, 0, 7)
    pen.fillStyle = '#d3ece8'
    pen.fill()
    pen.stroke()
    pen.fillStyle = '#17231c'
    pen.fillText('Vijver', 320, 910)
    const blob = await new Promise((resolve) => canvas.toBlob(resolve, 'image/png'))
    return [...new Uint8Array(await blob.arrayBuffer())]
  })
  return { name: 'plattegrond.png', mimeType: 'image/png', buffer: Buffer.from(bytes) }
}
