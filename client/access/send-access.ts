// Sends what the forms of access ask, and makes of the answer what a form needs: done, errors by field, or a wait.
import type { Problem } from '../../shared/api.ts'
import { type Answer, postJson, problemWords } from '../app/post-json.ts'
import { errorsByField, type FieldErrors } from '../kit/form-errors.ts'

const ROOT = '/api/v1/access'

export const sendAccess = <Body>(path: string, body: object): Promise<Answer<Body>> =>
  postJson<Body>(`${ROOT}/${path}`, body)

export const isProblem = (problem: Problem | undefined, type: string): boolean =>
  problem?.type.endsWith(`:${type}`) === true

/** @param away said when nothing came back */
export function errorsOf(answer: Answer<unknown>, language: 'vi' | 'en', away: string): FieldErrors {
  const errors = answer.problem?.errors ?? []
  if (errors.length > 0) return errorsByField(errors, language)
  return { '': problemWords(answer.problem, language) ?? away }
}
