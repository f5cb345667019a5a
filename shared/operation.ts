// What an operation of the HTTP interface is, and the answers that many share. The tables of operations are made of it.
import type { z } from 'zod'
import { problemSchema } from './api.ts'

export type Answer = {
  readonly status: number
  readonly about: string
  readonly type: string
  readonly schema?: z.ZodType
}
export type Operation = {
  readonly method: 'get' | 'post'
  /** Express form, `:name` for a parameter. */
  readonly path: string
  readonly id: string
  readonly vi: string
  readonly en: string
  readonly query?: z.ZodObject
  readonly body?: z.ZodType
  /** Media types of a body that isn't (only) JSON. */
  readonly bodyTypes?: readonly string[]
  readonly needsToken?: true
  /** An Idempotency-Key header goes with it; `sometimes` = only where the text says so. */
  readonly needsKey?: 'always' | 'sometimes'
  /** Several of one status are the forms it can be had in, the default first. */
  readonly answers: readonly Answer[]
}

const JSON_TYPE = 'application/json'
export const ok = (about: string, schema: z.ZodType): Answer => ({ status: 200, about, type: JSON_TYPE, schema })
export const problems = (...statuses: readonly (readonly [number, string])[]): Answer[] =>
  statuses.map(([status, about]) => ({ status, about, type: 'application/problem+json', schema: problemSchema }))
