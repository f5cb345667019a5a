// Bounds of everything people write down at the centre.
const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

export const DESK_LIMITS = {
  id: { min: 8, max: 40 },
  entryText: { min: 1, max: 2_000 },
  summary: { min: 1, max: 8_000 },
  viewName: { min: 1, max: 80 },
  address: { min: 1, max: 2_000 },
  title: { min: 1, max: 120 },
  incidentText: { min: 0, max: 4_000 },
  annotationText: { min: 1, max: 500 },
  alarmsAnEntry: 8,
  correctionsAnEntry: 20,
  /** The newest; older ones stay in the log and are read page by page. */
  entries: 2_000,
  /** Of older ones in one answer. */
  entriesPage: { usual: 50, most: 200 },
  shifts: 500,
  views: 200,
  incidents: 500,
  annotationsAnIncident: 200,
  incidentMs: 31 * DAY_MS,
  shiftMs: 3 * DAY_MS,
  /** How long after it happened a thing may still be written down. */
  lateMs: 31 * DAY_MS,
  /** A clock may be a little ahead. */
  aheadMs: 5 * 60_000,
  /** A hand-over is written while the shift still runs. */
  beforeEndMs: 2 * HOUR_MS,
} as const

/** Made by whoever writes. */
export const DESK_ID = /^[a-z0-9-]+$/
/** A path of this station with its query: printable, no backslash, and no second slash that would name another host. */
export const OWN_ADDRESS = /^\/(?!\/)[\x21-\x5b\x5d-\x7e]*$/
