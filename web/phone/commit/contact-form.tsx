import { useSignal } from '@preact/signals'
import { t } from '../../text/phone.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { dateText, refusalText } from '../say.ts'
import { type CommitView, type Purpose, purposes } from './commit-view.ts'
import { drafts } from './drafts.ts'

/** How to reach this person, asked once, with consent for each purpose. */
export function ContactForm({ view }: { view: CommitView }) {
  const editing = useSignal(false)
  const chosen = useSignal<readonly Purpose[]>((view.contact?.purposes as Purpose[] | undefined) ?? [])
  const type = (contact: string) => {
    drafts.value = { ...drafts.peek(), contact }
  }
  const problem = useSignal<{ where: 'value' | 'purposes'; text: string } | undefined>(undefined)
  const busy = useSignal(false)

  if (view.contact && !editing.value) {
    return (
      <section class="commit-contact">
        <h2>{t('involve.contact_title')}</h2>
        <p>{t('involve.contact_kept', { value: view.contact.value })}</p>
        <div class="row">
          <Button
            icon="pencil"
            onClick={() => {
              type(view.contact?.value ?? '')
              chosen.value = (view.contact?.purposes as Purpose[] | undefined) ?? []
              editing.value = true
            }}
          >
            {t('involve.contact_change')}
          </Button>
          <Button
            icon="trash"
            danger
            onClick={() => {
              type('')
              chosen.value = []
              void view.withdrawContact()
            }}
          >
            {t('involve.contact_remove')}
          </Button>
        </div>
      </section>
    )
  }

  const save = () => {
    problem.value = undefined
    if (chosen.value.length === 0) {
      problem.value = { where: 'purposes', text: t('involve.consent') }
    }
    const given = chosen.value.length > 0 ? view.giveContact(drafts.value.contact, chosen.value) : undefined
    if (!given) {
      problem.value ??= { where: 'value', text: t('involve.bad_contact') }
      return
    }
    busy.value = true
    void given.then((outcome) => {
      busy.value = false
      const text = refusalText(outcome)
      problem.value = text === undefined ? undefined : { where: 'value', text }
      if (!outcome.ok) return
      editing.value = false
      type('')
    })
  }

  return (
    <form
      class="commit-contact stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <h2>{t('involve.contact_title')}</h2>
      <TextField
        label={t('involve.contact_label')}
        optional
        error={problem.value?.where === 'value' ? problem.value.text : undefined}
        value={drafts.value.contact}
        onInput={type}
        autocomplete="email"
        autocapitalize="off"
        inputMode="email"
      />
      <fieldset>
        <legend class="commit-why">{t('involve.contact_why')}</legend>
        {purposes.map((purpose) => (
          <Checkbox
            key={purpose}
            label={t(`involve.for_${purpose}`)}
            checked={chosen.value.includes(purpose)}
            onChange={(checked) => {
              chosen.value = checked
                ? [...chosen.value, purpose]
                : chosen.value.filter((other) => other !== purpose)
            }}
          />
        ))}
      </fieldset>
      {problem.value?.where === 'purposes' && (
        <p class="problem" role="alert">
          {problem.value.text}
        </p>
      )}
      <p class="quiet">{t('involve.privacy', { date: dateText(view.retainedUntil) })}</p>
      <Button kind="primary" type="submit" wide busy={busy.value}>
        {t('involve.contact_save')}
      </Button>
    </form>
  )
}
