// Asks the station about a one-time link, and acknowledges by it. The code goes in the body, never in an address.
import type { LinkAcknowledgeReply, LinkLookReply } from '../../../shared/alarms/notify-schema.ts'
import { problemIn } from '../../programme/send-command.ts'
import type { Answer } from './link-stage.ts'

export const lookAtLink = (token: string): Promise<Answer<LinkLookReply>> =>
  post<LinkLookReply>('/api/v1/alarms/links/look', { token })

export const acknowledgeByLink = (token: string, comment: string | null): Promise<Answer<LinkAcknowledgeReply>> =>
  post<LinkAcknowledgeReply>('/api/v1/alarms/links/acknowledge', { token, comment })

async function post<Body>(path: string, body: object): Promise<Answer<Body>> {
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify(body),
      cache: 'no-store',
    })
    if (response.ok) return { status: response.status, body: (await response.json()) as Body }
    return { status: response.status, body: undefined, problem: await problemIn(response) }
  } catch {
    return { status: 0, body: undefined }
  }
}
