// Which display this page is: a random id that the browser keeps. Where nothing can be kept, it is another display after each start.

const KEY = 'dai-sen.display'
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

let made: string | undefined

export function displayId(storage: () => Pick<Storage, 'getItem' | 'setItem'> = () => localStorage): string {
  if (made !== undefined) return made
  try {
    const kept = storage().getItem(KEY)
    if (kept !== null && UUID.test(kept)) {
      made = kept
      return made
    }
  } catch {
    // Reading may be forbidden: a new one each time, then.
  }
  made = crypto.randomUUID()
  try {
    storage().setItem(KEY, made)
  } catch {
    // Nothing can be kept here.
  }
  return made
}
