// Sends one command about displays to the station and says what became of it.
import type { DisplayCommandRequest } from '../../shared/displays/command.ts'
import { postJson } from '../app/post-json.ts'
import { createSender, type NotDone, notDone } from '../programme/send-command.ts'

const PATH = '/api/v1/displays/commands'

export type DisplaySent = NotDone | { readonly kind: 'done' }

async function sendDisplayCommand(request: DisplayCommandRequest, key: string): Promise<DisplaySent> {
  const { body, problem } = await postJson(PATH, request, key)
  return body ? { kind: 'done' } : notDone(problem)
}

export const createDisplaySender = () => createSender(sendDisplayCommand)
