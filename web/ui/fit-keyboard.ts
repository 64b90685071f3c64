/**
 * Keeps `--keyboard` on the page: how many px of it lie under the on-screen keyboard. Phones of Apple do
 * not shrink the layout for it. Answers a function that stops.
 */
export function followKeyboard(): () => void {
  const view = window.visualViewport
  if (!view) return () => {}
  const page = document.documentElement
  const measure = () => {
    // Zoomed in, the view is smaller for another reason.
    const covered = view.scale > 1.05 ? 0 : window.innerHeight - view.height - view.offsetTop
    page.style.setProperty('--keyboard', `${Math.max(0, Math.round(covered))}px`)
  }
  view.addEventListener('resize', measure)
  view.addEventListener('scroll', measure)
  measure()
  return () => {
    view.removeEventListener('resize', measure)
    view.removeEventListener('scroll', measure)
    page.style.removeProperty('--keyboard')
  }
}
