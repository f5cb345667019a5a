// A request with more headers than any of ours has: Node would drop those beyond its own limit without a word.
import type { RequestHandler } from 'express'
import { sendProblem } from './problem.ts'

/** A browser sends about twenty, proxies add some. */
export const MAX_HEADERS = 100

export const limitHeaders: RequestHandler = (request, response, next) => {
  // Names and values alternate.
  if (request.rawHeaders.length <= 2 * MAX_HEADERS) next()
  else sendProblem(response, 'headers-too-large')
}
