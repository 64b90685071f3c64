// What goes wrong at a desk with a dossier open: somebody removed is erased for good, a log-in is over, a tab is hidden, seven dossiers
// stand open in one browser, and a backup is put back under an open page.
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { axeFindings } from './support/axe.mjs'
import { Devices, photograph } from './support/browser.mjs'
import { account, Organiser } from './support/organiser.mjs'
import { startServer } from './support/server.mjs'

let server, devices, organiser, page
before(async () => {
  server = await startServer()
  devices = await Devices.launch()
  organiser = await Organiser.setUp(server)
  page = await devices.desk(organiser, 'desk')
})
after(async () => {
  await devices?.close()
  await server?.stop()
})

let keys = 0
const key = () => String((keys += 1)).padStart(32, '0')
const place = { kind: 'place', name: 'De Vlinder', sort: 'company', address: '', municipality: '', funder: '', about: '', area_m2: 0 }
const noor = { kind: 'contact', name: 'Noor Hendrikx', role: 'contact_person', organisation: '', email: 'noor@example.org', phone: '', note: '', hours_a_week: 3 }
const begin = async () => JSON.parse(await organiser.ask('POST', '/api/trajectories', { key: key(), language: 'nl', place })).id
const command = async (id, op, args) => JSON.parse(await organiser.ask('POST', `/api/trajectories/${id}`, { key: key(), op, args }))
const look = async (id) => JSON.parse(await organiser.ask('GET', `/api/trajectories/${id}`))
const open = async (on, id) => {
  await on.goto(`${server.origin}/desk#/trajectories/${id}`)
  await on.getByRole('heading', { level: 1, name: 'De Vlinder' }).waitFor()
}
const field = (name) => page.locator(`#form-place [name="${name}"]`)
const leave = () => page.locator('h1').first().click()

async function step(name, act) {
  try {
    await act()
  } catch (error) {
    await photograph(page, 'trajectory-mishap')
    throw new Error(`${name}: ${error.message}`, { cause: error })
  }
}

test('an open dossier outlives what goes wrong around it', { timeout: 300_000 }, async () => {
  const id = await begin()
  await open(page, id)

  await step('who was removed is erased for good from what happened', async () => {
    const { entry } = await command(id, 'put_entry', { id: 0, was: null, now: noor })
    await command(id, 'remove_entry', { id: entry, was: noor })
    await page.getByText('Contact: Noor Hendrikx weggehaald').waitFor()
    await page.getByRole('button', { name: 'Wis voorgoed … Noor Hendrikx' }).first().click()
    await page.getByRole('dialog').getByRole('button', { name: 'Wis voorgoed', exact: true }).click()
    await page.getByText('Iets van iemand is voorgoed gewist').waitFor()
    await page.getByText('Noor Hendrikx').first().waitFor({ state: 'detached' })
    assert.deepEqual(await axeFindings(page), [])
    assert.ok(!JSON.stringify(await look(id)).includes('Hendrikx'))
  })

  await step('who was removed long ago is erased too', async () => {
    const { entry } = await command(id, 'put_entry', { id: 0, was: null, now: noor })
    await command(id, 'remove_entry', { id: entry, was: noor })
    for (let i = 0; i < 200; i += 1) await command(id, 'hand_over', { to: `Bram ${i}` })
    await page.getByText('Eén contact is langer geleden weggehaald').waitFor()
    await page.getByRole('button', { name: 'Wis voorgoed … Deze contacten' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Wis voorgoed', exact: true }).click()
    await page.getByText('Eén contact is langer geleden weggehaald').waitFor({ state: 'detached' })
    assert.deepEqual((await look(id)).people_taken_away, [])
  })

  await step('somebody who is erased at another desk goes from the form that was open, and does not come back', async () => {
    const { entry } = await command(id, 'put_entry', { id: 0, was: null, now: noor })
    await page.getByRole('button', { name: 'Pas Noor Hendrikx aan' }).click()
    await page.locator(`#form-entry-${entry} [name=email]`).fill('geen adres')
    await command(id, 'remove_entry', { id: entry, was: noor })
    await page.getByRole('button', { name: 'Zet het terug' }).waitFor()
    await command(id, 'erase_entry', { id: entry })
    await page.getByText('“Noor Hendrikx” is intussen voorgoed gewist.').waitFor()
    await page.getByRole('button', { name: 'Zet het terug' }).waitFor({ state: 'detached' })
    assert.equal(await page.evaluate(() => JSON.stringify(sessionStorage).includes('Hendrikx')), false)
    assert.ok(!JSON.stringify(await look(id)).includes('Hendrikx'))
  })

  await step('seven dossiers in one browser: those behind hold no connection', async () => {
    const others = []
    for (let i = 0; i < 6; i += 1) {
      const other = await page.context().newPage()
      others.push(other)
      await other.addInitScript(() => {
        // As a tab behind others: the browser of the tests shows them all.
        Object.defineProperty(document, 'visibilityState', { get: () => window.isBehind ? 'hidden' : 'visible' })
        window.goBehind = (behind) => {
          window.isBehind = behind
          document.dispatchEvent(new Event('visibilitychange'))
        }
      })
      await open(other, id)
      await other.evaluate(() => window.goBehind(true))
    }
    await field('address').fill('Vlinderweg 1')
    await leave()
    await page.locator('.save-state--saved').waitFor()
    assert.notEqual(await others[0].locator('#form-place [name=address]').inputValue(), 'Vlinderweg 1')
    await others[0].evaluate(() => window.goBehind(false))
    await others[0].waitForFunction(() => document.querySelector('#form-place [name=address]')?.value === 'Vlinderweg 1')
    for (const other of others) await other.close()
  })

  await step('a log-in that is over: nothing is asked, and what was typed is kept after the next one', async () => {
    const asked = []
    page.on('request', (request) => asked.push(request.url()))
    await page.context().clearCookies()
    await field('funder').fill('Provincie')
    await leave()
    await page.getByText('Je was uitgelogd.').waitFor()
    asked.length = 0
    await page.waitForTimeout(5_000) // longer than it waits before it asks again
    assert.deepEqual(asked.filter((url) => url.includes('/api/trajectories')), [])
    await page.getByRole('textbox', { name: 'Naam' }).fill(account.name)
    await page.locator('input[name=passphrase]').fill(account.passphrase)
    await page.getByRole('button', { name: 'Log in' }).click()
    await page.locator('.save-state--saved').waitFor()
    assert.equal((await look(id)).entries.find(({ entry }) => entry.kind === 'place').entry.funder, 'Provincie')
    await organiser.logIn(page)
  })

  await step('a backup is put back: the page shows what the server has, and says it', async () => {
    const file = join(server.data, 'kring.kiemkring-backup')
    server.command('backup', file, '--data', server.data)
    await field('address').fill('Rupsweg 4')
    await leave()
    await page.locator('.save-state--saved').waitFor()
    assert.equal((await look(id)).entries.find(({ entry }) => entry.kind === 'place').entry.address, 'Rupsweg 4')
    await server.kill()
    const restored = join(server.data, 'restored')
    server.command('restore', file, '--data', restored)
    await server.start(restored)
    await page.getByText('De server heeft een oudere stand teruggezet').waitFor()
    await page.waitForFunction(() => document.querySelector('#form-place [name=address]')?.value === 'Vlinderweg 1')
    assert.deepEqual(await axeFindings(page), [])
    await page.getByRole('button', { name: 'Gezien' }).click()
    await page.getByText('De server heeft een oudere stand teruggezet').waitFor({ state: 'detached' })
  })
})
