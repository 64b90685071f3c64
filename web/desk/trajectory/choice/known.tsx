import type { ComponentChildren } from 'preact'
import { t } from '../../../text/desk.ts'
import { announce } from '../../../ui/announcer.tsx'
import { Button } from '../../../ui/button.tsx'
import { Icon } from '../../../ui/draw/icon.tsx'
import type { OpenDossier } from '../dossier.ts'
import type { Dossier } from '../dossier-view.ts'
import { emptyEntry } from '../fields-view.ts'
import { markForm, type MarkCell } from './choice-view.ts'
import { type KnownFact, knownFacts } from './known-view.ts'

interface Props {
  dossier: OpenDossier
  shown: Dossier
  idea: number
  criterion: number
  mark: MarkCell | undefined
}

/** What is known of an idea, to read. */
export function KnownList({ shown, idea }: Pick<Props, 'shown' | 'idea'>) {
  return <Facts facts={knownFacts(shown, idea)} />
}

/** What is known of the idea already, beside the cell in which it is weighed. One press takes it along, after what stands there. */
export function Known(props: Props) {
  return (
    <Facts
      facts={knownFacts(props.shown, props.idea)}
      after={(fact) => <dd class="known__take">{!fact.isOpen && <Take {...props} fact={fact} />}</dd>}
    />
  )
}

function Facts({ facts, after }: { facts: readonly KnownFact[]; after?: (fact: KnownFact) => ComponentChildren }) {
  if (facts.length === 0) return null
  return (
    <details class="known" open>
      <summary>{t('known.title')}</summary>
      <dl>
        {facts.map((fact) => (
          <div key={fact.key}>
            <dt>{fact.label}</dt>
            <dd>
              {fact.text} {fact.by && <small>{fact.by}</small>}
            </dd>
            {after?.(fact)}
          </div>
        ))}
      </dl>
    </details>
  )
}

function Take({ dossier, idea, criterion, mark, fact }: Props & { fact: KnownFact }) {
  const name = markForm(idea, criterion)
  const drafts = dossier.forms.value.get(name)?.drafts ?? {}
  const now = mark?.entry ?? emptyEntry('mark')
  const textOf = (field: 'note' | 'source' | 'said_by') => drafts[field]?.text ?? now[field]
  const sentence = `${fact.label}: ${fact.text}`
  const take = () => {
    const type = (field: string, text: string) =>
      dossier.type(name, 'mark', mark?.id ?? 0, field, text, { idea, criterion })
    type('note', [textOf('note').trim(), sentence].filter(Boolean).join('\n'))
    if (textOf('source').trim() === '') type('source', fact.source)
    if (fact.by && textOf('said_by').trim() === '') type('said_by', fact.by)
    void dossier.save(name)
    announce(t('known.taken'))
  }
  if (textOf('note').includes(sentence))
    return (
      <span class="known__taken">
        <Icon name="check" size="1.1em" /> {t('known.is_taken')}
      </span>
    )
  return (
    <Button kind="quiet" aria-label={t('known.take_what', { what: fact.label })} onClick={take}>
      {t('known.take')}
    </Button>
  )
}
