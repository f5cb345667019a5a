// Who asks: nobody yet, somebody at the machine itself, a signed-in person, a paired display. Pure data.
import type { Audience, Grant } from './role.ts'

export type PersonPrincipal = {
  readonly kind: 'person'
  readonly account: string
  readonly session: string
  readonly name: string
  readonly grants: readonly Grant[]
}
export type DisplayPrincipal = {
  readonly kind: 'display'
  readonly display: string
  /** `province` or `unit:<id>`. */
  readonly scope: string
  readonly audience: Audience
}
export type Principal =
  | { readonly kind: 'nobody' }
  /** Whoever sits at the machine: a station without sign-in on its own machine, or a program that can read the station's data folder. */
  | { readonly kind: 'local' }
  | PersonPrincipal
  | DisplayPrincipal
export const NOBODY: Principal = { kind: 'nobody' }
export const LOCAL: Principal = { kind: 'local' }
