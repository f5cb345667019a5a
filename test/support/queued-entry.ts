// An entry as a kiosk's form makes one; name only what the test is about.
import type { EntryDraft } from '../../client/kiosk/entry/queue-state.ts'

export const anEntryDraft = (id: string, about: Partial<EntryDraft> = {}): EntryDraft => ({
  id,
  key: `key-${id}`,
  entry: {
    command: 'update-task',
    data: { task: '5', status: 'in-progress', progress: 40, text: id, files: [], year: null },
  },
  deed: 'update-task',
  about: 'Nhiệm vụ 5',
  subject: 'task:5',
  who: 'Lê Văn Bưởi',
  ticket: 'ticket',
  enteredAt: 1_000,
  sendableUntil: 1_000_000,
  wasOffline: false,
  photographs: [],
  seen: 0,
  ...about,
})
