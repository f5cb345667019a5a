// What every way in does alike: a session that came along ends, it may have been planted.
import type { Request } from 'express'
import { tokenIn } from './cookies.ts'
import type { Sessions } from './sessions.ts'

export async function endSessionBefore(request: Request, sessions: Pick<Sessions, 'byToken' | 'end'>): Promise<void> {
  const older = tokenIn(request.headers.cookie, 'session', request.headers.host)
  const before = older === undefined ? undefined : sessions.byToken(older)
  if (before) await sessions.end(before.id, 'signed-in-again', `person:${before.account.name}`)
}
