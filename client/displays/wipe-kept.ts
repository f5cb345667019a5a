// Wipes what our pages keep in this browser.
const OURS = 'dai-sen.'

export function wipeKept(storages: () => readonly Storage[] = () => [localStorage, sessionStorage]): void {
  try {
    for (const storage of storages())
      for (const key of Object.keys(storage)) if (key.startsWith(OURS)) storage.removeItem(key)
  } catch {
    // Storage that is forbidden holds nothing.
  }
}
