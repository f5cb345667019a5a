// What the layers share: colours as numbers, and that nothing of a layer is ever fetched.

/** Said so that no loader looks for a worker of its own elsewhere. */
export const LOAD_NOTHING = { core: { worker: false } }

export type Rgb = [number, number, number]
export function rgbOf(hex: string): Rgb {
  const number = Number.parseInt(hex.slice(1), 16)
  return [(number >> 16) & 255, (number >> 8) & 255, number & 255]
}

export type LonLat = readonly [number, number]
/** deck.gl wants to own what it is given. */
export const pointOf = ({ at: [lon, lat] }: { readonly at: LonLat }): [number, number] => [lon, lat]

export const FONT = '"Be Vietnam Pro"'
