// A simulated past of the desk, planted in one append into a log that holds nothing yet. Knows no simulator.
import type { DeskDraft } from '../../shared/desk/event.ts'
import { DESK_FAMILY } from '../../shared/desk/event.ts'
import type { Store } from '../store/store.ts'

const KEY = 'demo:desk-history'

/**
 * @param tell oldest first; asked only when there is room for a past
 * @returns false when the desk has a past of its own: two would mix
 */
export async function plantDeskStory(
  store: Pick<Store, 'appendEvents' | 'lastEventOf'>,
  tell: () => readonly (DeskDraft & { readonly at: number; readonly actor: string })[],
): Promise<boolean> {
  if (await store.lastEventOf(DESK_FAMILY)) return false
  const events = tell()
  if (events.length === 0) return false
  const { kind } = await store.appendEvents({ events, expected: [], key: KEY, fingerprint: KEY })
  return kind === 'appended'
}
