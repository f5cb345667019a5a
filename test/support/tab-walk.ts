// A page by the Tab key alone, as somebody without a mouse goes through it: each stop is looked at for being in sight, uncovered and
// marked. Knows no page.
import type { Locator, Page } from 'playwright-core'

/** Stops at which the keyboard's place can't be seen, in words. */
type Faults = string[]

export type TabWalk = {
  /** Presses Tab until it stands there. @throws when it never comes */
  readonly to: (place: Locator) => Promise<void>
  /** So many stops, or until the page is through. */
  readonly through: (stops: number) => Promise<void>
  readonly faults: readonly string[]
}

const MOST_STOPS = 90

export function walkByTab(page: Page): TabWalk {
  const faults: Faults = []
  const step = async () => {
    await page.keyboard.press('Tab')
    const fault = await page.evaluate(faultOfStop)
    if (fault !== undefined && !faults.includes(fault)) faults.push(fault)
  }
  return {
    faults,
    to: async place => {
      for (let stop = 0; stop < MOST_STOPS; stop++) {
        await step()
        if ((await place.count()) === 1 && (await place.evaluate(element => element === document.activeElement))) return
      }
      throw new Error(`Tab never comes to ${place.toString()}`)
    },
    through: async stops => {
      for (let stop = 0; stop < stops; stop++) {
        await step()
        if (await page.evaluate(() => document.activeElement === document.body)) return
      }
    },
  }
}

/** Runs in the page. */
function faultOfStop(): string | undefined {
  const stop = document.activeElement
  if (!(stop instanceof HTMLElement) || stop === document.body) return undefined
  const name = `${stop.tagName.toLowerCase()} ${(stop.getAttribute('aria-label') ?? stop.innerText).slice(0, 40)}`
  // What is drawn for it may be its label: a box to tick, a list under a sign.
  const drawn = [stop, stop.closest('label')].filter(one => one !== null)
  const looks = drawn.flatMap(one => [getComputedStyle(one), getComputedStyle(one, '::after')])
  const isMarked = looks.some(
    ({ outlineStyle, outlineWidth, opacity }) =>
      outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2 && opacity !== '0',
  )
  if (!isMarked) return `not marked: ${name}`
  const box = stop.getClientRects()[0]
  if (!box || box.bottom <= 0 || box.top >= innerHeight || box.right <= 0 || box.left >= innerWidth)
    return `out of sight: ${name}`
  const [x, y] = [
    (Math.max(0, box.left) + Math.min(innerWidth, box.right)) / 2,
    (Math.max(0, box.top) + Math.min(innerHeight, box.bottom)) / 2,
  ]
  const top = document.elementFromPoint(x, y)
  const isOnTop = top !== null && drawn.some(one => one.contains(top) || top.contains(one))
  return isOnTop ? undefined : `covered by ${top?.tagName.toLowerCase()}.${top?.className}: ${name}`
}
