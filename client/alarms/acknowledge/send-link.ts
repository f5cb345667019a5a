// Asks the station about a one-time link, and acknowledges by it. The code goes in the body, never in an address.
import type { LinkAcknowledgeReply, LinkLookReply } from '../../../shared/alarms/notify-schema.ts'
import { type Answer, postJson } from '../../app/post-json.ts'

export const lookAtLink = (token: string): Promise<Answer<LinkLookReply>> =>
  postJson<LinkLookReply>('/api/v1/alarms/links/look', { token })

export const acknowledgeByLink = (token: string, comment: string | null): Promise<Answer<LinkAcknowledgeReply>> =>
  postJson<LinkAcknowledgeReply>('/api/v1/alarms/links/acknowledge', { token, comment })
