import { useEffect, useState } from 'preact/hooks'
import { t } from '../../../text/desk.ts'
import { language } from '../../../text/language.ts'
import { Button } from '../../../ui/button.tsx'
import { Checkbox } from '../../../ui/checkbox.tsx'
import { showToast } from '../../../ui/toast.tsx'
import { hashes } from '../../route.ts'
import { ask, goTo } from '../../store.ts'
import { all, sessionNameOf } from '../dossier-view.ts'
import { faultText } from '../fault-text.ts'
import { loadTrajectories, trajectories } from '../trajectories.ts'
import type { PartProps } from './opening-fields.tsx'
import { ideasLeft } from './opening-view.ts'

/** The ideas that were not chosen are the seeds of a next round for the same place. */
export function NextRound({ shown }: PartProps) {
  const ideas = ideasLeft(shown)
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set())
  const [people, setPeople] = useState(false)
  const [busy, setBusy] = useState(false)
  useEffect(() => {
    void loadTrajectories()
  }, [])
  const wanted = ideas.filter(({ id }) => !left.has(id))
  // The key of the one that was started here says so.
  const started = trajectories.value?.find((one) => one.made_with === shown.id + shown.id)
  const start = async () => {
    setBusy(true)
    const reply = await ask(
      'POST /api/trajectories/ID/next',
      {
        language: language.value === 'en' ? 'en' : 'nl',
        ideas: wanted.map(({ id }) => id),
        with_people: people,
      },
      { id: shown.id },
    )
    setBusy(false)
    if (!reply.ok) return showToast({ text: faultText(reply.error) })
    void loadTrajectories()
    goTo(hashes.trajectory(reply.body.id))
  }
  return (
    <section class="well next-round" aria-labelledby="next-round-title">
      <h2 id="next-round-title">{t('next_round.title')}</h2>
      {started ? (
        <>
          <p>{t('next_round.started')}</p>
          <a class="link-button" href={hashes.trajectory(started.id)}>
            {t('next_round.open')}
          </a>
        </>
      ) : ideas.length === 0 ? (
        <p class="section-lead">{t('next_round.empty')}</p>
      ) : (
        <>
          <p class="section-lead">{t('next_round.lead')}</p>
          <fieldset class="next-round__ideas">
            <legend class="visually-hidden">{t('next_round.ideas')}</legend>
            {ideas.map(({ id, entry }) => (
              <Checkbox
                key={id}
                label={entry.name}
                hint={sessionNameOf(shown, entry.session) && t('ideas.from', { name: sessionNameOf(shown, entry.session) })}
                checked={!left.has(id)}
                onChange={(on) => {
                  const now = new Set(left)
                  if (on) now.delete(id)
                  else now.add(id)
                  setLeft(now)
                }}
              />
            ))}
          </fieldset>
          {all(shown, 'contact').length > 0 && (
            <Checkbox
              label={t('next_round.people')}
              hint={t('next_round.people_hint')}
              checked={people}
              onChange={setPeople}
            />
          )}
          <Button icon="plus" busy={busy} onClick={() => void start()}>
            {t('next_round.start', { n: wanted.length })}
          </Button>
        </>
      )}
    </section>
  )
}
