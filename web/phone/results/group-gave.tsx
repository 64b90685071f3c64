import { averageText, countsText } from '../../shared/scores.ts'
import { t } from '../../text/matrix.ts'
import { FactorSign } from '../../ui/draw/factor-sign.tsx'
import { LetterChip } from '../../ui/draw/plant-label.tsx'
import { Spread } from '../../ui/spread.tsx'
import type { Room } from '../room.ts'
import { RoomWords } from '../room-words.tsx'
import '../matrix/matrix.css'

/** What the group gave and chose of what came along from a dossier; nothing of anybody. */
export function GroupGave({ room }: { room: Pick<Room, 'records'> }) {
  const matrix = room.records.one('matrix').value
  const choosing = room.records.one('choosing').value
  const chosen = choosing?.frozen ? room.records.one('group', choosing.candidate).value : undefined
  const other = choosing?.combined_with ? room.records.one('group', choosing.combined_with).value : undefined
  if (!matrix) return null
  return (
    <>
      {chosen && (
        <section class="choose-reason">
          <h2>{t('choose.frozen')}</h2>
          <p>
            <LetterChip letter={chosen.letter} color={chosen.color} />{' '}
            <RoomWords>
              {other ? t('choose.together', { one: chosen.name, other: other.name }) : chosen.name}
            </RoomWords>
          </p>
          <p>{t('choose.why', { reason: choosing?.reason ?? '' })}</p>
        </section>
      )}
      {matrix.closed && (
        <section>
          <h2>{t('assess.gave')}</h2>
          {matrix.subjects.map(({ group, verdict, note }) => {
            const known = room.records.one('group', group).value
            return (
              <div key={group} class="assess-subject">
                <h3>
                  <LetterChip letter={known?.letter ?? ''} color={known?.color ?? 'moss'} />{' '}
                  <RoomWords>{known?.name ?? ''}</RoomWords>
                </h3>
                {matrix.cells
                  .filter((cell) => cell.group === group)
                  .map(({ criterion, counts }) => (
                    <div key={criterion} class="assess-cell">
                      {matrix.criteria[criterion]?.name && <p>{matrix.criteria[criterion]?.name}</p>}
                      <Spread scale={matrix.scale} counts={counts} />
                      <p class="quiet even-figures">
                        {matrix.scale === 'points' && `${averageText(counts)}. `}
                        {countsText(matrix.scale, counts)}
                      </p>
                    </div>
                  ))}
                {verdict && verdict !== 'open' && (
                  <p class="assess-verdict">
                    <FactorSign colour={verdict} />
                    <span>
                      <b>{t('assess.table', { colour: t(`colour.${verdict}`) })}</b> {note}
                    </span>
                  </p>
                )}
              </div>
            )
          })}
        </section>
      )}
    </>
  )
}
