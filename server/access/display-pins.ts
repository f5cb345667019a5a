// The PINs of the displays' service pages: hashed as passwords are, slow for whoever guesses. A display's own counts, else the one for
// all. Knows no HTTP.
import { pinFault } from '../../shared/access/pin-rule.ts'
import { addressKey } from '../http/client-address.ts'
import { type Attempts, accessEvent } from './access-event.ts'
import { type BackOff, createBackOff } from './back-off.ts'
import { MOST_PAIRED } from './paired-displays.ts'
import type { Passwords } from './password-hash.ts'
import type { AccessRecords, RecordOf } from './records.ts'
import { type AccessRefusal, accessRefusal } from './refusal.ts'

/** Failures without a wait: of one display, and of a house behind one address. */
const FREE = { display: 5, address: 30 }
/** Of every display that has none of its own. */
const ALL = 'all'
/** One for each display that there may be, and the one for all. */
export const MOST_PINS = MOST_PAIRED + 1

export type DisplayPin = RecordOf<'service-pin'>
export type DisplayPins = {
  /** By display; null = the one for all. */
  readonly all: () => readonly (Omit<DisplayPin, 'hash'> & { readonly display: string | null })[]
  /** A PIN of null takes it away. */
  readonly set: (
    display: string | null,
    pin: string | null,
    actor: string,
  ) => Promise<AccessRefusal | 'busy' | undefined>
  /** A number: seconds to wait. */
  readonly check: (
    display: string,
    pin: string,
    address: string,
  ) => Promise<'right' | 'wrong' | 'none' | 'busy' | number>
}

export type DisplayPinsDeps = {
  readonly records: AccessRecords
  readonly passwords: Passwords
  readonly attempts: Attempts
  readonly now: () => number
  readonly backOffs?: { readonly display: BackOff; readonly address: BackOff }
}

export function createDisplayPins({ records, passwords, attempts, now, backOffs }: DisplayPinsDeps): DisplayPins {
  const byDisplay = backOffs?.display ?? createBackOff(FREE.display)
  const byAddress = backOffs?.address ?? createBackOff(FREE.address)
  return {
    all: () =>
      [...records.all('service-pin')].map(([id, { setAt, setBy }]) => ({
        display: id === ALL ? null : id,
        setAt,
        setBy,
      })),
    async set(display, pin, actor) {
      const fault = pin === null ? undefined : pinFault(pin)
      if (fault) return accessRefusal(`service-pin-${fault}`, 'pin')
      const hash = pin === null ? null : await passwords.hash(pin)
      if (hash === undefined) return 'busy'
      const id = display ?? ALL
      return records.inTurn(async () => {
        const isNew = records.get('service-pin', id) === undefined
        if (hash !== null && isNew && records.all('service-pin').size >= MOST_PINS)
          return accessRefusal('too-many-service-pins', null)
        const body = hash === null ? null : { hash, setAt: now(), setBy: actor }
        const event = accessEvent(
          body ? 'service-pin-set' : 'service-pin-removed',
          display === null ? 'displays' : `display:${display}`,
          actor,
          {},
          now(),
        )
        await records.change([{ kind: 'service-pin', id, body }], [event])
        return undefined
      })
    },
    async check(display, pin, address) {
      const held = records.get('service-pin', display) ?? records.get('service-pin', ALL)
      const from = addressKey(address)
      const seconds = Math.max(byDisplay.wait(display, now()), byAddress.wait(from, now()))
      if (seconds > 0) return seconds
      if (!held) return 'none'
      const isRight = await passwords.verify(pin, held.hash)
      if (isRight === undefined) return 'busy'
      if (isRight) {
        byDisplay.forget(display)
        return 'right'
      }
      byDisplay.fail(display, now())
      byAddress.fail(from, now())
      attempts.note('service-pin-refused', `display:${display}`, `display:${display}`, { address })
      return 'wrong'
    },
  }
}
