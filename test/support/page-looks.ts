// What a page must never do at any size: run sideways, cut text, offer what a finger can't hit, show a word's key for the word.
import type { Page } from 'playwright-core'

/** Elements whose text doesn't fit them, by their own text. */
export const clippedTexts = (page: Page, within: string): Promise<string[]> =>
  page.evaluate(selector => {
    const isClipped = (element: Element) => {
      const style = getComputedStyle(element)
      return style.overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1
    }
    return [...document.querySelectorAll(`${selector} *`)]
      .filter(element => element.childElementCount === 0 && (element.textContent ?? '').trim() !== '')
      .filter(isClipped)
      .map(element => element.textContent ?? '')
  }, within)

export const sidewaysBy = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

export const countOf = (page: Page, selector: string): Promise<number> => page.locator(selector).count()

/** Texts that something around them hides, told apart from what scrolls and from what only readers that listen are told. */
export const hiddenTexts = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const isOnlyHeard = (element: Element) =>
      element.closest('.spoken') !== null || getComputedStyle(element).clipPath === 'inset(50%)'
    const hides = (value: string) => value === 'hidden' || value === 'clip'
    // Cut after so many lines on purpose, with a mark; the whole text is one press away.
    const isShortened = (style: CSSStyleDeclaration) => style.getPropertyValue('-webkit-line-clamp') !== 'none'
    const cutBy = (boxes: readonly DOMRect[], around: Element) => {
      const style = getComputedStyle(around)
      const edge = around.getBoundingClientRect()
      const isWide = hides(style.overflowX) && boxes.some(box => box.left < edge.left - 1 || box.right > edge.right + 1)
      const isHigh =
        hides(style.overflowY) &&
        !isShortened(style) &&
        boxes.some(box => Math.max(edge.top - box.top, box.bottom - edge.bottom) > box.height / 3)
      return isWide || isHigh
    }
    const found: string[] = []
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      const words = (text.textContent ?? '').trim()
      const parent = text.parentElement
      if (words === '' || !parent?.checkVisibility({ visibilityProperty: true }) || isOnlyHeard(parent)) continue
      const range = document.createRange()
      range.selectNodeContents(text)
      let boxes = [...range.getClientRects()]
      for (let around: Element | null = parent; around && around !== document.body; around = around.parentElement) {
        if (cutBy(boxes, around)) found.push(words)
        if (isShortened(getComputedStyle(around))) {
          const { bottom } = around.getBoundingClientRect()
          boxes = boxes.filter(box => box.top < bottom)
        }
        // What scrolls brings everything into sight.
        if (/auto|scroll/.test(getComputedStyle(around).overflowX)) break
      }
    }
    return found
  })

/** What can be pressed and is lower than `least`, or than `leastInline` where it stands in a sentence. */
export const lowTargets = (page: Page, least = 40, leastInline = 24): Promise<string[]> =>
  page.evaluate(
    ([high, inline]) => {
      const selector = 'a[href], button, input, select, textarea, summary, td[data-active="true"]'
      return [...document.querySelectorAll(selector)].flatMap(element => {
        // A box to tick is as large as its words; a hidden control is pressed through its label.
        const isWithWords = element.matches('[type="radio"], [type="checkbox"], [type="file"]')
        const target = (isWithWords && element.closest('label')) || element
        if (element.getAttribute('aria-hidden') === 'true' || !target.checkVisibility({ visibilityProperty: true }))
          return []
        const { height, width } = target.getBoundingClientRect()
        const isInline = getComputedStyle(target).display === 'inline'
        // Half a pixel is rounding.
        const isLow = height > 1 && width > 1 && height < (isInline ? inline : high) - 0.5
        return isLow ? [`${target.tagName.toLowerCase()} ${Math.round(height)}: ${target.textContent}`] : []
      })
    },
    [least, leastInline] as const,
  )

/** Keys of a vocabulary that stand where their words should: "tasks.title". */
export async function rawKeys(page: Page, areas: readonly string[]): Promise<readonly string[]> {
  const text = await page.locator('body').innerText()
  return text.match(new RegExp(`\\b(?:${areas.join('|')})\\.[a-zA-Z][\\w.]*`, 'g')) ?? []
}
