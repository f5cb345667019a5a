// Reloads the page at most once for a reason, remembered for the session, so that a reload can never become a loop.
import { isServerThere } from './server-probe.ts'

const KEY = 'dai-sen.reloaded-for'

/** @returns false when this reason has already cost a reload (or nothing can be remembered), and the page stays. */
export function reloadOnceFor(reason: string, page: Pick<Window, 'sessionStorage' | 'location'> = window): boolean {
  try {
    const reasons = (page.sessionStorage.getItem(KEY) ?? '').split(' ')
    if (reasons.includes(reason)) return false
    page.sessionStorage.setItem(KEY, [...reasons, reason].join(' ').trim())
  } catch {
    return false
  }
  page.location.reload()
  return true
}

/** The same, but only while the station answers: an old picture beats an empty page. */
export async function reloadOnceIfServed(
  reason: string,
  page: Pick<Window, 'sessionStorage' | 'location'> = window,
  isServed: () => Promise<boolean> = () => isServerThere(new AbortController().signal),
): Promise<boolean> {
  return (await isServed()) && reloadOnceFor(reason, page)
}
