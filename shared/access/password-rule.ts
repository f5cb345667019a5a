// What a password must be: long, and not one that everybody tries first. No rule about kinds of characters (NIST SP 800-63B). Pure.
export const MIN_PASSWORD = 12
export const MAX_PASSWORD = 256

export type PasswordFault = 'too-short' | 'too-long' | 'common' | 'own-name'

/**
 * @param common the passwords that are tried first, lower case
 * @param own what is known of the person: login, name
 */
export function passwordFault(
  password: string,
  common: ReadonlySet<string>,
  own: readonly string[],
): PasswordFault | undefined {
  const characters = Array.from(password.normalize('NFKC'))
  if (characters.length < MIN_PASSWORD) return 'too-short'
  if (characters.length > MAX_PASSWORD) return 'too-long'
  const text = characters.join('').toLowerCase()
  if (isGuessable(text, common)) return 'common'
  return own.some(one => one.length >= 4 && rest(text, one.toLowerCase()).length < MIN_PASSWORD / 2)
    ? 'own-name'
    : undefined
}

/** A common one itself, one said several times, or one with figures and signs around it. */
function isGuessable(text: string, common: ReadonlySet<string>): boolean {
  const core = text.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
  return [text, core].some(one => period(one).length <= 1 || common.has(one) || common.has(period(one)))
}

/** The shortest text that repeated gives this one: "abcabc" → "abc", "aaaa" → "a". */
function period(text: string): string {
  const at = `${text}${text}`.indexOf(text, 1)
  return text.slice(0, at)
}

const rest = (text: string, part: string): string => text.replaceAll(part, '')
