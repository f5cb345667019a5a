// Texts of the wall's tiles, and the title of what is shown, that end before they are over, judged on rectangles: what is drawn of a text against the box that cuts it.
import type { Page } from 'playwright-core'

/** Of tiles that are seen; each with its tile's name. */
export const cutTexts = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const EASE = 0.5
    const found = new Set<string>()
    for (const tile of document.querySelectorAll('[data-testid^="kpi-"], [data-testid="scene-title"]')) {
      if (!tile.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue
      if (tile.closest('[data-shown="false"]')) continue
      if (tile.scrollHeight > tile.clientHeight + 1)
        found.add(`${tile.getAttribute('data-testid')}: ${tile.scrollHeight} of ${tile.clientHeight} px high`)
      const texts = document.createTreeWalker(tile, NodeFilter.SHOW_TEXT)
      for (let text = texts.nextNode(); text; text = texts.nextNode()) {
        const words = (text.textContent ?? '').trim()
        if (words === '' || text.parentElement?.closest('.spoken')) continue
        const range = document.createRange()
        range.selectNodeContents(text)
        const drawn = range.getBoundingClientRect()
        for (let box = text.parentElement; box && tile.contains(box); box = box.parentElement) {
          if (getComputedStyle(box).overflowX === 'visible') continue
          const edge = box.getBoundingClientRect()
          if (drawn.right > edge.right + EASE || drawn.left < edge.left - EASE)
            found.add(`${tile.getAttribute('data-testid')}: ${words}`)
        }
      }
    }
    return [...found]
  })
