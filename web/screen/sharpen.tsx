import type { ComponentChildren } from 'preact'
import { t } from '../text/screen.ts'
import { colorStyle } from '../ui/draw/color.ts'
import { Icon, type IconName } from '../ui/draw/icon.tsx'
import { FitText } from './fit-text.tsx'
import { Head } from './head.tsx'
import { Label } from './label.tsx'
import { LetteredList } from './lettered-list.tsx'
import { Meadow } from './meadow.tsx'
import { sceneWidth } from './scene.tsx'
import { type Fits, type Sharpened, type SharpenView, sharpenView } from './sharpen-view.ts'
import type { Source } from './source.ts'
import './sharpen.css'

export function Sharpen({ source }: { source: Source }) {
  const view = sharpenView(source, sceneWidth.value)
  const all = [...view.written, ...view.empty]
  return (
    <>
      <Head title={t('sharpen.title')} says={summary(view, all.length)} />
      {all.length === 0 && <Meadow flowers={0} />}
      {view.compact || view.written.length === 0 ? (
        <LetteredList
          long
          of={all}
          title={(one) => one.what || one.title}
          note={(one) => (one.what ? <Feasible of={one} /> : <Busy name={one.name} />)}
          quiet={(one) => one.what === ''}
        />
      ) : (
        <div class="proposals">
          <ol class="proposals__cards" style={{ '--columns': view.columns, '--rows': view.rows }}>
            {view.written.map((one) => (
              <Proposal key={one.id} of={one} low={view.rows > 2} roomy={view.rows === 1} />
            ))}
          </ol>
          {view.empty.length > 0 && (
            <ul class="proposals__empty" style={{ '--columns': view.emptyColumns }}>
              {view.empty.map((one) => (
                <li key={one.id}>
                  <Label letter={one.letter} color={one.color} size={5.2} />
                  {one.name && <Icon name="pencil" size="1em" />}
                  <span class="proposals__name">
                    {one.name ? t('sharpen.busy', { name: one.name }) : one.title}
                  </span>
                </li>
              ))}
            </ul>
          )}
        </div>
      )}
    </>
  )
}

function Proposal({ of, low, roomy }: { of: Sharpened; low: boolean; roomy: boolean }) {
  return (
    <li class="proposal" style={colorStyle(of.color)}>
      <div class="proposal__top">
        <Label letter={of.letter} color={of.color} size={roomy ? 8 : 5.8} onTint />
        {roomy && <span class="proposal__group">{of.title}</span>}
        <Feasible of={of} />
      </div>
      <FitText as="h2" class="proposal__what" max={roomy ? 7 : 5.2} min={3.75}>
        {of.what || of.title}
      </FitText>
      {!low && (
        <ul class={roomy ? 'proposal__facts proposal__facts--roomy' : 'proposal__facts'}>
          {of.where && <Fact icon="pin">{of.where}</Fact>}
          {of.whom && <Fact icon="people">{of.whom}</Fact>}
          {roomy && of.name && <Fact icon="pencil">{of.name}</Fact>}
        </ul>
      )}
    </li>
  )
}

function Fact({ icon, children }: { icon: IconName; children: ComponentChildren }) {
  return (
    <li>
      <Icon name={icon} size="1.1em" />
      <span>{children}</span>
    </li>
  )
}

/** Within the time, within the money; what nobody answered is not there. */
function Feasible({ of }: { of: Sharpened }) {
  return (
    <span class="feasible">
      <Fit icon="calendar" about={t('sharpen.time')} fits={of.inTime} />
      <Fit icon="euro" about={t('sharpen.money')} fits={of.inMoney} />
    </span>
  )
}

function Fit({ icon, about, fits }: { icon: IconName; about: string; fits: Fits }) {
  if (fits === 'unknown') return null
  return (
    <span class={fits === 'no' ? 'feasible__one feasible__one--no' : 'feasible__one'}>
      <Icon name={icon} size="1.1em" label={about} />
      {t(fits === 'yes' ? 'sharpen.yes' : 'sharpen.no')}
    </span>
  )
}

function Busy({ name }: { name: string }) {
  return <span class="busy">{name ? t('sharpen.busy', { name }) : t('sharpen.free')}</span>
}

function summary(view: SharpenView, total: number): string {
  if (total === 0) return t('pitch.none')
  if (view.written.length === 0) return t('sharpen.question')
  return `${t('sharpen.count', { n: view.written.length, total })} ${t('sharpen.fits')}`
}
