// One phone joins and sends one idea: when this fails, nothing else needs to be looked at.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { startServer } from './support/server.mjs'
import { inSmallSession } from './support/small-session.mjs'

let server
before(async () => {
  server = await startServer()
})
after(async () => {
  await server?.stop()
})

test('one phone joins and sends one idea', () =>
  inSmallSession(server, 'smoke', async ({ organiser, session, tablet, devices }) => {
    await tablet.getByText('Een bank in de zon').waitFor()
    const { result } = JSON.parse(await organiser.export(session))
    assert.deepEqual(result.ideas.map((idea) => idea.text), ['Een bank in de zon'])
    assert.deepEqual(devices.troubles, [])
  }))
