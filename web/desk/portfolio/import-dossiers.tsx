import { useRef, useState } from 'preact/hooks'
import { randomHex } from '../../shared/random-hex.ts'
import { t } from '../../text/desk.ts'
import { announce } from '../../ui/announcer.tsx'
import { Button } from '../../ui/button.tsx'
import { hashes } from '../route.ts'
import { ask, goTo } from '../store.ts'
import { faultText } from '../trajectory/fault-text.ts'
import { loadTrajectories } from '../trajectory/trajectories.ts'
import { rememberImport } from './last-import.ts'
import { type DossiersFault, fileMax, nameIn, readDossiers } from './dossiers-file.ts'

interface Found {
  /** Each under its key: asked again, it is no second one. */
  readonly dossiers: readonly { readonly key: string; readonly dossier: unknown }[]
}

/** Dossiers that another Kiemkring saved, each a new place here. */
export function ImportDossiers() {
  const [found, setFound] = useState<Found>()
  const [fault, setFault] = useState<DossiersFault>()
  const choose = async (file: File | undefined) => {
    setFound(undefined)
    setFault(undefined)
    if (!file) return
    if (file.size > fileMax) return setFault('too_large')
    const read = readDossiers(await file.text())
    if ('fault' in read) setFault(read.fault)
    else setFound({ dossiers: read.dossiers.map((dossier) => ({ key: randomHex(16), dossier })) })
  }
  return (
    <section class="places" aria-labelledby="dossiers-title">
      <h2 id="dossiers-title">{t('dossiers.title')}</h2>
      <p>{t('dossiers.lead')}</p>
      <label class="file-field">
        <span class="file-field__label">{t('dossiers.file')}</span>
        <input
          type="file"
          accept=".json,application/json"
          aria-invalid={fault !== undefined}
          aria-describedby="dossiers-fault"
          onChange={(event) => {
            void choose(event.currentTarget.files?.[0])
            event.currentTarget.value = ''
          }}
        />
      </label>
      <p id="dossiers-fault" class="form-error" role="alert">
        {fault && t(`dossiers.${fault}`)}
      </p>
      {found && <BringIn key={found.dossiers[0]?.key ?? ''} found={found} />}
    </section>
  )
}

function BringIn({ found }: { found: Found }) {
  const { dossiers } = found
  const [at, setAt] = useState(0)
  const [state, setState] = useState<'ready' | 'going' | 'stuck' | 'full' | 'done'>('ready')
  const [refused, setRefused] = useState<readonly { name: string; why: string }[]>([])
  const made = useRef<string[]>([])
  const send = async (from: number) => {
    setState('going')
    for (let next = from; next < dossiers.length; next += 1) {
      setAt(next)
      const one = dossiers[next]
      const reply = await ask('POST /api/trajectories/dossiers/import', one as never, { timeoutMs: 30_000 })
      if (reply.ok) {
        made.current = [...new Set([...made.current, reply.body.id])]
        rememberImport(made.current)
        continue
      }
      if (reply.status !== 422 && reply.status !== 413) return setState(reply.status === 409 ? 'full' : 'stuck')
      const name = nameIn(one?.dossier) || t('dossiers.nameless', { n: String(next + 1) })
      const isKnown = reply.status === 422 && reply.error !== 'bad_args'
      const why = isKnown ? faultText(reply.error) : t('dossiers.unreadable')
      setRefused((before) => [...before, { name, why }])
    }
    setAt(dossiers.length)
    await loadTrajectories()
    setState('done')
    announce(t('dossiers.done', { n: made.current.length }))
  }
  if (dossiers.length === 0) return <p>{t('dossiers.none')}</p>
  const words = t('places.going', { done: at, n: dossiers.length })
  return (
    <>
      {state === 'ready' && (
        <p>
          {t('dossiers.found', { n: dossiers.length })}{' '}
          <Button onClick={() => void send(0)}>{t('dossiers.button', { n: dossiers.length })}</Button>
        </p>
      )}
      {state === 'going' && (
        <>
          <progress value={at} max={dossiers.length} aria-label={words} />
          <p>{words}</p>
        </>
      )}
      {state === 'stuck' && (
        <div role="alert">
          <p>
            {words}. {t('places.stuck')}
          </p>
          <Button onClick={() => void send(at)}>{t('places.again')}</Button>
        </div>
      )}
      {state === 'full' && (
        <p class="form-error" role="alert">
          {t('places.full')}
        </p>
      )}
      {state === 'done' && (
        <p role="status">
          {t('dossiers.done', { n: dossiers.length - refused.length })}{' '}
          <Button onClick={() => goTo(hashes.trajectories)}>{t('places.show')}</Button>
        </p>
      )}
      {refused.length > 0 && (
        <ul class="document__problems">
          {refused.slice(0, 100).map((one) => (
            <li key={one.name}>{t('dossiers.refused', one)}</li>
          ))}
        </ul>
      )}
    </>
  )
}
