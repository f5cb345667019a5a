// Reloads the page at most once for a reason, remembered for the session, so that a reload can never become a loop.
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
