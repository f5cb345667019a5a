// Follows the fixed headers of an MQTT byte stream and says when a packet announces more than it may hold. Pure.

/** `large`: a packet announces too much; `broken`: no MQTT, or more small talk than a device has reason for. */
export type GuardVerdict = 'fine' | 'large' | 'broken'

/** Its pace is kept elsewhere. */
const PUBLISH = 3
/** A message may be followed by one packet that belongs to its delivery; so many of them may come at once. */
const MAX_SPARE = 1_000

/**
 * @param maxBytes largest remaining length of a packet
 * @param mayTalk asked for every packet (ping, subscribe, …) beyond one a message
 * @returns feeds a chunk; once it isn't `fine` it never is again
 */
export function createPacketGuard(
  maxBytes: number,
  mayTalk: () => boolean = () => true,
): (chunk: Uint8Array) => GuardVerdict {
  let state: 'type' | 'length' | 'body' = 'type'
  let length = 0
  let shift = 0
  let spare = 0
  let verdict: GuardVerdict = 'fine'

  return chunk => {
    let at = 0
    while (at < chunk.length && verdict === 'fine') {
      if (state === 'body') {
        const skipped = Math.min(length, chunk.length - at)
        at += skipped
        length -= skipped
        if (length === 0) state = 'type'
        continue
      }
      const byte = chunk[at] as number
      at++
      if (state === 'type') {
        if (byte >> 4 === PUBLISH) spare = Math.min(MAX_SPARE, spare + 1)
        else if (spare > 0) spare--
        else if (!mayTalk()) verdict = 'broken'
        state = 'length'
        length = 0
        shift = 0
        continue
      }
      length += (byte & 0x7f) * 2 ** shift
      shift += 7
      const isLast = (byte & 0x80) === 0
      if (!isLast && shift > 21) verdict = 'broken'
      else if (length > maxBytes) verdict = 'large'
      else if (isLast) state = length > 0 ? 'body' : 'type'
    }
    return verdict
  }
}
