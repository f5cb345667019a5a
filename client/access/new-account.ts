// What of a new account can be judged while it is typed; the station judges again. Pure.
import { MIN_PASSWORD } from '../../shared/access/password-rule.ts'

/** As shared/access/command-schema.ts has them; the validator stays out of the bundle. */
const LOGIN = /^[a-z0-9][a-z0-9._@-]{1,62}[a-z0-9]$/
const NAME = { least: 2, most: 80 }

export const tidyLogin = (typed: string): string => typed.trim().toLowerCase()
export const isLogin = (typed: string): boolean => LOGIN.test(tidyLogin(typed))
export function isPersonName(typed: string): boolean {
  const { length } = typed.trim()
  return length >= NAME.least && length <= NAME.most && /\p{L}/u.test(typed)
}
export const isTooShort = (password: string): boolean => Array.from(password.normalize('NFKC')).length < MIN_PASSWORD
