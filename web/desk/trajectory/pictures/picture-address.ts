/** Where the picture of an entry is; only who is logged in sees it. */
export function pictureAddress(trajectory: string, entry: number, size: 'thumbnail' | 'large'): string {
  return `/api/trajectories/${trajectory}/pictures/${entry}?size=${size}`
}
