import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { t } from '../../text/later-stages.ts'
import { announce } from '../../ui/announcer.tsx'
import { Button } from '../../ui/button.tsx'
import { RadioChips } from '../../ui/chips.tsx'
import { Icon } from '../../ui/draw/icon.tsx'
import { LetterChip } from '../../ui/draw/plant-label.tsx'
import { countGraphemes } from '../../ui/graphemes.ts'
import { TextArea } from '../../ui/text-area.tsx'
import { refusalText } from '../say.ts'
import { RoomWords } from '../room-words.tsx'
import { GroupIdeas } from '../vote/candidate-row.tsx'
import { draftOf, keepDraft } from './proposal-drafts.ts'
import { MisfitMark } from './proposal-words.tsx'
import './sharpen.css'
import type { SharpenRow } from './sharpen-view.ts'
import {
  emptyWording,
  type Fits,
  fitsParts,
  followed,
  keptMine,
  merge,
  type Part,
  saysTheSame,
  textParts,
  tookTheirs,
  trimmed,
  type Wording,
  written,
} from './wording.ts'

const partMax = 140

export interface ProposalFormProps {
  session: string
  row: SharpenRow
  /** What it has to fit in, in the words of the session. */
  frame: { readonly in_time: string; readonly in_money: string }
  onBack: () => void
}

/** What, where, for whom, and whether it fits. What is typed stays on this phone until it is received. */
export function ProposalForm({ session, row, frame, onBack }: ProposalFormProps) {
  const { id, wording: now, going, save } = row
  const draft = draftOf(session, id)
  const { shown, differs, conflicts } = merge(draft, now)
  const problem = useSignal<string | undefined>(undefined)
  const heading = useRef<HTMLHeadingElement>(null)
  // What is on its way is an answer to what others wrote.
  const open = going ? [] : conflicts
  const isSaved = saysTheSame(shown, going?.wording ?? now)

  useEffect(() => heading.current?.focus(), [])
  useEffect(() => {
    if (draft && !going && !differs) keepDraft(session, id, undefined)
  }, [draft, going, differs])

  const write = <P extends Part>(part: P, value: Wording[P]) => {
    problem.value = undefined
    keepDraft(session, id, written(draftOf(session, id), now, part, value))
  }
  const submit = () => {
    if (!save || isSaved) return
    problem.value = undefined
    if (textParts.some((part) => countGraphemes(shown[part].trim()) > partMax)) {
      problem.value = t('sharpen.too_long')
      return
    }
    send(trimmed(shown))
  }
  const send = (sent: Wording) => {
    const begun = draftOf(session, id)
    if (begun) keepDraft(session, id, followed(begun, now))
    void save?.(sent).then((outcome) => {
      problem.value = refusalText(outcome)
      if (!outcome.ok) return
      announce(t('sharpen.saved'))
      // What was typed since stands on what was received now.
      const since = draftOf(session, id)
      if (since) keepDraft(session, id, { base: sent, mine: since.mine })
    })
  }
  /** One tap is enough: it goes at once, and what is typed waits for the button. */
  const tap = (part: 'in_time' | 'in_money', value: Fits) => {
    write(part, value)
    if (open.length === 0) send({ ...(going?.wording ?? now), [part]: value })
  }
  const conflict = (part: Part) =>
    draft &&
    open.includes(part) && (
      <Conflict
        theirs={spoken(part, now)}
        onTake={() => keepDraft(session, id, tookTheirs(draft, now, part))}
        onKeep={() => keepDraft(session, id, keptMine(draft, now, part))}
      />
    )

  return (
    <form
      class="sharpen-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <Button kind="quiet" icon="back" class="sharpen-back" onClick={onBack}>
        {t('sharpen.back')}
      </Button>
      <div>
        <h1 ref={heading} tabIndex={-1}>
          <LetterChip letter={row.letter} color={row.color} /> <RoomWords>{row.title}</RoomWords>
        </h1>
        <GroupIdeas group={row} />
      </div>
      {textParts.map((part) => (
        <div class="sharpen-part" key={part}>
          <TextArea
            label={t(`sharpen.${part}`)}
            hint={t(`sharpen.${part}_hint`)}
            max={partMax}
            rows={2}
            autocapitalize="sentences"
            value={shown[part]}
            // One line: what was pasted with line breaks becomes one.
            onInput={(value) => write(part, value.replace(/\s*\n\s*/g, ' '))}
          />
          {conflict(part)}
        </div>
      ))}
      {fitsParts.map((part) => (
        <div class="sharpen-part" key={part}>
          <RadioChips<Fits>
            legend={t(`sharpen.${part}`)}
            options={[
              { value: 'yes', label: t('sharpen.yes') },
              { value: 'no', label: t('sharpen.no') },
              { value: 'unknown', label: t('sharpen.unknown') },
            ]}
            value={shown[part]}
            onChange={(value) => tap(part, value)}
          />
          {frame[part] !== '' && <p class="quiet">{t(`sharpen.${part}_frame`, { value: frame[part] })}</p>}
          {shown[part] === 'no' && <MisfitMark misfit={part === 'in_time' ? 'time' : 'money'} />}
          {conflict(part)}
        </div>
      ))}
      {problem.value && (
        <p class="problem" role="alert">
          {problem.value}
        </p>
      )}
      {save && open.length > 0 && <p class="problem">{t('sharpen.choose_first')}</p>}
      {save && open.length === 0 && (
        <Button kind="primary" wide type="submit" disabled={isSaved}>
          {t('sharpen.save')}
        </Button>
      )}
      {!save && <p class="problem">{t('sharpen.taken_away')}</p>}
      {!save && draft && (
        <Button
          danger
          onClick={() => {
            keepDraft(session, id, undefined)
            onBack()
          }}
        >
          {t('sharpen.discard')}
        </Button>
      )}
      <State row={row} isSaved={isSaved} />
      {row.letGo && (
        <Button
          kind="quiet"
          onClick={() => {
            void row.letGo?.().then((outcome) => {
              problem.value = refusalText(outcome)
            })
            onBack()
          }}
        >
          {t('sharpen.let_go')}
        </Button>
      )}
    </form>
  )
}

function State({ row, isSaved }: { row: SharpenRow; isSaved: boolean }) {
  const { going, wording } = row
  const isEmpty = saysTheSame(wording, emptyWording)
  const key = !isSaved
    ? 'sharpen.unsaved'
    : going?.state === 'kept'
      ? 'sharpen.on_phone'
      : going
        ? 'sharpen.sent'
        : isEmpty
          ? 'sharpen.empty'
          : 'sharpen.saved'
  return (
    <p class="quiet sharpen-state" role="status">
      {key === 'sharpen.saved' && <Icon name="check" size="1.25rem" />}
      <span>{t(key)}</span>
    </p>
  )
}

/** What somebody else wrote meanwhile, beside what stands in the field. */
function Conflict(props: { theirs: string; onTake: () => void; onKeep: () => void }) {
  return (
    <div class="sharpen-conflict" role="alert">
      <p>
        {t('sharpen.meanwhile')} <b>{props.theirs}</b>
      </p>
      <div class="row">
        <Button onClick={props.onTake}>{t('sharpen.take_theirs')}</Button>
        <Button onClick={props.onKeep}>{t('sharpen.keep_mine')}</Button>
      </div>
    </div>
  )
}

function spoken(part: Part, wording: Wording): string {
  if (part === 'in_time' || part === 'in_money') return t(`sharpen.${wording[part]}`)
  return wording[part] || t('sharpen.nothing')
}
