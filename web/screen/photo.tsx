import { type PictureSize, usePicture } from '../shared/use-picture.ts'
import type { IdeaLine } from './groups-of.ts'
import './photo.css'

/** A released photo; its place is kept while it comes. */
export function Photo(props: { token: string; id: number; alt: string; size?: PictureSize }) {
  const { token, id, alt, size = 'large' } = props
  const address = usePicture(token, id, size)
  return <span class="photo">{address && <img src={address} alt={alt} />}</span>
}

/** An idea in a list, beside its photo where it has one. */
export function PicturedLine({ idea, token }: { idea: IdeaLine; token: string }) {
  if (!idea.photo) return <li>{idea.text}</li>
  return (
    <li class="pictured">
      <Photo token={token} id={idea.photo.id} alt={idea.photo.description} size="thumbnail" />
      <span>{idea.text}</span>
    </li>
  )
}
