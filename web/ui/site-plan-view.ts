/** Where somebody looks on a picture: which of its points (0..1) stands in the middle, and how much larger than whole. */
export interface Look {
  readonly x: number
  readonly y: number
  readonly zoom: number
}

export interface Size {
  readonly width: number
  readonly height: number
}

export const wholePicture: Look = { x: 0.5, y: 0.5, zoom: 1 }
const zoomMax = 8

/** The picture in pixels when all of it is just to be seen. */
export function fitted(picture: Size, box: Size): Size {
  const scale = Math.min(box.width / picture.width, box.height / picture.height)
  return { width: picture.width * scale, height: picture.height * scale }
}

/** The middle never leaves the picture, so that a pin set there is always on it. */
export function within(look: Look): Look {
  const unit = (value: number) => Math.min(1, Math.max(0, value))
  return { x: unit(look.x), y: unit(look.y), zoom: Math.min(zoomMax, Math.max(1, look.zoom)) }
}

/** As when a finger pulled the picture so many pixels. */
export function moved(look: Look, by: { dx: number; dy: number }, whole: Size): Look {
  return within({
    ...look,
    x: look.x - by.dx / (whole.width * look.zoom),
    y: look.y - by.dy / (whole.height * look.zoom),
  })
}

/** Larger or smaller around a point that lies so many pixels from the middle, which stays where it is. */
export function zoomed(look: Look, factor: number, whole: Size, from = { dx: 0, dy: 0 }): Look {
  const zoom = Math.min(zoomMax, Math.max(1, look.zoom * factor))
  const shift = 1 / look.zoom - 1 / zoom
  return within({
    x: look.x + (from.dx / whole.width) * shift,
    y: look.y + (from.dy / whole.height) * shift,
    zoom,
  })
}
