// The report of a session at the desk in every state: chosen, being made, looked at or not to be had, printed in a colour that is too light,
// what was made before with what changed since; cards and posters beside it.

/** `take` and `both` as in pictures.test.mjs; the desks show the page of a session that has ended, of which reports were made before that. */
export async function deskReport({ organiser, session, office, both, take }) {
  const part = (page, selector) => page.locator(`section[aria-labelledby=report-title] ${selector}`)
  const show = (selector) => both(office, (page) => part(page, selector).first().evaluate((one) => one.scrollIntoView()))
  const press = (selector, place = 0) => both(office, (page) => part(page, selector).nth(place).click())
  /** Choice of sections, preview, look. */
  const [sections, preview, look] = [0, 1, 2].map((place) => ({ open: () => press('> .report__sections > summary', place), show: () => both(office, (page) => part(page, '> .report__sections').nth(place).evaluate((one) => one.scrollIntoView())) }))

  await show('h2')
  await take('report', '.report__actions')
  await both(office, (page) => part(page, 'fieldset').nth(1).locator('input').last().check({ force: true }))
  await sections.open()
  await show('fieldset:nth-of-type(2)')
  await take('report-choice', '.report__sections[open]')
  await sections.open()

  // Held back here: it says how far it is.
  await both(office, async (page) => {
    await page.route('**/export?format=pdf*', () => {})
    await page.route('**/export/progress?*', (route) => route.fulfill({ json: { done: 420 } }))
  })
  await press('.report__actions button')
  await show('.report__making')
  await take('report-making', '.report__making progress')
  await press('.report__making button')
  await both(office, (page) => part(page, '.report__making').waitFor({ state: 'detached' }))
  await both(office, (page) => page.unrouteAll({ behavior: 'ignoreErrors' }))

  // What was made, and what changed since; nothing made yet, and no answer.
  const history = async (state, ready) => {
    await press('.report__history summary')
    await show('.report__history')
    await take(state, ready)
    await press('.report__history summary')
  }
  await history('report-history', '.report__made li')
  await both(office, (page) => page.route('**/reports', (route) => route.fulfill({ json: { reports: [] } })))
  await history('report-history-none', '.report__history[open] p')
  await both(office, async (page) => {
    await page.unroute('**/reports')
    await page.route('**/reports', (route) => route.fulfill({ status: 503, json: { error: 'unavailable' } }))
  })
  await history('report-history-failed', '.report__history[open] button')
  await both(office, (page) => page.unrouteAll({ behavior: 'ignoreErrors' }))

  await preview.open()
  await both(office, (page) => page.frameLocator('iframe.report__preview').locator('h1').waitFor())
  await preview.show()
  await take('report-preview', 'iframe.report__preview')
  await preview.open()
  await both(office, (page) => page.route('**/export?format=html*', (route) => route.fulfill({ status: 503, json: { error: 'unavailable' } })))
  await preview.open()
  await preview.show()
  await take('report-preview-failed', '.report__failed')
  await preview.open()
  await both(office, (page) => page.unrouteAll({ behavior: 'ignoreErrors' }))

  // A colour that could not be read on paper is printed darker, and says so.
  const paint = async (accent) => {
    const { revision } = JSON.parse(await organiser.ask('GET', '/api/brand'))
    await organiser.ask('POST', '/api/brand', { revision, accent, logo: false })
    await both(office, (page) => page.reload())
    await both(office, (page) => part(page, 'h2').first().waitFor())
  }
  const { accent } = JSON.parse(await organiser.ask('GET', '/api/brand'))
  await paint('#f4e04d')
  await look.open()
  await look.show()
  await take('report-look', '.brand__sample')
  await paint(accent)

  const papers = () => both(office, (page) => page.locator('#papers-title').evaluate((title) => title.scrollIntoView()))
  await both(office, (page) => page.locator('.papers__look img').waitFor())
  await papers()
  await take('papers', '.papers__look img')
  await both(office, (page) => page.route('**/export?format=png*', (route) => route.fulfill({ status: 503, json: { error: 'unavailable' } })))
  await both(office, (page) => page.locator('section[aria-labelledby=papers-title] fieldset').first().locator('input').nth(1).check({ force: true }))
  await papers()
  await take('papers-failed', 'section[aria-labelledby=papers-title] .report__failed')
  await both(office, (page) => page.unrouteAll({ behavior: 'ignoreErrors' }))
}
