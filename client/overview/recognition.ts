// How many villages are recognised, against the plan's targets. Pure; unknown stays unknown.
import type { Registry } from '../../shared/registry.ts'

export type Recognition = {
  readonly recognised: number
  readonly unknown: number
  readonly total: number
  /** Targets that ask for no more than the villages on record; later ones are for villages not yet named. */
  readonly targets: Registry['targets']
  /** Latest report among the recognised, ISO date. */
  readonly reportedOn: string | undefined
}

export function recognitionOf({ villages, targets }: Pick<Registry, 'villages' | 'targets'>): Recognition {
  const recognised = villages.filter(village => village.recognition.state === 'recognised')
  const reports = recognised.flatMap(village => village.recognition.reportedOn ?? []).sort()
  return {
    recognised: recognised.length,
    unknown: villages.length - recognised.length,
    total: villages.length,
    targets: targets.filter(target => target.cumulative <= villages.length),
    reportedOn: reports.at(-1),
  }
}
