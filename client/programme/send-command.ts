// Sends one command to the station and says what became of it. A send that got no answer may be sent again under its key.
import type { Problem } from '../../shared/api.ts'
import type { CommandRequest } from '../../shared/programme/command.ts'
import type { AnyEvent } from '../../shared/programme/event.ts'
import { postJson } from '../app/post-json.ts'

const PATH = '/api/v1/programme/commands'

export type NotDone =
  | { readonly kind: 'refused'; readonly errors: NonNullable<Problem['errors']> }
  /** No answer, or one that a later try may change. */
  | { readonly kind: 'failed'; readonly problem: Problem | undefined }
export type Sent =
  | NotDone
  | { readonly kind: 'done'; readonly events: readonly AnyEvent[] }
  | { readonly kind: 'conflict'; readonly newest: Problem['newest'] }

export async function sendCommand(request: CommandRequest, key: string): Promise<Sent> {
  const { status, body, problem } = await postJson<{ readonly events: readonly AnyEvent[] }>(PATH, request, key)
  if (body) return { kind: 'done', events: body.events }
  if (status === 409 && problem?.type.endsWith(':conflict')) return { kind: 'conflict', newest: problem.newest }
  return notDone(problem)
}

export const notDone = (problem: Problem | undefined): NotDone =>
  problem?.errors && problem.errors.length > 0
    ? { kind: 'refused', errors: problem.errors }
    : { kind: 'failed', problem }

/** Sends without an answer that are remembered: more than one person leaves open. */
export const MAX_UNANSWERED = 50

/** The same words under the same key, until they were answered: a second press after a lost answer does nothing twice. */
export function createSender<Request, Outcome extends { readonly kind: string }>(
  send: (request: Request, key: string) => Promise<Outcome>,
): (request: Request) => Promise<Outcome> {
  const unanswered = new Map<string, string>()
  return async request => {
    const words = JSON.stringify(request)
    const key = unanswered.get(words) ?? newKey()
    unanswered.set(words, key)
    const [oldest] = unanswered.keys()
    if (unanswered.size > MAX_UNANSWERED && oldest !== undefined) unanswered.delete(oldest)
    const outcome = await send(request, key)
    if (outcome.kind !== 'failed') unanswered.delete(words)
    return outcome
  }
}

/** 128 random bits as text. Not `randomUUID`: a wall on a plain-http local network has none. */
export function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), byte => byte.toString(16).padStart(2, '0')).join('')
}
