// The one way a JSON body is read: as it is sent (nothing packed), up to a limit, and no deeper than anything of ours is.
import express, { type RequestHandler } from 'express'

/** Beyond anything that a schema of ours takes; of what is deeper no reader's stack is asked. */
export const MAX_JSON_DEPTH = 32

const QUOTE = 0x22
const BACKSLASH = 0x5c
const [OPEN_LIST, CLOSE_LIST] = [0x5b, 0x5d]
const [OPEN_OBJECT, CLOSE_OBJECT] = [0x7b, 0x7d]

/** @param type which content types are taken for JSON; by default those that say so */
export const jsonBody = (limit: number, type?: () => boolean): RequestHandler =>
  express.json({
    limit,
    inflate: false,
    strict: true,
    verify: (_request, _response, body) => {
      if (!isShallow(body, MAX_JSON_DEPTH)) throw new RangeError('nested too deeply')
    },
    ...(type ? { type } : {}),
  })

/** Whether lists and objects lie at most `depth` deep. Reads text that needn't be JSON. */
export function isShallow(text: Uint8Array, depth: number): boolean {
  let open = 0
  let isInString = false
  for (let at = 0; at < text.length; at++) {
    const byte = text[at]
    if (isInString) {
      if (byte === BACKSLASH) at++
      else if (byte === QUOTE) isInString = false
    } else if (byte === QUOTE) isInString = true
    else if (byte === OPEN_LIST || byte === OPEN_OBJECT) {
      if (++open > depth) return false
    } else if (byte === CLOSE_LIST || byte === CLOSE_OBJECT) open--
  }
  return true
}
