// Whether what is read on a page keeps apart, judged on rectangles: blocks from each other and inside their screens, texts inside
// their blocks and from each other.
import type { Page } from 'playwright-core'

export type Fault = string

/** Blocks (`data-block`) that are seen: overlapping ones, ones that leave the window, texts that leave their block or lie on another. */
export const faultsOf = (page: Page): Promise<readonly Fault[]> =>
  page.evaluate(() => {
    const EASE = 1
    // The whole page moves so far against burn-in.
    const orbit = 3 * Math.max(1, innerHeight / 1080) + EASE
    const faults: string[] = []
    const isSeen = (element: Element) =>
      element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
      element.closest('[data-shown="false"]') === null &&
      element.closest('.spoken') === null
    const overlap = (a: DOMRect, b: DOMRect) =>
      Math.min(a.right, b.right) - Math.max(a.left, b.left) > EASE &&
      Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > EASE
    const nameOf = (element: Element) =>
      `${element.getAttribute('data-block')} ${element.getAttribute('data-scene') ?? ''}`.trim()

    const blocks = [...document.querySelectorAll('[data-block]')].filter(isSeen)
    const boxes = blocks.map(block => ({ block, box: block.getBoundingClientRect() }))
    for (const { block, box } of boxes)
      if (box.left < -orbit || box.top < -orbit || box.right > innerWidth + orbit || box.bottom > innerHeight + orbit)
        faults.push(`${nameOf(block)} leaves the window`)
    boxes.forEach(({ block, box }, i) => {
      for (const other of boxes.slice(i + 1))
        if (overlap(box, other.box)) faults.push(`${nameOf(block)} lies on ${nameOf(other.block)}`)
    })

    // Lines of text as they are drawn; what is cut on purpose ends with its box.
    const lines: { text: string; box: DOMRect; block: Element; parent: Element }[] = []
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      const words = (text.textContent ?? '').trim()
      const parent = text.parentElement
      const block = parent?.closest('[data-block]')
      if (words === '' || !parent || !block || !isSeen(parent)) continue
      const range = document.createRange()
      range.selectNodeContents(text)
      for (const rect of range.getClientRects()) {
        let box = rect
        for (let around: Element | null = parent; around && around !== block; around = around.parentElement) {
          if (getComputedStyle(around).overflowX === 'visible') continue
          const edge = around.getBoundingClientRect()
          const left = Math.max(box.left, edge.left)
          const top = Math.max(box.top, edge.top)
          box = new DOMRect(left, top, Math.min(box.right, edge.right) - left, Math.min(box.bottom, edge.bottom) - top)
        }
        if (box.width > 0 && box.height > 0) lines.push({ text: words, box, block, parent })
      }
    }
    for (const { text, box, block } of lines) {
      const edge = block.getBoundingClientRect()
      if (
        box.left < edge.left - EASE ||
        box.right > edge.right + EASE ||
        box.bottom > edge.bottom + EASE ||
        box.top < edge.top - EASE
      )
        faults.push(`"${text}" leaves ${nameOf(block)}`)
    }
    // Line boxes are taller than letters: what overlaps by less than a third of a line is leading.
    lines.forEach((one, i) => {
      for (const other of lines.slice(i + 1)) {
        if (one.parent === other.parent || one.parent.contains(other.parent) || other.parent.contains(one.parent))
          continue
        const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left)
        const down = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top)
        if (across > 2 && down > Math.min(one.box.height, other.box.height) / 3)
          faults.push(`"${one.text}" lies on "${other.text}"`)
      }
    })
    return [...new Set(faults)]
  })

/** Font sizes in CSS pixels below the least, of texts that are seen in blocks. */
export const smallTexts = (page: Page, least: number): Promise<readonly string[]> =>
  page.evaluate(size => {
    const found = new Set<string>()
    for (const element of document.querySelectorAll('[data-block] *')) {
      const own = [...element.childNodes].filter(node => node.nodeType === Node.TEXT_NODE)
      const words = own
        .map(node => node.textContent ?? '')
        .join('')
        .trim()
      if (words === '' || !element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue
      if (element.closest('[data-legal], .spoken, [data-shown="false"]')) continue
      const pixels = Number.parseFloat(getComputedStyle(element).fontSize)
      if (pixels < size - 0.5) found.add(`${Math.round(pixels)} px: ${words}`)
    }
    return [...found]
  }, least)
