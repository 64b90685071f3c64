// What moves, for whom it may, and what stands still for whom it may not: the seed that leaves a phone lands on the big screen, and
// the reveal. Both ways end with the same picture.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { photograph, sizes } from '../support/browser.mjs'
import * as phones from '../support/phone.mjs'
import { startServer } from '../support/server.mjs'
import { inSmallSession } from '../support/small-session.mjs'
import * as tablets from '../support/tablet.mjs'

let server
before(async () => {
  server = await startServer()
})
after(async () => {
  await server?.stop()
})

/** Writes down what begins to move on a page: animations and transitions that last longer than an eye sees. */
async function watchMotion(page) {
  await page.addInitScript(() => {
    globalThis.moved = []
    const lasting = (animation) => animation.effect.getComputedTiming().activeDuration > 1
    for (const kind of ['animationstart', 'transitionrun'])
      document.addEventListener(kind, ({ target, animationName, propertyName }) => {
        const running = target.getAnimations({ subtree: true }).filter(lasting)
        for (const animation of running)
          if ((animation.animationName ?? animation.transitionProperty) === (animationName ?? propertyName))
            globalThis.moved.push({ what: animationName ?? propertyName, end: whereItEnds(animation) })
      })
    const whereItEnds = (animation) => {
      const { currentTime } = animation
      animation.currentTime = animation.effect.getComputedTiming().endTime - 1
      const { top, bottom } = animation.effect.target.getBoundingClientRect()
      animation.currentTime = currentTime
      return { top, bottom }
    }
  })
}
const moved = (page) => page.evaluate(() => globalThis.moved)
const movedBy = (page, what) => page.waitForFunction((what) => globalThis.moved.some((one) => one.what === what), what)
async function joinIn(page, door, name) {
  await page.goto(door)
  await page.getByLabel('Je voornaam').fill(name)
  await page.getByRole('button', { name: 'Meedoen' }).click()
  await page.locator('form.composer textarea').waitFor()
}

/** Nothing moves any more. */
const isStill = (page) =>
  page.waitForFunction(() => document.getAnimations().every(({ playState, effect }) => playState !== 'running' || effect.getComputedTiming().iterations === Infinity))

/** Everything that is seen, with its place: to the pixel. */
const picture = (page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('main *, svg *')]
      .filter((element) => element.checkVisibility?.() !== false && element.tagName !== 'title')
      .map((element) => {
        const box = element.getBoundingClientRect()
        return [element.tagName, element.childElementCount === 0 ? element.textContent : '', ...[box.x, box.y, box.width, box.height].map(Math.round)].join(' ')
      }),
  )

/** A picture of both at a moment at which nothing comes in: the clock may tick between two. */
async function sameOn(one, other) {
  for (const page of [one, other]) await isStill(page)
  for (let tried = 1; ; ++tried) {
    const [first, second] = await Promise.all([picture(one), picture(other)])
    const different = first.filter((line, i) => line !== second[i])
    if (first.length === second.length && different.length === 0) return
    if (tried === 20) assert.deepEqual(second, first)
    await one.waitForTimeout(250)
  }
}

test('a sent idea leaves the phone as a seed and lands on the big screen; the reveal opens a flower; who wants calm has the end at once', { timeout: 300_000 }, () =>
  inSmallSession(server, 'motion', async ({ organiser, session, tablet, screen: calmScreen, phone, devices, door }) => {
    const may = { reducedMotion: 'no-preference' }
    const { page: screen } = await devices.large('screen that moves', sizes.beamer, may)
    const { page: moving } = await devices.phone('phone that moves', may)
    const { page: calm } = await devices.phone('phone set to calm', may)
    for (const page of [screen, moving, calm, calmScreen, phone]) await watchMotion(page)
    await Promise.all([calmScreen.reload(), phone.reload()])
    await screen.goto(await organiser.pairingLink(session, 'screen'))
    await joinIn(moving, door, 'Bo')
    await joinIn(calm, door, 'Noor')
    await calm.getByRole('button', { name: 'Van mij' }).click()
    await calm.getByRole('checkbox', { name: 'Rustig scherm, zonder beweging' }).click()
    await calm.waitForFunction(() => document.documentElement.dataset.motion === 'calm')
    await calm.goBack()
    const waitForIdeas = async (n) => {
      for (const page of [screen, calmScreen])
        await page.waitForFunction((n) => document.querySelector('.harvest__number')?.textContent === String(n), n)
    }
    await waitForIdeas(1)
    await isStill(screen)
    const landed = async () => (await moved(screen)).filter(({ what }) => what === 'seed-lands').length
    const before = await landed()

    // The text folds into a seed, and the seed goes out over the top edge.
    await phones.sendIdea(moving, 'Een vijver met riet')
    await movedBy(moving, 'composer-flight')
    const flight = await moved(moving)
    assert.ok(flight.some(({ what }) => what === 'composer-fold'))
    const { end } = flight.find(({ what }) => what === 'composer-flight')
    assert.ok(end.top < 60, `the seed ends at the top of the phone, at ${end.top}`)
    await phones.waitForState(moving, 'Een vijver met riet', 'Ontvangen')
    await waitForIdeas(2)
    await movedBy(screen, 'seed-lands')
    assert.equal(await landed(), before + 1)
    await sameOn(screen, calmScreen)

    for (const [page, text] of [[phone, 'Een heg'], [calm, 'Een boom']]) {
      await page.evaluate(() => (globalThis.moved = []))
      await phones.sendIdea(page, text)
      await phones.waitForState(page, text, 'Ontvangen')
      assert.deepEqual((await moved(page)).map(({ what }) => what), [], text)
      assert.equal(await page.locator('.composer-flight').isVisible(), false)
    }
    await waitForIdeas(4)
    await sameOn(screen, calmScreen)

    // The reveal.
    await tablet.getByRole('button', { name: 'Laat de ideeën zien' }).click()
    await tablets.next(tablet, 'Groeperen')
    await tablets.next(tablet, 'Stemmen')
    await phones.choose(moving, 'Een vijver met riet')
    for (const page of [moving, calm, phone]) await phones.choose(page, 'Een heg')
    await tablets.closeVote(tablet)
    await tablets.next(tablet, 'Uitslag')
    for (const page of [screen, calmScreen]) await phones.waitForHeading(page, /^Onze top/)
    for (const page of [screen, moving]) await isStill(page)
    for (const page of [screen, calmScreen, phone, calm]) await page.evaluate(() => (globalThis.moved = []))
    const reveal = () => tablet.getByRole('button', { name: /^Onthul/ }).click()
    await reveal()
    for (const what of ['plate-opens', 'plant-grows', 'words-appear']) await movedBy(screen, what)
    await calmScreen.locator('.top__place--opened').waitFor()
    await photograph(calmScreen, 'motion-reveal')
    await sameOn(screen, calmScreen)
    for (const page of [calmScreen, phone, calm]) assert.deepEqual((await moved(page)).map(({ what }) => what), [])
    assert.deepEqual(devices.troubles, [])
  }))
