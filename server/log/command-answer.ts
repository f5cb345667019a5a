// What became of a command, as an answer over HTTP.
import type { Response } from 'express'
import { sendProblem } from '../http/problem.ts'
import type { CommandOutcome } from './command-log.ts'

export function answerCommand(response: Response, outcome: CommandOutcome): void {
  switch (outcome.kind) {
    case 'done':
    case 'repeated':
      response.json({ repeated: outcome.kind === 'repeated', events: outcome.events })
      return
    case 'refused':
      sendProblem(response, 'refused', undefined, { errors: [...outcome.refusals] })
      return
    case 'key-reused':
      sendProblem(response, 'key-reused')
      return
    default:
      outcome satisfies never
  }
}
