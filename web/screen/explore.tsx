import { usePicture } from '../shared/use-picture.ts'
import { t } from '../text/screen.ts'
import { colorStyle, type GroupColor } from '../ui/draw/color.ts'
import { fanned, type Lean, leanStyle } from '../ui/fanned.ts'
import { PinShape } from '../ui/site-plan.tsx'
import '../ui/site-plan.css'
import './explore.css'
import { type ExploreView, exploreView } from './explore-view.ts'
import { FitText } from './fit-text.tsx'
import { Head } from './head.tsx'
import { Photo } from './photo.tsx'
import type { Source } from './source.ts'

/** The plan with its pins, and beside it what they are: nothing is told by color alone. */
export function Explore({ source, token, now }: { source: Source; token: string; now: number }) {
  const view = exploreView(source, now)
  const address = usePicture(token, view.plan?.picture, 'large')
  const ratio = view.plan ? view.plan.width / view.plan.height : 1
  // As the styles have it: a pin is 8.2vh high, and the plan as wide as there is room.
  const width = Math.min(87, 70 * ratio) / 8.2
  const leans = fanned(view.pins, { width, height: width / ratio })
  return (
    <>
      <Head title={t('explore.title')} says={says(view)} />
      <div class={view.plan ? 'explore' : 'explore explore--no-plan'}>
        {view.plan && (
          <div class="explore__plan">
            <div
              class="explore__sheet"
              style={{ aspectRatio: `${view.plan.width} / ${view.plan.height}`, '--ratio': ratio }}
            >
              {address && <img src={address} alt={t('explore.plan')} />}
              {view.pins.map(({ id, mark, color, x, y }, i) => {
                const lean = leans[i] as Lean
                const leaning = leanStyle(lean)
                const place = { insetInlineStart: `${x * 100}%`, insetBlockStart: `${y * 100}%`, ...leaning }
                return (
                  <span
                    key={id}
                    class={`site-pin${color ? ' site-pin-group' : ''}${leaning ? ' site-pin-leans' : ''}`}
                    style={{ ...place, ...(color ? colorStyle(color) : {}) }}
                  >
                    <PinShape mark={mark} color={color} lean={lean} />
                  </span>
                )
              })}
            </div>
          </div>
        )}
        <div class={view.page ? 'explore__side explore__side--paged' : 'explore__side'}>
          <ul class="explore__list" key={view.page?.open}>
            {view.spots.map(({ key, mark, color, title }) => (
              <Line key={key} mark={mark} color={color} title={title} />
            ))}
          </ul>
          {view.page && (
            <p class="explore__page even-figures">{t('explore.page', { n: view.page.open, m: view.page.of })}</p>
          )}
          {view.photos.length > 0 && (
            <div class="explore__photos">
              {view.photos.map(({ id, alt }) => (
                <Photo key={id} token={token} id={id} alt={alt} />
              ))}
            </div>
          )}
        </div>
      </div>
    </>
  )
}

function Line({ mark, color, title }: { mark: string; color: GroupColor | undefined; title: string }) {
  return (
    <li>
      <span class={color ? 'site-pin-inline site-pin-group' : 'site-pin-inline'} style={color ? colorStyle(color) : undefined}>
        <PinShape mark={mark} color={color} />
      </span>
      <FitText class="explore__text" max={4.6} min={3.75}>
        {title}
      </FitText>
    </li>
  )
}

/** What was brought along, or written without a spot, was not found on the plan. */
function says({ shared, walking, ideas, pins, plan }: ExploreView): string {
  if (!walking) return pins.length > 0 ? t('explore.found', { n: pins.length }) : t('explore.none')
  const n = shared ? pins.length : ideas
  if (n === 0) return t(plan ? 'explore.empty' : 'explore.empty_no_plan')
  return shared ? t('explore.found', { n }) : t('explore.silent', { n })
}
