// Sends one command to the station and says what became of it. A send that got no answer may be sent again under its key.
import type { Problem } from '../../shared/api.ts'
import type { CommandRequest } from '../../shared/programme/command.ts'
import type { AnyEvent } from '../../shared/programme/event.ts'

const PATH = '/api/v1/programme/commands'

export type Sent =
  | { readonly kind: 'done'; readonly events: readonly AnyEvent[] }
  | { readonly kind: 'refused'; readonly errors: NonNullable<Problem['errors']> }
  | { readonly kind: 'conflict'; readonly newest: Problem['newest'] }
  /** No answer, or one that a later try may change. */
  | { readonly kind: 'failed'; readonly problem: Problem | undefined }

export async function sendCommand(request: CommandRequest, key: string): Promise<Sent> {
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
  if (response.ok) return { kind: 'done', events: ((await response.json()) as { events: AnyEvent[] }).events }
  const problem = await problemIn(response)
  if (response.status === 409 && problem?.type.endsWith(':conflict'))
    return { kind: 'conflict', newest: problem.newest }
  if (problem?.errors && problem.errors.length > 0) return { kind: 'refused', errors: problem.errors }
  return { kind: 'failed', problem }
}

export async function problemIn(response: Response): Promise<Problem | undefined> {
  try {
    return (await response.json()) as Problem
  } catch {
    return undefined
  }
}

/** 128 random bits as text. Not `randomUUID`: a wall on a plain-http local network has none. */
export function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), byte => byte.toString(16).padStart(2, '0')).join('')
}
