// Bounds of everything about displays.
export const DISPLAY_LIMITS = {
  id: { min: 1, max: 40 },
  name: { min: 1, max: 80 },
  screens: { min: 1, max: 16 },
  screenId: { min: 1, max: 12 },
  width: { min: 320, max: 7_680 },
  height: { min: 320, max: 4_320 },
  /** Of a screen's corner on the canvas. */
  offset: { min: 0, max: 40_000 },
  screensAGroup: { min: 1, max: 4 },
  /** Between two neighbours of a group, in pixels; less than the smallest screen, so that none stands in between. */
  bezel: { min: 0, max: 300 },
  turns: { min: 1, max: 24 },
  seconds: { min: 5, max: 600 },
  inches: { min: 10, max: 200 },
  distanceMetres: { min: 0.5, max: 30 },
  light: { min: 0.3, max: 1 },
  profiles: 100,
  displays: 500,
} as const

export const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/
export const CLOCK = /^(?:[01]\d|2[0-3]):[0-5]\d$/
