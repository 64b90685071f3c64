// Fingers on the glass of a phone: real touches, as the browser gets them from a screen, not a mouse that calls itself one.

/** Each of `ways` is the way of one finger, [[x, y], ...] in the page, all equally long. They go down together and up together. */
export async function touch(page, ...ways) {
  const line = await page.context().newCDPSession(page)
  const at = (step) => ways.map((way, id) => ({ id, x: way[step][0], y: way[step][1] }))
  const send = (type, touchPoints) => line.send('Input.dispatchTouchEvent', { type, touchPoints })
  await send('touchStart', at(0))
  for (let step = 1; step < ways[0].length; ++step) await send('touchMove', at(step))
  await send('touchEnd', [])
  await line.detach()
}

/** From one point to another, with a stop half-way. */
export const straight = ([x, y], [toX, toY]) => [[x, y], [(x + toX) / 2, (y + toY) / 2], [toX, toY]]
