import { t } from '../../../text/desk.ts'
import type { OpenDossier } from '../dossier.ts'
import type { Dossier } from '../dossier-view.ts'
import { EntryForm, KeptMark } from '../entry-form.tsx'

export interface PartProps {
  dossier: OpenDossier
  shown: Dossier
}

/** A part of what is said of the opening, of which there is one. */
export function OpeningFields(props: {
  dossier: OpenDossier
  part: 'party' | 'measured' | 'story'
  fields: readonly string[]
  lead?: string
}) {
  const { dossier, part, fields, lead } = props
  const name = `opening_${part}`
  return (
    <section class="well" aria-labelledby={`${name}-title`}>
      <h2 id={`${name}-title`}>
        {t(`opening.${part}_title`)} <KeptMark dossier={dossier} name={name} />
      </h2>
      <p class="section-lead">{lead || t(`opening.${part}_lead`)}</p>
      <EntryForm
        dossier={dossier}
        name={name}
        kind="opening"
        id={dossier.single('opening')}
        fields={fields}
      />
    </section>
  )
}
