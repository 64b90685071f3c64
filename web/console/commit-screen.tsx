import { useState } from 'preact/hooks'
import { t } from '../text/console.ts'
import { Button } from '../ui/button.tsx'
import { colorStyle } from '../ui/draw/color.ts'
import { Drawing } from '../ui/draw/drawing.tsx'
import { PlantLabel } from '../ui/draw/plant-label.tsx'
import { SceneGround, ScenePlant } from '../ui/draw/scene-plant.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { CommitmentsSheet, HandSheet } from './commit-sheets.tsx'
import { type CommitColumn, commitView } from './commit-view.ts'
import { useConsole } from './console-session.ts'
import './commit.css'

/** Who does what for the ideas of the top, also by a show of hands. */
export function CommitScreen() {
  const { picture, send } = useConsole()
  const [open, setOpen] = useState<{ what: 'hand' | 'list'; id: number }>()
  const view = commitView(picture.value, send)
  if (!view) return <p class="work-empty">{t('commit.none')}</p>
  const column = view.columns.find((one) => one.id === open?.id)
  const close = () => setOpen(undefined)
  return (
    <div class="commit">
      <p class="commit-sentence">
        <b>{view.leadsSentence}</b> {view.peopleSentence}
      </p>
      <div class="board">
        {view.columns.map((one, i) => (
          <Bed
            key={one.id}
            column={one}
            variant={i}
            hand={() => setOpen({ what: 'hand', id: one.id })}
            list={() => setOpen({ what: 'list', id: one.id })}
          />
        ))}
      </div>
      {column?.addHand && open?.what === 'hand' && (
        <HandSheet column={column} persons={view.persons} add={column.addHand} onClose={close} />
      )}
      {column && open?.what === 'list' && <CommitmentsSheet column={column} onClose={close} />}
    </div>
  )
}

function Bed(props: { column: CommitColumn; variant: number; hand: () => void; list: () => void }) {
  const { column, variant, hand, list } = props
  const led = column.leads.length > 0
  return (
    <section class="bed" style={colorStyle(column.color)} aria-label={`${column.letter} ${column.title}`}>
      <header>
        <PlantLabel letter={column.letter} color={column.color} size="3rem" icon={false} onTint />
        <h3>{column.title}</h3>
      </header>
      {led ? (
        <div class="bed-lead">
          <LeadFlower />
          <p>
            <span>{t('commit.role_lead')}</span>
            <b>{column.leads.join(', ')}</b>
          </p>
        </div>
      ) : (
        <div class="bed-lead bed-lead-none">
          <MissingFlower />
          <b>{t('commit.no_lead')}</b>
        </div>
      )}
      <dl>
        {column.parts.map((part) => (
          <div key={part.role}>
            <dt>{t(`commit.role_${part.role}`)}</dt>
            <dd>{part.text}</dd>
          </div>
        ))}
      </dl>
      <div class="bed-ground">
        <Drawing viewBox="0 0 160 200" class="bed-plant" fit="xMidYMax meet">
          <ScenePlant
            x={80}
            ground={194}
            height={Math.min(156, 58 + column.people * 17)}
            variant={variant}
            top={led ? 'flower' : 'leaves'}
            leafScale={0.86}
            topScale={1.25}
          />
          <SceneGround left={20} right={140} y={195} />
        </Drawing>
        {column.lines.length > 0 && (
          <IconButton icon="pencil" label={t('commit.open', { letter: column.letter })} onClick={list} />
        )}
      </div>
      {column.addHand && (
        <Button icon="hand" wide onClick={hand} aria-label={t('commit.hand_for', { title: column.title })}>
          {t('commit.hand')}
        </Button>
      )}
    </section>
  )
}

function LeadFlower() {
  return (
    <Drawing viewBox="0 0 24 44" class="bed-flower">
      <path class="bed-flower-stem" d="M12 43C10.5 33 13 24 12 15" />
      {[0, 60, 120, 180, 240, 300].map((turn) => (
        <ellipse
          key={turn}
          class="bed-flower-petal"
          cx="12"
          cy="5.2"
          rx="3"
          ry="4.6"
          transform={`rotate(${turn} 12 11)`}
        />
      ))}
      <circle class="bed-flower-eye" cx="12" cy="11" r="2.6" />
    </Drawing>
  )
}

function MissingFlower() {
  return (
    <Drawing viewBox="0 0 24 44" class="bed-flower">
      <path class="bed-missing" d="M12 43C11 33 13 24 12 16" />
      <circle class="bed-missing" cx="12" cy="8.5" r="6" />
    </Drawing>
  )
}
