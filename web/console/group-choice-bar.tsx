import { t } from '../text/console.ts'
import { Button } from '../ui/button.tsx'
import { ChoiceBar } from './choice-bar.tsx'
import type { GroupView } from './group-view.ts'

export function GroupChoiceBar(props: {
  view: GroupView
  ids: readonly number[]
  /** All of them lie in one group. */
  together: boolean
  clear: () => void
  open: (what: 'move' | 'create' | 'merge') => void
}) {
  const { view, ids, together, clear, open } = props
  const after = (act: ((ids: readonly number[]) => void) | undefined) => () => {
    act?.(ids)
    clear()
  }
  return (
    <ChoiceBar text={t('group.selected', { n: ids.length })} clearLabel={t('group.clear')} clear={clear}>
      <Button class="choice-first" icon="arrow" onClick={() => open('move')}>
        {t('group.move')}
      </Button>
      <Button icon={together ? 'split' : 'plus'} onClick={() => open('create')}>
        {t(together ? 'group.split' : 'group.new')}
      </Button>
      {ids.length > 1 && (
        <Button icon="merge" onClick={() => open('merge')}>
          {t('ideas.merge')}
        </Button>
      )}
      {ids.length === 1 && (
        <Button icon="star" onClick={after(view.light)}>
          {t('light.on')}
        </Button>
      )}
      <Button icon="eye-off" onClick={after(view.hide)}>
        {t('ideas.hide')}
      </Button>
      <Button icon="clock" onClick={after(view.later)}>
        {t('ideas.later')}
      </Button>
    </ChoiceBar>
  )
}
