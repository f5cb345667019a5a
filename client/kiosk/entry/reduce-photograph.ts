// Makes a photograph small enough to be kept and sent: at most 1 600 pixels a side and 2 MB, without what the camera wrote beside the
// picture (place, device). Nothing leaves the page here.
export const MOST_PHOTOGRAPHS = 3
export const MAX_PHOTOGRAPH_BYTES = 2 * 1024 * 1024
const LONGEST_SIDE = 1_600
const QUALITIES = [0.85, 0.7, 0.5, 0.3] as const

export type ReducedPhotograph = { readonly name: string; readonly bytes: Uint8Array }

/** The size of a picture whose longer side is at most that; never made larger. Pure. */
export function reducedSize(width: number, height: number, longest = LONGEST_SIDE): { width: number; height: number } {
  const scale = Math.min(1, longest / Math.max(width, height))
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}

/** Undefined when it can't be read as a picture. */
export async function reducePhotograph(file: Blob, name: string): Promise<ReducedPhotograph | undefined> {
  const picture = await createImageBitmap(file).catch(() => undefined)
  if (!picture) return undefined
  try {
    const { width, height } = reducedSize(picture.width, picture.height)
    const canvas = document.createElement('canvas')
    canvas.width = width
    canvas.height = height
    canvas.getContext('2d')?.drawImage(picture, 0, 0, width, height)
    for (const quality of QUALITIES) {
      const blob = await new Promise<Blob | null>(resolve => canvas.toBlob(resolve, 'image/jpeg', quality))
      if (blob && blob.size <= MAX_PHOTOGRAPH_BYTES) return { name, bytes: new Uint8Array(await blob.arrayBuffer()) }
    }
    return undefined
  } finally {
    picture.close()
  }
}
