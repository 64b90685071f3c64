// A laptop breaks in the middle of a session, and a backup goes on another: with the phones that are still in the room.
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { sendIdea, waitForState } from './support/phone.mjs'
import { startServer } from './support/server.mjs'
import { inSmallSession } from './support/small-session.mjs'

let server
before(async () => {
  server = await startServer()
})
after(async () => {
  await server?.stop()
})

test('phones go on with a restored backup, and send what waited', () =>
  inSmallSession(server, 'restore', async ({ session, tablet, phone }) => {
    const file = join(server.data, 'kring.kiemkring-backup')
    assert.match(server.command('backup', file, '--data', server.data), /1 organisers, 1 sessions/)
    await sendIdea(phone, 'Een heg die zoemt')
    await waitForState(phone, 'Een heg die zoemt', 'Ontvangen')

    await server.kill()
    await sendIdea(phone, 'Een vijver met kikkers')
    const restored = join(server.data, 'restored')
    assert.match(server.command('restore', file, '--data', restored, '--dry-run'), /Nothing was written/)
    assert.match(server.command('restore', file, '--data', restored), /restored into/)
    await server.start(restored)

    await waitForState(phone, 'Een vijver met kikkers', 'Ontvangen')
    await tablet.getByText('Een vijver met kikkers').waitFor()
    // Written after the backup was made: lost with the laptop, and no screen pretends otherwise.
    await phone.getByText('Een heg die zoemt').waitFor({ state: 'detached' })
    await tablet.getByText('Een heg die zoemt').waitFor({ state: 'detached' })
    const { result } = JSON.parse(server.command('export', session, '--data', restored))
    assert.deepEqual(result.ideas.map((idea) => idea.text), ['Een bank in de zon', 'Een vijver met kikkers'])
  }))
