// The bounds of what people may enter, one place: the checks, the forms' hints and the tests read them. Schema-free.

export const LIMITS = {
  actorName: { min: 2, max: 80 },
  /** Of obstacles, records and milestones. */
  title: { min: 3, max: 200 },
  villageName: { min: 2, max: 120 },
  text: { min: 1, max: 4_000 },
  note: { max: 2_000 },
  /** Number of a decision or a voucher. */
  document: { max: 200 },
  source: { min: 1, max: 2_000 },
  factText: { min: 1, max: 500 },
  /** Of a criteria set, its groups, criteria and indicators: whole sentences of a decision. */
  criteriaTitle: { min: 1, max: 1_000 },
  targetText: { min: 1, max: 1_000 },
  measureUnit: { max: 50 },
  year: { min: 2020, max: 2050 },
  progress: { min: 0, max: 100 },
  stars: { min: 1, max: 5 },
  windowDays: { min: 1, max: 366 },
  workingDays: { min: 1, max: 100 },
  dueSoonDays: { min: 1, max: 365 },
  silentDays: { min: 1, max: 1_000 },
  reportDueDays: { min: 0, max: 90 },
  /** Whole đồng; sums stay exact. */
  amount: 9_000_000_000_000_000,
} as const

/** How many there may be. */
export const MOST = {
  villages: 500,
  links: 50,
  milestones: 50,
  sets: 100,
  indicators: 500,
  groups: 50,
  criteria: 200,
  files: 20,
  rounds: 50,
  dossierMoves: 100,
  openRequests: 200,
  obstacles: 20_000,
  obstacleMoves: 200,
  records: 20_000,
  holidays: 60,
  swaps: 20,
} as const

/** Small letters, digits, single hyphens between them: the pattern of villages and units (shared/ids.ts). */
export const PLACE_ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/
/** What people name themselves: sets, indicators ("1.2"), requests, obstacles, records, milestones. No colon: it parts subjects. */
export const ITEM_ID = /^[A-Za-z0-9]+(?:[._-][A-Za-z0-9]+)*$/
export const MAX_ID_LENGTH = 64
/** Stands for the whole province where a village could stand. */
export const RESERVED_VILLAGE_ID = 'province'
