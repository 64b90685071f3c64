// What a facilitator does on the tablet, by the names that the page shows in Dutch.

/** Moves everybody on, and turns to what the round is worked on with. */
export async function next(page, title) {
  await page.waitForTimeout(850) // a second tap within less moves nobody
  await page.getByRole('button', { name: `Volgende: ${title}` }).click()
  await turnToWork(page, title)
}

/** A round opens on the face that it is driven with. */
async function turnToWork(page, title) {
  const working = page.getByRole('heading', { level: 1, name: title })
  const work = title === 'Tafelgesprek' ? 'Tafels' : title
  const directing = page.getByRole('banner').getByRole('button', { name: work, exact: true })
  await working.or(directing).first().waitFor()
  if (await directing.isVisible()) await directing.click()
  await working.waitFor()
}

export async function waitForPeople(page, count) {
  await page.getByRole('button', { name: `Mensen, ${count} binnen` }).waitFor()
}

const card = (page, text) => page.locator('button[data-idea]', { hasText: text })

export async function tapIdeas(page, texts) {
  for (const text of texts) await card(page, text).click()
}

export async function groupByTaps(page, name, texts) {
  await tapIdeas(page, texts)
  await page.getByRole('toolbar').getByRole('button', { name: 'Nieuwe groep' }).click()
  const sheet = page.getByRole('dialog')
  await sheet.getByLabel('Naam van de groep').fill(name)
  await sheet.getByRole('button', { name: 'Maak groep' }).click()
  await column(page, name).waitFor()
}

export const column = (page, name) => page.locator('section.sort-column', { hasText: name })

export async function moveByTaps(page, texts, name) {
  await tapIdeas(page, texts)
  await page.getByRole('toolbar').getByRole('button', { name: 'Verplaats naar…' }).click()
  await page.getByRole('dialog').locator('.group-choice', { hasText: name }).click()
  for (const text of texts) await column(page, name).locator('button[data-idea]', { hasText: text }).waitFor()
}

/** With the mouse, as on a tablet with a pen: the last idea of the stack ends in the column. */
export async function moveByDrag(page, text, name) {
  const idea = card(page, text)
  const goal = column(page, name)
  await goal.scrollIntoViewIfNeeded()
  await idea.scrollIntoViewIfNeeded()
  const from = await idea.boundingBox()
  const to = await goal.boundingBox()
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2)
  await page.mouse.down()
  await page.mouse.move(from.x + from.width / 2 + 20, from.y + from.height / 2 + 6, { steps: 3 })
  await page.mouse.move(to.x + to.width / 2, to.y + 30, { steps: 6 })
  await page.locator('.sort-column.sort-over', { hasText: name }).waitFor()
  await page.mouse.up()
  await goal.locator('button[data-idea]', { hasText: text }).waitFor()
}

/** Groups with their ideas in order, as the tablet shows them. */
export function groupsShown(page) {
  return page.evaluate(() =>
    [...document.querySelectorAll('section.sort-column')].map((column) => ({
      name: column.querySelector('h3').textContent,
      ideas: [...column.querySelectorAll('button[data-idea] > span:first-child')].map((one) => one.textContent),
    })),
  )
}

export async function closeVote(page) {
  await page.getByRole('button', { name: 'Sluit de stemming' }).click()
  await page.getByRole('button', { name: 'Sluit nu' }).click()
}

/** By the rail, past the rounds between. */
export async function goTo(page, round) {
  await page.getByRole('banner').getByRole('button', { name: 'Regie' }).click()
  await page.getByRole('navigation', { name: 'Rondes' }).getByRole('button', { name: new RegExp(round) }).click()
  await page.getByRole('dialog').getByRole('button', { name: /^Ga hierheen/ }).click()
  await turnToWork(page, round)
}
