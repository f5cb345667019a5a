// The one door for people's commands: POST /api/v1/programme/commands with an Idempotency-Key.
import express, { type Response, type Router } from 'express'
import type { Command, CommandRequest } from '../../shared/programme/command.ts'
import { commandRequestSchema } from '../../shared/programme/command-schema.ts'
import type { ActingFor } from '../access/acting.ts'
import { keyOf, limitRate, type Rate } from '../http/command-door.ts'
import { jsonBody } from '../http/json-body.ts'
import { sendProblem } from '../http/problem.ts'
import { complaintsOf } from '../http/schema-complaints.ts'
import type { CommandOutcome, Programme } from './programme.ts'

/** The largest is a criteria set of 500 indicators with long texts. */
const MAX_COMMAND_BYTES = 1024 * 1024

export type CommandsDeps = {
  readonly programme: Programme
  readonly acting: ActingFor
  /** Whether the station holds these bytes: an entry may only name evidence that is there. */
  readonly hasEvidence: (hash: string) => Promise<boolean>
  readonly rate: Rate
  readonly now: () => number
}

export function serveCommands({ programme, acting, hasEvidence, rate, now }: CommandsDeps): Router {
  const router = express.Router()
  router.post('/programme/commands', limitRate(rate, now), jsonBody(MAX_COMMAND_BYTES), async (request, response) => {
    const key = keyOf(request, response)
    if (key === undefined) return
    const parsed = commandRequestSchema.safeParse(request.body)
    if (!parsed.success) {
      sendProblem(response, 'bad-request', undefined, { errors: complaintsOf(parsed.error) })
      return
    }
    const asked = parsed.data as CommandRequest
    const by = acting(request, response, { kind: 'programme', ...asked }, asked.actor, asked)
    if (!by) return
    const command = { ...asked, actor: by.actor }
    if (await lacksEvidence(command, hasEvidence, response)) return
    answerCommand(response, await programme.execute(command, key, by.standing))
  })
  return router
}

export function answerCommand(response: Response, outcome: CommandOutcome): void {
  switch (outcome.kind) {
    case 'done':
    case 'repeated':
      response.json({ repeated: outcome.kind === 'repeated', events: outcome.events })
      return
    case 'refused':
      sendProblem(response, 'refused', undefined, { errors: [...outcome.refusals] })
      return
    case 'conflict': {
      const { newest } = outcome
      sendProblem(response, 'conflict', undefined, newest && { newest: pick(newest) })
      return
    }
    case 'key-reused':
      sendProblem(response, 'key-reused')
      return
    default:
      outcome satisfies never
  }
}

const pick = ({ id, at, actor, type }: { id: number; at: number; actor: string; type: string }) => ({
  id,
  at,
  actor,
  type,
})

/** True, and answered, when it names a file that isn't here. */
export async function lacksEvidence(
  { command, data }: Command,
  hasEvidence: (hash: string) => Promise<boolean>,
  response: Response,
): Promise<boolean> {
  const files = command === 'assess-indicator' ? data.evidence : command === 'update-task' ? data.files : []
  for (const { hash, name } of files) {
    if (await hasEvidence(hash)) continue
    sendProblem(response, 'refused', undefined, {
      errors: [
        {
          code: 'evidence-missing',
          field: command === 'assess-indicator' ? 'evidence' : 'files',
          vi: `Chưa có tệp minh chứng "${name}", hãy tải lên lại`,
          en: `The evidence file "${name}" isn't here, upload it again`,
        },
      ],
    })
    return true
  }
  return false
}
