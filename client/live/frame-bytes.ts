// The bytes of a binary message, whatever shape the transport gave them. Pure.

/**
 * A Node sender's Buffer arrives as an ArrayBuffer or a view; its plain typed array arrives as msgpack extension 0, a pair.
 * @returns undefined when the body is not binary at all
 */
export function frameBytes(body: unknown): Uint8Array | ArrayBuffer | undefined {
  if (body instanceof ArrayBuffer) return body
  if (ArrayBuffer.isView(body)) return new Uint8Array(body.buffer, body.byteOffset, body.byteLength)
  return Array.isArray(body) && body.length === 2 && body[0] === 0 ? frameBytes(body[1]) : undefined
}
