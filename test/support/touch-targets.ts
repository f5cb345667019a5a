// What a finger can press on a page, measured on rectangles: how small the smallest is, and what lies too near to another.
import type { Page } from 'playwright-core'

/** Of what is in sight: smaller than `least`, or nearer to each other than `gap`, all in CSS pixels. */
export const targetFaults = (page: Page, least: number, gap: number): Promise<readonly string[]> =>
  page.evaluate(
    ([small, near]) => {
      const EASE = 0.5
      const nameOf = (element: Element) =>
        (element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 40)
      const isOver = document.querySelector('dialog[open]')
      const found = [...(isOver ?? document).querySelectorAll('a[href], button, input, select, textarea, summary')]
        .filter(element => element.checkVisibility({ visibilityProperty: true }))
        .flatMap(element => {
          // Who presses the words of a choice presses the choice.
          const label = element.matches('[type="radio"], [type="checkbox"]') ? element.closest('label') : null
          const box = (label ?? element).getBoundingClientRect()
          // What scrolls is pressed where it is in sight.
          const edge = element.closest('main')?.getBoundingClientRect() ?? new DOMRect(0, 0, innerWidth, innerHeight)
          const [left, right] = [Math.max(box.left, edge.left), Math.min(box.right, edge.right)]
          const [top, bottom] = [Math.max(box.top, edge.top), Math.min(box.bottom, edge.bottom)]
          if (right - left <= 1 || bottom - top <= 1) return []
          // What a finger can't reach is none: a link that only the keyboard brings into sight.
          const hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2)
          return hit !== null && (label ?? element).contains(hit) ? [{ element, box, left, right, top, bottom }] : []
        })
      const low = found
        .filter(({ box }) => Math.min(box.width, box.height) < small - EASE)
        .map(({ element, box }) => `${Math.round(box.width)}×${Math.round(box.height)}: ${nameOf(element)}`)
      const close = found.flatMap((a, i) =>
        found.slice(i + 1).flatMap(b => {
          const across = Math.max(0, a.left - b.right, b.left - a.right)
          const down = Math.max(0, a.top - b.bottom, b.top - a.bottom)
          const apart = Math.max(across, down)
          return apart < near - EASE
            ? [`${Math.round(apart)} between ${nameOf(a.element)} and ${nameOf(b.element)}`]
            : []
        }),
      )
      return [...low, ...close]
    },
    [least, gap] as const,
  )
