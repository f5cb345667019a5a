// The passwords that are tried first (from breaches), read when first asked for: most starts of the station never need them.
import { dictionary } from '@zxcvbn-ts/language-common'

let held: ReadonlySet<string> | undefined

export const guessedPasswords = (): ReadonlySet<string> => {
  held ??= new Set(dictionary['passwords-common'])
  return held
}
