import { signal } from '@preact/signals'
import { useRef, useState } from 'preact/hooks'
import { t } from '../../text/desk.ts'
import { language } from '../../text/language.ts'
import { Button } from '../../ui/button.tsx'
import { RadioChips } from '../../ui/chips.tsx'
import { Icon } from '../../ui/draw/icon.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { randomHex } from '../../shared/random-hex.ts'
import type { PlaceKind } from '../../shared/trajectory.ts'
import { focusFirstError } from '../focus-error.ts'
import { hashes } from '../route.ts'
import { Sprouts } from '../sprouts.tsx'
import { ask, goTo } from '../store.ts'
import { faultText } from './fault-text.ts'
import { emptyEntry, lineMax, choices, readField } from './fields-view.ts'
import { leftAt } from './portfolio-address.ts'
import { loadTrajectories } from './trajectories.ts'

interface NewPlace {
  readonly name: string
  readonly sort: PlaceKind
  readonly municipality: string
  /** The same until it is made: a lost answer makes no second one. */
  readonly key: string
}
/** Outside the page, so that a log-in in between loses nothing that was typed. */
const draft = signal<NewPlace>()

export function NewTrajectoryPage() {
  const form = useRef<HTMLFormElement>(null)
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<{ field: string; error: string }>()
  const typed = draft.value ?? {
    name: '',
    sort: 'business_park' as const,
    municipality: '',
    key: randomHex(16),
  }
  const change = (part: Partial<NewPlace>) => {
    draft.value = { ...typed, ...part }
    setRefused(undefined)
  }
  const faultOf = (field: 'name' | 'municipality') => {
    const read = readField(field === 'name' ? 'needed_line' : 'line', typed[field])
    if (tried && 'wrong' in read) return faultText(read.wrong)
    return refused?.field === field ? faultText(refused.error) : undefined
  }
  const submit = async (event: Event) => {
    event.preventDefault()
    setTried(true)
    const name = readField('needed_line', typed.name)
    const municipality = readField('line', typed.municipality)
    if ('wrong' in name || 'wrong' in municipality) return form.current && focusFirstError(form.current)
    setBusy(true)
    const reply = await ask('POST /api/trajectories', {
      key: typed.key,
      language: language.value === 'en' ? 'en' : 'nl',
      place: {
        ...emptyEntry('place'),
        name: String(name.value),
        sort: typed.sort,
        municipality: String(municipality.value),
      },
    })
    setBusy(false)
    if (!reply.ok) return setRefused({ field: String(reply.body.field ?? ''), error: reply.error })
    draft.value = undefined
    void loadTrajectories()
    goTo(hashes.trajectory(reply.body.id))
  }
  return (
    <>
      <a class="back" href={leftAt.value}>
        <Icon name="back" size="1.25em" />
        {t('trajectory.back')}
      </a>
      <div class="account new-trajectory">
        <form class="account__words" ref={form} onSubmit={(event) => void submit(event)} noValidate>
          <h1>{t('start.title')}</h1>
          <p>{t('start.body')}</p>
          <TextField
            label={t('start.name')}
            hint={t('start.name_hint')}
            value={typed.name}
            error={faultOf('name')}
            max={lineMax}
            onInput={(name) => change({ name })}
            name="name"
            autocomplete="off"
          />
          <RadioChips
            legend={t('start.sort')}
            options={choices.sort.map((value) => ({ value, label: t(`sort.${value}`) }))}
            value={typed.sort}
            onChange={(sort) => change({ sort })}
          />
          <TextField
            label={t('entry.place.municipality')}
            optional
            value={typed.municipality}
            error={faultOf('municipality')}
            max={lineMax}
            onInput={(municipality) => change({ municipality })}
            name="municipality"
            autocomplete="off"
          />
          <p class="form-error" role="alert">
            {refused && !refused.field && refused.error !== 'offline' && faultText(refused.error)}
          </p>
          <Button kind="primary" type="submit" busy={busy}>
            {t('start.button')}
          </Button>
        </form>
        <Sprouts />
      </div>
    </>
  )
}
