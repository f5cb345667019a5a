// Sends one command about alarms to the station and says what became of it.
import type { AlarmCommandRequest, AlarmRefusal } from '../../shared/alarms/command.ts'
import type { AnyEvent } from '../../shared/programme/event.ts'
import { postJson } from '../app/post-json.ts'
import { createSender, type NotDone, notDone } from '../programme/send-command.ts'

const PATH = '/api/v1/alarms/commands'

export type AlarmReply = { readonly events: readonly AnyEvent[]; readonly refusals: readonly AlarmRefusal[] }
/** Done: each alarm was judged for itself, some may have been refused. Refused: the command as a whole. */
export type AlarmSent = NotDone | ({ readonly kind: 'done' } & AlarmReply)

async function sendAlarmCommand(request: AlarmCommandRequest, key: string): Promise<AlarmSent> {
  const { body, problem } = await postJson<AlarmReply>(PATH, request, key)
  return body ? { kind: 'done', ...body } : notDone(problem)
}

export const createAlarmSender = () => createSender(sendAlarmCommand)
