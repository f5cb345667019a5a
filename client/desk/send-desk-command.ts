// Sends one command of the desk to the station and says what became of it.
import type { DeskCommandRequest } from '../../shared/desk/command.ts'
import { postJson } from '../app/post-json.ts'
import { createSender, type NotDone, notDone } from '../programme/send-command.ts'

const PATH = '/api/v1/desk/commands'

export type DeskSent = NotDone | { readonly kind: 'done' }

async function sendDeskCommand(request: DeskCommandRequest, key: string): Promise<DeskSent> {
  const { body, problem } = await postJson(PATH, request, key)
  return body ? { kind: 'done' } : notDone(problem)
}

export const createDeskSender = () => createSender(sendDeskCommand)
