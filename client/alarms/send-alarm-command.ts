// Sends one command about alarms to the station and says what became of it. A send that got no answer may be sent again under its key.
import type { AlarmCommandRequest, AlarmRefusal } from '../../shared/alarms/command.ts'
import type { Problem } from '../../shared/api.ts'
import type { AnyEvent } from '../../shared/programme/event.ts'
import { newKey, problemIn } from '../programme/send-command.ts'

const PATH = '/api/v1/alarms/commands'

export type AlarmReply = { readonly events: readonly AnyEvent[]; readonly refusals: readonly AlarmRefusal[] }
export type AlarmSent =
  /** Each alarm was judged for itself: some may have been refused. */
  | ({ readonly kind: 'done' } & AlarmReply)
  /** The command as a whole. */
  | { readonly kind: 'refused'; readonly errors: NonNullable<Problem['errors']> }
  /** No answer, or one that a later try may change. */
  | { readonly kind: 'failed'; readonly problem: Problem | undefined }

export async function sendAlarmCommand(request: AlarmCommandRequest, key: string): Promise<AlarmSent> {
  let response: Response
  try {
    response = await fetch(PATH, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': key },
      body: JSON.stringify(request),
    })
  } catch {
    return { kind: 'failed', problem: undefined }
  }
  if (response.ok) return { kind: 'done', ...((await response.json()) as AlarmReply) }
  const problem = await problemIn(response)
  if (problem?.errors && problem.errors.length > 0) return { kind: 'refused', errors: problem.errors }
  return { kind: 'failed', problem }
}

/** Sends without an answer that are remembered: more than one person leaves open. */
export const MAX_UNANSWERED = 50

/** The same words under the same key, until they were answered: a second press after a lost answer does nothing twice. */
export function createAlarmSender(
  send: typeof sendAlarmCommand = sendAlarmCommand,
): (request: AlarmCommandRequest) => Promise<AlarmSent> {
  const unanswered = new Map<string, string>()
  return async request => {
    const body = JSON.stringify(request)
    const key = unanswered.get(body) ?? newKey()
    unanswered.set(body, key)
    const [oldest] = unanswered.keys()
    if (unanswered.size > MAX_UNANSWERED && oldest !== undefined) unanswered.delete(oldest)
    const sent = await send(request, key)
    if (sent.kind !== 'failed') unanswered.delete(body)
    return sent
  }
}
