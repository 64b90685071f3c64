import { useState } from 'preact/hooks'
import { t } from '../text/console.ts'
import { Button } from '../ui/button.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { LanguageSwitch } from '../ui/language-switch.tsx'
import { allowClicker, clickerAllowed } from './clicker.ts'
import { useConsole } from './console-session.ts'
import { ExportButtons } from './export-buttons.tsx'
import { heldView } from './held-view.ts'
import { RehearseButton } from './rehearsal.tsx'
import type { Sheet } from './sheet.ts'

/** What belongs to the whole session and not to a round. */
export function SessionSheet(props: { onClose: () => void; open: (sheet: Sheet) => void }) {
  const { picture, send } = useConsole()
  const view = heldView(picture.value, send)
  const session = picture.value.session
  const [clicker, setClicker] = useState(clickerAllowed)
  return (
    <Dialog open title={t('head.menu_title')} onClose={props.onClose}>
      <p class="sheet-lead">
        {session?.title}
        {session?.place ? `, ${session.place}` : ''}
      </p>
      <div class="sheet-list">
        <Button wide icon="screen" onClick={() => props.open('pair screen')}>
          {t('head.add_screen')}
        </Button>
        <Button wide icon="link" onClick={() => props.open('pair tablet')}>
          {t('head.add_tablet')}
        </Button>
        {picture.value.device === '' && (
          <Button wide icon="phone" onClick={() => props.open('pair remote')}>
            {t('head.add_remote')}
          </Button>
        )}
        {session?.status === 'open' && (
          <Button wide icon="wifi" onClick={() => props.open('wifi')}>
            {t('wifi.title')}
          </Button>
        )}
        <Button wide icon="hand" onClick={() => props.open('pair helper')}>
          {t('head.add_helper')}
        </Button>
        <Button wide icon="link" onClick={() => props.open('link')}>
          {t('link_for.title')}
        </Button>
        <Button wide icon="lines" onClick={() => props.open('add ideas')}>
          {t('add_ideas.title')}
        </Button>
        <Button wide icon="pin" onClick={() => props.open('plan')}>
          {t('plan.title')}
        </Button>
        <Button wide icon="lines" onClick={() => props.open('ideas')}>
          {t('ideas.all')}
        </Button>
        <Button wide icon="people" onClick={() => props.open('people')}>
          {t('people.title')}
        </Button>
        <Button wide icon="download" onClick={() => props.open('print')}>
          {t('print.title')}
        </Button>
        <Button wide icon="clock" onClick={() => props.open('replay')}>
          {t('replay.title')}
        </Button>
        <RehearseButton wide />
      </div>
      {view.setModerated && (
        <Checkbox
          label={t('moderate.label')}
          hint={t('moderate.hint')}
          checked={view.moderated}
          onChange={view.setModerated}
        />
      )}
      <Checkbox
        label={t('clicker.label')}
        hint={t('clicker.hint')}
        checked={clicker}
        onChange={(allowed) => {
          allowClicker(allowed)
          setClicker(allowed)
        }}
      />
      <ExportButtons />
      <div class="sheet-language">
        <span>{t('head.language')}</span>
        <LanguageSwitch />
      </div>
    </Dialog>
  )
}
