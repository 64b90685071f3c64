import { usePicture } from '../shared/use-picture.ts'
import './photo.css'

/** A released photo; its place is kept while it comes. */
export function Photo({ token, id, alt }: { token: string; id: number; alt: string }) {
  const address = usePicture(token, id, 'large')
  return <span class="photo">{address && <img src={address} alt={alt} />}</span>
}
