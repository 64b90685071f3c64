// What an organiser does at the desk, by the names that the page shows in Dutch.
import { setBox } from './browser.mjs'
import { account, sessionForm } from './organiser.mjs'

export async function setUp(page, link) {
  await page.goto(link)
  await page.getByLabel('Je naam').fill(account.name)
  await page.getByLabel('Wachtzin', { exact: true }).fill(account.passphrase)
  await page.getByLabel('Wachtzin nog een keer').fill(account.passphrase)
  await page.getByRole('button', { name: 'Maak account' }).click()
  await page.getByRole('heading', { name: 'Hier groeit nog niets' }).waitFor()
}

/** Fills in the form for a new session and returns the session's id. */
export async function createSession(page, seats = sessionForm.seats_max) {
  await page.getByRole('link', { name: 'Sessies' }).click()
  await page.getByRole('link', { name: 'Nieuwe sessie' }).or(page.getByRole('button', { name: 'Nieuwe sessie' })).first().click()
  await setBox(page.getByRole('radio', { name: /^Een dagdeel: drie uur/ }))
  const fields = {
    'Naam van de sessie': sessionForm.title,
    'De vraag': sessionForm.question,
    Tijd: sessionForm.within,
    Geld: sessionForm.money,
    Plek: sessionForm.place,
    'Wie nodigt uit?': sessionForm.host,
    'Wie is verantwoordelijk voor de gegevens?': sessionForm.controller,
    Plekken: String(seats),
  }
  for (const [label, value] of Object.entries(fields)) {
    await page.getByRole('textbox', { name: new RegExp(`^${label.replace('?', '\\?')}( \\(niet verplicht\\))?$`) }).fill(value)
  }
  await page.getByRole('button', { name: 'Zet klaar' }).click()
  await page.getByRole('heading', { level: 1, name: sessionForm.title }).waitFor()
  return /sessions\/([0-9a-f]+)/.exec(page.url())[1]
}

export async function pairingLink(page, role) {
  const [make, here] =
    role === 'facilitator'
      ? ['Koppel een tablet', 'Open op dit apparaat']
      : ['Open het grote scherm', 'Open in een nieuw venster']
  await page.getByRole('button', { name: make }).click()
  return page.getByRole('link', { name: here }).getAttribute('href')
}

/** Presses a button that saves a file, and returns the text in it. */
export async function saved(page, button) {
  return (await savedBytes(page, button)).toString('utf8')
}

/** The same, with the bytes as they are. */
export async function savedBytes(page, button) {
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: button }).click()
  const stream = await (await download).createReadStream()
  const parts = []
  for await (const part of stream) parts.push(part)
  return Buffer.concat(parts)
}

/** Takes back what a message tells. What was done may be on the page before its own message is, and another's message still. */
export async function undo(page, message) {
  await page.locator('.ui-toast').filter({ hasText: message }).getByRole('button', { name: 'Ongedaan maken' }).click()
}
