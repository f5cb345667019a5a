// Quality codes of the wire and the store. No schema here, so that a screen can read them without the validator.
export type Quality = 'good' | 'late' | 'stale' | 'bad'

/** Position = code on the wire and in the store. Append only. `stale` is a judgement of age and is never stored. */
export const QUALITIES = ['good', 'late', 'stale', 'bad'] as const satisfies readonly Quality[]
export const QUALITY_CODE = { good: 0, late: 1, stale: 2, bad: 3 } as const satisfies Record<Quality, number>
export const qualityOf = (code: number): Quality => QUALITIES[code] ?? 'bad'
