// The one way a JSON body is read: as it is sent (nothing packed), up to a limit, and no deeper than anything of ours is.
import express, { type RequestHandler } from 'express'

/** Beyond anything that a schema of ours takes; of what is deeper no reader's stack is asked. */
export const MAX_JSON_DEPTH = 32

const QUOTE = 0x22
const BACKSLASH = 0x5c
/** `[` and `{`, `]` and `}` differ in this bit alone. */
const LIST_OR_OBJECT = 0x20
const OPEN = 0x7b
const CLOSE = 0x7d

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
  for (let at = 0; at < text.length; at++) {
    const byte = text[at] as number
    if (byte === QUOTE) at = endOfString(text, at)
    else if ((byte | LIST_OR_OBJECT) === OPEN) {
      if (++open > depth) return false
    } else if ((byte | LIST_OR_OBJECT) === CLOSE) open--
  }
  return true
}

function endOfString(text: Uint8Array, start: number): number {
  let at = start + 1
  while (at < text.length && text[at] !== QUOTE) at += text[at] === BACKSLASH ? 2 : 1
  return at
}
