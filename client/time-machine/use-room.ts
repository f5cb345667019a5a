// How much of the window the band and the bar of the past take: a page that fills the window leaves them their room.
import { type RefObject, useLayoutEffect } from 'react'

/** Writes `--past-room` and `--past-bar` on the screen around them while it shows the past. */
export function useRoom(screen: RefObject<HTMLElement | null>, isPast: boolean): void {
  useLayoutEffect(() => {
    const around = screen.current
    if (!around || !isPast) return undefined
    const heightOf = (part: string) =>
      around.querySelector<HTMLElement>(`:scope > [data-past-part="${part}"]`)?.offsetHeight ?? 0
    const measure = () => {
      const bar = heightOf('bar')
      around.style.setProperty('--past-room', `${heightOf('band') + bar}px`)
      document.documentElement.style.setProperty('--past-bar', `${bar}px`)
    }
    const sizes = new ResizeObserver(measure)
    const watch = () => {
      for (const part of around.querySelectorAll(':scope > [data-past-part]')) sizes.observe(part)
      measure()
    }
    // Both come with their own chunk, a moment after the page.
    const parts = new MutationObserver(watch)
    parts.observe(around, { childList: true })
    watch()
    return () => {
      sizes.disconnect()
      parts.disconnect()
      document.documentElement.style.removeProperty('--past-bar')
    }
  }, [screen, isPast])
}
