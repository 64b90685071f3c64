import { useState } from 'preact/hooks'
import type { Step } from '../../shared/trajectory.ts'
import { t } from '../../text/desk.ts'
import { language } from '../../text/language.ts'
import { Button } from '../../ui/button.tsx'
import { RadioChips } from '../../ui/chips.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toast.tsx'
import { BothTexts, ClashBox } from '../clash-box.tsx'
import { hashes } from '../route.ts'
import { ask, goTo } from '../store.ts'
import type { OpenDossier, Outcome } from './dossier.ts'
import { faultText } from './fault-text.ts'
import { lineMax, noteMax } from './fields-view.ts'
import { keptText } from './kept-text.ts'
import { amountText, moneyText, parseMoney } from './money-view.ts'
import { withUndo } from './with-undo.ts'

interface SheetProps {
  dossier: OpenDossier
  onClose: () => void
}

/** Something that is only done with a written reason. */
export function ReasonSheet(props: {
  /** Under which what is typed is kept. */
  name: string
  title: string
  body: string
  label: string
  button: string
  onClose: () => void
  onReason: (reason: string) => Promise<Outcome>
}) {
  const [reason, setReason] = keptText(props.name)
  const [fault, setFault] = useState<string>()
  const [busy, setBusy] = useState(false)
  const close = () => {
    setReason('')
    props.onClose()
  }
  const send = async () => {
    if (reason.trim() === '') return setFault(t('fault.reason_needed'))
    setBusy(true)
    const done = await props.onReason(reason.trim())
    setBusy(false)
    if (done.ok) close()
    else setFault(faultText(done.error))
  }
  return (
    <Dialog
      open
      title={props.title}
      onClose={close}
      actions={
        <>
          <Button onClick={close}>{t('word.cancel')}</Button>
          <Button kind="primary" busy={busy} onClick={() => void send()}>
            {props.button}
          </Button>
        </>
      }
    >
      <p>{props.body}</p>
      <TextArea
        label={props.label}
        value={reason}
        error={fault}
        max={noteMax}
        onInput={setReason}
        name="reason"
      />
    </Dialog>
  )
}

/** A step is opened again, with why. `name`: under which what is typed is kept. */
export function ReopenSheet(props: SheetProps & { step: Step; name?: string; title?: string }) {
  const { dossier, step, name = 'reopen', title = t('reopen.title'), onClose } = props
  return (
    <ReasonSheet
      name={`${dossier.id} ${name}`}
      title={title}
      body={t('reopen.body')}
      label={t('reopen.reason')}
      button={t('reopen.button')}
      onClose={onClose}
      onReason={(reason) => dossier.command('reopen_step', { step, reason })}
    />
  )
}

/** No match ends it kindly: why, and what goes back of the fee. */
export function NoMatchSheet({
  dossier,
  fee,
  proposed,
  onClose: onClosed,
}: SheetProps & { fee: number; proposed: number }) {
  const [reason, setReason] = keptText(`${dossier.id} no-match`)
  const [refund, setRefund] = useState(amountText(proposed, language.value))
  const onClose = () => {
    setReason('')
    onClosed()
  }
  const [faults, setFaults] = useState<{ reason?: string; refund?: string; other?: string }>({})
  const [busy, setBusy] = useState(false)
  const send = async () => {
    const amount = parseMoney(refund)
    const wrong: typeof faults = {}
    if (reason.trim() === '') wrong.reason = t('fault.reason_needed')
    if ('wrong' in amount) wrong.refund = faultText(amount.wrong)
    else if (amount.cents > fee)
      wrong.refund = t('no_match.more_than_fee', { fee: moneyText(fee, language.value) })
    setFaults(wrong)
    if (wrong.reason || wrong.refund || 'wrong' in amount) return
    setBusy(true)
    const done = await dossier.command('end_trajectory', {
      outcome: 'no_match',
      reason: reason.trim(),
      refund: amount.cents,
    })
    setBusy(false)
    if (done.ok) return onClose()
    if (done.field === 'refund')
      setFaults({ refund: t('no_match.more_than_fee', { fee: moneyText(fee, language.value) }) })
    else if (done.field === 'reason') setFaults({ reason: faultText(done.error) })
    else setFaults({ other: faultText(done.error) })
  }
  return (
    <Dialog
      open
      title={t('no_match.title')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('word.cancel')}</Button>
          <Button kind="primary" busy={busy} onClick={() => void send()}>
            {t('no_match.button')}
          </Button>
        </>
      }
    >
      <p>{t('no_match.body')}</p>
      <TextArea
        label={t('no_match.reason')}
        value={reason}
        error={faults.reason}
        max={noteMax}
        onInput={setReason}
        name="reason"
      />
      <TextField
        label={t('no_match.refund')}
        hint={t('no_match.refund_hint', { fee: moneyText(fee, language.value) })}
        value={refund}
        error={faults.refund}
        inputMode="decimal"
        onInput={setRefund}
        name="refund"
        autocomplete="off"
      />
      <p class="form-error" role="alert">
        {faults.other}
      </p>
    </Dialog>
  )
}

export function HandOverSheet({ dossier, onClose }: SheetProps) {
  const shown = dossier.shown.value
  const now = shown?.facilitator ?? ''
  const [was, setWas] = useState(now)
  const [to, setTo] = useState(now)
  const [fault, setFault] = useState<string>()
  const [busy, setBusy] = useState(false)
  const names = [...new Set((shown?.organisers ?? []).map(({ name }) => name))]
  // Another desk handed it over while this one chose: nobody's choice goes without being seen.
  const isOvertaken = now !== was && to.trim() !== now
  const send = async (over: string) => {
    if (to.trim() === now) return onClose()
    setWas(over)
    setBusy(true)
    const done = await dossier.command('hand_over', { to: to.trim(), was: over })
    setBusy(false)
    if (!done.ok && done.error !== 'already') return setFault(faultText(done.error))
    const text = to.trim() ? t('hand_over.done', { name: to.trim() }) : t('hand_over.nobody')
    showToast(done.ok ? withUndo(dossier, done.version, text) : { text })
    onClose()
  }
  return (
    <Dialog
      open
      title={t('hand_over.title')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('word.cancel')}</Button>
          <Button kind="primary" busy={busy} disabled={isOvertaken} onClick={() => void send(was)}>
            {t('hand_over.button')}
          </Button>
        </>
      }
    >
      <p>{t('hand_over.body')}</p>
      {names.length > 0 && (
        <RadioChips
          legend={t('hand_over.desk')}
          options={names.map((name) => ({ value: name, label: name }))}
          value={names.find((name) => name === to)}
          onChange={setTo}
        />
      )}
      <TextField
        label={t('hand_over.name')}
        hint={t('hand_over.hint')}
        value={to}
        error={isOvertaken ? undefined : fault}
        max={lineMax}
        onInput={setTo}
        onEnter={() => !isOvertaken && void send(was)}
        name="to"
        autocomplete="off"
      />
      {isOvertaken && (
        <ClashBox title={t('hand_over.meanwhile')} texts={<BothTexts theirs={now} mine={to.trim()} />}>
          <Button onClick={onClose}>{t('hand_over.leave')}</Button>
          <Button onClick={() => void send(now)}>{t('hand_over.still')}</Button>
        </ClashBox>
      )}
    </Dialog>
  )
}

/** As with sessions: nothing is erased before the word was typed. */
export function EraseSheet({ dossier, place, onClose }: SheetProps & { place: string }) {
  const [said, setSaid] = useState('')
  const [busy, setBusy] = useState(false)
  const word = t('delete.word')
  const confirmed = said.trim().toLocaleLowerCase() === word
  const erase = async () => {
    if (!confirmed) return
    setBusy(true)
    const reply = await ask('DELETE /api/trajectories/ID', undefined, { id: dossier.id })
    setBusy(false)
    if (!reply.ok && reply.status !== 404) return onClose()
    dossier.forms.value = new Map()
    dossier.isGone.value = true
    showToast({ text: t('erase.done', { place }) })
    goTo(hashes.trajectories)
  }
  return (
    <Dialog
      open
      title={t('erase.title')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('word.cancel')}</Button>
          <Button kind="primary" danger disabled={!confirmed} busy={busy} onClick={() => void erase()}>
            {t('delete.button')}
          </Button>
        </>
      }
    >
      <p>{t('erase.body', { place })}</p>
      <p>{t('erase.final')}</p>
      <TextField
        label={t('delete.label', { word })}
        value={said}
        onInput={setSaid}
        onEnter={() => void erase()}
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
      />
    </Dialog>
  )
}
