// A unit's board over HTTP: to whoever may see the unit; "not yours" and "there is none" are one answer.
import express, { type Router } from 'express'
import { boundUnits } from '../../shared/access/judge.ts'
import { principalOf } from '../access/guard.ts'
import { audienceBehind, sendMasked } from '../access/masking.ts'
import { sendProblem } from '../http/problem.ts'
import type { Boards } from './boards.ts'

export function serveUnitBoard(boards: Boards): Router {
  const router = express.Router()
  router.get('/units/:unit/board', (request, response) => {
    const { unit } = request.params
    const own = boundUnits(principalOf(response))
    const board = own === undefined || own.includes(unit) ? boards.of(unit, audienceBehind(response)) : undefined
    if (board) sendMasked(response.type('json').set('ETag', board.etag), board.bytes)
    else sendProblem(response, 'not-found')
  })
  return router
}
