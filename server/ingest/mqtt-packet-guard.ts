// Follows the fixed headers of an MQTT byte stream and says when a packet announces more than it may hold. Pure.

/**
 * @param maxBytes largest remaining length of a packet
 * @returns feeds a chunk; false once the stream is over the limit or no MQTT
 */
export function createPacketGuard(maxBytes: number): (chunk: Uint8Array) => boolean {
  let state: 'type' | 'length' | 'body' = 'type'
  let length = 0
  let shift = 0
  let isRefused = false

  return chunk => {
    let at = 0
    while (at < chunk.length && !isRefused) {
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
        state = 'length'
        length = 0
        shift = 0
        continue
      }
      length += (byte & 0x7f) * 2 ** shift
      shift += 7
      const isLast = (byte & 0x80) === 0
      if (length > maxBytes || (!isLast && shift > 21)) isRefused = true
      else if (isLast) state = length > 0 ? 'body' : 'type'
    }
    return !isRefused
  }
}
