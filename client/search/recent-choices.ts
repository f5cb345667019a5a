// What was chosen last in the search, newest first, kept in this browser. Damaged or forbidden storage means none.

export const MAX_RECENT = 8
const KEY = 'dai-sen.search'
const MAX_KEY = 300

/** Keys of things. What is stored wrongly is as if it were not. */
export function recentIn(text: string | null): readonly string[] {
  try {
    const value: unknown = JSON.parse(text ?? '[]')
    if (!Array.isArray(value)) return []
    return value.filter((one): one is string => typeof one === 'string' && one.length <= MAX_KEY).slice(0, MAX_RECENT)
  } catch {
    return []
  }
}

export const withRecent = (recent: readonly string[], key: string): readonly string[] =>
  [key, ...recent.filter(one => one !== key)].slice(0, MAX_RECENT)

export function recentChoices(): readonly string[] {
  try {
    return recentIn(localStorage.getItem(KEY))
  } catch {
    return []
  }
}

export function rememberChoice(key: string): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(withRecent(recentChoices(), key)))
  } catch {
    // Then it isn't remembered.
  }
}
