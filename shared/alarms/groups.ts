// A storm of alarms as a few lines: by cause (the rule), place (the village) and time (the burst), ever more coarsely until they fit.
// Pure and deterministic: every screen shows the same lines. Knows no words.
import type { Priority } from './rule.ts'
import { byUrgency, countsByPriority } from './standing.ts'
import { type Alarm, FLOOD_WINDOW_MS } from './state.ts'

/** Alarms that ask for attention further apart than this are different bursts. */
export const BURST_GAP_MS = 600_000
export const MAX_LINES = 10

export type AlarmGroup = {
  /** Stays the same while the line's alarms are told apart in the same way. */
  readonly key: string
  /** What its alarms have in common; `rest` = nothing but that there was no line left. */
  readonly kind: 'alarm' | 'cause-place-burst' | 'cause-place' | 'cause' | 'place' | 'rest'
  /** Null = of several rules. */
  readonly rule: string | null
  /** Null = of several villages, or of none. */
  readonly village: string | null
  readonly rules: number
  /** Most urgent first; never empty. */
  readonly alarms: readonly Alarm[]
  readonly ids: readonly string[]
  /** The highest there is in it. */
  readonly priority: Priority
  readonly counts: Readonly<Record<Priority, number>>
  /** When one of them last asked for attention, and when the first of them did, epoch milliseconds. */
  readonly newestAt: number
  readonly oldestAt: number
  /** How many asked within the last FLOOD_WINDOW_MS. */
  readonly recent: number
  /** Id of the alarm whose signal was beyond its level first, of this line's newest burst: an old one that stands caused none of it. */
  readonly firstOut: string
  /** This line holds the first-out of the newest burst of all. */
  readonly isFirstOut: boolean
}

type Partition = {
  readonly kind: AlarmGroup['kind']
  readonly keyOf: (alarm: Alarm, bursts: ReadonlyMap<string, number>) => string
}
const causeAndPlace = ({ rule, about }: Alarm) => `${rule} ${about.village ?? ''}`

const BY_CAUSE: Partition = { kind: 'cause', keyOf: ({ rule }) => rule }
/** From fine to coarse. */
const PARTITIONS: readonly Partition[] = [
  { kind: 'alarm', keyOf: ({ id }) => id },
  { kind: 'cause-place-burst', keyOf: (alarm, bursts) => `${causeAndPlace(alarm)} ${bursts.get(alarm.id)}` },
  { kind: 'cause-place', keyOf: causeAndPlace },
  BY_CAUSE,
  // A place that lost its power has many causes.
  { kind: 'place', keyOf: ({ about }) => about.village ?? '' },
]

/**
 * Every alarm in exactly one of at most `maxLines` (≥ 1) lines, the most urgent line first, the rest last.
 * Few enough alarms have a line each.
 */
export function groupAlarms(alarms: readonly Alarm[], now: number, maxLines = MAX_LINES): readonly AlarmGroup[] {
  const sorted = alarms.toSorted(byUrgency)
  const bursts = burstsOf(sorted)
  const first = firstOutOf(sorted)
  const lineOf = (kind: AlarmGroup['kind'], key: string, members: readonly Alarm[]) =>
    groupOf(kind, key, members, now, first)

  const fitting = PARTITIONS.find(({ keyOf }) => new Set(sorted.map(one => keyOf(one, bursts))).size <= maxLines)
  const { kind, keyOf } = fitting ?? BY_CAUSE
  // Filled from the most urgent alarm down, so the lines come out in that order.
  const lines = [...Map.groupBy(sorted, one => keyOf(one, bursts))]
  if (fitting) return lines.map(([key, members]) => lineOf(kind, key, members))
  const kept = lines.slice(0, maxLines - 1)
  const rest = lines.slice(maxLines - 1).flatMap(([, members]) => members)
  return [...kept.map(([key, members]) => lineOf(kind, key, members)), lineOf('rest', 'rest', rest.toSorted(byUrgency))]
}

/** Number of each alarm's burst within its cause and place, by when it last asked for attention. */
function burstsOf(alarms: readonly Alarm[]): ReadonlyMap<string, number> {
  const bursts = new Map<string, number>()
  for (const members of Map.groupBy(alarms, causeAndPlace).values()) {
    let burst = 0
    let last = -Infinity
    for (const { id, annunciatedAt } of members.toSorted((a, b) => a.annunciatedAt - b.annunciatedAt)) {
      if (annunciatedAt - last > BURST_GAP_MS) burst += 1
      last = annunciatedAt
      bursts.set(id, burst)
    }
  }
  return bursts
}

/** What came first by the time of its readings, of the newest burst: where to look for the cause of the others. */
function firstOutOf(alarms: readonly Alarm[]): Alarm | undefined {
  let first: Alarm | undefined
  let last = Infinity
  for (const one of alarms.toSorted((a, b) => b.annunciatedAt - a.annunciatedAt)) {
    if (last - one.annunciatedAt > BURST_GAP_MS && first) break
    last = one.annunciatedAt
    if (!first || isBefore(one, first)) first = one
  }
  return first
}

const isBefore = (a: Alarm, b: Alarm): boolean => (a.since - b.since || a.occurrence - b.occurrence) < 0

function groupOf(
  kind: AlarmGroup['kind'],
  key: string,
  alarms: readonly Alarm[],
  now: number,
  first: Alarm | undefined,
): AlarmGroup {
  const counts = countsByPriority(alarms)
  const askedAt = alarms.map(({ annunciatedAt }) => annunciatedAt)
  const isFirstOut = alarms.some(({ id }) => id === first?.id)
  const rules = new Set(alarms.map(({ rule }) => rule))
  return {
    key,
    kind,
    rule: onlyOne(rules),
    village: onlyOne(new Set(alarms.map(({ about }) => about.village))),
    rules: rules.size,
    alarms,
    ids: alarms.map(({ id }) => id),
    priority: counts.high > 0 ? 'high' : counts.medium > 0 ? 'medium' : 'low',
    counts,
    newestAt: Math.max(...askedAt),
    oldestAt: Math.min(...askedAt),
    recent: askedAt.filter(at => at > now - FLOOD_WINDOW_MS).length,
    firstOut: (isFirstOut ? first : firstOutOf(alarms))?.id ?? '',
    isFirstOut,
  }
}

function onlyOne<T>(values: ReadonlySet<T>): T | null {
  const [only] = values
  return values.size === 1 && only !== undefined ? only : null
}
