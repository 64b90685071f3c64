import { useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import type { Outcome } from '../../shared/session-link.ts'
import { t } from '../../text/phone.ts'
import { Icon } from '../../ui/draw/icon.tsx'
import { Seed } from '../../ui/draw/seed.tsx'
import { TornSheet } from '../../ui/draw/torn-sheet.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { ReadAloud } from '../../ui/read-aloud.tsx'
import { Strip } from '../../ui/strip.tsx'
import { useRemaining } from '../../ui/timer.tsx'
import type { Room } from '../room.ts'
import { passageOf } from '../room-words.tsx'
import { refusalText } from '../say.ts'
import { ProposalWords } from '../sharpen/proposal-words.tsx'
import { CandidateRow, ChooseButton } from './candidate-row.tsx'
import './vote.css'
import { type VoteRow, type VoteView, voteView } from './vote-view.ts'

export function VoteScreen({ room, later }: { room: Room; later?: ComponentChildren }) {
  const view = voteView(room)
  const problem = useSignal<string | undefined>(undefined)
  const act = (action: (() => Promise<Outcome>) | undefined) => {
    problem.value = undefined
    void action?.().then((outcome) => {
      problem.value = refusalText(outcome) ?? problem.value
    })
  }

  if (view.state === 'none') {
    return (
      <>
        <h1 tabIndex={-1}>{t('vote.not_yet')}</h1>
        {later}
      </>
    )
  }
  return (
    <>
      {view.closesAt !== undefined && <Closing at={view.closesAt} now={room.now} />}
      <div class="vote-head">
        <Heading view={view} />
        {view.state === 'open' && (
          <ReadAloud
            language={view.language}
            passages={view.rows.map(({ id, letter, title, translation }) => {
              const passage = passageOf(id, title, undefined, translation)
              return { ...passage, text: `${letter}. ${passage.text}` }
            })}
          />
        )}
      </div>
      {problem.value && (
        <p class="problem" role="alert">
          {problem.value}
        </p>
      )}
      {view.state === 'open' && <Purse view={view} />}
      <ul class="vote-rows">
        {view.rows.map((row) => (
          <Row key={row.id} row={row} many={view.perCandidate > 1} open={view.state === 'open'} act={act} />
        ))}
      </ul>
      {later}
      <p class="foot vote-foot">
        <Icon name="lock" size="1.5rem" />
        <span>{t('vote.secret')}</span>
      </p>
    </>
  )
}

function Heading({ view }: { view: VoteView }) {
  if (view.state === 'closed') {
    const given = view.perPerson - view.left
    return (
      <div>
        <h1 tabIndex={-1}>{t('vote.closed_title')}</h1>
        <p class="quiet">
          {given > 0 && `${t('vote.closed_yours', { n: given })} `}
          {t('vote.closed')}
        </p>
      </div>
    )
  }
  if (view.tie) {
    return (
      <div>
        <h1 tabIndex={-1}>{t('round.tie')}</h1>
        <p>
          {t('tie.body', { k: view.tie.tied, s: view.tie.free })} <b>{t('tie.again')}</b>
        </p>
      </div>
    )
  }
  return <h1 tabIndex={-1}>{t('vote.title')}</h1>
}

function Closing({ at, now }: { at: number; now: () => number }) {
  const seconds = Math.ceil(useRemaining(at, now) / 1000)
  return (
    <div class="vote-closing">
      <Strip kind="attention" icon="clock" title={t('vote.soon_body')}>
        <span class="even-figures">{t('vote.soon', { s: seconds })}</span>
      </Strip>
    </div>
  )
}

/** The votes as seeds, in view while one votes. */
function Purse({ view }: { view: VoteView }) {
  const seeds = Array.from({ length: view.perPerson }, (_, place) => place < view.left)
  return (
    <TornSheet tone="sand" class="sheet vote-purse">
      <span class="vote-seeds">
        {seeds.map((filled, place) => (
          <Seed key={place} filled={filled} size="2.125rem" />
        ))}
      </span>
      <p role="status">
        <b>{view.left > 0 ? t('vote.left', { n: view.left }) : t('vote.none_left')}</b>
        <span class="quiet">
          {view.left === 0
            ? t('vote.swap')
            : view.perCandidate > 1
              ? t('vote.per_many', { m: view.perCandidate })
              : t('vote.per_one')}
        </span>
        {view.kept > 0 && <span class="quiet">{t('vote.on_phone')}</span>}
      </p>
    </TornSheet>
  )
}

function Row(props: {
  row: VoteRow
  many: boolean
  open: boolean
  act: (action: (() => Promise<Outcome>) | undefined) => void
}) {
  const { row, many, open, act } = props
  const chosen = row.votes > 0
  return (
    <CandidateRow
      group={row}
      chosen={chosen}
      class={many ? 'vote-row-many' : ''}
      told={row.proposal && <ProposalWords proposal={row.proposal} title={row.title} />}
    >
      {many && (open || chosen) ? (
        <div class="vote-count">
          {row.unchoose && (
            <IconButton
              icon="minus"
              label={t('vote.less', { title: row.title })}
              onClick={() => act(row.unchoose)}
            />
          )}
          <b class="even-figures">{row.votes}</b>
          {open && (
            <IconButton
              icon="plus"
              label={t('vote.more', { title: row.title })}
              disabled={!row.choose}
              onClick={() => act(row.choose)}
            />
          )}
        </div>
      ) : (
        (open || chosen) && (
          <ChooseButton
            title={row.title}
            chosen={chosen}
            sign={<Seed filled={chosen} size="2.125rem" />}
            disabled={!row.choose && !row.unchoose}
            onPress={() => act(chosen ? row.unchoose : row.choose)}
          />
        )
      )}
    </CandidateRow>
  )
}
