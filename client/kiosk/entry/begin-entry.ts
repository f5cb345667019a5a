// Asks the station for an entry session: by PIN or, where nobody signs in, by name. Says what came back, never throws.
import type { EntryReply } from '../../../shared/entry/api-schema.ts'
import { type Answer, postJson } from '../../app/post-json.ts'
import { displayId } from '../../displays/display-id.ts'

export const ENTRY_ROOT = '/api/v1/entry'

export const beginByPin = (unit: string, login: string, pin: string): Promise<Answer<EntryReply>> =>
  postJson<EntryReply>(`${ENTRY_ROOT}/sign-in`, { display: displayId(), unit, login: login.trim(), pin })

export const beginByName = (unit: string, name: string): Promise<Answer<EntryReply>> =>
  postJson<EntryReply>(`${ENTRY_ROOT}/declare`, { display: displayId(), unit, name: name.trim() })
