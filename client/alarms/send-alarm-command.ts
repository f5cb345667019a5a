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

/** The same words under the same key, until they were answered: a second press after a lost answer does nothing twice. */
export function createAlarmSender(): (request: AlarmCommandRequest) => Promise<AlarmSent> {
  let held: { readonly body: string; readonly key: string } | undefined
  return async request => {
    const body = JSON.stringify(request)
    if (held?.body !== body) held = { body, key: newKey() }
    const sent = await sendAlarmCommand(request, held.key)
    if (sent.kind !== 'failed') held = undefined
    return sent
  }
}
