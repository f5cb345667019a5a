// Which display asks, for which unit: a paired one is what its cookie says; where nobody signs in, it is the one it says.
import type { Request, Response } from 'express'
import { refuse } from '../access/door.ts'
import { principalOf } from '../access/guard.ts'
import type { PairedDisplays } from '../access/paired-displays.ts'
import { type AccessRefusalCode, accessRefusal } from '../access/refusal.ts'
import { sendProblem } from '../http/problem.ts'
import type { EntryPlace } from './entry-sign-in.ts'

export type PlaceDeps = {
  readonly paired: Pick<PairedDisplays, 'all'>
  /** A station where nobody signs in. */
  readonly isOpen: boolean
  readonly hasUnit: (id: string) => boolean
}
/** Undefined when it may not, and that has been answered. */
export type PlaceOf = (
  request: Request,
  response: Response,
  asked: { readonly display: string; readonly unit: string },
) => EntryPlace | undefined

export function createPlaceOf({ paired, isOpen, hasUnit }: PlaceDeps): PlaceOf {
  return (request, response, asked) => {
    const turnAway = (code: AccessRefusalCode): undefined => {
      refuse(response, accessRefusal(code, null))
    }
    const principal = principalOf(response)
    const { unit } = asked
    const address = request.ip ?? ''
    if (!hasUnit(unit)) return turnAway('unit-unknown')
    if (principal.kind === 'display') {
      const { display, scope } = principal
      if (scope !== 'province' && scope !== `unit:${unit}`) return turnAway('entry-other-unit')
      const pairedAt = paired.all().get(display)?.pairedAt
      if (pairedAt === undefined) {
        sendProblem(response, 'sign-in-needed')
        return undefined
      }
      return { display, pairedAt, unit, address }
    }
    // With the key of the data folder one isn't a kiosk.
    if (!isOpen) return turnAway('entry-signing-in')
    return { display: asked.display, pairedAt: null, unit, address }
  }
}

/** The paired display that sends this; undefined where displays aren't paired. */
export function displayBehind(response: Response): string | undefined {
  const principal = principalOf(response)
  return principal.kind === 'display' ? principal.display : undefined
}
