// Codes that a kiosk shows and an officer scans with a phone: which display asks for which unit, good once, for two minutes.
import { ENTRY_CODE_LIFE_MS } from '../../shared/entry/entry.ts'
import { createPairings, type NotTaken } from '../access/pairings.ts'

export type EntryCode = {
  readonly code: string
  readonly display: string
  readonly unit: string
  readonly expiresAt: number
}
export type EntryCodes = {
  /** Undefined = too many kiosks ask. */
  readonly open: (
    display: string,
    unit: string,
    address: string,
  ) => { readonly code: EntryCode; readonly secret: string } | undefined
  readonly look: (code: string, guesser: string) => EntryCode | NotTaken
  /** The account that whoever scanned it is signed in with; once. */
  readonly approve: (code: string, account: string) => NotTaken | undefined
  /** Whose session it is to be, and once more nobody's. Only for the display that asked. */
  readonly claim: (
    secret: string,
    display: string,
  ) => { readonly code: EntryCode; readonly account: string } | 'waiting' | 'gone'
}

/** Parts a display's id from its unit's in the one name that a code is asked under; neither holds it. */
const BETWEEN = ' '

export function createEntryCodes(now: () => number, draw?: (below: number) => number): EntryCodes {
  const pairings = createPairings<string>(now, draw, ENTRY_CODE_LIFE_MS)
  const codeOf = (pairing: { code: string; display: string; expiresAt: number }): EntryCode => {
    const [display = '', unit = ''] = pairing.display.split(BETWEEN)
    return { code: pairing.code, display, unit, expiresAt: pairing.expiresAt }
  }
  return {
    open(display, unit, address) {
      const opened = pairings.open(`${display}${BETWEEN}${unit}`, address)
      return opened && { code: codeOf(opened.pairing), secret: opened.secret }
    },
    look(code, guesser) {
      const found = pairings.look(code, guesser)
      return typeof found === 'object' && 'code' in found ? codeOf(found) : found
    },
    approve(code, account) {
      const taken = pairings.take(code, account)
      if (taken === 'wrong' || 'waitSeconds' in taken) return taken
      taken.settle(account)
      return undefined
    },
    claim(secret, display) {
      const claimed = pairings.claim(secret)
      if (typeof claimed === 'string') return claimed
      const code = codeOf(claimed.pairing)
      return code.display === display ? { code, account: claimed.approval } : 'gone'
    },
  }
}
