// What a picture is by its first bytes, whatever its sender calls it. Pure.

const startsWith = (bytes: Buffer, text: string, at: number): boolean =>
  bytes.subarray(at, at + text.length).toString('latin1') === text

/** Undefined for anything but JPEG and WebP. */
export function pictureTypeOf(bytes: Buffer): 'image/jpeg' | 'image/webp' | undefined {
  if (bytes.length > 3 && bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'image/jpeg'
  if (startsWith(bytes, 'RIFF', 0) && startsWith(bytes, 'WEBP', 8)) return 'image/webp'
  return undefined
}
