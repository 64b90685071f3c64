import type { Source } from './source.ts'

/** A released photo, and what can be seen on it. */
export interface IdeaPhoto {
  readonly id: number
  readonly description: string
}

/** The first that the room may see. */
export function photoOf(source: Source, idea: number): IdeaPhoto | undefined {
  const photo = source.all('photo').value.find((one) => one.idea === idea)
  return photo && { id: photo.id, description: photo.description }
}
