// An operators' log of many entries, planted before a station starts: one an hour, each with its number.
import { plantDeskStory } from '../../server/desk/seed.ts'
import { databasePath } from '../../server/store/sqlite/open.ts'
import { openSqliteStore } from '../../server/store/sqlite/sqlite-store.ts'
import { subjectOfEntry } from '../../shared/desk/event.ts'

const HOUR_MS = 3_600_000

const digits = (number: number): string => String(number).padStart(5, '0')
export const entryId = (number: number): string => `muc-so-${digits(number)}`
export const entryText = (number: number): string => `Việc số ${digits(number)}`

/** Numbered from 0, the oldest; the newest an hour before `until`. */
export async function plantLog(dataDir: string, count: number, until: number): Promise<void> {
  const store = await openSqliteStore({ path: databasePath(dataDir) })
  try {
    await plantDeskStory(store, () =>
      Array.from({ length: count }, (_, number) => {
        const [id, at] = [entryId(number), until - (count - number) * HOUR_MS]
        const data = { id, text: entryText(number), happenedAt: at, village: null, alarms: [], kind: 'note' as const }
        return { type: 'desk.entry-written', subject: subjectOfEntry(id), data, at, actor: 'simulated:Trực ban · Sở' }
      }),
    )
  } finally {
    await store.close()
  }
}
