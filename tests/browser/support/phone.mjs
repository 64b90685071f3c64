// What a participant does, by the names that the page shows in Dutch.

/** Joins from wherever the page is: the form must be there or come. */
export async function takeSeat(page, name) {
  await page.getByLabel('Je voornaam').fill(name)
  await page.getByRole('button', { name: 'Meedoen' }).click()
  await page.getByRole('heading', { name: `Je bent binnen, ${name}` }).waitFor()
}

export async function joinByLink(page, link, name) {
  await page.goto(link)
  await takeSeat(page, name)
}

export async function joinByCode(page, origin, code, name) {
  await page.goto(origin)
  await page.getByLabel('Code').fill(code)
  await page.getByRole('button', { name: 'Verder' }).click()
  await takeSeat(page, name)
}

const ideaField = 'form.composer textarea'

/** Types an idea and presses the button; does not wait for the server. */
export async function sendIdea(page, text) {
  await page.locator(ideaField).first().fill(text)
  await page.locator('form.composer button[type=submit]').click()
  // The text leaves the field once it is safe on the phone.
  await page.waitForFunction((selector) => document.querySelector(selector)?.value === '', ideaField)
}

/** The state that the page shows beside an own idea. */
export async function waitForState(page, text, state, timeout = 20_000) {
  await page.waitForFunction(
    ([text, state]) =>
      [...document.querySelectorAll('.mine-idea')].some(
        (row) =>
          row.querySelector('p')?.textContent === text &&
          row.querySelector('.mine-idea-state')?.textContent === state,
      ),
    [text, state],
    { timeout },
  )
}

/** All own ideas with their states. */
export function ownIdeas(page) {
  return page.evaluate(() =>
    [...document.querySelectorAll('.mine-idea')].map((row) => ({
      text: row.querySelector('p')?.textContent,
      state: row.querySelector('.mine-idea-state')?.textContent,
    })),
  )
}

export async function choose(page, title) {
  await page.getByRole('button', { name: `Kies: ${title}`, exact: true }).click()
}

export async function unchoose(page, title) {
  await page.getByRole('button', { name: `Gekozen: ${title}`, exact: true }).click()
}

/** Titles that the page shows as chosen. */
export function chosenOnes(page) {
  return page.evaluate(() =>
    [...document.querySelectorAll('.vote-row-chosen .vote-title')]
      .map((title) => title.lastChild.textContent)
      .sort(),
  )
}

export async function waitForHeading(page, name, timeout = 60_000) {
  await page.getByRole('heading', { level: 1, name }).waitFor({ timeout })
}

/** Groups with their ideas in order, as the phone shows them. */
export function groupsShown(page) {
  return page.evaluate(() =>
    [...document.querySelectorAll('section.group')].map((group) => {
      const heading = group.querySelector('h2').cloneNode(true)
      for (const part of heading.querySelectorAll('.draw-chip, .count')) part.remove()
      return {
        name: heading.textContent.trim(),
        ideas: [...group.querySelectorAll('.group-idea-text')].map((text) => text.lastChild.textContent),
      }
    }),
  )
}

/** Lines like "1 Bomen en schaduw 25 stemmen". */
export function topShown(page) {
  return page.evaluate(() =>
    [...document.querySelectorAll('.result-list > li')].map((line) => {
      const title = line.querySelector('.result-title').cloneNode(true)
      for (const part of title.querySelectorAll('.draw-chip, .result-mine')) part.remove()
      return [line.querySelector('.result-place'), title, line.querySelector('.result-votes')]
        .map((part) => part.textContent.trim())
        .join(' ')
    }),
  )
}

/** Turns to the idea on a place of the top, in the round in which people say what they will do. */
export async function pickIdea(page, place) {
  await page.locator('label.commit-tab').nth(place).click()
}
