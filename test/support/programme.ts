// The programme's door as a person's browser uses it: commands with a key, the state, the events.
import { randomUUID } from 'node:crypto'
import type { CommandData, CommandName, CommandRequest } from '../../shared/programme/command.ts'
import { type ProgrammeSnapshot, unpackState } from '../../shared/programme/snapshot.ts'
import type { ProgrammeState } from '../../shared/programme/state.ts'
import { subjectOfCommand } from '../../shared/programme/subject-of-command.ts'
import { type Answer, get } from './door.ts'

type Place = { readonly url: string }

/** Somebody of the department that leads the programme. */
export const LEAD = { name: 'Lan', unit: 'so-khcn-2025' } as const

/** Name only what the test is about. */
export function aCommand<N extends CommandName>(
  command: N,
  data: CommandData[N],
  about: Partial<Pick<CommandRequest, 'actor' | 'expected' | 'isSimulated'>> = {},
): CommandRequest {
  return { command, data, actor: LEAD, expected: 0, ...about } as CommandRequest
}

export const anUpdate = (
  text: string,
  about: Partial<CommandData['update-task']> = {},
): CommandData['update-task'] => ({
  task: '1.4',
  status: 'in-progress',
  progress: null,
  text,
  files: [],
  year: null,
  ...about,
})

export function post({ url }: Place, body: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
  return get(`${url}/api/v1/programme/commands`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID(), ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
}

/** Carries out what must be carried out, on top of whatever is there now. */
export async function carryOut(place: Place, request: CommandRequest): Promise<Answer> {
  const version = (await stateOf(place)).versions.get(subjectOfCommand(request)) ?? 0
  const answer = await post(place, { ...request, expected: version })
  if (answer.status !== 200) throw new Error(`${answer.status}: ${JSON.stringify(answer.body)}`)
  return answer
}

export async function stateOf({ url }: Place, query = ''): Promise<ProgrammeState> {
  const { body } = await get(`${url}/api/v1/programme/state${query}`)
  const state = unpackState(body as ProgrammeSnapshot)
  if (!state) throw new Error('a snapshot of another version')
  return state
}
