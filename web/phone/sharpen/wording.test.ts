import { expect, it } from 'vitest'
import { emptyWording, followed, merge } from './wording.ts'

it('What somebody left to the others and saved is no change of theirs afterwards', () => {
  const begun = { ...emptyWording, in_time: 'no' as const }
  const now = { ...emptyWording, where: 'bij de poort', in_time: 'unknown' as const }
  const draft = { base: begun, mine: { ...begun, what: 'Een bank' } }
  const { shown } = merge(draft, now)
  expect(shown).toEqual({ ...now, what: 'Een bank' })
  const sent = followed(draft, now)
  expect(merge(sent, now)).toEqual(merge(draft, now))
  // What was sent is what stands there by then; nothing was typed since.
  expect(merge({ base: shown, mine: sent.mine }, shown)).toEqual({ shown, differs: false, conflicts: [] })
})
